import type { Value } from "../value";
import type { Reference, Resource, TaggedResource, Tags } from "./resource";

/** Where a master password comes from: Secrets Manager, a write-only property, or one that is kept in plain sight. */
export type PasswordSource = "managed" | "write-only" | "plain";

/** What instances and clusters have in common. */
interface Database extends Resource {
  readonly engine: Value<string>;
  readonly engineVersion: Value<string>;
  readonly storageEncrypted: Value<boolean>;
  readonly kmsKeyId: Reference;
  readonly subnetGroup: Reference;
  readonly securityGroups: Value<readonly Reference[]>;
  readonly port: Value<number>;
  readonly parameterGroup: Reference;
  /** Days. */
  readonly backupRetentionPeriod: Value<number>;
  readonly deletionProtection: Value<boolean>;
  readonly skipFinalSnapshot: Value<boolean>;
  readonly copyTagsToSnapshot: Value<boolean>;
  readonly iamAuthentication: Value<boolean>;
  readonly autoMinorVersionUpgrade: Value<boolean>;
  /** "open-source-rds-extended-support" or "open-source-rds-extended-support-disabled". */
  readonly engineLifecycleSupport: Value<string>;
  /** Log types that are exported to CloudWatch Logs. */
  readonly logExports: Value<readonly Value<string>[]>;
  readonly masterUsername: Value<string>;
  /** Absent where none is set, as on a replica or restore. */
  readonly masterPassword: Value<PasswordSource>;
  /** The secret in which RDS keeps the master password. */
  readonly masterUserSecret: Reference;
  readonly masterUserSecretKmsKeyId: Reference;
  /** Seconds between two samples of enhanced monitoring; 0 is off. */
  readonly monitoringInterval: Value<number>;
  readonly monitoringRole: Reference;
  readonly performanceInsightsEnabled: Value<boolean>;
  readonly performanceInsightsKmsKeyId: Reference;
  /** Whether it can be reached from outside its VPC; of clusters only Multi-AZ DB clusters have it. */
  readonly publiclyAccessible: Value<boolean>;
  readonly instanceClass: Value<string>;
  readonly caCertificate: Value<string>;
  /** The snapshot that this one is restored from. */
  readonly snapshot: Reference;
  /** The instance or cluster whose backups this one is restored from, to a point in time. */
  readonly restoreSource: Reference;
  readonly tags: Tags;
}

/** An RDS DB instance, or a member of a DB cluster (then `cluster` is set). */
export interface DbInstance extends Database {
  readonly cluster: Reference;
  readonly optionGroup: Reference;
  readonly multiAz: Value<boolean>;
  /** The instance, or Multi-AZ DB cluster, that this one is a read replica of. */
  readonly replicaSource: Reference;
  readonly availabilityZone: Value<string>;
  /** The fully qualified name of a self-managed Active Directory domain that it joins. */
  readonly domainFqdn: Value<string>;
  readonly domainAuthSecret: Reference;
}

/** An Aurora DB cluster, or a Multi-AZ DB cluster (then `instanceClass` is set). */
export interface DbCluster extends Database {
  /** "provisioned" (default), "serverless" (version 1), "parallelquery", "global" or "multimaster". */
  readonly engineMode: Value<string>;
  /** The parameter group that the members get when they name none. */
  readonly instanceParameterGroup: Reference;
  /** Seconds; 0 is off. */
  readonly backtrackWindow: Value<number>;
  readonly globalCluster: Reference;
  /** The cluster or instance that this one replicates. */
  readonly replicaSource: Reference;
  readonly availabilityZones: Value<readonly Value<string>[]>;
  /** Kinds of members that AWS counts in an account; absent in a program, where members refer to their cluster. */
  readonly memberCount: number | undefined;
}

export interface GlobalCluster extends TaggedResource {
  readonly engine: Value<string>;
  readonly engineVersion: Value<string>;
  readonly storageEncrypted: Value<boolean>;
  /** The cluster that it is made from. */
  readonly sourceCluster: Reference;
}

/** A snapshot of an instance or a cluster, manual, copied or shared. */
export interface DbSnapshot extends Resource {
  /** The instance that it was taken of; absent for a cluster's. */
  readonly instance: Reference;
  readonly cluster: Reference;
  /** The snapshot that it is a copy of. */
  readonly copyOf: Reference;
  /** Absent where the program cannot say: encryption follows what it was taken of. */
  readonly encrypted: Value<boolean>;
  /** Absent where the program cannot say: the key is that of what it was taken of. */
  readonly kmsKeyId: Reference;
  /** Accounts that may restore it; "all" is everybody. */
  readonly sharedAccounts: Value<readonly Value<string>[]>;
  readonly tags: Tags;
}

/** Automated backups of an instance that are replicated to another region. */
export interface ReplicatedBackup extends TaggedResource {
  readonly source: Reference;
  readonly kmsKeyId: Reference;
}

export interface ProxyAuthentication {
  /** "DISABLED" (default), "REQUIRED" or "ENABLED". */
  readonly iamAuthentication: Value<string>;
  readonly secret: Reference;
}

export interface DbProxy extends Resource {
  readonly engineFamily: Value<string>;
  readonly requireTls: Value<boolean>;
  /** "NONE" (default) or "IAM_AUTH". */
  readonly defaultAuthenticationScheme: Value<string>;
  readonly authentications: Value<readonly Value<ProxyAuthentication>[]>;
  readonly securityGroups: Value<readonly Reference[]>;
}

/** A further way to a proxy, with security groups of its own. */
export interface DbProxyEndpoint extends Resource {
  readonly proxy: Reference;
  readonly securityGroups: Value<readonly Reference[]>;
}

export interface ActivityStream extends Resource {
  /** The cluster, by its ARN; absent for the stream of an instance. */
  readonly cluster: Reference;
  readonly kmsKeyId: Reference;
}

/** A DB security group of EC2-Classic. */
export interface DbSecurityGroup extends Resource {}

export interface EventSubscription extends Resource {
  readonly enabled: Value<boolean>;
  /** "db-instance", "db-cluster", "db-parameter-group", "db-security-group" ...; absent: every type. */
  readonly sourceType: Value<string>;
  /** Absent or empty: every source of the type. */
  readonly sourceIds: Value<readonly Reference[]>;
  /** Absent or empty: every category. */
  readonly categories: Value<readonly Value<string>[]>;
}

/** A region in which databases are; its id is that of one of them with "#region" behind, its name that one's name. */
export interface DatabaseRegion extends Resource {
  /** Source types of events for which a database of the region is there to send them. */
  readonly databases: readonly string[];
}

export interface DbSubnetGroup extends Resource {
  readonly subnets: Value<readonly Reference[]>;
  readonly tags: Tags;
}

export interface Parameter {
  readonly name: Value<string>;
  readonly value: Value<string>;
}

/** A parameter group of instances or, in the list dbClusterParameterGroups, of clusters. */
export interface DbParameterGroup extends Resource {
  readonly family: Value<string>;
  /** Only what differs from the family's defaults; the last of a repeated name counts. */
  readonly parameters: Value<readonly Parameter[]>;
}

export interface DbOption {
  readonly name: Value<string>;
  /** Where it listens; absent: nowhere, or at the option's default. */
  readonly port: Value<number>;
  readonly settings: Value<readonly Parameter[]>;
}

export interface DbOptionGroup extends Resource {
  readonly engine: Value<string>;
  readonly options: Value<readonly DbOption[]>;
}
