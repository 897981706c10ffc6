import { accountless, rulesOf, type Source } from "../from-pulumi-aws/security-group-rule";
import type { Reference, Resource, SecurityGroupRule } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown, unknown } from "../value";
import { nativeResource } from "./native-resource";

type Direction = "ingress" | "egress";

/** AWS::EC2::SecurityGroup with its inline rules. */
export function securityGroup(resource: ProgramResource): Part {
  const group = nativeResource(resource, ["groupId", "awsId", "groupName"]);
  const properties = Properties.of(resource);
  return {
    securityGroups: [
      {
        ...group,
        vpc: properties.reference("vpcId"),
        default: false,
        description: properties.reference("groupDescription"),
      },
    ],
    securityGroupRules: [
      ...inlineRules(properties, group, "ingress"),
      ...inlineRules(properties, group, "egress"),
      ...defaultEgress(properties, group),
    ],
  };
}

/** AWS::EC2::SecurityGroupIngress */
export const securityGroupIngress = (resource: ProgramResource): Part => oneRule(resource, "ingress");

/** AWS::EC2::SecurityGroupEgress */
export const securityGroupEgress = (resource: ProgramResource): Part => oneRule(resource, "egress");

function oneRule(resource: ProgramResource, direction: Direction): Part {
  const properties = Properties.of(resource);
  const group = properties.reference("groupId") ?? properties.reference("groupName");
  const rule = nativeResource(resource, ["awsId"]);
  return { securityGroupRules: ruleIn(properties, rule, group, direction) };
}

function inlineRules(properties: Properties, group: Resource, direction: Direction): readonly SecurityGroupRule[] {
  const rules = properties.objects(direction === "ingress" ? "securityGroupIngress" : "securityGroupEgress") ?? [];
  return (isUnknown(rules) ? [rules] : rules).flatMap((item, index) => {
    const rule: Resource = { ...group, id: `${group.id}#${direction}-${index}`, identifiers: [] };
    if (item === undefined) {
      return [];
    }
    if (isUnknown(item)) {
      const content = { protocol: item, fromPort: item, toPort: item, description: item };
      return rulesOf(rule, { ...content, group: itself(group), direction }, [{ cidr: item }]);
    }
    return ruleIn(item, rule, itself(group), direction);
  });
}

/**
 * The rule to everywhere that AWS gives a new group, and removes only where at least one egress rule is listed.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 */
function defaultEgress(properties: Properties, group: Resource): readonly SecurityGroupRule[] {
  const rules = properties.objects("securityGroupEgress");
  if (rules !== undefined && (isUnknown(rules) || rules.length > 0)) {
    return [];
  }
  const rule: Resource = { ...group, id: `${group.id}#egress-default`, identifiers: [] };
  const content = { protocol: "-1", fromPort: undefined, toPort: undefined, description: "the rule that AWS adds" };
  return rulesOf(rule, { ...content, group: itself(group), direction: "egress" }, [{ cidr: "0.0.0.0/0" }]);
}

function ruleIn(
  properties: Properties,
  rule: Resource,
  group: Reference,
  direction: Direction,
): readonly SecurityGroupRule[] {
  const content = {
    protocol: properties.string("ipProtocol"),
    fromPort: properties.number("fromPort"),
    toPort: properties.number("toPort"),
    description: properties.reference("description"),
  };
  return rulesOf(rule, { ...content, group, direction }, sourcesOf(properties, direction));
}

function sourcesOf(properties: Properties, direction: Direction): readonly Source[] {
  const end = direction === "ingress" ? "source" : "destination";
  const cidrs = [properties.reference("cidrIp"), properties.reference("cidrIpv6")];
  const groups = [
    properties.reference(`${end}SecurityGroupId`),
    direction === "ingress" ? properties.reference("sourceSecurityGroupName") : undefined,
  ];
  const prefixList = properties.reference(`${end}PrefixListId`);
  return [
    ...cidrs.filter((cidr) => cidr !== undefined).map((cidr) => ({ cidr })),
    ...groups.filter((group) => group !== undefined).map((group) => ({ sourceGroup: accountless(group) })),
    ...(prefixList === undefined ? [] : [{ prefixList }]),
  ];
}

function itself(group: Resource): Reference {
  return unknown(`security group ${group.name}`, [group.id]);
}
