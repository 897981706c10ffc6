/**
 * Instance classes on which an engine has no Performance Insights, by the start of the class; "" is every class.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights.Overview.Engines.html
 */
const without: readonly { readonly engine: string; readonly classes: readonly string[] }[] = [
  { engine: "mysql", classes: small(["db.t2", "db.t3", "db.t4g"]) },
  { engine: "mariadb", classes: small(["db.t2", "db.t3", "db.t4g"]) },
  { engine: "aurora-mysql", classes: ["db.t2.", "db.t3.", ...small(["db.t4g"])] },
  { engine: "db2-", classes: [""] },
];

/** Whether an engine has Performance Insights on an instance class such as "db.r6g.large". */
export function hasPerformanceInsights(engine: string, instanceClass: string): boolean {
  const [name, type] = [engine.toLowerCase(), instanceClass.toLowerCase()];
  return !without.some(
    (row) =>
      (row.engine.endsWith("-") ? name.startsWith(row.engine) : name === row.engine) &&
      row.classes.some((start) => type.startsWith(start)),
  );
}

function small(classes: readonly string[]): readonly string[] {
  return classes.flatMap((name) => [`${name}.micro`, `${name}.small`]);
}
