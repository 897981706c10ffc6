import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";
import { inlineRules } from "./security-group-rule";

/** Types whose ids name a security group; a VPC names the default one that it was made with. */
export const securityGroupTypes: readonly string[] = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
];

/** aws.ec2.SecurityGroup and aws.ec2.DefaultSecurityGroup with their inline rules. */
export function securityGroup(resource: ProgramResource): Part {
  const group = resourceOf(resource, ["arn", "id"]);
  return {
    securityGroups: [{ ...group, vpc: Properties.of(resource).reference("vpcId") }],
    securityGroupRules: inlineRules(resource, group),
  };
}
