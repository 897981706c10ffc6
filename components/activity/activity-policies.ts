import { encryptThroughServices, serviceTrust } from "../shared/policies";
import { policyDocument } from "../shared/policy-document";
import type { Scope } from "../shared/scope";

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#firehose-assume-role */
export function firehoseTrust({ accountId }: Scope): string {
  return serviceTrust("firehose", { StringEquals: { "sts:ExternalId": accountId } });
}

export interface ConsumerResources {
  readonly streamName: string;
  readonly streamKeyArn: string;
  readonly clusterResourceId: string;
  readonly firehoseArn: string;
  readonly queueArn: string;
  readonly topicArn: string;
  readonly bucketArn: string;
  readonly logGroupArn: string;
  readonly keyArn: string;
}

export function streamArn({ partition, region, accountId }: Scope, streamName: string): string {
  return `arn:${partition}:kinesis:${region}:${accountId}:stream/${streamName}`;
}

/**
 * What the consumer may do: read one stream, decrypt the data keys of one cluster, and write to its own places.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html
 */
export function consumerPermissions(scope: Scope, of: ConsumerResources): string {
  return policyDocument([
    {
      Sid: "ReadStream",
      Effect: "Allow",
      Action: [
        "kinesis:DescribeStream",
        "kinesis:DescribeStreamSummary",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards",
      ],
      Resource: streamArn(scope, of.streamName),
    },
    // It takes no resource, and Lambda asks for it when it maps a stream.
    { Sid: "ListStreams", Effect: "Allow", Action: "kinesis:ListStreams", Resource: "*" },
    {
      Sid: "DecryptDataKeysOfCluster",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: of.streamKeyArn,
      Condition: { StringEquals: { "kms:EncryptionContext:aws:rds:dbc-id": of.clusterResourceId } },
    },
    { Sid: "Deliver", Effect: "Allow", Action: "firehose:PutRecordBatch", Resource: of.firehoseArn },
    { Sid: "SetAside", Effect: "Allow", Action: "sqs:SendMessage", Resource: of.queueArn },
    { Sid: "SetAsideWhatIsLarge", Effect: "Allow", Action: "s3:PutObject", Resource: `${of.bucketArn}/dead-letters/*` },
    { Sid: "TellFindings", Effect: "Allow", Action: "sns:Publish", Resource: of.topicArn },
    encryptThroughServices(scope, of.keyArn, ["s3", "sns", "sqs"]),
    {
      Sid: "Log",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${of.logGroupArn}:*`,
    },
  ]);
}

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3 */
export function deliveryPermissions(scope: Scope, bucketArn: string, keyArn: string, logGroupArn: string): string {
  return policyDocument([
    {
      Sid: "FindBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      Resource: bucketArn,
    },
    {
      Sid: "WriteActivity",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:PutObject"],
      Resource: [`${bucketArn}/activity/*`, `${bucketArn}/undelivered/*`],
    },
    encryptThroughServices(scope, keyArn, ["s3"]),
    { Sid: "LogFailures", Effect: "Allow", Action: "logs:PutLogEvents", Resource: `${logGroupArn}:*` },
  ]);
}
