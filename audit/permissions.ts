/** An AWS call that the audit makes, which is also the IAM action that allows it, and what it is for. */
export interface Permission {
  readonly action: string;
  readonly why: string;
}

/** Everything that the audit asks of AWS; it only reads. */
export const permissions = [
  // Allowed to every principal, whatever its policies say.
  { action: "sts:GetCallerIdentity", why: "the id of the account, for the report" },
  { action: "ec2:DescribeRegions", why: "the regions that the account has, for an audit of all" },
  { action: "rds:DescribeDBInstances", why: "the DB instances" },
  { action: "rds:DescribeDBClusters", why: "the DB clusters, with their activity streams" },
  { action: "rds:DescribeGlobalClusters", why: "the encryption and version of global clusters" },
  { action: "rds:DescribeDBSubnetGroups", why: "the subnets of databases" },
  { action: "rds:DescribeDBSnapshots", why: "the encryption of snapshots" },
  { action: "rds:DescribeDBSnapshotAttributes", why: "with whom a snapshot is shared" },
  { action: "rds:DescribeDBClusterSnapshots", why: "the encryption of cluster snapshots" },
  { action: "rds:DescribeDBClusterSnapshotAttributes", why: "with whom a cluster snapshot is shared" },
  { action: "rds:DescribeDBInstanceAutomatedBackups", why: "the key of replicated backups" },
  { action: "rds:DescribeDBProxies", why: "the TLS and IAM authentication of proxies" },
  { action: "rds:DescribeDBProxyEndpoints", why: "the security groups of further endpoints of proxies" },
  { action: "rds:DescribeEventSubscriptions", why: "who is told of critical events" },
  { action: "rds:DescribeDBClusterParameterGroups", why: "the families of cluster parameter groups" },
  { action: "rds:DescribeDBClusterParameters", why: "the modified cluster parameters: TLS and logging" },
  { action: "rds:DescribeDBParameterGroups", why: "the families of parameter groups" },
  { action: "rds:DescribeDBParameters", why: "the modified parameters: TLS and logging" },
  { action: "rds:DescribeOptionGroups", why: "the options of option groups: TLS and auditing" },
  { action: "ec2:DescribeSubnets", why: "the subnets of subnet groups" },
  { action: "ec2:DescribeRouteTables", why: "whether a subnet routes to an internet gateway" },
  { action: "ec2:DescribeSecurityGroups", why: "who may reach a database" },
  { action: "ec2:GetManagedPrefixListEntries", why: "the addresses behind a security group rule or a route" },
  { action: "ec2:DescribeFlowLogs", why: "whether a VPC logs its traffic" },
  { action: "ec2:DescribeVpcEndpoints", why: "the policies of endpoints" },
  { action: "kms:DescribeKey", why: "whether a key is managed by the customer or by AWS" },
  { action: "kms:GetKeyPolicy", why: "who may use a key" },
  { action: "kms:GetKeyRotationStatus", why: "whether a key rotates" },
  { action: "secretsmanager:DescribeSecret", why: "the key and rotation of a database's secret, never its value" },
  { action: "secretsmanager:GetResourcePolicy", why: "who may read a database's secret" },
  { action: "backup:ListBackupVaults", why: "the keys of backup vaults" },
  { action: "backup:ListRecoveryPointsByBackupVault", why: "the encryption of backups" },
  { action: "backup:ListBackupPlans", why: "the backup plans" },
  { action: "backup:GetBackupPlan", why: "the vaults that a backup plan writes to" },
  { action: "backup:ListBackupSelections", why: "what a backup plan selects" },
  { action: "backup:GetBackupSelection", why: "the ARNs and tags that a backup plan selects" },
  { action: "logs:DescribeLogGroups", why: "the retention and key of a database's logs" },
  { action: "logs:DescribeResourcePolicies", why: "who may read logs" },
  { action: "guardduty:ListDetectors", why: "whether GuardDuty is there" },
  { action: "guardduty:GetDetector", why: "whether GuardDuty watches log-ins to databases" },
  { action: "iam:GetAccountAuthorizationDetails", why: "the policies that grant access to databases" },
  { action: "dynamodb:ListTables", why: "the tables" },
  { action: "dynamodb:DescribeTable", why: "the encryption and deletion protection of a table" },
  { action: "dynamodb:DescribeContinuousBackups", why: "the point-in-time recovery of a table" },
  { action: "dynamodb:GetResourcePolicy", why: "who may use a table" },
  { action: "dynamodb:DescribeKinesisStreamingDestination", why: "where a table sends its changes" },
  { action: "tag:GetResources", why: "the tags of tables, by which backup plans select" },
  { action: "kinesis:ListStreams", why: "whether there are streams that a table could send its changes to" },
  { action: "kinesis:DescribeStreamSummary", why: "the encryption of a table's stream" },
  { action: "application-autoscaling:DescribeScalableTargets", why: "whether a table scales" },
  { action: "dax:DescribeClusters", why: "the encryption and nodes of DAX clusters" },
  { action: "dax:DescribeSubnetGroups", why: "the zones of DAX clusters" },
] as const satisfies readonly Permission[];

/** What an audit of several accounts asks of AWS beyond that, with the credentials that it starts with. */
export const organizationPermissions = [
  { action: "organizations:ListAccounts", why: "the accounts of the organization" },
  { action: "organizations:ListAccountsForParent", why: "the accounts of an organizational unit" },
  { action: "organizations:ListOrganizationalUnitsForParent", why: "the units within an organizational unit" },
] as const satisfies readonly Permission[];

export type Action = (typeof permissions | typeof organizationPermissions)[number]["action"];

/** What the import into Security Hub asks for, beyond what an audit reads; nothing else writes. */
export const securityHubPermissions = ["securityhub:BatchImportFindings", "securityhub:GetFindings"] as const;
