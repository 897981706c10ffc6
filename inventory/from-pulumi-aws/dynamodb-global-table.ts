import type { DynamodbReplica, DynamodbTable, Lists } from "../model";
import type { ProgramResource } from "../program/program-resource";
import { isRegion, Properties } from "../program/properties";
import { isUnknown, unknown, type Value } from "../value";

const globalTable = "aws:dynamodb/globalTable:GlobalTable";

/**
 * Adds the replicas of aws.dynamodb.GlobalTable, the version of 2017: tables of one name that exist beforehand, one a
 * region, each with its own settings.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables.V1.html
 */
export function withGlobalTables(lists: Lists, resources: readonly ProgramResource[]): readonly DynamodbReplica[] {
  const globalTables = resources.filter(({ type }) => type === globalTable);
  if (globalTables.length === 0) {
    return lists.dynamodbReplicas;
  }
  const tables = tablesByName(lists.dynamodbTables);
  return [...lists.dynamodbReplicas, ...globalTables.flatMap((resource) => replicasOf(resource, tables))];
}

interface Tables {
  readonly byName: ReadonlyMap<string, readonly DynamodbTable[]>;
  readonly byId: ReadonlyMap<string, DynamodbTable>;
}

function tablesByName(tables: readonly DynamodbTable[]): Tables {
  const byName = new Map<string, DynamodbTable[]>();
  for (const table of tables) {
    for (const identifier of table.identifiers) {
      const list = byName.get(identifier);
      if (list === undefined) {
        byName.set(identifier, [table]);
      } else {
        list.push(table);
      }
    }
  }
  return { byName, byId: new Map(tables.map((table) => [table.id, table])) };
}

function replicasOf(resource: ProgramResource, tables: Tables): readonly DynamodbReplica[] {
  const properties = Properties.of(resource);
  const name = properties.reference("name");
  const candidates = isUnknown(name)
    ? name.sources.flatMap((source) => tables.byId.get(source) ?? [])
    : (tables.byName.get(name ?? "") ?? []);
  const replicas = properties.objects("replicas") ?? [];
  return (isUnknown(replicas) ? [replicas] : replicas).flatMap((replica, index) => {
    const region = replica === undefined || isUnknown(replica) ? replica : replica.string("regionName");
    return region === undefined ? [] : [replicaIn(resource, index, region, candidates)];
  });
}

function replicaIn(
  { urn, name }: ProgramResource,
  index: number,
  region: Value<string>,
  candidates: readonly DynamodbTable[],
): DynamodbReplica {
  const known = isRegion(region) ? region : undefined;
  const table =
    candidates.find((candidate) => candidate.region === known) ??
    candidates.find((candidate) => candidate.region === undefined);
  const outside = unknown(`the settings of its table${known === undefined ? "" : ` in ${known}`}`);
  return {
    id: `${urn}#${index}`,
    name: `${name} (replica${known === undefined ? "" : ` in ${known}`})`,
    identifiers: [],
    ...(known === undefined ? {} : { region: known }),
    table: table === undefined || known === undefined ? outside : unknown("its table", [table.id]),
    ...(table === undefined || known === undefined
      ? { kmsEncryption: outside, kmsKeyArn: outside, pointInTimeRecovery: outside, deletionProtection: outside }
      : {
          kmsEncryption: table.kmsEncryption,
          kmsKeyArn: table.kmsKeyArn,
          pointInTimeRecovery: table.pointInTimeRecovery,
          deletionProtection: table.deletionProtection,
        }),
  };
}
