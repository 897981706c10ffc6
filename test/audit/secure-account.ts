import type { Answers, Input } from "./read/stub-clients";

export const region = "eu-west-1";
export const account = "111122223333";
const key = `arn:aws:kms:${region}:${account}:key/k1`;
const role = `arn:aws:iam::${account}:role/monitoring`;
const secret = (name: string) => `arn:aws:secretsmanager:${region}:${account}:secret:${name}`;
const stream = `arn:aws:kinesis:${region}:${account}:stream/changes`;
const table = `arn:aws:dynamodb:${region}:${account}:table/carts`;
export const instanceArn = `arn:aws:rds:${region}:${account}:db:orders`;

/** Allows the account itself. */
const ownPolicy = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "*", Resource: "*" }],
});

const common = {
  VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-db" }],
  StorageEncrypted: true,
  KmsKeyId: key,
  BackupRetentionPeriod: 14,
  DeletionProtection: true,
  CopyTagsToSnapshot: true,
  AutoMinorVersionUpgrade: true,
  IAMDatabaseAuthenticationEnabled: true,
};

const instance = {
  ...common,
  PubliclyAccessible: false,
  MonitoringInterval: 60,
  MonitoringRoleArn: role,
  PerformanceInsightsEnabled: true,
  PerformanceInsightsKMSKeyId: key,
  CACertificateIdentifier: "rds-ca-rsa2048-g1",
  DBInstanceClass: "db.m6g.large",
  DBSubnetGroup: { DBSubnetGroupName: "private" },
};

const orders = {
  ...instance,
  DBInstanceIdentifier: "orders",
  DBInstanceArn: instanceArn,
  Engine: "mysql",
  EngineVersion: "8.4.6",
  Endpoint: { Port: 3306 },
  DBParameterGroups: [{ DBParameterGroupName: "orders-84" }],
  OptionGroupMemberships: [{ OptionGroupName: "audit" }],
  MultiAZ: true,
  MasterUsername: "orders_owner",
  MasterUserSecret: { SecretArn: secret("rds!orders"), KmsKeyId: key },
  EnabledCloudwatchLogsExports: ["audit", "error", "general", "slowquery"],
};

const member = (name: string, zone: string) => ({
  ...instance,
  DBInstanceIdentifier: name,
  DBInstanceArn: `arn:aws:rds:${region}:${account}:db:${name}`,
  DBClusterIdentifier: "shop",
  Engine: "aurora-postgresql",
  EngineVersion: "17.5",
  Endpoint: { Port: 5432 },
  AvailabilityZone: zone,
  DBParameterGroups: [{ DBParameterGroupName: "default.aurora-postgresql17" }],
});

const shop = {
  ...common,
  DBClusterIdentifier: "shop",
  DBClusterArn: `arn:aws:rds:${region}:${account}:cluster:shop`,
  Engine: "aurora-postgresql",
  EngineVersion: "17.5",
  EngineMode: "provisioned",
  Port: 5432,
  DBSubnetGroup: "private",
  DBClusterParameterGroup: "shop-17",
  DBClusterMembers: [{ DBInstanceIdentifier: "shop-1" }, { DBInstanceIdentifier: "shop-2" }],
  MasterUsername: "shop_owner",
  MasterUserSecret: { SecretArn: secret("rds!shop"), KmsKeyId: key },
  EnabledCloudwatchLogsExports: ["postgresql"],
  ActivityStreamStatus: "started",
  ActivityStreamKmsKeyId: key,
};

