import type { Value } from "./value";

/** A reference to another resource by id, ARN or name, or unknown with the resources that it comes from. */
export type Reference = Value<string>;

export interface Resource {
  /** Unique in the inventory: the URN in a program, the ARN (or AWS id) in an account. */
  readonly id: string;
  /** How people call it. */
  readonly name: string;
  /** Every known string by which another resource can name it: AWS id, ARN, name. */
  readonly identifiers: readonly string[];
  /** AWS region, such as "eu-west-1"; absent where the program leaves it to the provider. */
  readonly region?: string;
}

/** An RDS DB instance, or a member of a DB cluster (then `cluster` is set). */
export interface DbInstance extends Resource {
  readonly cluster: Reference;
  readonly engine: Value<string>;
  readonly engineVersion: Value<string>;
  readonly storageEncrypted: Value<boolean>;
  readonly kmsKeyId: Reference;
  readonly publiclyAccessible: Value<boolean>;
  readonly subnetGroup: Reference;
  readonly securityGroups: Value<readonly Reference[]>;
  readonly port: Value<number>;
  readonly parameterGroup: Reference;
  readonly optionGroup: Reference;
  /** Days. */
  readonly backupRetentionPeriod: Value<number>;
  readonly deletionProtection: Value<boolean>;
  readonly multiAz: Value<boolean>;
  readonly iamAuthentication: Value<boolean>;
  /** Seconds between two samples of enhanced monitoring; 0 is off. */
  readonly monitoringInterval: Value<number>;
  readonly monitoringRole: Reference;
  readonly performanceInsightsEnabled: Value<boolean>;
  readonly performanceInsightsKmsKeyId: Reference;
  /** The instance that this one is a read replica of. */
  readonly replicaSource: Reference;
  /** The snapshot that this one is restored from. */
  readonly snapshot: Reference;
  /** The instance whose backups this one is restored from, to a point in time. */
  readonly restoreSource: Reference;
}

export interface DbSnapshot extends Resource {
  readonly instance: Reference;
  /** Absent where the program cannot say: encryption follows the instance. */
  readonly encrypted: Value<boolean>;
  /** Absent where the program cannot say: the key is that of the instance. */
  readonly kmsKeyId: Reference;
}

export interface DbSubnetGroup extends Resource {
  readonly subnets: Value<readonly Reference[]>;
}

export interface Vpc extends Resource {
  readonly mainRouteTable: Reference;
}

export interface Subnet extends Resource {
  readonly vpc: Reference;
}

export interface RouteTable extends Resource {
  readonly vpc: Reference;
  /** True for the main route table of its VPC. */
  readonly main: boolean;
}

/** Ties a subnet to a route table, or makes a route table the main one of a VPC (then `vpc` is set). */
export interface RouteTableAssociation extends Resource {
  readonly routeTable: Reference;
  readonly subnet: Reference;
  readonly vpc: Reference;
}

export type RouteTarget =
  | "local"
  | "internet-gateway"
  | "egress-only-internet-gateway"
  | "nat-gateway"
  | "network-interface"
  | "other";

export interface Route extends Resource {
  /** The route table, or the VPC whose main route table it is. */
  readonly routeTable: Reference;
  /** A CIDR block or a prefix list. */
  readonly destination: Value<string>;
  readonly target: Value<RouteTarget>;
}

export interface SecurityGroup extends Resource {
  readonly vpc: Reference;
  /** True for the group that every VPC comes with, which whatever names no group carries. */
  readonly default: boolean;
}

export interface SecurityGroupRule extends Resource {
  readonly group: Reference;
  readonly direction: Value<"ingress" | "egress">;
  /** As written: "tcp", "6", "-1", "all" ... */
  readonly protocol: Value<string>;
  readonly fromPort: Value<number>;
  readonly toPort: Value<number>;
  /** Exactly one of these is set; a rule over several sources is several rules. */
  readonly cidr: Value<string>;
  readonly sourceGroup: Reference;
  readonly prefixList: Reference;
  /** The group itself is the source. */
  readonly self: boolean;
}

export interface PrefixList extends Resource {
  /** CIDR blocks. */
  readonly entries: Value<readonly Value<string>[]>;
}

export interface Parameter {
  readonly name: Value<string>;
  readonly value: Value<string>;
}

export interface DbParameterGroup extends Resource {
  readonly family: Value<string>;
  /** Only what differs from the family's defaults; the last of a repeated name counts. */
  readonly parameters: Value<readonly Parameter[]>;
}

export interface DbOption {
  readonly name: Value<string>;
  readonly settings: Value<readonly Parameter[]>;
}

export interface DbOptionGroup extends Resource {
  readonly engine: Value<string>;
  readonly options: Value<readonly DbOption[]>;
}

export interface KmsKey extends Resource {
  readonly manager: Value<"customer" | "aws">;
}

export interface KmsAlias extends Resource {
  readonly target: Reference;
}

export interface DynamodbTable extends Resource {
  /** True when a KMS key (not the AWS owned key) encrypts the table. */
  readonly kmsEncryption: Value<boolean>;
  readonly kmsKeyArn: Reference;
  readonly pointInTimeRecovery: Value<boolean>;
  /** Days that can be restored, 1 to 35. */
  readonly recoveryPeriod: Value<number>;
  readonly deletionProtection: Value<boolean>;
}

/** Every kind of resource that a control can be about or look at, by its list in the inventory. */
export interface Kinds {
  readonly dbInstances: DbInstance;
  readonly dbSnapshots: DbSnapshot;
  readonly dbSubnetGroups: DbSubnetGroup;
  readonly vpcs: Vpc;
  readonly subnets: Subnet;
  readonly routeTables: RouteTable;
  readonly routeTableAssociations: RouteTableAssociation;
  readonly routes: Route;
  readonly securityGroups: SecurityGroup;
  readonly securityGroupRules: SecurityGroupRule;
  readonly prefixLists: PrefixList;
  readonly dbParameterGroups: DbParameterGroup;
  readonly dbOptionGroups: DbOptionGroup;
  readonly kmsKeys: KmsKey;
  readonly kmsAliases: KmsAlias;
  readonly dynamodbTables: DynamodbTable;
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
  dbSnapshots: "DB snapshot",
  dbSubnetGroups: "DB subnet group",
  vpcs: "VPC",
  subnets: "subnet",
  routeTables: "route table",
  routeTableAssociations: "route table association",
  routes: "route",
  securityGroups: "security group",
  securityGroupRules: "security group rule",
  prefixLists: "prefix list",
  dbParameterGroups: "DB parameter group",
  dbOptionGroups: "DB option group",
  kmsKeys: "KMS key",
  kmsAliases: "KMS alias",
  dynamodbTables: "DynamoDB table",
};

export function emptyInventory(scope: Inventory["scope"]): Inventory {
  const lists = Object.fromEntries(Object.keys(kindNames).map((kind) => [kind, []])) as unknown as Lists;
  return { scope, unread: {}, ...lists };
}
