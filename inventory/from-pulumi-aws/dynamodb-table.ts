import type { DynamodbTable } from "../model";
import { isUnknown, type Value } from "../value";
import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";

/** aws.dynamodb.Table; each of its replicas is a table of another region. */
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
  };
  const replicas = properties.objects("replicas") ?? [];
  const list = isUnknown(replicas) ? [replicas] : replicas;
  return { dynamodbTables: [table, ...list.flatMap((replica, index) => replicaOf(table, replica, index))] };
}

/** aws.dynamodb.TableReplica */
export function dynamodbTableReplica(resource: ProgramResource): Part {
  const table = resourceOf(resource, ["arn"]);
  return { dynamodbTables: [{ ...table, ...replicaSettings(Properties.of(resource), undefined) }] };
}

function replicaOf(table: DynamodbTable, replica: Value<Properties>, index: number): readonly DynamodbTable[] {
  if (replica === undefined) {
    return [];
  }
  if (isUnknown(replica)) {
    const settings = { kmsEncryption: replica, kmsKeyArn: replica, pointInTimeRecovery: replica };
    const resource = { id: `${table.id}#${index}`, name: `${table.name} (replica)`, identifiers: [] };
    return [{ ...resource, ...settings, recoveryPeriod: undefined, deletionProtection: replica }];
  }
  const region = replica.string("regionName");
  return [
    {
      id: `${table.id}#${index}`,
      name: `${table.name} (replica${typeof region === "string" ? ` in ${region}` : ""})`,
      identifiers: [],
      ...(typeof region === "string" ? { region } : {}),
      ...replicaSettings(replica, table.kmsEncryption),
    },
  ];
}

/**
 * A replica does not take its table's key, protection or backups: without a key it has the AWS managed one where its
 * table has a key.
 */
function replicaSettings(replica: Properties, kmsEncryptionOfTable: Value<boolean>) {
  return {
    kmsEncryption: replica.has("kmsKeyArn") ? true : kmsEncryptionOfTable,
    kmsKeyArn: replica.reference("kmsKeyArn"),
    pointInTimeRecovery: replica.boolean("pointInTimeRecovery"),
    recoveryPeriod: undefined,
    deletionProtection: replica.boolean("deletionProtectionEnabled"),
  };
}
