import { type Comparison, rowsOf, testsOf } from "./row";

const instance = testsOf("components/instance/secure-instance.test.ts");
const instanceRow = rowsOf("components/instance/secure-instance.test.ts");
const enginesRow = rowsOf("components/instance/engine-arguments.test.ts");
const network = testsOf("components/network/isolated-network.test.ts");
const satellites = testsOf("components/instance/satellites.test.ts");
const satellitesRow = rowsOf("components/instance/satellites.test.ts");
const restoreRow = rowsOf("components/instance/restore.test.ts");
const deploymentsRow = rowsOf("end-to-end/deployments.test.ts");

const ofEveryEdition = testsOf("components/cases.test.ts")(
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the title as the test has it
  "holds every control, or says why one does not apply: ${heading}, ${one.title}",
);

export const instances: Comparison = {
  heading: "Instances",
  example: "examples/postgres",
  compared: ["SecureInstance", "terraform-aws-modules/rds", "aws-rds DatabaseInstance"],
  deployedBy: testsOf("end-to-end/examples.test.ts")(
    "the audit of the secure examples finds nothing and decides everything",
  ),
  rows: [
    {
      feature: "Encrypted storage",
      ours: "default",
      test: instanceRow('["storageEncrypted", true]'),
      peers: ["default", "argument: on where a key is given"],
    },
    {
      feature: "Customer managed key, made for it",
      ours: "default: one for storage, secret, insights, logs, backups and events",
      test: instance("has one key of its own for all of it, which all may use"),
      peers: ["argument: of a key that is there", "argument: of a key made beside it"],
    },
    {
      feature: "Isolated network of its own",
      ours: "default",
      test: network("has one route table, without a route, for every subnet"),
      peers: ["no: subnets are given", "no: a VPC is given"],
    },
    {
      feature: "In subnets of a VPC that is there",
      ours: "argument",
      test: deploymentsRow("folder: existingVpc"),
      peers: ["argument", "argument: required"],
    },
    {
      feature: "Not publicly accessible",
      ours: "default: and no argument that changes it",
      test: instanceRow('["publiclyAccessible", false]'),
      peers: ["default", "default: unless its subnets are public"],
    },
    {
      feature: "Security group of its own",
      ours: "default: lets in the group that applications join",
      test: network("lets in the group that applications join, and nothing out"),
      peers: ["no: groups are given", "default"],
    },
    {
      feature: "TLS forced",
      ours: "default: of every engine, by parameter, option or port",
      test: ofEveryEdition,
      peers: ["argument: `parameters`, `options`", "argument: `parameters`"],
    },
    {
      feature: "Log-in by IAM",
      ours: "default: where the engine has it",
      test: instanceRow('["iamDatabaseAuthenticationEnabled", true]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Master password that RDS keeps and rotates",
      ours: "default",
      test: instanceRow('["manageMasterUserPassword", true]'),
      peers: ["default", "argument: by default a generated secret, which rotates where that is added"],
    },
    {
      feature: "Deletion protection",
      ours: "default",
      test: instanceRow('["deletionProtection", true]'),
      peers: ["argument", "argument: on with the removal policy RETAIN"],
    },
    {
      feature: "Final snapshot",
      ours: "default",
      test: instanceRow('["skipFinalSnapshot", false]'),
      peers: ["default", "default"],
    },
    {
      feature: "35 days of automated backups",
      ours: "default",
      test: instanceRow('["backupRetentionPeriod", 35]'),
      peers: ["argument: unset by default", "argument: 1 day by default"],
    },
    {
      feature: "AWS Backup plan",
      ours: "default",
      test: testsOf("components/backup/backup.test.ts")("select the instance by its ARN, in a plan of its own"),
      peers: ["no", "no: aws-backup selects it"],
    },
    {
      feature: "Multi-AZ",
      ours: "default: where the edition has it",
      test: instanceRow('["multiAz", true]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Enhanced monitoring",
      ours: "default: every 60 seconds",
      test: instanceRow('["monitoringInterval", 60]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Advanced Database Insights",
      ours: "default",
      test: instanceRow('["databaseInsightsMode", "advanced"]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Export of logs",
      ours: "default",
      test: instanceRow('["enabledCloudwatchLogsExports", ["postgresql", "upgrade"]]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Log groups encrypted under the key, with retention",
      ours: "default: 365 days",
      test: instance("have log groups of the names that RDS looks for, encrypted, kept a year and after the instance"),
      peers: ["argument: 7 days where they are made", "argument: retention, no key"],
    },
    {
      feature: "Audit of DDL and connections",
      ours: "default: by parameters, or the audit option of the engine",
      test: rowsOf("components/instance/groups.test.ts")(
        '[{ engine: "mysql" }, "8.4", [["MARIADB_AUDIT_PLUGIN", { SERVER_AUDIT_EVENTS: "CONNECT,QUERY_DDL,QUERY_DCL" }]]]',
      ),
      peers: ["argument: `parameters`, `options`", "argument: `parameters`, `optionGroup`"],
    },
    {
      feature: "Minor upgrades by themselves",
      ours: "default",
      test: instanceRow('["autoMinorVersionUpgrade", true]'),
      peers: ["default", "default"],
    },
    {
      feature: "Storage that grows",
      ours: "default: from 100 to 1000 GiB",
      test: instanceRow('["maxAllocatedStorage", 1000]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Critical events, told to a topic",
      ours: "default",
      test: testsOf("components/monitoring/database-events.test.ts")(
        "subscribes to what is critical of every database of the account",
      ),
      peers: ["no", "no: CfnEventSubscription beside it"],
    },
    {
      feature: "Alarms",
      ours: "default: processor, storage, failed log-ins",
      test: satellitesRow('["of postgres", {}, ["orders-cpu", "orders-failed-logins", "orders-storage"]]'),
      peers: ["no", "argument: by its metrics"],
    },
    {
      feature: "Refuses what weakens it, but for a reason",
      ours: "default",
      test: rowsOf("components/instance/secure-instance-arguments.test.ts")(
        '[{ multiAz: false }, "rds-instance-multi-az", "multiAz is false", "true"]',
      ),
      peers: ["no", "no"],
    },
    {
      feature: "Read replicas",
      ours: "argument: secured like the instance",
      test: deploymentsRow('{ folder: "examples/mysql-replica", secrets: { masterPassword: "not-a-real-password" } }'),
      peers: ["argument: of a second call", "argument: DatabaseInstanceReadReplica"],
    },
    {
      feature: "Replicas in another region",
      ours: "argument",
      test: testsOf("components/instance/replicas.test.ts")(
        "in another region have a key, groups, logs, a role and events there",
      ),
      peers: ["argument", "?"],
    },
    {
      feature: "Copies of automated backups in another region",
      ours: "argument",
      test: testsOf("components/instance/backup-replication.test.ts")(
        "go to another region, under a key of their own there, and hold every control",
      ),
      peers: ["argument: a submodule", "no: CfnDBInstance has it"],
    },
    {
      feature: "Restore of a snapshot",
      ours: "argument",
      test: restoreRow('[{ snapshotIdentifier: "rds:orders-2026-05-01-02-10" }, "snapshotIdentifier"]'),
      peers: ["argument", "argument: DatabaseInstanceFromSnapshot"],
    },
    {
      feature: "Restore to a point in time",
      ours: "argument",
      test: restoreRow('[{ restoreToPointInTime: latest }, "restoreToPointInTime"]'),
      peers: ["argument: not of MySQL", "no"],
    },
    {
      feature: "Blue/green updates",
      ours: "argument",
      test: enginesRow('[{ blueGreenUpdate: true, masterPassword: password }, "blueGreenUpdate", { enabled: true }]'),
      peers: ["argument", "no"],
    },
    {
      feature: "Proxy",
      ours: "argument",
      test: satellites("stands in the network of the instance, logs in by IAM, and holds every control"),
      peers: ["no", "argument: `addProxy`"],
    },
    {
      feature: "Permission to connect as one database user",
      ours: "argument: `grantConnect`",
      test: satellites("log in by a role that may be one user of it alone"),
      peers: ["no", "argument: `grantConnect`"],
    },
    {
      feature: "Db2, beside the five engines that all have",
      ours: "argument",
      test: ofEveryEdition,
      peers: ["?", "no"],
    },
    {
      feature: "Roles of the instance, such as for S3 and Lambda",
      ours: "no: but for its audit trail",
      peers: ["argument", "argument: S3 alone"],
    },
    {
      feature: "New instance from a MySQL backup in S3",
      ours: "no",
      peers: ["argument", "no"],
    },
    {
      feature: "Active Directory domain, Kerberos",
      ours: "no",
      peers: ["argument: self-managed ones too", "argument"],
    },
    {
      feature: "Instance profile of RDS Custom",
      ours: "no",
      peers: ["argument", "no: CfnDBInstance has it"],
    },
    {
      feature: "Parameter and option groups that are there",
      ours: "no",
      peers: ["argument", "argument"],
    },
    {
      feature: "An identifier of one's choice, a minor version, changes at once",
      ours: "no",
      peers: ["argument", "argument: changes at once are its default"],
    },
    {
      feature: "Dual-stack network type",
      ours: "no: of the network alone",
      peers: ["argument", "argument"],
    },
    {
      feature: "Dedicated log volume",
      ours: "no",
      peers: ["argument", "no"],
    },
    {
      feature: "Cores and threads of the processor",
      ours: "no",
      peers: ["no", "argument"],
    },
    {
      feature: "Tags of one resource alone",
      ours: "no: of all",
      peers: ["argument", "argument"],
    },
  ],
};
