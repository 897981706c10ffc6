import { type Comparison, rowsOf, testsOf } from "./row";

const table = testsOf("components/table/secure-table.test.ts");
const tableRow = rowsOf("components/table/secure-table.test.ts");
const features = testsOf("components/table/table-features.test.ts");
const access = testsOf("components/access/table-access.test.ts");

const bare = table("needs no argument but its key");

export const tables: Comparison = {
  heading: "DynamoDB",
  example: "examples/dynamodb",
  compared: ["SecureTable", "terraform-aws-modules/dynamodb-table", "aws-dynamodb TableV2"],
  deployedBy: testsOf("end-to-end/examples.test.ts")(
    "the audit of the secure examples finds nothing and decides everything",
  ),
  rows: [
    {
      feature: "Customer managed key",
      ours: "default: made for it",
      test: bare,
      peers: ["argument: of a key that is there", "argument: of a key made beside it"],
    },
    {
      feature: "Point-in-time recovery",
      ours: "default: 35 days, or fewer by argument",
      test: bare,
      peers: ["argument", "argument"],
    },
    {
      feature: "AWS Backup plan",
      ours: "default",
      test: testsOf("components/backup/backup.test.ts")(
        "select the table by its ARN, in a plan of its own under the table's key",
      ),
      peers: ["no", "no: aws-backup selects it"],
    },
    {
      feature: "Deletion protection",
      ours: "default",
      test: bare,
      peers: ["argument", "argument"],
    },
    {
      feature: "Stays where it is taken out of the program",
      ours: "no: its protection stops the update",
      peers: ["no", "default: the removal policy RETAIN"],
    },
    {
      feature: "Policy that refuses clear text",
      ours: "default",
      test: table("refuses whoever comes without TLS"),
      peers: ["argument: a policy of one's own", "argument: a policy of one's own"],
    },
    {
      feature: "On-demand capacity",
      ours: "default",
      test: bare,
      peers: ["default", "default"],
    },
    {
      feature: "Refuses what weakens it, but for a reason",
      ours: "default",
      test: table("refuses an output that weakens a control, and registers no table"),
      peers: ["no", "no"],
    },
    {
      feature: "Replicas in other regions",
      ours: "argument",
      test: rowsOf("end-to-end/deployments.test.ts")('{ folder: "examples/global-table", config: { replicaRegion } }'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Replicas under a key made there, protected and backed up as the table is",
      ours: "argument: of each replica, by itself",
      test: features("keep each replica under a key of its region, protected and guarded as the table is"),
      peers: ["argument: keys are given", "argument: keys are given, protection is inherited"],
    },
    {
      feature: "Capacity that scales, of table and indexes",
      ours: "argument",
      test: features("let provisioned capacity follow the load, of the table and its indexes"),
      peers: ["argument", "argument"],
    },
    {
      feature: "Most that an on-demand table serves",
      ours: "argument",
      test: tableRow("{ maxReadRequestUnits: 100, maxWriteRequestUnits: 50 }"),
      peers: ["argument", "argument"],
    },
    {
      feature: "Global and local indexes",
      ours: "argument",
      test: tableRow('[{ name: "byDevice", hashKey: "device", projectionType: all }]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Time to live",
      ours: "argument",
      test: tableRow('[{ timeToLiveAttribute: "expiresAt" }, "ttl", { attributeName: "expiresAt", enabled: true }]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Table class",
      ours: "argument",
      test: tableRow('[{ tableClass: "STANDARD_INFREQUENT_ACCESS" }, "tableClass", "STANDARD_INFREQUENT_ACCESS"]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Stream",
      ours: "argument",
      test: tableRow('[{ streamViewType: "NEW_IMAGE" }, "streamViewType", "NEW_IMAGE"]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Changes to a Kinesis stream",
      ours: "argument: made and encrypted, or one that is there",
      test: features("send changes to a Kinesis stream under the table's key, or to one that is there"),
      peers: ["no", "argument: one that is there"],
    },
    {
      feature: "Contributor Insights",
      ours: "argument",
      test: features("count the keys of the table and each index"),
      peers: ["no", "argument"],
    },
    {
      feature: "Import from S3",
      ours: "argument",
      test: tableRow(
        '{ importFromS3: { bucket: "seed", keyPrefix: "items/", format: "CSV", csvHeaders: ["userId", "name"] } }',
      ),
      peers: ["argument", "no: of the older Table alone"],
    },
    {
      feature: "Closed to other organizations and past its endpoints",
      ours: "argument",
      test: features("keep out who is of another organization, and items from what comes past the endpoint"),
      peers: ["argument: a policy of one's own", "argument: a policy of one's own"],
    },
    {
      feature: "Permission for users to reach their own items alone",
      ours: "argument: `grantOwnItems`",
      test: access("tells the policy of a SecureTable by a method"),
      peers: ["no", "no"],
    },
    {
      feature: "Takes over a table that is there, without replacing it",
      ours: "argument: an import by a transform",
      test: testsOf("end-to-end/adoption.test.ts")("is imported by a component through a transform, and not replaced"),
      peers: ["?", "?"],
    },
    {
      feature: "Permission to read and write the whole table",
      ours: "no",
      peers: ["no", "argument: `grantReadWriteData`"],
    },
    {
      feature: "Any resource policy, of table or stream",
      ours: "no",
      peers: ["argument: of the table", "argument"],
    },
    {
      feature: "Alarms",
      ours: "no",
      peers: ["no", "argument: by its metrics"],
    },
    {
      feature: "Restore to a point in time",
      ours: "no",
      peers: ["argument", "no"],
    },
    {
      feature: "Warm throughput",
      ours: "no",
      peers: ["argument", "argument"],
    },
    {
      feature: "Strong consistency among regions, witness",
      ours: "no",
      peers: ["argument", "argument"],
    },
    {
      feature: "Global tables of several accounts",
      ours: "no",
      peers: ["no", "argument: TableV2MultiAccountReplica"],
    },
    {
      feature: "Index keys of several attributes",
      ours: "no",
      peers: ["?", "argument"],
    },
    {
      feature: "A name of one's choice",
      ours: "no",
      peers: ["argument", "argument"],
    },
    {
      feature: "DAX",
      ours: "no: the policy pack and the audit judge it",
      peers: ["no", "no: aws-dax has what is generated"],
    },
  ],
};
