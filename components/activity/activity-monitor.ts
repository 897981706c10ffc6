import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import { closedBucket } from "../shared/closed-bucket";
import { behindGate } from "../shared/gate";
import { alarmTopicPolicy, lambdaTrust, tlsOnly } from "../shared/policies";
import { withRenames } from "../shared/renames";
import { scopeOf } from "../shared/scope";
import { activityAlarms } from "./activity-alarms";
import { consumerCode } from "./activity-code";
import { activityDelivery } from "./activity-delivery";
import type { ActivityMonitorArgs } from "./activity-monitor-arguments";
import { checkActivityMonitor, settingsWithin } from "./activity-monitor-settings";
import { consumerPermissions, streamArn } from "./activity-policies";
import { activityStream } from "./activity-stream";
import { activityTable } from "./activity-table";

/** Days in which what expired, or was deleted against all rules, can still be had. */
const oldVersionDays = 30;

/**
 * Watches what is done in an Aurora database: reads its activity stream, keeps every event in a bucket in OCSF's form,
 * tells of what looks like an attack, and alarms when the record is late, has gaps or ends.
 */
export class ActivityMonitor extends pulumi.ComponentResource {
  /** Name of the bucket of what was done. */
  public readonly bucketName: pulumi.Output<string>;

  /** ARN of the topic of findings and alarms: subscribe people or a pager to it. */
  public readonly topicArn: pulumi.Output<string>;

  /** URL of the queue of records that could not be read, for `npx aws-secure-database activity replay`. */
  public readonly deadLetterQueueUrl: pulumi.Output<string>;

  /** Name of the consumer's Lambda function. */
  public readonly functionName: pulumi.Output<string>;

  /** Name of the Kinesis stream that it reads. */
  public readonly streamName: pulumi.Output<string>;

  /** ARN of the key of the activity stream. */
  public readonly streamKmsKeyArn: pulumi.Output<string>;

  /** Name of the table for Athena, with its database, "<database>.<table>"; empty without `table`. */
  public readonly tableName: pulumi.Output<string>;

