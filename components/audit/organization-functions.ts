import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { lambdaTrust } from "../shared/policies";
import type { Scope } from "../shared/scope";
import { auditCode, toldEnvironment } from "./audit-code";
import type { AuditPlaces } from "./audit-places";
import type { OrganizationAuditSettings } from "./organization-audit-settings";
import type { MachineFunctions } from "./organization-machine";
import { auditorPermissions, mergePermissions } from "./organization-policies";

export interface OrganizationFunctions extends MachineFunctions {
  /** The role that enters the accounts. */
  readonly auditor: aws.iam.Role;
}

/** Where an audit of an organization writes. */
export interface OrganizationPlaces extends AuditPlaces {
  /** The bucket of what single regions came to. */
  readonly results: aws.s3.Bucket;
}

type Tags = pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;

/** The functions that list, audit and merge. Those that enter other accounts share the role that these let in. */
export function organizationFunctions(
  name: string,
  settings: OrganizationAuditSettings,
  places: OrganizationPlaces,
  scope: pulumi.Output<Scope>,
  tags: Tags,
  parent: pulumi.Resource,
): OrganizationFunctions {
  const { bucket, results, keyArn, topicArn, topicKeyArn, logGroup } = places;
  const { memberRoleName, securityHub } = settings;
  const resources = { resultsArn: results.arn, keyArn, logGroupArn: logGroup.arn };
  const auditor = new aws.iam.Role(
    `${name}-auditor`,
    { description: `Audits the databases of an organization for ${name}`, assumeRolePolicy: lambdaTrust, tags },
    { parent },
  );
  const auditing = new aws.iam.RolePolicy(
    `${name}-auditor`,
    {
      role: auditor.name,
      policy: pulumi
        .all([scope, pulumi.output(resources)])
        .apply(([known, of]) => auditorPermissions(known, { ...of, memberRoleName, securityHub })),
    },
    { parent },
  );
  const merger = new aws.iam.Role(
    `${name}-merge`,
    { description: `Reports the audits of ${name}`, assumeRolePolicy: lambdaTrust, tags },
    { parent },
  );
  const merging = new aws.iam.RolePolicy(
    `${name}-merge`,
    {
      role: merger.name,
      policy: pulumi
        .all([scope, pulumi.output({ ...resources, bucketArn: bucket.arn, topicArn, topicKeyArn })])
        .apply(([known, of]) => mergePermissions(known, of)),
    },
    { parent },
  );
  const delivery = {
    BUCKET: bucket.bucket,
    RESULTS_BUCKET: results.bucket,
    KEY_ARN: keyArn,
    TOPIC_ARN: topicArn,
    FORMATS: settings.formats,
    ...toldEnvironment(settings.question),
  };
  const told = { ...settings.question, members: { units: settings.units, except: settings.except } };
  const entering = {
    ...delivery,
    ...toldEnvironment(told),
    ROLE_NAME: memberRoleName,
    EXTERNAL_ID: settings.externalId,
  };
  const make = (handler: string, description: string, more: Partial<aws.lambda.FunctionArgs>, after: pulumi.Resource) =>
    new aws.lambda.Function(
      `${name}-${handler}`,
      {
        description: `${description} for ${name}`,
        code: auditCode(told),
        handler: `index.${handler}`,
        runtime: "nodejs22.x",
        architectures: ["arm64"],
        role: auditor.arn,
        memorySize: settings.memorySize,
        // Seconds: the longest that Lambda has.
        timeout: 900,
        loggingConfig: { logFormat: "Text", logGroup: logGroup.name },
        tags,
        ...more,
      },
      { parent, dependsOn: after },
    );
  return {
    auditor,
    targets: make("targets", "Lists what is audited", { environment: { variables: entering } }, auditing),
    scan: make(
      "scan",
      "Audits a region of an account",
      {
        environment: { variables: { ...entering, SECURITY_HUB: String(securityHub) } },
        reservedConcurrentExecutions: settings.reservedConcurrency,
      },
      auditing,
    ),
    merge: make(
      "merge",
      "Reports an audit",
      { role: merger.arn, memorySize: settings.mergeMemorySize, environment: { variables: delivery } },
      merging,
    ),
  };
}
