import type { Severity } from "../../controls/control";
import type { Report } from "../report/report";

/** What one audit counted. */
export interface Counted {
  /** 1 for each audit that came to its end. */
  readonly audits: number;
  readonly critical: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  /** Findings that the audit before did not have. */
  readonly newFindings: number;
  /** Regions of accounts of which something could not be read. */
  readonly incompleteScopes: number;
  /** What could not be written, published or imported. */
  readonly undelivered: number;
  readonly seconds: number;
}

export const metricNamespace = "AwsSecureDatabase/Audit";

/** The dimension, whose value is the name of the function that audits. */
export const metricDimension = "Audit";

/** The names of the metrics, by what they count. */
export const metricNames: Readonly<Record<keyof Counted, string>> = {
  audits: "Audits",
  critical: "CriticalFindings",
  high: "HighFindings",
  medium: "MediumFindings",
  low: "LowFindings",
  newFindings: "NewFindings",
  incompleteScopes: "IncompleteScopes",
  undelivered: "Undelivered",
  seconds: "Duration",
};

export function countedOf(report: Report, undelivered: number): Counted {
  const severity: Readonly<Record<Severity, number>> = report.counts.findings;
  const incomplete = report.scopes.filter(({ complete }) => !complete).length;
  return {
    audits: 1,
    ...severity,
    newFindings: report.findings.filter(({ state }) => state === "new").length,
    // An audit that was ended before its first scope has none that says so.
    incompleteScopes: report.complete ? 0 : Math.max(1, incomplete),
    undelivered,
    seconds: report.seconds,
  };
}

/**
 * A line of log of which CloudWatch makes metrics, so that the function needs no right to write them.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricsLine(counted: Counted, name: string, now: number): string {
  const counts = Object.keys(metricNames) as (keyof Counted)[];
  return JSON.stringify({
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: metricNamespace,
          Dimensions: [[metricDimension]],
          Metrics: counts.map((of) => ({ Name: metricNames[of], Unit: of === "seconds" ? "Seconds" : "Count" })),
        },
      ],
    },
    [metricDimension]: name,
    ...Object.fromEntries(counts.map((of) => [metricNames[of], counted[of]])),
  });
}
