import type { DynamodbReplica, DynamodbTable, Reference } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { isRegion, Properties, resourceOf } from "../program/properties";
import { isUnknown, unknown, type Value } from "../value";

/** aws.dynamodb.Table with its inline replicas. */
export function dynamodbTable(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const encryption = properties.object("serverSideEncryption");
  const recovery = properties.object("pointInTimeRecovery");
  const table: DynamodbTable = {
    ...resourceOf(resource, ["arn", "name"]),
    kmsEncryption: isUnknown(encryption) ? encryption : encryption?.boolean("enabled"),
    kmsKeyArn: isUnknown(encryption) ? encryption : encryption?.reference("kmsKeyArn"),
    pointInTimeRecovery: isUnknown(recovery) ? recovery : recovery?.boolean("enabled"),
    recoveryPeriod: isUnknown(recovery) ? recovery : recovery?.number("recoveryPeriodInDays"),
    deletionProtection: properties.boolean("deletionProtectionEnabled"),
    billingMode: properties.string("billingMode"),
    tags: properties.tags(),
    restoreSource: restoreSource(properties),
  };
  const replicas = properties.objects("replicas") ?? [];
  const list = isUnknown(replicas) ? [replicas] : replicas;
  return {
    dynamodbTables: [table],
    dynamodbReplicas: list.flatMap((replica, index) => replicaOf(table, replica, index)),
  };
}

/** aws.dynamodb.TableReplica */
export function dynamodbTableReplica(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const replica: DynamodbReplica = {
    ...resourceOf(resource, ["arn"]),
    table: properties.reference("globalTableArn"),
    ...replicaSettings(properties, undefined),
  };
  return { dynamodbReplicas: [replica] };
}

function restoreSource(properties: Properties): Reference {
  const backup = properties.reference("restoreBackupArn");
  return (
    properties.reference("restoreSourceTableArn") ??
    properties.reference("restoreSourceName") ??
    // "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/backup/01489602797149-73d8d5bc"
    (typeof backup === "string" ? backup.split("/backup/")[0] : backup)
  );
}

function replicaOf(table: DynamodbTable, replica: Value<Properties>, index: number): readonly DynamodbReplica[] {
  if (replica === undefined) {
    return [];
  }
  const id = `${table.id}#${index}`;
  // By its URN, as every table of a global table has the same name.
  const ofTable = { table: unknown("its table", [table.id]) };
  if (isUnknown(replica)) {
    const resource = { id, name: `${table.name} (replica)`, identifiers: [], ...ofTable };
    return [
      {
        ...resource,
        kmsEncryption: replica,
        kmsKeyArn: replica,
        pointInTimeRecovery: replica,
        deletionProtection: replica,
      },
    ];
  }
  const regionName = replica.string("regionName");
  const region = isRegion(regionName) ? regionName : undefined;
  const arn = replica.string("arn");
  return [
    {
      id,
      name: `${table.name} (replica${region === undefined ? "" : ` in ${region}`})`,
      identifiers: typeof arn === "string" && arn !== "" ? [arn] : [],
      ...(region === undefined ? {} : { region }),
      ...ofTable,
      ...replicaSettings(replica, table.kmsEncryption),
    },
  ];
}

/** A replica takes neither its table's key nor its protection and backups. */
function replicaSettings(replica: Properties, kmsEncryptionOfTable: Value<boolean>) {
  return {
    kmsEncryption: replica.has("kmsKeyArn") ? true : kmsEncryptionOfTable,
    kmsKeyArn: replica.reference("kmsKeyArn"),
    pointInTimeRecovery: replica.boolean("pointInTimeRecovery"),
    deletionProtection: replica.boolean("deletionProtectionEnabled"),
  };
}
