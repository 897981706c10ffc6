import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { metricAlarms } from "../shared/metric-alarms";
import { lambdaTrust } from "../shared/policies";
import { withRenames } from "../shared/renames";
import { scopeOf } from "../shared/scope";
import { auditAlarms } from "./audit-alarms";
import { auditCode, toldEnvironment } from "./audit-code";
import { auditPlaces } from "./audit-places";
import { auditPermissions } from "./audit-policies";
import { auditTimer } from "./audit-timer";
import { auditWithin } from "./audit-within";
import type { ScheduledAuditArgs } from "./scheduled-audit-arguments";
import { checkScheduledAudit } from "./scheduled-audit-settings";

/**
 * Audits the databases of the account on a schedule: keeps every report in a bucket, tells of what is new on a topic, and
 * alarms when an audit fails, could not read everything or does not take place.
 */
export class ScheduledAudit extends pulumi.ComponentResource {
  /** Name of the bucket of reports: reports/<day>/<time>Z.json, latest.json, and the same in the other forms. */
  public readonly bucketName: pulumi.Output<string>;

  /**
   * ARN of the topic of new findings and alarms: subscribe people or a pager to it. An audit publishes one message at most,
   * the first one too: how many findings are new, the 50 worst of them, and where the report is.
   */
  public readonly topicArn: pulumi.Output<string>;

  /** Name of the function that audits; `aws lambda invoke` runs an audit at once. */
  public readonly functionName: pulumi.Output<string>;

  /** URL of the queue of calls that failed for good. */
  public readonly deadLetterQueueUrl: pulumi.Output<string>;

  constructor(name: string, args: ScheduledAuditArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const given = checkScheduledAudit(name, args);
    super("aws-secure-database:index:ScheduledAudit", name, {}, withRenames("ScheduledAudit", name, opts));
    const { tags } = args;
    const scope = scopeOf(this);
    const settings = auditWithin(given, scope);
    const { keyArn, topicArn, topicKeyArn, bucket, queue, logGroup } = auditPlaces(name, settings, scope, tags, this);

    const role = new aws.iam.Role(
      `${name}-audit`,
      { description: `Audits databases for ${name}`, assumeRolePolicy: lambdaTrust, tags },
      { parent: this },
    );
    const permissions = new aws.iam.RolePolicy(
      `${name}-audit`,
      {
        role: role.name,
        policy: pulumi
          .all([
            scope,
            pulumi.output({
              bucketArn: bucket.arn,
              topicArn,
              queueArn: queue.arn,
              logGroupArn: logGroup.arn,
              keyArn,
              topicKeyArn,
            }),
          ])
          .apply(([known, of]) => auditPermissions(known, { ...of, securityHub: settings.securityHub })),
      },
      { parent: this },
    );
    const auditor = new aws.lambda.Function(
      `${name}-audit`,
      {
        description: `Audits databases for ${name}`,
        code: auditCode(settings.question),
        handler: "index.scheduled",
        runtime: "nodejs22.x",
        architectures: ["arm64"],
        role: role.arn,
        memorySize: settings.memorySize,
        // Seconds: the longest that Lambda has. The audit delivers what it found so far before that.
        timeout: 900,
        // Two audits at once would tell the same findings twice.
        reservedConcurrentExecutions: 1,
        environment: {
          variables: {
            BUCKET: bucket.bucket,
            KEY_ARN: keyArn,
            TOPIC_ARN: topicArn,
            FORMATS: settings.formats,
            SECURITY_HUB: String(settings.securityHub),
            ...toldEnvironment(settings.question),
          },
        },
        loggingConfig: { logFormat: "Text", logGroup: logGroup.name },
        tags,
      },
      { parent: this, dependsOn: permissions },
    );
    new aws.lambda.FunctionEventInvokeConfig(
      `${name}-audit`,
      {
        functionName: auditor.name,
        maximumRetryAttempts: 1,
        // Seconds: the longest that Lambda has.
        maximumEventAgeInSeconds: 21_600,
        destinationConfig: { onFailure: { destination: queue.arn } },
      },
      { parent: this },
    );
    auditTimer(
      name,
      {
        ...settings,
        action: "lambda:InvokeFunction",
        targetArn: auditor.arn,
        queueArn: queue.arn,
        keyArn,
      },
      scope,
      tags,
      this,
    );
    metricAlarms(
      name,
      `Audit of ${name}`,
      auditAlarms({ functionName: auditor.name, queueName: queue.name, overdue: settings.overdue }),
      topicArn,
      tags,
      this,
    );

    this.bucketName = bucket.bucket;
    this.topicArn = topicArn;
    this.functionName = auditor.name;
    this.deadLetterQueueUrl = queue.url;
    this.registerOutputs({
      bucketName: this.bucketName,
      topicArn: this.topicArn,
      functionName: this.functionName,
      deadLetterQueueUrl: this.deadLetterQueueUrl,
    });
  }
}
