import { type Comparison, rowsOf, testsOf } from "./row";

const cluster = testsOf("components/cluster/secure-cluster.test.ts");
const clusterRow = rowsOf("components/cluster/secure-cluster.test.ts");
const features = testsOf("components/cluster/cluster-features.test.ts");
const parametersRow = rowsOf("components/cluster/cluster-parameters.test.ts");
const serverless = rowsOf("end-to-end/deployments.test.ts")('{ folder: "examples/aurora-serverless" }');

export const clusters: Comparison = {
  heading: "Aurora and Multi-AZ DB clusters",
  example: "examples/aurora-serverless",
  compared: ["SecureCluster", "terraform-aws-modules/rds-aurora", "aws-rds DatabaseCluster"],
  deployedBy: testsOf("end-to-end/deployments.test.ts")(
    "a second preview proposes no change, and the pack reports nothing but what only AWS knows",
  ),
  rows: [
    {
      feature: "Multi-AZ DB clusters beside Aurora",
      ours: "argument",
      test: clusterRow('"of multi-AZ postgres"'),
      peers: ["argument", "no: its engines are Aurora's"],
    },
    {
      feature: "Encrypted storage",
      ours: "default",
      test: clusterRow("storageEncrypted: true"),
      peers: ["default", "argument: on where a key is given"],
    },
    {
      feature: "Customer managed key, made for it",
      ours: "default",
      test: clusterRow("masterUserSecretKmsKeyId: key"),
      peers: ["argument: of a key that is there", "argument: of a key made beside it"],
    },
    {
      feature: "Isolated network of its own",
      ours: "default: in three zones of a Multi-AZ DB cluster",
      test: cluster("spans three zones as a Multi-AZ DB cluster"),
      peers: ["no: subnets are given", "no: a VPC is given"],
    },
    {
      feature: "Security group of its own",
      ours: "default: lets in the group that applications join",
      test: testsOf("components/network/isolated-network.test.ts")(
        "lets in the group that applications join, and nothing out",
      ),
      peers: ["default: its rules are given", "default"],
    },
    {
      feature: "Two members in two zones",
      ours: "default",
      test: cluster("makes two members alike, and none of a Multi-AZ DB cluster"),
      peers: ["argument", "argument: by default no reader"],
    },
    {
      feature: "TLS forced",
      ours: "default",
      test: parametersRow('"rds.force_ssl=1"'),
      peers: ["argument: `cluster_parameter_group`", "argument: `parameters`"],
    },
    {
      feature: "Audit: pgaudit or the audit of Aurora MySQL",
      ours: "default",
      test: parametersRow('"pgaudit.log=ddl,role"'),
      peers: ["argument: `cluster_parameter_group`", "argument: `parameters`"],
    },
    {
      feature: "Log-in by IAM",
      ours: "default",
      test: clusterRow("iamDatabaseAuthenticationEnabled: true"),
      peers: ["argument", "argument"],
    },
    {
      feature: "Master password that RDS keeps and rotates",
      ours: "default",
      test: clusterRow("manageMasterUserPassword: true"),
      peers: ["default", "argument: by default a generated secret, which rotates where that is added"],
    },
    {
      feature: "Deletion protection",
      ours: "default",
      test: clusterRow("deletionProtection: true"),
      peers: ["argument", "argument: on with the removal policy RETAIN"],
    },
    {
      feature: "Final snapshot",
      ours: "default",
      test: clusterRow("skipFinalSnapshot: false"),
      peers: ["argument: `final_snapshot_identifier`", "default"],
    },
    {
      feature: "35 days of automated backups",
      ours: "default",
      test: clusterRow("backupRetentionPeriod: 35"),
      peers: ["argument: unset by default", "argument: 1 day by default"],
    },
    {
      feature: "AWS Backup plan",
      ours: "default",
      test: clusterRow('"Plan orders"'),
      peers: ["no", "no: aws-backup selects it"],
    },
    {
      feature: "Enhanced monitoring",
      ours: "default: every 60 seconds",
      test: clusterRow("monitoringInterval: 60"),
      peers: ["argument", "argument"],
    },
    {
      feature: "Advanced Database Insights",
      ours: "default",
      test: clusterRow('databaseInsightsMode: "advanced"'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Export of logs",
      ours: "default",
      test: clusterRow('enabledCloudwatchLogsExports: ["audit", "error", "general", "slowquery"]'),
      peers: ["argument", "argument"],
    },
    {
      feature: "Log groups encrypted under the key, with retention",
      ours: "default: 365 days",
      test: testsOf("components/cases.test.ts")(
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the title as the test has it
        "holds every control, or says why one does not apply: ${heading}, ${one.title}",
      ),
      peers: ["argument: 7 days where they are made", "argument: retention, no key"],
    },
    {
      feature: "Critical events, told to a topic",
      ours: "default",
      test: clusterRow('"EventSubscription orders-db-cluster"'),
      peers: ["no", "no: CfnEventSubscription beside it"],
    },
    {
      feature: "Alarms",
      ours: "default",
      test: features("has alarms of writer and readers, and of each member of a Multi-AZ DB cluster"),
      peers: ["no", "argument: by its metrics"],
    },
    {
      feature: "Refuses what weakens it, but for a reason",
      ours: "default",
      test: rowsOf("components/cluster/accepted-risks.test.ts")(
        '[{ instanceCount: 1 }, fails("instanceCount is 1", "rds-cluster-multi-az", "2 or more")]',
      ),
      peers: ["no", "no"],
    },
    {
      feature: "Members one by one",
      ours: "argument",
      test: cluster("makes members one by one"),
      peers: ["argument", "argument"],
    },
    {
      feature: "Serverless v2",
      ours: "argument",
      test: serverless,
      peers: ["argument", "argument"],
    },
    {
      feature: "Readers that scale",
      ours: "argument",
      test: features("adds readers by their processors or connections"),
      peers: ["argument", "no"],
    },
    {
      feature: "Global database",
      ours: "argument",
      test: features("makes an encrypted global database"),
      peers: ["argument: the global cluster is made beside it", "no: CfnGlobalCluster beside it"],
    },
    {
      feature: "Secondary cluster of a global database",
      ours: "argument",
      test: clusterRow('"that is a secondary one"'),
      peers: ["argument", "?"],
    },
    {
      feature: "Data API",
      ours: "argument: of Aurora, off by default",
      test: clusterRow("enableHttpEndpoint: true"),
      peers: ["argument: documented for serverless mode alone", "argument"],
    },
    {
      feature: "Backtracking of Aurora MySQL",
      ours: "argument",
      test: clusterRow("backtrackWindow: 3600"),
      peers: ["argument", "argument"],
    },
    {
      feature: "Activity stream",
      ours: "argument",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the title as the test has it
      test: features("sends its activity to a stream: ${mode}"),
      peers: ["argument", "no"],
    },
    {
      feature: "Restore of a snapshot",
      ours: "argument: of Aurora alone",
      test: clusterRow('"that is restored from a snapshot"'),
      peers: ["argument", "argument: DatabaseClusterFromSnapshot"],
    },
    {
      feature: "Restore to a point in time",
      ours: "argument: of Aurora alone",
      test: clusterRow('"that is restored to a point in time"'),
      peers: ["argument", "no"],
    },
    {
      feature: "Clone",
      ours: "argument",
      test: clusterRow('"that is a clone"'),
      peers: ["argument", "no"],
    },
    {
      feature: "Proxy",
      ours: "argument",
      test: serverless,
      peers: ["no", "argument: `addProxy`"],
    },
    {
      feature: "Permission to connect as one database user",
      ours: "argument: `grantConnect`",
      test: cluster("lets a role log in as one user of the cluster"),
      peers: ["no", "argument: `grantConnect`"],
    },
    {
      feature: "Custom endpoints",
      ours: "no",
      peers: ["argument", "no"],
    },
    {
      feature: "Roles of the cluster, such as for S3 and Lambda",
      ours: "no",
      peers: ["argument", "argument: S3 alone"],
    },
    {
      feature: "New cluster from a MySQL backup in S3",
      ours: "no",
      peers: ["argument", "no"],
    },
    {
      feature: "Active Directory domain, Kerberos",
      ours: "no",
      peers: ["argument", "argument"],
    },
    {
      feature: "Limitless",
      ours: "no",
      peers: ["argument: with its shard group", "argument"],
    },
    {
      feature: "Aurora DSQL",
      ours: "no",
      peers: ["argument: a submodule", "no: aws-dsql has what is generated"],
    },
    {
      feature: "Write forwarding",
      ours: "no",
      peers: ["argument: local and global", "argument: local"],
    },
    {
      feature: "Replica of a cluster or instance elsewhere",
      ours: "no: but in a global database",
      peers: ["argument", "argument"],
    },
    {
      feature: "Serverless v1",
      ours: "no",
      peers: ["argument", "argument: ServerlessCluster"],
    },
    {
      feature: "Parameter groups that are there",
      ours: "no",
      peers: ["argument", "argument"],
    },
    {
      feature: "An identifier of one's choice, a minor version, dual stack",
      ours: "no",
      peers: ["argument", "argument"],
    },
    {
      feature: "Tags of one resource alone",
      ours: "no: of all",
      peers: ["argument", "argument"],
    },
  ],
};
