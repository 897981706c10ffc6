import type * as pulumi from "@pulumi/pulumi";
import { type MetricAlarm, metricAlarms } from "../shared/metric-alarms";

export interface AlarmedResources {
  readonly functionName: pulumi.Output<string>;
  readonly queueName: pulumi.Output<string>;
  readonly streamName: pulumi.Output<string>;
  readonly firehoseName: pulumi.Output<string>;
  readonly clusterResourceId: pulumi.Input<string>;
  readonly topicArn: pulumi.Output<string>;
  readonly maxDelayMinutes: number;
}

/** Of the consumer's own, as activity/metrics.ts writes them. */
const ownNamespace = "AwsSecureDatabase/Activity";

/** What is told when the record of what is done is late, has gaps or ends. Each looks at five minutes. */
export function activityAlarms(
  name: string,
  { topicArn, ...of }: AlarmedResources,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): void {
  metricAlarms(name, `Activity of ${name}`, alarmsOf(of), topicArn, tags, parent);
}

function alarmsOf(of: Omit<AlarmedResources, "topicArn">): readonly MetricAlarm[] {
  const lambda = { namespace: "AWS/Lambda", dimensions: { FunctionName: of.functionName } };
  const own = { namespace: ownNamespace, dimensions: { Cluster: of.clusterResourceId } };
  return [
    {
      what: "behind",
      description: "the consumer is behind; after a day the stream drops what it has not read",
      ...lambda,
      metricName: "IteratorAge",
      statistic: "Maximum",
      above: of.maxDelayMinutes * 60_000,
    },
    { what: "errors", description: "the consumer fails", ...lambda, metricName: "Errors", statistic: "Sum", above: 0 },
    {
      what: "key-unavailable",
      description: "KMS does not decrypt the data keys; the consumer waits and drops nothing",
      ...own,
      metricName: "KeyUnavailable",
      statistic: "Sum",
      above: 0,
    },
    {
      what: "dead-letters",
      description: "records that cannot be read wait in the dead-letter queue",
      namespace: "AWS/SQS",
      dimensions: { QueueName: of.queueName },
      metricName: "ApproximateNumberOfMessagesVisible",
      statistic: "Maximum",
      above: 0,
    },
    {
      what: "no-heartbeat",
      description: "no heartbeat of the database came through in five minutes",
      ...own,
      metricName: "Heartbeats",
      statistic: "Sum",
      below: 1,
      missing: "breaching",
    },
    {
      what: "stream-stopped",
      description: "the database sends nothing; its activity stream is stopped",
      namespace: "AWS/Kinesis",
      dimensions: { StreamName: of.streamName },
      metricName: "IncomingRecords",
      statistic: "Sum",
      below: 1,
      missing: "breaching",
    },
    {
      what: "not-delivered",
      description: "Firehose does not deliver to the bucket",
      namespace: "AWS/Firehose",
      dimensions: { DeliveryStreamName: of.firehoseName },
      metricName: "DeliveryToS3.DataFreshness",
      statistic: "Maximum",
      above: 1_800,
    },
  ];
}