/** What AWS answers about an account with one of everything, all of it as the catalogue wants it. */
export const secureAccount = {
  GetCallerIdentity: { Account: account },

  DescribeDBInstances: { DBInstances: [orders, member("shop-1", "eu-west-1a"), member("shop-2", "eu-west-1b")] },
  DescribeDBClusters: { DBClusters: [shop] },
  DescribeGlobalClusters: {
    GlobalClusters: [{ GlobalClusterIdentifier: "world", Engine: "aurora-postgresql", StorageEncrypted: true }],
  },
  DescribeDBSubnetGroups: {
    DBSubnetGroups: [
      {
        DBSubnetGroupName: "private",
        Subnets: [{ SubnetIdentifier: "subnet-1" }, { SubnetIdentifier: "subnet-2" }],
      },
    ],
  },
  DescribeDBSnapshots: {
    DBSnapshots: [{ DBSnapshotIdentifier: "orders-1", SnapshotType: "manual", Encrypted: true, KmsKeyId: key }],
  },
  DescribeDBSnapshotAttributes: {
    DBSnapshotAttributesResult: {
      DBSnapshotAttributes: [{ AttributeName: "restore", AttributeValues: ["444455556666"] }],
    },
  },
  DescribeDBClusterSnapshots: {
    DBClusterSnapshots: [
      { DBClusterSnapshotIdentifier: "shop-1", SnapshotType: "manual", StorageEncrypted: true, KmsKeyId: key },
    ],
  },
  DescribeDBClusterSnapshotAttributes: {
    DBClusterSnapshotAttributesResult: {
      DBClusterSnapshotAttributes: [{ AttributeName: "restore", AttributeValues: [] }],
    },
  },
  DescribeDBInstanceAutomatedBackups: {
    DBInstanceAutomatedBackups: [
      { DBInstanceArn: `arn:aws:rds:eu-central-1:${account}:db:far`, DBInstanceIdentifier: "far", KmsKeyId: key },
    ],
  },
  DescribeDBProxies: {
    DBProxies: [
      {
        DBProxyName: "orders",
        EngineFamily: "MYSQL",
        RequireTLS: true,
        Auth: [{ IAMAuth: "REQUIRED", SecretArn: secret("proxy") }],
      },
    ],
  },
  DescribeDBProxyEndpoints: { DBProxyEndpoints: [{ DBProxyEndpointName: "readers", DBProxyName: "orders" }] },
  DescribeEventSubscriptions: {
    EventSubscriptionsList: [{ CustSubscriptionId: "alarms", Enabled: true, Status: "active" }],
  },
  DescribeDBParameterGroups: {
    DBParameterGroups: [{ DBParameterGroupName: "orders-84", DBParameterGroupFamily: "mysql8.4" }],
  },
  DescribeDBParameters: { Parameters: [{ ParameterName: "require_secure_transport", ParameterValue: "1" }] },
  DescribeDBClusterParameterGroups: {
    DBClusterParameterGroups: [
      { DBClusterParameterGroupName: "shop-17", DBParameterGroupFamily: "aurora-postgresql17" },
    ],
  },
  DescribeDBClusterParameters: {
    Parameters: [
      { ParameterName: "rds.force_ssl", ParameterValue: "1" },
      { ParameterName: "log_statement", ParameterValue: "ddl" },
      { ParameterName: "log_connections", ParameterValue: "1" },
      { ParameterName: "log_disconnections", ParameterValue: "1" },
      { ParameterName: "shared_preload_libraries", ParameterValue: "pgaudit" },
      { ParameterName: "pgaudit.log", ParameterValue: "ddl,role" },
    ],
  },
  DescribeOptionGroups: {
    OptionGroupsList: [
      {
        OptionGroupName: "audit",
        EngineName: "mysql",
        Options: [
          {
            OptionName: "MARIADB_AUDIT_PLUGIN",
            OptionSettings: [{ Name: "SERVER_AUDIT_EVENTS", Value: "CONNECT,QUERY" }],
          },
        ],
      },
    ],
  },

  DescribeSubnets: {
    Subnets: [
      { SubnetId: "subnet-1", VpcId: "vpc-1", AvailabilityZone: "eu-west-1a" },
      { SubnetId: "subnet-2", VpcId: "vpc-1", AvailabilityZone: "eu-west-1b" },
    ],
  },
  DescribeRouteTables: {
    RouteTables: [
      {
        RouteTableId: "rtb-1",
        VpcId: "vpc-1",
        Associations: [{ Main: true, RouteTableAssociationId: "rtbassoc-1" }],
        Routes: [{ DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local" }],
      },
    ],
  },
  DescribeSecurityGroups: {
    SecurityGroups: [
      {
        GroupId: "sg-db",
        GroupName: "orders-db",
        Description: "databases",
        VpcId: "vpc-1",
        IpPermissions: [3306, 5432].map((port) => ({
          IpProtocol: "tcp",
          FromPort: port,
          ToPort: port,
          UserIdGroupPairs: [{ GroupId: "sg-app", Description: "applications" }],
        })),
        IpPermissionsEgress: [
          {
            IpProtocol: "tcp",
            FromPort: 443,
            ToPort: 443,
            PrefixListIds: [{ PrefixListId: "pl-1", Description: "S3" }],
          },
        ],
      },
      { GroupId: "sg-app", GroupName: "app", VpcId: "vpc-1" },
    ],
  },
  GetManagedPrefixListEntries: { Entries: [{ Cidr: "10.0.0.0/24" }] },
  DescribeFlowLogs: {
    FlowLogs: [
      {
        FlowLogId: "fl-1",
        ResourceId: "vpc-1",
        TrafficType: "ALL",
        FlowLogStatus: "ACTIVE",
        LogGroupName: "/flow",
      },
    ],
  },
  DescribeVpcEndpoints: {
    VpcEndpoints: [
      { VpcEndpointId: "vpce-1", VpcId: "vpc-1", ServiceName: `com.amazonaws.${region}.dynamodb`, OwnerId: account },
    ],
  },

  DescribeKey: { KeyMetadata: { KeyId: "k1", Arn: key, KeyManager: "CUSTOMER", Enabled: true } },
  GetKeyPolicy: { Policy: ownPolicy },
  GetKeyRotationStatus: { KeyRotationEnabled: true },
  DescribeSecret: ({ SecretId }: Input) => ({
    ARN: SecretId,
    Name: SecretId,
    KmsKeyId: key,
    RotationEnabled: true,
    RotationRules: { AutomaticallyAfterDays: 7 },
  }),
  GetResourcePolicy: ({ SecretId }: Input) =>
    SecretId === undefined ? { Policy: ownPolicy } : { ResourcePolicy: ownPolicy },

  ListBackupVaults: {
    BackupVaultList: [
      {
        BackupVaultName: "vault",
        BackupVaultArn: `arn:aws:backup:${region}:${account}:backup-vault:vault`,
        EncryptionKeyArn: key,
        NumberOfRecoveryPoints: 3,
      },
    ],
  },
  ListRecoveryPointsByBackupVault: ({ ByResourceType: type }: Input) => ({
    RecoveryPoints: [
      { RecoveryPointArn: `arn:aws:backup:${region}:${account}:recovery-point:${type}`, IsEncrypted: true },
    ],
  }),
  ListBackupPlans: { BackupPlansList: [{ BackupPlanId: "plan-1", BackupPlanName: "nightly" }] },
  GetBackupPlan: { BackupPlan: { BackupPlanName: "nightly", Rules: [{ TargetBackupVaultName: "vault" }] } },
  ListBackupSelections: { BackupSelectionsList: [{ SelectionId: "selection-1", SelectionName: "all" }] },
  GetBackupSelection: { BackupSelection: { SelectionName: "all", Resources: ["*"] } },

  DescribeLogGroups: ({ logGroupNamePrefix: prefix }: Input) => ({
    logGroups: [{ logGroupName: `${prefix}`, kmsKeyId: key, retentionInDays: 400 }],
  }),
  DescribeResourcePolicies: { resourcePolicies: [{ policyName: "events", policyDocument: ownPolicy }] },
  ListDetectors: { DetectorIds: ["d1"] },
  GetDetector: { Status: "ENABLED", Features: [{ Name: "RDS_LOGIN_EVENTS", Status: "ENABLED" }] },
  GetAccountAuthorizationDetails: {
    Policies: [
      {
        Arn: `arn:aws:iam::${account}:policy/connect`,
        PolicyName: "connect",
        PolicyVersionList: [
          {
            IsDefaultVersion: true,
            Document: encodeURIComponent(
              JSON.stringify({
                Statement: [
                  {
                    Effect: "Allow",
                    Action: "rds-db:connect",
                    Resource: `arn:aws:rds-db:${region}:${account}:dbuser:db-ABC/app`,
                  },
                ],
              }),
            ),
          },
        ],
      },
    ],
  },

  ListTables: { TableNames: ["carts"] },
  DescribeTable: {
    Table: {
      TableName: "carts",
      TableArn: table,
      DeletionProtectionEnabled: true,
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
      SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: key },
      StreamSpecification: { StreamEnabled: true },
      LatestStreamArn: `${table}/stream/1`,
    },
  },
  DescribeContinuousBackups: {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: "ENABLED",
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "ENABLED", RecoveryPeriodInDays: 35 },
    },
  },
  GetResources: { ResourceTagMappingList: [{ ResourceARN: table, Tags: [{ Key: "team", Value: "shop" }] }] },
  ListStreams: { StreamNames: ["changes"] },
  DescribeKinesisStreamingDestination: {
    KinesisDataStreamDestinations: [{ StreamArn: stream, DestinationStatus: "ACTIVE" }],
  },
  DescribeStreamSummary: { StreamDescriptionSummary: { StreamName: "changes", EncryptionType: "KMS", KeyId: key } },
  DescribeScalableTargets: {
    ScalableTargets: [{ ResourceId: "table/carts", ScalableDimension: "dynamodb:table:ReadCapacityUnits" }],
  },
  DescribeClusters: {
    Clusters: [
      {
        ClusterName: "cache",
        SSEDescription: { Status: "ENABLED" },
        ClusterEndpointEncryptionType: "TLS",
        TotalNodes: 2,
        Nodes: [{ AvailabilityZone: "eu-west-1a" }, { AvailabilityZone: "eu-west-1b" }],
        SubnetGroup: "private",
      },
    ],
  },
  DescribeSubnetGroups: {
    SubnetGroups: [{ SubnetGroupName: "private", Subnets: [{ SubnetIdentifier: "subnet-1" }] }],
  },
} as const satisfies Answers;
