import * as pulumi from "@pulumi/pulumi";
import { closedBucket } from "../shared/closed-bucket";
import { metricAlarms } from "../shared/metric-alarms";
import { withRenames } from "../shared/renames";
import { scopeOf } from "../shared/scope";
import { organizationAlarms } from "./audit-alarms";
import { auditPlaces } from "./audit-places";
import { auditTimer } from "./audit-timer";
import { auditWithin } from "./audit-within";
import { memberRoles } from "./member-role";
import type { OrganizationAuditArgs } from "./organization-audit-arguments";
import { checkOrganizationAudit } from "./organization-audit-settings";
import { organizationFunctions } from "./organization-functions";
import { auditMachine } from "./organization-machine";
import { encryptStates } from "./organization-policies";

/**
 * Days that the results of single regions are kept, in a bucket of their own, which knows no lock: long enough to look into
 * an execution that failed.
 */
const resultDays = 30;

/**
 * Audits the databases of an organization on a schedule: every region of every account by a function of its own, which AWS
 * Step Functions starts. One report of all goes into a bucket, what is new onto a topic, and alarms tell of an audit that
 * fails, could not read everything or does not take place.
 */
export class OrganizationAudit extends pulumi.ComponentResource {
  /** ARN of the state machine; `aws stepfunctions start-execution` runs an audit at once. */
  public readonly stateMachineArn: pulumi.Output<string>;

  /** Name of the bucket of reports: reports/<day>/<time>Z.json, latest.json, and the same in the other forms. */
  public readonly bucketName: pulumi.Output<string>;

  /**
   * ARN of the topic of new findings and alarms: subscribe people or a pager to it. An audit publishes one message at most,
   * the first one too: how many findings are new, the 50 worst of them, and where the report is.
   */
  public readonly topicArn: pulumi.Output<string>;

  /** ARN of the role that enters the accounts: what their roles have to trust. */
  public readonly auditorRoleArn: pulumi.Output<string>;

  /** URL of the queue of audits that could not be started. */
  public readonly deadLetterQueueUrl: pulumi.Output<string>;

  constructor(name: string, args: OrganizationAuditArgs, opts?: pulumi.ComponentResourceOptions) {
    const given = checkOrganizationAudit(name, args);
    super("aws-secure-database:index:OrganizationAudit", name, {}, withRenames("OrganizationAudit", name, opts));
    const { tags } = args;
    const scope = scopeOf(this);
    const settings = auditWithin(given, scope);
    const places = auditPlaces(name, settings, scope, tags, this, ["states"]);
    const { keyArn, topicArn, bucket, queue } = places;
    const results = closedBucket(
      `${name}-results`,
      { id: "results", prefix: "", oldVersionDays: 1 },
      keyArn,
      { expire: resultDays, lock: undefined, archive: undefined },
      tags,
      this,
    );

    const functions = organizationFunctions(name, settings, { ...places, results }, scope, tags, this);
    if (settings.memberRole) {
      memberRoles(name, settings, functions.auditor.name, scope, tags, this);
    }
    const machine = auditMachine(name, settings, functions, { results, keyArn }, scope, tags, this);
    auditTimer(
      name,
      {
        ...settings,
        action: "states:StartExecution",
        targetArn: machine.arn,
        queueArn: queue.arn,
        keyArn,
        more: pulumi.all([scope, keyArn]).apply(([known, key]) => [encryptStates(known, key)]),
      },
      scope,
      tags,
      this,
    );
    metricAlarms(
      name,
      `Audit of ${name}`,
      organizationAlarms({
        stateMachineArn: machine.arn,
        functionName: functions.merge.name,
        queueName: queue.name,
        overdue: settings.overdue,
      }),
      topicArn,
      tags,
      this,
    );

    this.stateMachineArn = machine.arn;
    this.bucketName = bucket.bucket;
    this.topicArn = topicArn;
    this.auditorRoleArn = functions.auditor.arn;
    this.deadLetterQueueUrl = queue.url;
    this.registerOutputs({
      stateMachineArn: this.stateMachineArn,
      bucketName: this.bucketName,
      topicArn: this.topicArn,
      auditorRoleArn: this.auditorRoleArn,
      deadLetterQueueUrl: this.deadLetterQueueUrl,
    });
  }
}
