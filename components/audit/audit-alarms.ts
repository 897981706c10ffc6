import type * as pulumi from "@pulumi/pulumi";
import type { MetricAlarm } from "../shared/metric-alarms";

export interface AlarmedAudit {
  readonly functionName: pulumi.Input<string>;
  readonly queueName: pulumi.Input<string>;
  /** Hours; 0 for no alarm. */
  readonly overdue: number;
}

export interface AlarmedOrganizationAudit {
  readonly stateMachineArn: pulumi.Input<string>;
  /** The function that delivers reports. */
  readonly functionName: pulumi.Input<string>;
  readonly queueName: pulumi.Input<string>;
  /** Hours; 0 for no alarm. */
  readonly overdue: number;
}

/** Of the function's own, as audit/function/metrics.ts writes them. */
const ownNamespace = "AwsSecureDatabase/Audit";

/**
 * What is told when an audit fails, is no proof, or does not take place. Between two audits there is no data, so an alarm
 * about one stands until a later audit is well.
 */
export function auditAlarms({ functionName, queueName, overdue }: AlarmedAudit): readonly MetricAlarm[] {
  const lambda = {
    namespace: "AWS/Lambda",
    dimensions: { FunctionName: functionName },
    statistic: "Sum",
    above: 0,
  } as const;
  return [
    {
      what: "failed",
      description: "an audit failed, or could not deliver all of what it found; its log says why",
      ...lambda,
      metricName: "Errors",
      missing: "ignore",
    },
    {
      what: "throttled",
      description: "an audit was held back, as another one runs",
      ...lambda,
      metricName: "Throttles",
    },
    ...deliveryAlarms(functionName, queueName, overdue),
  ];
}

/** The same of the audit of an organization, whose state machine may also be ended by its time or by people. */
export function organizationAlarms(audit: AlarmedOrganizationAudit): readonly MetricAlarm[] {
  const executions = {
    namespace: "AWS/States",
    dimensions: { StateMachineArn: audit.stateMachineArn },
    statistic: "Sum",
    above: 0,
    missing: "ignore",
  } as const;
  const history = "the execution's history says why";
  return [
    {
      what: "failed",
      description: `an audit failed, or more of it than is tolerated; ${history}`,
      ...executions,
      metricName: "ExecutionsFailed",
    },
    {
      what: "timed-out",
      description: `an audit took longer than a day; ${history}`,
      ...executions,
      metricName: "ExecutionsTimedOut",
    },
    {
      what: "aborted",
      description: "an audit was ended by somebody",
      ...executions,
      metricName: "ExecutionsAborted",
    },
    ...deliveryAlarms(audit.functionName, audit.queueName, audit.overdue),
  ];
}

function deliveryAlarms(
  functionName: pulumi.Input<string>,
  queueName: pulumi.Input<string>,
  overdue: number,
): readonly MetricAlarm[] {
  const own = { namespace: ownNamespace, dimensions: { Audit: functionName } };
  return [
    {
      what: "incomplete",
      description: "an audit could not read everything, so it proves nothing; its report says what it lacks",
      ...own,
      metricName: "IncompleteScopes",
      statistic: "Maximum",
      above: 0,
      missing: "ignore",
    },
    {
      what: "dead-letters",
      description: "calls of the audit that failed for good wait in the dead-letter queue",
      namespace: "AWS/SQS",
      dimensions: { QueueName: queueName },
      metricName: "ApproximateNumberOfMessagesVisible",
      statistic: "Maximum",
      above: 0,
    },
    ...(overdue === 0
      ? []
      : [
          {
            what: "overdue",
            description: `no audit came to its end in ${overdue} ${overdue === 1 ? "hour" : "hours"}`,
            ...own,
            metricName: "Audits",
            statistic: "Sum",
            below: 1,
            missing: "breaching",
            period: 3600,
            periods: overdue,
          } as const,
        ]),
  ];
}
