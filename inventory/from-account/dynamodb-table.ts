import type { ContinuousBackupsDescription, SSEDescription, TableDescription } from "@aws-sdk/client-dynamodb";
import type { DynamodbReplica, DynamodbResourcePolicy, DynamodbTable, KinesisDestination } from "../model";
import { partitionOf } from "../partition";
import { unknown, type Value } from "../value";
import { type DescribedTable, type Fact, readValue } from "./description";
import { tagsOf } from "./tags";

/** Where a table is. */
export interface Place {
  readonly region: string;
  /** Its id, where STS told it. */
  readonly account?: string | undefined;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html */
export function dynamodbTable(described: DescribedTable, place: Place): DynamodbTable {
  const { name, table, backups, tags } = described;
  const { region } = place;
  const id = idOf(described, place);
  return {
    id,
    name,
    identifiers: [...new Set([id, name])],
    region,
    ...settings(name, table),
    ...recovery(name, backups),
    tags: "unread" in tags ? unknown(`the tags of ${name} (${tags.unread})`) : tagsOf(tags.value),
  };
}

/**
 * The replicas of a table in other regions, of which the region of the table shows the key alone. Without one a replica
 * has the key that DynamoDB owns or, where the table has a key of KMS, `alias/aws/dynamodb` of its region.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateReplicationGroupMemberAction.html
 */
export function dynamodbReplicas(described: DescribedTable, place: Place): readonly DynamodbReplica[] {
  const { name } = described;
  const table = idOf(described, place);
  return (readValue(described.table)?.Replicas ?? [])
    .filter(({ RegionName }) => RegionName !== place.region)
    .map(({ RegionName = "", KMSMasterKeyId }) => {
      const elsewhere = unknown(`what only ${RegionName} tells about the replica of ${name} there`);
      return {
        id: `${table}/replica/${RegionName}`,
        name: `${name} (replica in ${RegionName})`,
        identifiers: [],
        region: RegionName,
        table,
        kmsEncryption: KMSMasterKeyId !== undefined,
        kmsKeyArn: KMSMasterKeyId,
        pointInTimeRecovery: elsewhere,
        deletionProtection: elsewhere,
      };
    });
}

/** The policies of a table and of its stream, where they have any. */
export function dynamodbResourcePolicies(described: DescribedTable, place: Place): readonly DynamodbResourcePolicy[] {
  const { name, policy, streamPolicy, table } = described;
  const { region } = place;
  const stream = readValue(table)?.LatestStreamArn;
  return [
    ...resourcePolicy(idOf(described, place), name, policy, region),
    ...(stream === undefined || streamPolicy === undefined
      ? []
      : resourcePolicy(stream, `${name} (stream)`, streamPolicy, region)),
  ];
}

function resourcePolicy(
  resource: string,
  name: string,
  policy: DescribedTable["policy"],
  region: string,
): readonly DynamodbResourcePolicy[] {
  const part = { id: `${resource}/policy`, name, identifiers: [], region, resource };
  if ("unread" in policy) {
    return [{ ...part, document: unknown(`the resource policy of ${name} (${policy.unread})`) }];
  }
  return policy.value === undefined ? [] : [{ ...part, document: policy.value }];
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KinesisDataStreamDestination.html */
const sending = ["ACTIVE", "ENABLING", "UPDATING"];

export function kinesisDestinations(described: DescribedTable, place: Place): readonly KinesisDestination[] {
  const { name, destinations } = described;
  const { region } = place;
  const id = idOf(described, place);
  if ("unread" in destinations) {
    // A stream that is not known may be any.
    const stream = unknown(`the Kinesis destinations of ${name} (${destinations.unread})`);
    return [{ id: `${id}/destinations`, name, identifiers: [], region, table: id, stream }];
  }
  return destinations.value
    .filter(({ DestinationStatus = "" }) => sending.includes(DestinationStatus))
    .map(({ StreamArn }) => ({
      id: `${id}/destinations/${StreamArn}`,
      name,
      identifiers: [],
      region,
      table: id,
      stream: StreamArn,
    }));
}

/** The same whether the table could be described or not, so that a finding about it stays the same finding. */
function idOf({ name, table }: DescribedTable, { region, account }: Place): string {
  const made = account === undefined ? name : `arn:${partitionOf(region)}:dynamodb:${region}:${account}:table/${name}`;
  return readValue(table)?.TableArn ?? made;
}

type Settings = Pick<DynamodbTable, "kmsEncryption" | "kmsKeyArn" | "deletionProtection" | "billingMode">;

function settings(name: string, table: Fact<TableDescription>): Settings {
  if ("unread" in table) {
    const unread = unknown(`the table ${name} (${table.unread})`);
    return { kmsEncryption: unread, kmsKeyArn: unread, deletionProtection: unread, billingMode: unread };
  }
  return {
    kmsEncryption: isEncryptedByKms(table.value.SSEDescription),
    kmsKeyArn: table.value.SSEDescription?.KMSMasterKeyArn,
    deletionProtection: table.value.DeletionProtectionEnabled ?? false,
    billingMode: table.value.BillingModeSummary?.BillingMode,
  };
}

/**
 * Without a description DynamoDB encrypts under the key that it owns; with one, under a key of AWS KMS, be it the
 * customer's or `alias/aws/dynamodb`.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSEDescription.html
 */
function isEncryptedByKms(description: SSEDescription | undefined): boolean {
  return description?.SSEType === "KMS" && description.Status !== "DISABLED" && description.Status !== "DISABLING";
}

type Recovery = Pick<DynamodbTable, "pointInTimeRecovery" | "recoveryPeriod">;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PointInTimeRecoveryDescription.html */
function recovery(name: string, backups: Fact<ContinuousBackupsDescription>): Recovery {
  if ("unread" in backups) {
    const unread: Value<never> = unknown(`the backups of ${name} (${backups.unread})`);
    return { pointInTimeRecovery: unread, recoveryPeriod: unread };
  }
  const description = backups.value.PointInTimeRecoveryDescription;
  return {
    pointInTimeRecovery: description?.PointInTimeRecoveryStatus === "ENABLED",
    recoveryPeriod: description?.RecoveryPeriodInDays,
  };
}
