import * as pulumi from "@pulumi/pulumi";
import {
  BackupPlan,
  DatabaseEvents,
  EncryptionKey,
  IsolatedNetwork,
  SecureCluster,
  SecureInstance,
  SecureTable,
} from "aws-secure-database";

const config = new pulumi.Config("aws-secure-database");

const clusters = ["aurora-postgresql", "aurora-mysql"];
const instances = ["postgres", "mysql", "mariadb", "sqlserver-se", "sqlserver-ex", "oracle-se2"];
const engines = [...instances, ...clusters, "none"];

function refuse(key: string, found: unknown, allowed: string): never {
  throw new pulumi.RunError(`${config.name}:${key} is ${JSON.stringify(found)}, but must be ${allowed}.`);
}

/** A text of the configuration; "" counts as not set. */
function text(key: string, pattern: RegExp, allowed: string): string | undefined {
  const found = config.get(key);
  if (found === undefined || found === "") {
    return undefined;
  }
  return pattern.test(found) ? found : refuse(key, found, allowed);
}

function texts(key: string, pattern: RegExp, allowed: string): string[] {
  const found = config.getObject<unknown>(key) ?? [];
  const all = Array.isArray(found) ? found : refuse(key, found, `a list, each ${allowed}`);
  return all.map((one) => (typeof one === "string" && pattern.test(one) ? one : refuse(key, one, allowed)));
}

const known = [
  "engine",
  "instanceClass",
  "allocatedStorage",
  "databaseName",
  "databaseInsights",
  "cidrBlock",
  "vpcId",
  "subnetIds",
  "tables",
  "disposable",
];
for (const name of Object.keys(pulumi.runtime.allConfig())) {
  const key = name.startsWith(`${config.name}:`) ? name.slice(config.name.length + 1) : undefined;
  if (key !== undefined && !known.includes(key)) {
    throw new pulumi.RunError(`${name} is no key of this stack; its keys are ${known.join(", ")}.`);
  }
}

const engine = config.get("engine") ?? "postgres";
if (!engines.includes(engine)) {
  refuse("engine", engine, `one of ${engines.join(", ")}`);
}
const instanceClass = text("instanceClass", /^db\.[a-z0-9-]+\.[a-z0-9-]+$/, 'an instance class such as "db.m6g.large"');
const databaseName = text("databaseName", /^[A-Za-z]\w{0,62}$/, "letters, digits and underscores, a letter first");
const databaseInsights = text("databaseInsights", /^(advanced|standard)$/, '"advanced" or "standard"');
const storage = text("allocatedStorage", /^([2-9]\d|[1-9]\d{2,4})$/, "a whole number of GiB from 20 on");
const cidrBlock = text("cidrBlock", /^[\d.]+\/\d+$/, "an IPv4 block such as 10.0.0.0/16");
const vpcId = text("vpcId", /^vpc-[0-9a-f]+$/, "the id of a VPC, beside the subnetIds to use there");
const subnetIds = texts("subnetIds", /^subnet-[0-9a-f]+$/, "the id of a subnet");
const tables = texts(
  "tables",
  /^[A-Za-z][\w-]*:\w+(:\w+)?$/,
  'a table as "name:partitionKey" or "name:partitionKey:sortKey"',
).map((table) => table.split(":"));

if ((vpcId === undefined) !== (subnetIds.length === 0)) {
  const [given, missing] = vpcId === undefined ? ["subnetIds", "vpcId"] : ["vpcId", "subnetIds"];
  throw new pulumi.RunError(`${config.name}:${given} is set without ${config.name}:${missing}; set both, or neither.`);
}
if (vpcId !== undefined && cidrBlock !== undefined) {
  throw new pulumi.RunError(`${config.name}:cidrBlock is set beside ${config.name}:vpcId; set one of them.`);
}
if (storage !== undefined && (clusters.includes(engine) || engine === "none")) {
  refuse("allocatedStorage", storage, `absent for the engine ${engine}`);
}

const disposable = config.getBoolean("disposable") ?? false;
const trial = "A trial whose data may go.";

const key = new EncryptionKey("database");
const kmsKeyArn = key.keyArn;
const backup = new BackupPlan("database", { kmsKeyArn, deleteBackups: disposable });
const shared = { backupPlanId: backup.planId, backupRoleArn: backup.roleArn, kmsKeyArn };

function database() {
  const network = new IsolatedNetwork("database", {
    engines: [engine],
    kmsKeyArn,
    ...(vpcId === undefined ? { cidrBlock } : { vpcId, subnetIds }),
  });
  const isCluster = clusters.includes(engine);
  const kind = isCluster ? "rds-cluster" : "rds-instance";
  const args = {
    engine,
    instanceClass,
    databaseName,
    databaseInsights,
    subnetGroupName: network.subnetGroupName,
    securityGroupIds: network.securityGroupIds,
    eventTopicArn: new DatabaseEvents("database", { kmsKeyArn }).topicArn,
    deletionProtection: !disposable,
    skipFinalSnapshot: disposable,
    acceptedRisks: disposable ? { [`${kind}-deletion-protection`]: trial, [`${kind}-final-snapshot`]: trial } : {},
    ...shared,
  };
  const made = isCluster
    ? new SecureCluster("database", args)
    : new SecureInstance("database", {
        ...args,
        ...(storage === undefined ? {} : { allocatedStorage: Number(storage) }),
      });
  return { network, made };
}

const { network, made } = engine === "none" ? {} : database();

export const networkId = network?.vpcId;
export const applicationSecurityGroupId = network?.applicationSecurityGroupId;
export const endpoint = made?.endpoint;
export const masterUserSecretArn = made?.masterUserSecretArn;
export const notApplicableControls = made?.notApplicableControls;
export const tableNames = Object.fromEntries(
  tables.map(([name = "", hashKey = "", rangeKey]) => [
    name,
    new SecureTable(name, {
      hashKey,
      rangeKey,
      deletionProtection: !disposable,
      acceptedRisks: disposable ? { "dynamodb-table-deletion-protection": trial } : {},
      ...shared,
    }).tableName,
  ]),
);
