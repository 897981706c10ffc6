/** What one call counted. */
export interface Counted {
  records: number;
  /** Delivered, each once in each form. */
  events: number;
  heartbeats: number;
  findings: number;
  deadLetters: number;
  /** 1 when a data key could not be had, so that the consumer stopped. */
  keyUnavailable: number;
  /** Records that were not delivered in time, and come again. */
  undelivered: number;
}

export const metricNamespace = "AwsSecureDatabase/Activity";

/** The names of the metrics, by what they count. */
export const metricNames: Readonly<Record<keyof Counted, string>> = {
  records: "Records",
  events: "Events",
  heartbeats: "Heartbeats",
  findings: "Findings",
  deadLetters: "DeadLetters",
  keyUnavailable: "KeyUnavailable",
  undelivered: "Undelivered",
};

export function nothingCounted(): Counted {
  return { records: 0, events: 0, heartbeats: 0, findings: 0, deadLetters: 0, keyUnavailable: 0, undelivered: 0 };
}

/**
 * A line of log of which CloudWatch makes metrics, so that the consumer needs no right to write them.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricsLine(counted: Counted, cluster: string, now: number): string {
  const names = Object.keys(metricNames) as (keyof Counted)[];
  return JSON.stringify({
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: metricNamespace,
          Dimensions: [["Cluster"]],
          Metrics: names.map((name) => ({ Name: metricNames[name], Unit: "Count" })),
        },
      ],
    },
    Cluster: cluster,
    ...Object.fromEntries(names.map((name) => [metricNames[name], counted[name]])),
  });
}
