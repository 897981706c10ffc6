import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmSettings, Watched } from "./alarm-arguments";

interface Alarm {
  readonly what: string;
  readonly metricName: pulumi.Input<string>;
  readonly namespace: pulumi.Input<string>;
  readonly description: string;
  readonly comparison: "GreaterThanThreshold" | "LessThanThreshold";
  readonly threshold: pulumi.Input<number>;
  readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum";
  /** Periods of five minutes in a row. */
  readonly periods: number;
  readonly dimensions?: Record<string, pulumi.Input<string>>;
}

const gibibyte = 1024 ** 3;

/**
 * The alarms of a database, with their messages to its topic.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html
 */
export function watch(
  name: string,
  watched: Watched,
  settings: AlarmSettings,
  topicArn: pulumi.Input<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): void {
  const full = `${name}${watched.suffix}`;
  for (const alarm of [...ofMetrics(watched, settings), ...ofLogins(full, watched, settings, parent)]) {
    new aws.cloudwatch.MetricAlarm(
      `${full}-${alarm.what}`,
      {
        alarmDescription: `${alarm.description} of ${full}`,
        namespace: alarm.namespace,
        metricName: alarm.metricName,
        dimensions: alarm.dimensions,
        comparisonOperator: alarm.comparison,
        threshold: alarm.threshold,
        statistic: alarm.statistic,
        period: 300,
        evaluationPeriods: alarm.periods,
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        okActions: [topicArn],
        region: watched.region,
        tags,
      },
      { parent },
    );
  }
}

function ofMetrics({ dimensions, allocatedStorage, lag }: Watched, settings: AlarmSettings): Alarm[] {
  const common = {
    namespace: "AWS/RDS",
    dimensions,
    comparison: "GreaterThanThreshold",
    statistic: "Average",
  } as const;
  const alarms: Alarm[] = [
    {
      ...common,
      what: "cpu",
      metricName: "CPUUtilization",
      description: `Use of the processor over ${settings.cpu} percent`,
      threshold: settings.cpu,
      periods: 3,
    },
  ];
  if (allocatedStorage !== undefined) {
    alarms.push({
      ...common,
      what: "storage",
      metricName: "FreeStorageSpace",
      description: `Free storage under ${settings.freeStorage} percent`,
      comparison: "LessThanThreshold",
      statistic: "Minimum",
      // Of the storage to begin with: autoscaling grows it before the alarm is due.
      threshold: pulumi
        .output(allocatedStorage)
        .apply((size) => Math.floor((size * gibibyte * settings.freeStorage) / 100)),
      periods: 1,
    });
  }
  if (settings.connections !== undefined) {
    alarms.push({
      ...common,
      what: "connections",
      metricName: "DatabaseConnections",
      description: `Over ${settings.connections} connections`,
      threshold: settings.connections,
      periods: 1,
    });
  }
  if (lag !== undefined) {
    alarms.push({
      ...common,
      what: "replica-lag",
      metricName: lag.metric,
      description: `Replica late by over ${settings.replicaLag} seconds`,
      threshold: settings.replicaLag * lag.perSecond,
      statistic: "Maximum",
      periods: 2,
    });
  }
  return alarms;
}

/** Counts the log-ins that failed, as the engine writes them to its log. */
function ofLogins(
  name: string,
  { failedLogins, region }: Watched,
  settings: AlarmSettings,
  parent: pulumi.Resource,
): Alarm[] {
  if (failedLogins === undefined) {
    return [];
  }
  const filter = new aws.cloudwatch.LogMetricFilter(
    `${name}-failed-logins`,
    {
      logGroupName: failedLogins.logGroupName,
      pattern: failedLogins.pattern,
      region,
      metricTransformation: {
        namespace: "aws-secure-database",
        // Two databases of one name, in two stacks, must not share a count.
        name: pulumi.interpolate`${failedLogins.logGroupName}/failed-logins`,
        value: "1",
        defaultValue: "0",
      },
    },
    { parent },
  );
  return [
    {
      what: "failed-logins",
      namespace: filter.metricTransformation.namespace,
      metricName: filter.metricTransformation.name,
      description: `Over ${settings.failedLogins} failed log-ins in five minutes`,
      comparison: "GreaterThanThreshold",
      threshold: settings.failedLogins,
      statistic: "Sum",
      periods: 1,
    },
  ];
}
