import type * as pulumi from "@pulumi/pulumi";
import {
  ActivityMonitor,
  BackupPlan,
  DatabaseEvents,
  DatabaseProxy,
  EncryptionKey,
  IsolatedNetwork,
  SecureCluster,
  SecureInstance,
  SecureTable,
} from "../../components";
import { given, region } from "./component-cases/given";

/** A sentence of an argument's description that says what a change of it replaces. */
export interface Replacement {
  /** The component or type of arguments, and the argument: "SecureInstance.engine". */
  readonly argument: string;
  make(args: object): pulumi.Resource;
  readonly before: object;
  readonly after: object;
  /** What is replaced, by the property whose change does that: "aws:kms/key:Key.multiRegion". */
  readonly by: readonly string[];
}

const elsewhere = "us-west-2";
const keyOf = (at: string) => `arn:aws:kms:${at}:123456789012:key/0000-1111`;
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const table = "aws:dynamodb/table:Table";
const key = "aws:kms/key:Key";
const vault = "aws:backup/vault:Vault";
const subnet = "aws:ec2/subnet:Subnet";
const grant = "aws:kms/grant:Grant";
const stream = "aws:rds/clusterActivityStream:ClusterActivityStream";

type Row = readonly [argument: string, before: object, after: object, ...by: string[]];

function of<Args>(make: (args: Args) => pulumi.Resource, rows: readonly Row[]): Replacement[] {
  return rows.map(([argument, before, after, ...by]) => ({
    argument,
    make: (args) => make(args as Args),
    before,
    after,
    by,
  }));
}

const app = { name: "app", principalArn: given.role, operations: ["Decrypt"] };
const proxied = {
  engine: "postgres",
  instanceIdentifier: "orders",
  secretArns: [given.secret],
  kmsKeyArn: given.key,
  securityGroupIds: ["sg-0a"],
};
const replica = { name: "far", subnetGroupName: "far", securityGroupIds: ["sg-0fa4"] };
const mrk = (at: string) => `arn:aws:kms:${at}:123456789012:key/mrk-0123456789abcdef0123456789abcdef`;

