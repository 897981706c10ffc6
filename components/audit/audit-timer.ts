import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../shared/policy-document";
import type { Scope } from "../shared/scope";
import { schedulerPermissions, schedulerTrust } from "./audit-policies";

export interface TimerSettings {
  readonly schedule: string;
  readonly timeZone: string;
  /** The one action on the target that its role may do: "lambda:InvokeFunction". */
  readonly action: string;
  readonly targetArn: pulumi.Output<string>;
  readonly queueArn: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;
  /** What starting the target takes beyond the action. */
  readonly more?: pulumi.Output<readonly Statement[]>;
}

/** The schedule of an audit, in a group of its own, to which the trust in its role is limited. */
export function auditTimer(
  name: string,
  { schedule, timeZone, action, targetArn, queueArn, keyArn, more }: TimerSettings,
  scope: pulumi.Output<Scope>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): aws.scheduler.Schedule {
  const group = new aws.scheduler.ScheduleGroup(`${name}-audit`, { tags }, { parent });
  const role = new aws.iam.Role(
    `${name}-schedule`,
    {
      description: `Starts audits of ${name}`,
      assumeRolePolicy: pulumi.all([scope, group.name]).apply(([known, of]) => schedulerTrust(known, of)),
      tags,
    },
    { parent },
  );
  const permissions = new aws.iam.RolePolicy(
    `${name}-schedule`,
    {
      role: role.name,
      policy: pulumi
        .all([scope, pulumi.output({ targetArn, queueArn, keyArn }), pulumi.output(more ?? [])])
        .apply(([known, of, statements]) => schedulerPermissions(known, { action, ...of, more: statements })),
    },
    { parent },
  );
  return new aws.scheduler.Schedule(
    `${name}-audit`,
    {
      groupName: group.name,
      description: `Audits of ${name}`,
      scheduleExpression: schedule,
      scheduleExpressionTimezone: timeZone,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: targetArn,
        roleArn: role.arn,
        // Seconds: an audit that is hours late is left to the next.
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 10 },
        deadLetterConfig: { arn: queueArn },
      },
    },
    { parent, dependsOn: permissions },
  );
}
