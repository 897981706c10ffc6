import { policyDocument, type Statement } from "../shared/policy-document";
import type { Scope } from "../shared/scope";
import { viaService } from "../shared/via-service";

/** The service principals end in amazonaws.com in every partition. */
function trust(service: "lambda" | "firehose", condition?: Statement["Condition"]): string {
  return policyDocument([
    {
      Sid: "ServiceAssumesRole",
      Effect: "Allow",
      Principal: { Service: `${service}.amazonaws.com` },
      Action: "sts:AssumeRole",
      ...(condition === undefined ? {} : { Condition: condition }),
    },
  ]);
}

export const lambdaTrust = trust("lambda");

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#firehose-assume-role */
export function firehoseTrust({ accountId }: Scope): string {
  return trust("firehose", { StringEquals: { "sts:ExternalId": accountId } });
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
    throughServices(scope, of.keyArn, ["s3", "sns", "sqs"]),
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
    throughServices(scope, keyArn, ["s3"]),
    { Sid: "LogFailures", Effect: "Allow", Action: "logs:PutLogEvents", Resource: `${logGroupArn}:*` },
  ]);
}

function throughServices(scope: Scope, keyArn: string, services: readonly string[]): Statement {
  return {
    Sid: "EncryptThroughServices",
    Effect: "Allow",
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: keyArn,
    Condition: {
      StringEquals: {
        "kms:ViaService": services.flatMap((service) => viaService(service, scope)),
      },
    },
  };
}

/** Nobody reaches the bucket or the queue without TLS. */
export function tlsOnly(service: "s3" | "sqs", ...arns: readonly string[]): string {
  return policyDocument([
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: `${service}:*`,
      Resource: arns,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}
