import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** An alarm of one metric, which looks at five minutes unless told otherwise. */
export interface MetricAlarm {
  /** The end of its name. */
  readonly what: string;
  readonly description: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Record<string, pulumi.Input<string>>;
  readonly statistic: "Maximum" | "Sum";
  /** It alarms above the number, or below it. */
  readonly above?: number;
  readonly below?: number;
  /** What no data means; absent: that all is well. "ignore" keeps the alarm as it is. */
  readonly missing?: "breaching" | "ignore";
  /** Seconds. */
  readonly period?: number;
  /** Periods in a row that are looked at. */
  readonly periods?: number;
}

/**
 * Makes alarms that send their messages to a topic.
 * @param of what they are about, as their descriptions start
 */
export function metricAlarms(
  name: string,
  of: string,
  alarms: readonly MetricAlarm[],
  topicArn: pulumi.Input<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): void {
  for (const { what, description, above, below, missing, period, periods, ...metric } of alarms) {
    new aws.cloudwatch.MetricAlarm(
      `${name}-${what}`,
      {
        alarmDescription: `${of}: ${description}`,
        ...metric,
        comparisonOperator: below === undefined ? "GreaterThanThreshold" : "LessThanThreshold",
        threshold: below ?? above ?? 0,
        period: period ?? 300,
        evaluationPeriods: periods ?? 1,
        treatMissingData: missing ?? "notBreaching",
        alarmActions: [topicArn],
        okActions: [topicArn],
        tags,
      },
      { parent },
    );
  }
}
