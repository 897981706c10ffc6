import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { flowLogPermissions, flowLogTrust } from "../shared/policies";
import { scopeOf } from "../shared/scope";

export interface FlowLogSettings {
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Days, or 0 for ever. */
  readonly retentionDays: pulumi.Input<number>;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Records which connections the VPC let through and which it refused, in a bucket that is there. */
export function recordFlowsToBucket(
  name: string,
  vpcId: pulumi.Input<string>,
  bucketArn: pulumi.Input<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>>,
  parent: pulumi.Resource,
): void {
  new aws.ec2.FlowLog(
    name,
    { vpcId, trafficType: "ALL", logDestinationType: "s3", logDestination: bucketArn, tags },
    { parent },
  );
}

/** Records which connections the VPC let through and which it refused, in an encrypted log group. */
export function recordFlows(
  name: string,
  vpcId: pulumi.Input<string>,
  { kmsKeyArn, retentionDays, tags }: FlowLogSettings,
  parent: pulumi.Resource,
): void {
  const scope = scopeOf(parent);
  const logGroup = new aws.cloudwatch.LogGroup(
    `${name}-flow-logs`,
    { kmsKeyId: kmsKeyArn, retentionInDays: retentionDays, tags },
    { parent },
  );
  const role = new aws.iam.Role(
    `${name}-flow-logs`,
    { description: `Flow logs of ${name}`, assumeRolePolicy: scope.apply(flowLogTrust), tags },
    { parent },
  );
  const permissions = new aws.iam.RolePolicy(
    `${name}-flow-logs`,
    {
      role: role.name,
      // By the name, which a first preview knows, so that the policy pack can judge it there.
      policy: scope.apply((known) => logGroup.name.apply((group) => flowLogPermissions(known, group))),
    },
    { parent },
  );
  new aws.ec2.FlowLog(
    name,
    {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      tags,
    },
    { parent, dependsOn: permissions },
  );
}
