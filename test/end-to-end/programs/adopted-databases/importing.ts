import * as pulumi from "@pulumi/pulumi";

/** What is there already, by the type and the name of the resource in the component. */
const found: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "aws:rds/instance:Instance": { orders: "legacy-orders" },
  "aws:rds/cluster:Cluster": { shop: "legacy-shop" },
  "aws:rds/clusterInstance:ClusterInstance": { "shop-writer": "legacy-shop-writer" },
  "aws:cloudwatch/logGroup:LogGroup": { "orders-postgresql": "/aws/rds/instance/legacy-orders/postgresql" },
};

/** Log groups that the component makes, for the identifier that the database has. */
const logs: Readonly<Record<string, string>> = {
  "orders-upgrade": "/aws/rds/instance/legacy-orders/upgrade",
  "shop-postgresql": "/aws/rds/cluster/legacy-shop/postgresql",
};

/** For one update: imports what is there as it is. */
export const importing: pulumi.ResourceTransform = ({ type, name, props, opts }) => {
  const id = found[type]?.[name];
  if (id !== undefined) {
    return { props, opts: { ...opts, import: id, ignoreChanges: ["*"] } };
  }
  return type === "aws:cloudwatch/logGroup:LogGroup" && name in logs
    ? { props: { ...props, name: logs[name] }, opts }
    : undefined;
};

/** Whom enhanced monitoring may serve, in place of what is named after the component. */
const monitored: Readonly<Record<string, readonly [ofComponent: string, own: string]>> = {
  "orders-monitoring": [":db:orders-*", ":db:legacy-orders"],
  // The writer keeps its own identifier, and the reader has that of the component.
  "shop-monitoring": [":db:shop-*", ":db:*shop-*"],
};

/** For good: lets RDS monitor what keeps an identifier of its own. */
export const monitoring: pulumi.ResourceTransform = ({ type, name, props, opts }) => {
  const names = type === "aws:iam/role:Role" ? monitored[name] : undefined;
  if (names === undefined) {
    return undefined;
  }
  const trust = pulumi.output<string>(props.assumeRolePolicy);
  return { props: { ...props, assumeRolePolicy: trust.apply((made) => made.replace(...names)) }, opts };
};
