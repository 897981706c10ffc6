import type { ScalableTarget } from "@aws-sdk/client-application-auto-scaling";
import type {
  BackupPlan,
  BackupSelection,
  BackupVaultListMember,
  RecoveryPointByBackupVault,
} from "@aws-sdk/client-backup";
import type { LogGroup, ResourcePolicy } from "@aws-sdk/client-cloudwatch-logs";
import type { Cluster as DaxCluster, SubnetGroup as DaxSubnetGroup } from "@aws-sdk/client-dax";
import type {
  ContinuousBackupsDescription,
  KinesisDataStreamDestination,
  TableDescription,
  Tag,
} from "@aws-sdk/client-dynamodb";
import type { FlowLog, PrefixListEntry, RouteTable, SecurityGroup, Subnet, VpcEndpoint } from "@aws-sdk/client-ec2";
import type { GetDetectorResponse } from "@aws-sdk/client-guardduty";
import type { StreamDescriptionSummary } from "@aws-sdk/client-kinesis";
import type { KeyMetadata } from "@aws-sdk/client-kms";
import type {
  DBCluster,
  DBClusterParameterGroup,
  DBClusterSnapshot,
  DBInstance,
  DBInstanceAutomatedBackup,
  DBParameterGroup,
  DBProxy,
  DBProxyEndpoint,
  DBSnapshot,
  DBSubnetGroup,
  EventSubscription,
  GlobalCluster,
  OptionGroup,
  Parameter,
} from "@aws-sdk/client-rds";
import type { DescribeSecretResponse } from "@aws-sdk/client-secrets-manager";

/** What a list call returned: everything, or (with `unread`) what came before it failed. */
export interface Listing<T> {
  readonly items: readonly T[];
  /** Why there may be more: "rds:DescribeDBInstances was denied". */
  readonly unread?: string;
}

/** What a call about one resource returned, or why it returned nothing. */
export type Fact<T> = { readonly value: T } | { readonly unread: string };

/** What RDS tells about one region. */
export interface RdsDescription {
  /** Those of RDS and Aurora, members of clusters included. */
  readonly dbInstances: Listing<DBInstance>;
  readonly dbClusters: Listing<DBCluster>;
  readonly globalClusters: Listing<GlobalCluster>;
  readonly dbSubnetGroups: Listing<DBSubnetGroup>;
  /** All but automated ones, which follow their database. */
  readonly dbSnapshots: Listing<DBSnapshot>;
  readonly dbClusterSnapshots: Listing<DBClusterSnapshot>;
  /** The accounts that each snapshot is shared with, by its identifier. */
  readonly snapshotShares: ReadonlyMap<string, Fact<readonly string[]>>;
  readonly dbClusterSnapshotShares: ReadonlyMap<string, Fact<readonly string[]>>;
  readonly automatedBackups: Listing<DBInstanceAutomatedBackup>;
  readonly dbProxies: Listing<DBProxy>;
  readonly dbProxyEndpoints: Listing<DBProxyEndpoint>;
  readonly eventSubscriptions: Listing<EventSubscription>;
  /** The cluster parameter groups of the region; `default.*` ones may be missing. */
  readonly dbClusterParameterGroups: Listing<DBClusterParameterGroup>;
  /** The modified parameters of each cluster parameter group that a cluster uses, by its name. */
  readonly clusterParameters: ReadonlyMap<string, Listing<Parameter>>;
  /** The parameter groups of the region; `default.*` ones may be missing. */
  readonly dbParameterGroups: Listing<DBParameterGroup>;
  /** The modified parameters of each parameter group that an instance uses, by its name; no `default.*` ones. */
  readonly parameters: ReadonlyMap<string, Listing<Parameter>>;
  /** The option groups of the region; `default:*` ones may be missing. */
  readonly dbOptionGroups: Listing<OptionGroup>;
}