export const replacements: readonly Replacement[] = [
  ...of(
    (args: object) =>
      new ActivityMonitor("orders-activity", {
        engine: "aurora-postgresql",
        clusterArn: given.cluster,
        clusterResourceId: "cluster-ABC123",
        ...args,
      }),
    [["ActivityMonitor.mode", { mode: "async" }, { mode: "sync" }, `${stream}.mode`]],
  ),
  ...of(
    (args: object) => new BackupPlan("orders", args),
    [
      ["BackupPlan.region", {}, { region }, `${vault}.region`, "aws:backup/plan:Plan.region"],
      ["BackupPlan.kmsKeyArn", {}, { kmsKeyArn: given.key }, `${vault}.kmsKeyArn`],
      ["BackupPlanCopy.region", { copy: { region } }, { copy: { region: elsewhere } }, `${vault}.region`],
    ],
  ),
  ...of(
    (args: object) => new DatabaseEvents("orders", args),
    [
      [
        "DatabaseEvents.region",
        {},
        { region },
        "aws:sns/topic:Topic.region",
        "aws:rds/eventSubscription:EventSubscription.region",
      ],
    ],
  ),
  ...of(
    (args: ConstructorParameters<typeof DatabaseProxy>[1]) => new DatabaseProxy("orders", args),
    [
      [
        "DatabaseProxy.subnetIds",
        { ...proxied, subnetIds: ["subnet-0a", "subnet-0b"] },
        { ...proxied, subnetIds: ["subnet-0a", "subnet-0c"] },
        "aws:rds/proxy:Proxy.vpcSubnetIds",
      ],
    ],
  ),
  ...of(
    (args: object) => new EncryptionKey("orders", args),
    [
      ["EncryptionKey.multiRegion", {}, { multiRegion: true }, `${key}.multiRegion`],
      [
        "EncryptionKey.primaryKeyArn",
        { primaryKeyArn: mrk(region) },
        { primaryKeyArn: mrk(elsewhere) },
        "aws:kms/replicaKey:ReplicaKey.primaryKeyArn",
      ],
      ["EncryptionKey.region", {}, { region }, `${key}.region`],
      ["EncryptionKey.alias", {}, { alias: "shop" }, "aws:kms/alias:Alias.name"],
      [
        "EncryptionKeyGrant.principalArn",
        { grants: [app] },
        { grants: [{ ...app, principalArn: `${given.role}2` }] },
        `${grant}.granteePrincipal`,
      ],
      [
        "EncryptionKeyGrant.operations",
        { grants: [app] },
        { grants: [{ ...app, operations: ["Encrypt"] }] },
        `${grant}.operations`,
      ],
      [
        "EncryptionKeyGrant.encryptionContext",
        { grants: [app] },
        { grants: [{ ...app, encryptionContext: { a: "b" } }] },
        `${grant}.constraints`,
      ],
    ],
  ),
  ...of(
    (args: object) => new IsolatedNetwork("orders", args),
    [
      ["IsolatedNetwork.dualStack", { dualStack: true }, {}, `${subnet}.ipv6CidrBlock`],
      [
        "IsolatedNetwork.availabilityZones",
        {},
        { availabilityZones: ["eu-west-1b", "eu-west-1c"] },
        `${subnet}.availabilityZone`,
      ],
    ],
  ),
  ...of(
    (args: object) => new SecureCluster("orders", args),
    [
      ["SecureCluster.kmsKeyArn", {}, { kmsKeyArn: given.key }, `${cluster}.kmsKeyId`],
      ["SecureCluster.engine", {}, { engine: "aurora-mysql" }, `${cluster}.engine`],
      [
        "SecureCluster.storageType",
        { engine: "mysql" },
        { engine: "mysql", storageType: "io2" },
        `${cluster}.storageType`,
      ],
      ["SecureCluster.databaseName", {}, { databaseName: "shop" }, `${cluster}.databaseName`],
      ["SecureCluster.masterUsername", {}, { masterUsername: "keeper" }, `${cluster}.masterUsername`],
      ["ClusterActivityStream.mode", { activityStream: {} }, { activityStream: { mode: "sync" } }, `${stream}.mode`],
      [
        "ClusterActivityStream.kmsKeyArn",
        { activityStream: {} },
        { activityStream: { kmsKeyArn: given.key } },
        `${stream}.kmsKeyId`,
      ],
    ],
  ),
  ...of(
    (args: object) => new SecureInstance("orders", args),
    [
      ["SecureInstance.kmsKeyArn", {}, { kmsKeyArn: given.key }, `${instance}.kmsKeyId`],
      ["SecureInstance.engine", {}, { engine: "mysql" }, `${instance}.engine`],
      [
        "SecureInstance.characterSet",
        { engine: "oracle-ee" },
        { engine: "oracle-ee", characterSet: "AL32UTF8" },
        `${instance}.characterSetName`,
      ],
      [
        "SecureInstance.nationalCharacterSet",
        { engine: "oracle-ee" },
        { engine: "oracle-ee", nationalCharacterSet: "UTF8" },
        `${instance}.ncharCharacterSetName`,
      ],
      [
        "SecureInstance.timezone",
        { engine: "sqlserver-se" },
        { engine: "sqlserver-se", timezone: "UTC" },
        `${instance}.timezone`,
      ],
      ["SecureInstance.databaseName", {}, { databaseName: "shop" }, `${instance}.dbName`],
      ["SecureInstance.masterUsername", {}, { masterUsername: "keeper" }, `${instance}.username`],
      [
        "InstanceBackupReplication.region",
        { backupReplication: { region } },
        { backupReplication: { region: elsewhere } },
        "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication.region",
      ],
      [
        "InstanceReplica.region",
        { masterPassword: given.password, replicas: [{ ...replica, region }] },
        { masterPassword: given.password, replicas: [{ ...replica, region: elsewhere }] },
        `${instance}.region`,
      ],
    ],
  ),
  ...of(
    (args: object) => new SecureTable("orders", { hashKey: "id", ...args }),
    [
      ["SecureTable.hashKey", {}, { hashKey: "userId" }, `${table}.hashKey`],
      ["SecureTable.rangeKey", {}, { rangeKey: "startedAt" }, `${table}.rangeKey`],
      [
        "SecureTable.localSecondaryIndexes",
        { rangeKey: "startedAt" },
        { rangeKey: "startedAt", localSecondaryIndexes: [{ name: "byAge", rangeKey: "age" }] },
        `${table}.localSecondaryIndexes`,
      ],
      [
        "SecureTable.importFromS3",
        {},
        { importFromS3: { bucket: "seed", format: "ION" } },
        `${table}.importTable.s3BucketSource`,
      ],
      [
        "SecureTableReplica.kmsKeyArn",
        { replicas: [{ region }] },
        { replicas: [{ region, kmsKeyArn: keyOf(region) }] },
        `${table}.replicas`,
      ],
    ],
  ),
];
