import type { DynamodbReplica, DynamodbTable, Resource, ScalingTarget } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { isRegion, Properties } from "../program/properties";
import { isUnknown, unknown, type Value } from "../value";
import { attachments, recoveryOf } from "./dynamodb-table";
import { listOfTags, nativeResource } from "./native-resource";

type Settings = Pick<
  DynamodbTable,
  "kmsKeyArn" | "pointInTimeRecovery" | "recoveryPeriod" | "deletionProtection" | "tags"
>;

interface Listed {
  readonly region: Value<string>;
  readonly settings: Settings;
  /** Undefined where the whole replica is not known yet. */
  readonly properties: Properties | undefined;
}

/**
 * AWS::DynamoDB::GlobalTable, which lists its own region among its replicas: that one is the table. Where the region is
 * left to the provider, the table has what all its replicas have.
 */
export function dynamodbGlobalTable(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const known = nativeResource(resource, ["tableName", "tableId"]);
  const encryption = properties.object("sseSpecification");
  const kmsEncryption = isUnknown(encryption) ? encryption : encryption?.boolean("sseEnabled");
  const replicas = listedIn(properties, resource);
  const own = known.region === undefined ? replicas : replicas.filter(({ region }) => region === known.region);
  const others = own.length === 1 ? replicas.filter((replica) => replica !== own[0]) : replicas;
  const table: DynamodbTable = {
    ...known,
    kmsEncryption,
    ...agreed(own),
    billingMode: properties.string("billingMode"),
  };
  const attached = replicas.map((replica, index) =>
    replica.properties === undefined
      ? undefined
      : attachments(replica.properties, table, "replicaStreamSpecification", `-${index}`),
  );
  return {
    dynamodbTables: [table],
    dynamodbReplicas: others.map((replica) => replicaOf(table, replica, replicas.indexOf(replica))),
    dynamodbResourcePolicies: attached.flatMap((part) => part?.dynamodbResourcePolicies ?? []),
    kinesisDestinations: attached.flatMap((part) => part?.kinesisDestinations ?? []),
    scalingTargets: scalingTargets(properties, replicas, known),
  };
}

function listedIn(properties: Properties, { providerTags = {} }: ProgramResource): readonly Listed[] {
  const replicas = properties.objects("replicas") ?? [];
  return (isUnknown(replicas) ? [replicas] : replicas).flatMap((replica): readonly Listed[] => {
    if (replica === undefined) {
      return [];
    }
    if (isUnknown(replica)) {
      return [{ region: replica, settings: allOf(replica), properties: undefined }];
    }
    const encryption = replica.object("sseSpecification");
    const tags = listOfTags(replica.objects("tags"));
    const settings: Settings = {
      kmsKeyArn: isUnknown(encryption) ? encryption : encryption?.reference("kmsMasterKeyId"),
      ...recoveryOf(replica),
      deletionProtection: replica.boolean("deletionProtectionEnabled"),
      tags: isUnknown(tags) ? tags : { ...providerTags, ...tags },
    };
    return [{ region: replica.string("region"), settings, properties: replica }];
  });
}

function allOf<T>(value: T): { readonly [Name in keyof Settings]: T } {
  return {
    kmsKeyArn: value,
    pointInTimeRecovery: value,
    recoveryPeriod: value,
    deletionProtection: value,
    tags: value,
  };
}

/** What replicas have in common; what they do not is unknown while nobody knows which of them is the table. */
function agreed(replicas: readonly Listed[]): Settings {
  const [first, ...more] = replicas.map(({ settings }) => settings);
  if (first === undefined) {
    return allOf(unknown("the settings of its replica in its own region"));
  }
  const differ = (name: keyof Settings): boolean =>
    more.some((settings) => JSON.stringify(settings[name]) !== JSON.stringify(first[name]));
  const open = Object.fromEntries(
    (Object.keys(first) as (keyof Settings)[])
      .filter(differ)
      .map((name) => [name, unknown(`the region of the table, as its replicas differ in ${name}`)]),
  );
  return { ...first, ...open };
}

function replicaOf(table: DynamodbTable, { region, settings }: Listed, index: number): DynamodbReplica {
  const known = isRegion(region) ? region : undefined;
  return {
    id: `${table.id}#${index}`,
    name: `${table.name} (replica${known === undefined ? "" : ` in ${known}`})`,
    identifiers: [],
    ...(known === undefined ? {} : { region: known }),
    // By its URN, as every table of a global table has the same name.
    table: unknown("its table", [table.id]),
    kmsEncryption: table.kmsEncryption,
    kmsKeyArn: settings.kmsKeyArn,
    pointInTimeRecovery: settings.pointInTimeRecovery,
    deletionProtection: settings.deletionProtection,
  };
}

/** Capacity scales by what the table says about writes and its replicas about reads. */
function scalingTargets(
  properties: Properties,
  replicas: readonly Listed[],
  table: Resource,
): readonly ScalingTarget[] {
  const writes = scales(properties, "writeProvisionedThroughputSettings", "writeCapacityAutoScalingSettings");
  const reads = replicas.every(
    ({ properties: replica }) =>
      replica !== undefined && scales(replica, "readProvisionedThroughputSettings", "readCapacityAutoScalingSettings"),
  );
  const target = (dimension: string): ScalingTarget => ({
    id: `${table.id}#${dimension}`,
    name: table.name,
    identifiers: [],
    target: unknown("its table", [table.id]),
    dimension: `dynamodb:table:${dimension}`,
  });
  return [...(reads ? [target("ReadCapacityUnits")] : []), ...(writes ? [target("WriteCapacityUnits")] : [])];
}

function scales(properties: Properties, settings: string, autoScaling: string): boolean {
  const found = properties.object(settings);
  return isUnknown(found) || found?.has(autoScaling) === true;
}
