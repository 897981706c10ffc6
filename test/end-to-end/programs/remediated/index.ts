import * as pulumi from "@pulumi/pulumi";
import { SecureCluster, SecureInstance, SecureTable } from "aws-secure-database";

const config = new pulumi.Config();
const mistakes = config.requireObject<Record<string, Record<string, unknown>>>("mistakes");
const secret = pulumi.secret("known_to_nobody");

/** Inputs that must stay secret, one of them inside another. */
const secrets: Record<string, Record<string, unknown>> = {
  "aws:rds/instance:Instance": { username: secret },
  "aws:rds/cluster:Cluster": { masterUsername: secret },
  "aws:dynamodb/table:Table": { ttl: { attributeName: secret, enabled: true } },
};

/** The mistakes of somebody who works around the components. */
const transforms: pulumi.ResourceTransform[] = [
  ({ type, props, opts }) => ({ props: { ...props, ...mistakes[type], ...secrets[type] }, opts }),
];

const disposable = config.getBoolean("disposable") === true;
const reason = "a test";
const trial = (kind: string) =>
  disposable
    ? {
        deletionProtection: false,
        skipFinalSnapshot: true,
        acceptedRisks: { [`${kind}-deletion-protection`]: reason, [`${kind}-final-snapshot`]: reason },
      }
    : {};
new SecureInstance("orders", trial("rds-instance"), { transforms });
new SecureCluster("events", { proxy: { users: ["orders_app"] }, ...trial("rds-cluster") }, { transforms });
new SecureTable(
  "sessions",
  {
    hashKey: "userId",
    ...(disposable
      ? { deletionProtection: false, acceptedRisks: { "dynamodb-table-deletion-protection": reason } }
      : {}),
  },
  { transforms },
);
