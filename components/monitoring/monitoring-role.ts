import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { monitoringPolicyArn, monitoringTrust } from "../shared/policies";
import { scopeOf } from "../shared/scope";

export interface MonitoringRole {
  readonly role: aws.iam.Role;
  /** What an instance must wait for, as RDS checks the role's permissions when it is created. */
  readonly attachment: aws.iam.RolePolicyAttachment;
}

/**
 * The role that lets enhanced monitoring write to CloudWatch Logs for the instances with the prefix and for other resources
 * of RDS, such as "cluster:orders-*", of the region or else the provider's.
 */
export function monitoringRole(
  name: string,
  identifierPrefix: string,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
  region?: string,
  others: readonly string[] = [],
): MonitoringRole {
  const scope = scopeOf(parent).apply((known) => ({ ...known, region: region ?? known.region }));
  const role = new aws.iam.Role(
    `${name}-monitoring`,
    {
      description: `Enhanced monitoring of the RDS instance ${name}`,
      assumeRolePolicy: scope.apply((known) => monitoringTrust(known, identifierPrefix, ...others)),
      tags,
    },
    { parent },
  );
  const attachment = new aws.iam.RolePolicyAttachment(
    `${name}-monitoring`,
    { role: role.name, policyArn: scope.apply(monitoringPolicyArn) },
    { parent },
  );
  return { role, attachment };
}
