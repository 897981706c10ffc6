import type { Reference, SecurityGroup, SecurityGroupRule } from "../model";
import { isUnknown, unknown } from "../value";
import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { typeOfUrn } from "./program-resource";
import { Properties, resourceOf } from "./properties";
import { inlineRules } from "./security-group-rule";

const defaultGroupType = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

/** Types whose ids name a security group. */
export const securityGroupTypes: readonly string[] = ["aws:ec2/securityGroup:SecurityGroup", defaultGroupType];

/** aws.ec2.SecurityGroup and aws.ec2.DefaultSecurityGroup with their inline rules. */
export function securityGroup(resource: ProgramResource): Part {
  const group = resourceOf(resource, ["arn", "id"]);
  return {
    securityGroups: [
      { ...group, vpc: Properties.of(resource).reference("vpcId"), default: resource.type === defaultGroupType },
    ],
    securityGroupRules: inlineRules(resource, group),
  };
}

interface Groups {
  readonly securityGroups: readonly SecurityGroup[];
  readonly securityGroupRules: readonly SecurityGroupRule[];
}

/**
 * Adds the groups outside the program that its rules open or close: a group by its id, the default group of a VPC, or
 * one that is not known at all. What such a rule lets in is judged as a group of its own, under the rule's name.
 */
export function withGroupsOutside({ securityGroups, securityGroupRules }: Groups): Groups {
  const declared = new Set(securityGroups.flatMap(({ id, identifiers }) => [id, ...identifiers]));
  const outside = new Map<string, SecurityGroup>();
  const rules = securityGroupRules.map((rule) => {
    const { group } = rule;
    if (group === undefined || leadsToOneOf(group, declared)) {
      return rule;
    }
    const key = isUnknown(group) ? rule.id : group;
    const made = outside.get(key) ?? groupOutside(rule, group);
    outside.set(key, made);
    return isUnknown(group) ? { ...rule, group: unknown(group.waitsFor, [...group.sources, made.id]) } : rule;
  });
  return { securityGroups: [...securityGroups, ...outside.values()], securityGroupRules: rules };
}

function leadsToOneOf(group: NonNullable<Reference>, declared: ReadonlySet<string>): boolean {
  return isUnknown(group) ? group.sources.some((source) => declared.has(source)) : declared.has(group);
}

function groupOutside(rule: SecurityGroupRule, group: NonNullable<Reference>): SecurityGroup {
  const vpc = isUnknown(group) ? group.sources.find((source) => typeOfUrn(source) === "aws:ec2/vpc:Vpc") : undefined;
  return {
    // Reported under the rule, as the group has no URN.
    id: `${rule.id}#group`,
    name: rule.name,
    identifiers: isUnknown(group) ? [] : [group],
    ...(rule.region === undefined ? {} : { region: rule.region }),
    vpc: vpc === undefined ? undefined : unknown("the VPC of the group", [vpc]),
    default: vpc !== undefined,
  };
}
