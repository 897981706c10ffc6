import * as pulumi from "@pulumi/pulumi";
import { SecureInstance, SecureTable } from "aws-secure-database";

const config = new pulumi.Config();
const mistakes = config.requireObject<Record<string, Record<string, unknown>>>("mistakes");
const secret = pulumi.secret("known to nobody");

/** The mistakes of somebody who works around the components, and an input that must stay secret. */
const transforms: pulumi.ResourceTransform[] = [
  ({ type, props, opts }) => {
    const wrong = mistakes[type];
    return wrong === undefined
      ? undefined
      : { props: { ...props, ...wrong, tags: pulumi.output(props.tags).apply((tags) => ({ ...tags, secret })) }, opts };
  },
];

const disposable = config.getBoolean("disposable") === true;
const acceptedRisks = { "rds-instance-deletion-protection": "a test", "rds-instance-final-snapshot": "a test" };
new SecureInstance("orders", disposable ? { deletionProtection: false, skipFinalSnapshot: true, acceptedRisks } : {}, {
  transforms,
});
new SecureTable(
  "sessions",
  {
    hashKey: "userId",
    ...(disposable
      ? { deletionProtection: false, acceptedRisks: { "dynamodb-table-deletion-protection": "a test" } }
      : {}),
  },
  { transforms },
);
