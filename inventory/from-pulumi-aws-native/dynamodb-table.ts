import type { DynamodbResourcePolicy, DynamodbTable, KinesisDestination } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown, unknown } from "../value";
import { nativeResource, nativeTags } from "./native-resource";

/** AWS::DynamoDB::Table with its resource policies and the Kinesis stream that it feeds. */
export function dynamodbTable(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const encryption = properties.object("sseSpecification");
  const table: DynamodbTable = {
    ...nativeResource(resource, ["tableName"]),
    kmsEncryption: isUnknown(encryption) ? encryption : encryption?.boolean("sseEnabled"),
    kmsKeyArn: isUnknown(encryption) ? encryption : encryption?.reference("kmsMasterKeyId"),
    ...recoveryOf(properties),
    deletionProtection: properties.boolean("deletionProtectionEnabled"),
    billingMode: properties.string("billingMode"),
    tags: nativeTags(resource),
  };
  return { dynamodbTables: [table], ...attachments(properties, table, "streamSpecification") };
}

/** What a table and a replica of a global table say about their backups. */
export function recoveryOf(properties: Properties): Pick<DynamodbTable, "pointInTimeRecovery" | "recoveryPeriod"> {
  const recovery = properties.object("pointInTimeRecoverySpecification");
  return isUnknown(recovery)
    ? { pointInTimeRecovery: recovery, recoveryPeriod: recovery }
    : {
        pointInTimeRecovery: recovery?.boolean("pointInTimeRecoveryEnabled"),
        recoveryPeriod: recovery?.number("recoveryPeriodInDays"),
      };
}

interface Attachments {
  readonly dynamodbResourcePolicies: readonly DynamodbResourcePolicy[];
  readonly kinesisDestinations: readonly KinesisDestination[];
}

/**
 * The resource policies, of its own and of its stream, and the Kinesis stream that a table, or a replica of a global table, names.
 * @param streamSpecification the property that says what its own stream is
 * @param at distinguishes the replicas of a global table
 */
export function attachments(
  properties: Properties,
  table: DynamodbTable,
  streamSpecification: string,
  at = "",
): Attachments {
  const ownStream = properties.object(streamSpecification);
  const policies = [
    { kind: "policy", policy: properties.object("resourcePolicy") },
    {
      kind: "stream-policy",
      policy: ownStream === undefined || isUnknown(ownStream) ? ownStream : ownStream.object("resourcePolicy"),
    },
  ];
  const stream = properties.object("kinesisStreamSpecification");
  const ofTable = unknown("its table", [table.id]);
  const { name, region } = table;
  const part = (kind: string) => ({
    id: `${table.id}#${kind}${at}`,
    name,
    identifiers: [],
    ...(region === undefined ? {} : { region }),
  });
  return {
    dynamodbResourcePolicies: policies.flatMap(({ kind, policy }) =>
      policy === undefined
        ? []
        : [
            {
              ...part(kind),
              resource: ofTable,
              document: isUnknown(policy) ? policy : policy.document("policyDocument"),
            },
          ],
    ),
    kinesisDestinations:
      stream === undefined
        ? []
        : [
            {
              ...part("stream"),
              table: ofTable,
              stream: isUnknown(stream) ? stream : stream.reference("streamArn"),
            },
          ],
  };
}
