import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Scope } from "../shared/scope";
import type { OrganizationAuditSettings } from "./organization-audit-settings";
import { definitionOf } from "./organization-definition";
import type { OrganizationPlaces } from "./organization-functions";
import { childrenPermissions, machinePermissions, machineTrust } from "./organization-policies";

export interface MachineFunctions {
  readonly targets: aws.lambda.Function;
  readonly scan: aws.lambda.Function;
  readonly merge: aws.lambda.Function;
}

/** The state machine of the audit, with its role and its logs, all under the key. */
export function auditMachine(
  name: string,
  settings: OrganizationAuditSettings,
  { targets, scan, merge }: MachineFunctions,
  { results, keyArn }: Pick<OrganizationPlaces, "results" | "keyArn">,
  scope: pulumi.Output<Scope>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): aws.sfn.StateMachine {
  const { tracing } = settings;
  const logGroup = new aws.cloudwatch.LogGroup(
    `${name}-history`,
    {
      // Of other groups the policy that lets logs be delivered grows too long.
      // https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html
      namePrefix: `/aws/vendedlogs/states/${name}-`,
      kmsKeyId: keyArn,
      retentionInDays: settings.logRetentionDays,
      tags,
    },
    { parent },
  );
  const role = new aws.iam.Role(
    `${name}-machine`,
    { description: `Runs audits of ${name}`, assumeRolePolicy: scope.apply(machineTrust), tags },
    { parent },
  );
  const permissions = new aws.iam.RolePolicy(
    `${name}-machine`,
    {
      role: role.name,
      policy: pulumi
        .all([
          scope,
          pulumi.output({ functionArns: [targets.arn, scan.arn, merge.arn], resultsArn: results.arn, keyArn }),
        ])
        .apply(([known, of]) => machinePermissions(known, { ...of, tracing })),
    },
    { parent },
  );
  const machine = new aws.sfn.StateMachine(
    `${name}-audit`,
    {
      type: "STANDARD",
      roleArn: role.arn,
      definition: pulumi
        .all([
          scope,
          pulumi.output({
            targetsArn: targets.arn,
            scanArn: scan.arn,
            mergeArn: merge.arn,
            bucket: results.bucket,
          }),
        ])
        .apply(([{ partition }, of]) => definitionOf({ partition, ...of, ...settings, bucket: of.bucket })),
      encryptionConfiguration: {
        type: "CUSTOMER_MANAGED_KMS_KEY",
        kmsKeyId: keyArn,
        // The longest that there is: each new data key is a request to KMS.
        kmsDataKeyReusePeriodSeconds: 900,
      },
      loggingConfiguration: {
        level: "ERROR",
        // Names of accounts, and what is found there, stay in the encrypted history and the functions' log.
        includeExecutionData: false,
        logDestination: pulumi.interpolate`${logGroup.arn}:*`,
      },
      tracingConfiguration: { enabled: tracing },
      tags,
    },
    { parent, dependsOn: permissions },
  );
  new aws.iam.RolePolicy(
    `${name}-machine-children`,
    { role: role.name, policy: machine.arn.apply(childrenPermissions) },
    { parent },
  );
  return machine;
}