  constructor(name: string, args: ActivityMonitorArgs, opts?: pulumi.ComponentResourceOptions) {
    const checked = checkActivityMonitor(name, args);
    let gate: pulumi.Output<unknown> = pulumi.output([]);
    const type = "aws-secure-database:index:ActivityMonitor";
    super(
      type,
      name,
      {},
      behindGate(type, withRenames("ActivityMonitor", name, opts), () => gate),
    );
    const { tags } = args;
    const scope = scopeOf(this);
    const settings = settingsWithin(checked, scope);
    const { clusterResourceId } = settings;
    gate = pulumi.output([
      settings.clusterArn,
      clusterResourceId,
      settings.streamName,
      settings.streamKmsKeyArn,
      settings.kmsKeyArn,
    ]);

    const keyArn = pulumi.output(
      settings.kmsKeyArn ??
        new EncryptionKey(name, { services: ["s3", "sqs", "firehose", "logs", "sns"], tags }, { parent: this }).keyArn,
    );
    const role = new aws.iam.Role(
      `${name}-consumer`,
      { description: `Reads the activity of ${name}`, assumeRolePolicy: lambdaTrust, tags },
      { parent: this },
    );
    const stream = activityStream(name, settings, role.arn, tags, this);

    const logGroup = new aws.cloudwatch.LogGroup(
      `${name}-activity`,
      { kmsKeyId: keyArn, retentionInDays: settings.logRetentionDays, tags },
      { parent: this },
    );
    const bucket = closedBucket(
      `${name}-activity`,
      { id: "activity", prefix: "", oldVersionDays },
      keyArn,
      settings.bucket,
      tags,
      this,
    );
    const delivery = activityDelivery(name, { scope, bucket, keyArn, logGroup, clusterResourceId }, tags, this);

    const topic = new aws.sns.Topic(`${name}-activity`, { kmsMasterKeyId: keyArn, tags }, { parent: this });
    new aws.sns.TopicPolicy(
      `${name}-activity`,
      { arn: topic.arn, policy: pulumi.all([scope, topic.arn]).apply(([known, arn]) => alarmTopicPolicy(known, arn)) },
      { parent: this },
    );
    const queue = new aws.sqs.Queue(
      `${name}-dead-letters`,
      // Seconds: fourteen days, the longest there is.
      { kmsMasterKeyId: keyArn, messageRetentionSeconds: 1_209_600, tags },
      { parent: this },
    );
    new aws.sqs.QueuePolicy(
      `${name}-dead-letters`,
      { queueUrl: queue.url, policy: queue.arn.apply((arn) => tlsOnly("sqs", arn)) },
      { parent: this },
    );

    const permissions = new aws.iam.RolePolicy(
      `${name}-consumer`,
      {
        role: role.name,
        policy: pulumi
          .all([
            scope,
            pulumi.output({
              streamName: stream.name,
              streamKeyArn: stream.keyArn,
              clusterResourceId,
              firehoseArn: delivery.arn,
              queueArn: queue.arn,
              topicArn: topic.arn,
              bucketArn: bucket.arn,
              logGroupArn: logGroup.arn,
              keyArn,
            }),
          ])
          .apply(([known, of]) => consumerPermissions(known, of)),
      },
      { parent: this },
    );
    const consumer = new aws.lambda.Function(
      `${name}-consumer`,
      {
        description: `Activity of ${name}`,
        code: consumerCode(),
        handler: "index.handler",
        runtime: "nodejs22.x",
        architectures: ["arm64"],
        role: role.arn,
        // MiB and seconds: a batch of 6 MB unpacks to ten times as much.
        memorySize: 1024,
        timeout: 300,
        environment: {
          variables: {
            RESOURCE_ID: clusterResourceId,
            STREAM_KEY_ARN: stream.keyArn,
            FIREHOSE_NAME: delivery.name,
            TOPIC_ARN: topic.arn,
            DEAD_LETTER_QUEUE_URL: queue.url,
            BUCKET: bucket.bucket,
            FORMS: settings.forms,
            MASK: settings.mask,
            DETECTIONS: settings.detections,
          },
        },
        loggingConfig: { logFormat: "Text", logGroup: logGroup.name },
        tags,
      },
      { parent: this, dependsOn: permissions },
    );
    new aws.lambda.EventSourceMapping(
      `${name}-consumer`,
      {
        eventSourceArn: pulumi.all([scope, stream.name]).apply(([known, of]) => streamArn(known, of)),
        functionName: consumer.name,
        startingPosition: "TRIM_HORIZON",
        batchSize: 100,
        maximumBatchingWindowInSeconds: 5,
        // Failed log-ins are counted across the calls of a window, which allows one call a shard at a time.
        tumblingWindowInSeconds: 300,
        parallelizationFactor: 1,
        bisectBatchOnFunctionError: true,
        functionResponseTypes: ["ReportBatchItemFailures"],
        // Until the stream itself drops the record: what cannot be read goes to the queue by the consumer's own hand.
        maximumRetryAttempts: -1,
        maximumRecordAgeInSeconds: -1,
        tags,
      },
      { parent: this },
    );

    activityAlarms(
      name,
      {
        functionName: consumer.name,
        queueName: queue.name,
        streamName: stream.name,
        firehoseName: delivery.name,
        clusterResourceId,
        topicArn: topic.arn,
        maxDelayMinutes: settings.maxDelayMinutes,
      },
      tags,
      this,
    );
    const table =
      settings.table === undefined ? undefined : activityTable(name, bucket, clusterResourceId, settings.table, this);

    this.bucketName = bucket.bucket;
    this.topicArn = topic.arn;
    this.deadLetterQueueUrl = queue.url;
    this.functionName = consumer.name;
    this.streamName = stream.name;
    this.streamKmsKeyArn = stream.keyArn;
    this.tableName = table === undefined ? pulumi.output("") : pulumi.interpolate`${table.databaseName}.${table.name}`;
    this.registerOutputs({
      bucketName: this.bucketName,
      topicArn: this.topicArn,
      deadLetterQueueUrl: this.deadLetterQueueUrl,
      functionName: this.functionName,
      streamName: this.streamName,
      streamKmsKeyArn: this.streamKmsKeyArn,
      tableName: this.tableName,
    });
  }
}
