import type { Position, Report, ReportedFinding, ReportedResource } from "./model";

/** "shop (aws:rds/instance:Instance)", or what a policy about no single resource speaks of. */
export function resourceWords(resource: ReportedResource | undefined): string {
  return resource === undefined ? "the whole stack" : `${resource.name} (${resource.type})`;
}

/** "index.ts:32:18". */
export function positionWords({ file, line, column }: Omit<Position, "of">): string {
  return [file, line, ...(column === undefined ? [] : [column])].join(":");
}

/** "preview of shop/dev", "audit of 3 accounts in 4 regions". */
export function runWords({ run }: Report): string {
  const { operation = "run", project, stack, scope } = run;
  if (scope !== undefined) {
    return `${operation} of ${scope}`;
  }
  return project === undefined || stack === undefined ? operation : `${operation} of ${project}/${stack}`;
}

/** "EXC-1: moves in May". */
export function exceptionWords({ exceptions }: ReportedFinding): string {
  return exceptions.map(({ id, reason }) => `${id}: ${reason}`).join("; ");
}

/** "1 finding", "2 findings". */
export function count(amount: number, one: string, several = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : several}`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
