import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import { scopeOf } from "../shared/scope";
import type { SecureTableAccess, SecureTableImport, SecureTableReplica } from "./secure-table-arguments";
import type { KinesisSettings } from "./table-feature-settings";
import { streamPolicy, tablePolicy } from "./table-policy";

type Tags = pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;

export interface TableReplica extends aws.types.input.dynamodb.TableReplica {
  readonly regionName: string;
  readonly kmsKeyArn: pulumi.Input<string>;
}

/** The replicas of a table, as it takes them, each under a key of its region. */
export function replicasOf(
  name: string,
  replicas: readonly SecureTableReplica[],
  pointInTimeRecovery: pulumi.Input<boolean>,
  deletionProtectionEnabled: pulumi.Input<boolean>,
  tags: Tags,
  parent: pulumi.Resource,
): TableReplica[] {
  return replicas.map(({ region, kmsKeyArn }) => ({
    regionName: region,
    kmsKeyArn:
      kmsKeyArn ??
      new EncryptionKey(`${name}-${region}`, { services: ["dynamodb", "backup"], region, tags }, { parent }).keyArn,
    pointInTimeRecovery,
    deletionProtectionEnabled,
    propagateTags: true,
  }));
}

/** The ARN of a replica: that of its table, in another region. */
export function replicaArn(tableArn: string, region: string): string {
  return tableArn.split(":").with(3, region).join(":");
}

/** Keeps everybody from a table, or a replica in a region of its own, who has no business there. */
export function guard(
  name: string,
  table: aws.dynamodb.Table,
  { organizationId, vpcEndpointIds }: SecureTableAccess,
  replicaRegion: string | undefined,
  parent: pulumi.Resource,
): void {
  const endpoints = vpcEndpointIds === undefined ? undefined : pulumi.all(vpcEndpointIds);
  const policy = pulumi
    // By the name, which a first preview knows, so that the policy pack can judge it there.
    .all([scopeOf(parent), table.name, organizationId, endpoints])
    .apply(([{ partition, region, accountId }, tableName, organization, ids]) =>
      tablePolicy(`arn:${partition}:dynamodb:${replicaRegion ?? region}:${accountId}:table/${tableName}`, {
        organizationId: organization,
        vpcEndpointIds: ids,
      }),
    );
  const resourceArn = table.arn.apply((arn) => (replicaRegion === undefined ? arn : replicaArn(arn, replicaRegion)));
  new aws.dynamodb.ResourcePolicy(name, { resourceArn, policy, region: replicaRegion }, { parent });
}

/** Keeps everybody of another organization from the stream of a table. */
export function guardStream(
  name: string,
  { streamArn }: aws.dynamodb.Table,
  organizationId: pulumi.Input<string>,
  parent: pulumi.Resource,
): void {
  const policy = pulumi.all([streamArn, organizationId]).apply(([arn, id]) => streamPolicy(arn, id));
  new aws.dynamodb.ResourcePolicy(`${name}-stream`, { resourceArn: streamArn, policy }, { parent });
}

/** Sends the changes of a table to a Kinesis stream, and tells its ARN. */
export function sendChanges(
  name: string,
  tableName: pulumi.Output<string>,
  kinesis: KinesisSettings,
  kmsKeyArn: pulumi.Input<string>,
  tags: Tags,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const streamArn =
    "streamArn" in kinesis
      ? pulumi.output(kinesis.streamArn)
      : new aws.kinesis.Stream(
          `${name}-changes`,
          {
            streamModeDetails: { streamMode: "ON_DEMAND" },
            retentionPeriod: kinesis.retentionHours,
            encryptionType: "KMS",
            kmsKeyId: kmsKeyArn,
            tags,
          },
          { parent },
        ).arn;
  new aws.dynamodb.KinesisStreamingDestination(name, { tableName, streamArn }, { parent });
  return streamArn;
}

/** Shows in CloudWatch which keys of a table and its global indexes are asked for most. */
export function countKeys(
  name: string,
  tableName: pulumi.Output<string>,
  indexes: readonly string[],
  parent: pulumi.Resource,
): void {
  new aws.dynamodb.ContributorInsights(name, { tableName }, { parent });
  for (const indexName of indexes) {
    new aws.dynamodb.ContributorInsights(`${name}-${indexName}`, { tableName, indexName }, { parent });
  }
}

export function importOf({
  bucket,
  bucketOwner,
  keyPrefix,
  format,
  compression,
  csvDelimiter,
  csvHeaders,
}: SecureTableImport): aws.types.input.dynamodb.TableImportTable {
  const csv =
    csvDelimiter === undefined && csvHeaders === undefined
      ? undefined
      : { delimiter: csvDelimiter, headerLists: csvHeaders };
  return {
    inputFormat: format,
    inputCompressionType: compression,
    inputFormatOptions: csv === undefined ? undefined : { csv },
    s3BucketSource: { bucket, bucketOwner, keyPrefix },
  };
}
