import type { BackupPlan, BackupSelection, BackupVault, RecoveryPoint } from "./model/backup";
import type {
  DaxCluster,
  DaxSubnetGroup,
  DynamodbReplica,
  DynamodbResourcePolicy,
  DynamodbTable,
  KinesisDestination,
  KinesisStream,
  ScalingTarget,
} from "./model/dynamodb";
import type { IamPolicy } from "./model/iam";
import type { KmsAlias, KmsKey, KmsKeyPolicy, Secret, SecretPolicy, SecretRotation } from "./model/keys";
import type { GuarddutyDetector, LogGroup, LogResourcePolicy } from "./model/logs";
import type {
  FlowLog,
  PrefixList,
  Route,
  RouteTable,
  RouteTableAssociation,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  Vpc,
  VpcEndpoint,
} from "./model/network";
import type {
  ActivityStream,
  DatabaseRegion,
  DbCluster,
  DbInstance,
  DbOptionGroup,
  DbParameterGroup,
  DbProxy,
  DbProxyEndpoint,
  DbSecurityGroup,
  DbSnapshot,
  DbSubnetGroup,
  EventSubscription,
  GlobalCluster,
  ReplicatedBackup,
} from "./model/rds";

export type * from "./model/backup";
export type * from "./model/dynamodb";
export type * from "./model/iam";
export type * from "./model/keys";
export type * from "./model/logs";
export type * from "./model/network";
export type * from "./model/rds";
export type * from "./model/resource";

/** Every kind of resource that a control can be about or look at, by its list in the inventory. */
export interface Kinds {
  readonly dbInstances: DbInstance;
  readonly dbClusters: DbCluster;
  readonly globalClusters: GlobalCluster;
  readonly dbSnapshots: DbSnapshot;
  readonly replicatedBackups: ReplicatedBackup;
  readonly dbProxies: DbProxy;
  readonly dbProxyEndpoints: DbProxyEndpoint;
  readonly activityStreams: ActivityStream;
  readonly dbSecurityGroups: DbSecurityGroup;
  readonly eventSubscriptions: EventSubscription;
  readonly databaseRegions: DatabaseRegion;
  readonly dbSubnetGroups: DbSubnetGroup;
  readonly dbParameterGroups: DbParameterGroup;
  readonly dbClusterParameterGroups: DbParameterGroup;
  readonly dbOptionGroups: DbOptionGroup;
  readonly vpcs: Vpc;
  readonly subnets: Subnet;
  readonly routeTables: RouteTable;
  readonly routeTableAssociations: RouteTableAssociation;
  readonly routes: Route;
  readonly securityGroups: SecurityGroup;
  readonly securityGroupRules: SecurityGroupRule;
  readonly prefixLists: PrefixList;
  readonly flowLogs: FlowLog;
  readonly vpcEndpoints: VpcEndpoint;
  readonly kmsKeys: KmsKey;
  readonly kmsKeyPolicies: KmsKeyPolicy;
  readonly kmsAliases: KmsAlias;
  readonly secrets: Secret;
  readonly secretRotations: SecretRotation;
  readonly secretPolicies: SecretPolicy;
  readonly backupVaults: BackupVault;
  readonly backupPlans: BackupPlan;
  readonly backupSelections: BackupSelection;
  readonly recoveryPoints: RecoveryPoint;
  readonly logGroups: LogGroup;
  readonly logResourcePolicies: LogResourcePolicy;
  readonly guarddutyDetectors: GuarddutyDetector;
  readonly iamPolicies: IamPolicy;
  readonly dynamodbTables: DynamodbTable;
  readonly dynamodbReplicas: DynamodbReplica;
  readonly dynamodbResourcePolicies: DynamodbResourcePolicy;
  readonly scalingTargets: ScalingTarget;
  readonly kinesisStreams: KinesisStream;
  readonly kinesisDestinations: KinesisDestination;
  readonly daxClusters: DaxCluster;
  readonly daxSubnetGroups: DaxSubnetGroup;
}

export type Kind = keyof Kinds;

/** One list a kind. */
export type Lists = { readonly [K in Kind]: readonly Kinds[K][] };

export interface Inventory extends Lists {
  /**
   * "program": what a Pulumi program declares; anything else may exist outside it.
   * "account": one region of an account as AWS describes it.
   */
  readonly scope: "program" | "account";
  /** Lists of which some or all could not be read, with the reason: "ec2:DescribeRouteTables was denied". */
  readonly unread: { readonly [K in Kind]?: string };
}

/** What each kind is called in messages. */
export const kindNames: { readonly [K in Kind]: string } = {
  dbInstances: "DB instance",
  dbClusters: "DB cluster",
  globalClusters: "global cluster",
  dbSnapshots: "DB snapshot",
  replicatedBackups: "replicated backup",
  dbProxies: "DB proxy",
  dbProxyEndpoints: "DB proxy endpoint",
  activityStreams: "activity stream",
  dbSecurityGroups: "DB security group",
  eventSubscriptions: "event subscription",
  databaseRegions: "region of databases",
  dbSubnetGroups: "DB subnet group",
  dbParameterGroups: "DB parameter group",
  dbClusterParameterGroups: "DB cluster parameter group",
  dbOptionGroups: "DB option group",
  vpcs: "VPC",
  subnets: "subnet",
  routeTables: "route table",
  routeTableAssociations: "route table association",
  routes: "route",
  securityGroups: "security group",
  securityGroupRules: "security group rule",
  prefixLists: "prefix list",
  flowLogs: "flow log",
  vpcEndpoints: "VPC endpoint",
  kmsKeys: "KMS key",
  kmsKeyPolicies: "KMS key policy",
  kmsAliases: "KMS alias",
  secrets: "secret",
  secretRotations: "secret rotation",
  secretPolicies: "secret policy",
  backupVaults: "backup vault",
  backupPlans: "backup plan",
  backupSelections: "backup selection",
  recoveryPoints: "recovery point",
  logGroups: "log group",
  logResourcePolicies: "log resource policy",
  guarddutyDetectors: "GuardDuty detector",
  iamPolicies: "IAM policy",
  dynamodbTables: "DynamoDB table",
  dynamodbReplicas: "DynamoDB table replica",
  dynamodbResourcePolicies: "DynamoDB resource policy",
  scalingTargets: "scaling target",
  kinesisStreams: "Kinesis stream",
  kinesisDestinations: "Kinesis destination",
  daxClusters: "DAX cluster",
  daxSubnetGroups: "DAX subnet group",
};

export function emptyInventory(scope: Inventory["scope"]): Inventory {
  const lists = Object.fromEntries(Object.keys(kindNames).map((kind) => [kind, []])) as unknown as Lists;
  return { scope, unread: {}, ...lists };
}
