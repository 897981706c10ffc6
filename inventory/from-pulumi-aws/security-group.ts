import type { Reference, SecurityGroup, SecurityGroupRule } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { typeOfUrn } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, unknown, type Value } from "../value";
import { inlineRules } from "./security-group-rule";

const defaultGroupType = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

/** Types whose ids name a security group. */
export const securityGroupTypes: readonly string[] = [
  "aws:ec2/securityGroup:SecurityGroup",
  defaultGroupType,
  "aws-native:ec2:SecurityGroup",
];

/** Types of VPCs, which come with a default group. */
const vpcTypes: readonly string[] = ["aws:ec2/vpc:Vpc", "aws-native:ec2:Vpc"];

/** aws.ec2.SecurityGroup and aws.ec2.DefaultSecurityGroup with their inline rules. */
export function securityGroup(resource: ProgramResource): Part {
  const group = resourceOf(resource, ["arn", "id"]);
  const properties = Properties.of(resource);
  return {
    securityGroups: [
      {
        ...group,
        vpc: properties.reference("vpcId"),
        default: resource.type === defaultGroupType,
        description: givenDescription(properties),
      },
    ],
    securityGroupRules: inlineRules(resource, group),
  };
}

/** What the provider writes where nobody gives a description is none. */
function givenDescription(properties: Properties): Value<string> {
  const description = properties.reference("description");
  return typeof description === "string" && /^managed by (pulumi|terraform)$/i.test(description.trim())
    ? undefined
    : description;
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
  const vpc = isUnknown(group) ? group.sources.find((source) => vpcTypes.includes(typeOfUrn(source))) : undefined;
  return {
    // Reported under the rule, as the group has no URN.
    id: `${rule.id}#group`,
    name: rule.name,
    identifiers: isUnknown(group) ? [] : [group],
    ...(rule.region === undefined ? {} : { region: rule.region }),
    vpc: vpc === undefined ? undefined : unknown("the VPC of the group", [vpc]),
    default: vpc !== undefined,
    description: unknown("the description of the group"),
  };
}