/** What EC2 tells about the network of one region. */
export interface NetworkDescription {
  readonly subnets: Listing<Subnet>;
  readonly routeTables: Listing<RouteTable>;
  readonly securityGroups: Listing<SecurityGroup>;
  /** The entries of each prefix list that a rule names, by its id. */
  readonly prefixLists: ReadonlyMap<string, Listing<PrefixListEntry>>;
  readonly flowLogs: Listing<FlowLog>;
  readonly vpcEndpoints: Listing<VpcEndpoint>;
}

/** A key, with what is asked about customer managed ones alone. */
export interface DescribedKey {
  readonly metadata: Fact<KeyMetadata>;
  /** It exists no more, though something still names it. */
  readonly deleted?: true;
  /** A text of JSON. */
  readonly policy?: Fact<string | undefined>;
  readonly rotation?: Fact<boolean>;
}

export interface DescribedSecret {
  readonly secret: Fact<DescribeSecretResponse>;
  /** A text of JSON; absent where it has none. */
  readonly policy: Fact<string | undefined>;
}

/** What guards databases from outside of them. */
export interface KeysDescription {
  /** Each key that something here names, by that name (a key's ARN or an alias). */
  readonly keys: ReadonlyMap<string, DescribedKey>;
  /** Each secret that a proxy or a database names, by that name. */
  readonly secrets: ReadonlyMap<string, DescribedSecret>;
}

export interface DescribedPlan {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly plan: Fact<BackupPlan>;
  readonly selections: Listing<DescribedSelection>;
}

export interface DescribedSelection {
  readonly id: string;
  readonly name: string;
  readonly selection: Fact<BackupSelection>;
}

export interface BackupDescription {
  readonly backupVaults: Listing<BackupVaultListMember>;
  readonly backupPlans: Listing<DescribedPlan>;
  /** Those of databases. */
  readonly recoveryPoints: Listing<RecoveryPointByBackupVault>;
}

/** An identity policy, managed by the customer or inline, or the attachment of a broad one that AWS manages. */
export interface DescribedPolicy {
  readonly id: string;
  readonly name: string;
  /** A text of JSON, or the object that stands for it. */
  readonly document: string | object;
}

export interface DescribedDetector {
  readonly id: string;
  readonly detector: Fact<GetDetectorResponse>;
}

export interface MonitoringDescription {
  readonly logGroups: Listing<LogGroup>;
  readonly logResourcePolicies: Listing<ResourcePolicy>;
  readonly detectors: Listing<DescribedDetector>;
}

/** A DynamoDB table, as its describing calls tell. */
export interface DescribedTable {
  readonly name: string;
  readonly table: Fact<TableDescription>;
  readonly backups: Fact<ContinuousBackupsDescription>;
  readonly tags: Fact<readonly Tag[]>;
  /** A text of JSON; absent where it has none. */
  readonly policy: Fact<string | undefined>;
  /** The same of the table's stream, where it has one. */
  readonly streamPolicy?: Fact<string | undefined>;
  readonly destinations: Fact<readonly KinesisDataStreamDestination[]>;
}

export interface DynamodbDescription {
  /** The tables' names could not be listed. */
  readonly tablesUnread?: string;
  readonly tables: readonly DescribedTable[];
  readonly scalingTargets: Listing<ScalableTarget>;
  /** Each stream that a table sends its changes to, by its ARN. */
  readonly kinesisStreams: ReadonlyMap<string, Fact<StreamDescriptionSummary>>;
  readonly daxClusters: Listing<DaxCluster>;
  readonly daxSubnetGroups: Listing<DaxSubnetGroup>;
}

/** One region of an account, as AWS describes it. */
export interface AccountDescription
  extends RdsDescription,
    NetworkDescription,
    KeysDescription,
    BackupDescription,
    MonitoringDescription,
    DynamodbDescription {
  readonly region: string;
  /** The account's id, where STS told it. */
  readonly account?: string;
  readonly iamPolicies: Listing<DescribedPolicy>;
}

/** The value that AWS returned, or undefined where it returned none. */
export function readValue<T>(fact: Fact<T>): T | undefined {
  return "value" in fact ? fact.value : undefined;
}
