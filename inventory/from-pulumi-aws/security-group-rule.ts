import type { Reference, Resource, SecurityGroupRule } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, type Unknown, unknown, type Value } from "../value";

type Facts = Pick<SecurityGroupRule, "group" | "direction" | "protocol" | "fromPort" | "toPort" | "description">;

/** One of the sources of a rule. */
export type Source = Partial<Pick<SecurityGroupRule, "cidr" | "sourceGroup" | "prefixList" | "self">>;

/** aws.ec2.SecurityGroupRule */
export function securityGroupRule(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const facts = {
    ...content(properties, "protocol"),
    group: properties.reference("securityGroupId"),
    direction: directionOf(properties.string("type")),
  };
  const sourceGroup = accountless(properties.reference("sourceSecurityGroupId"));
  const sources = [
    ...listedSources(properties),
    ...(sourceGroup === undefined ? [] : [{ sourceGroup }]),
    ...selfSource(properties),
  ];
  return { securityGroupRules: rulesOf(resourceOf(resource, ["securityGroupRuleId"]), facts, sources) };
}

/** aws.vpc.SecurityGroupIngressRule */
export const securityGroupIngressRule = (resource: ProgramResource): Part => oneRule(resource, "ingress");

/** aws.vpc.SecurityGroupEgressRule */
export const securityGroupEgressRule = (resource: ProgramResource): Part => oneRule(resource, "egress");

function oneRule(resource: ProgramResource, direction: "ingress" | "egress"): Part {
  const properties = Properties.of(resource);
  const facts = { ...content(properties, "ipProtocol"), group: properties.reference("securityGroupId"), direction };
  const cidrs = [properties.reference("cidrIpv4"), properties.reference("cidrIpv6")];
  const prefixList = properties.reference("prefixListId");
  const sourceGroup = accountless(properties.reference("referencedSecurityGroupId"));
  const sources: Source[] = [
    ...cidrs.filter((cidr) => cidr !== undefined).map((cidr) => ({ cidr })),
    ...(prefixList === undefined ? [] : [{ prefixList }]),
    ...(sourceGroup === undefined ? [] : [{ sourceGroup }]),
  ];
  return { securityGroupRules: rulesOf(resourceOf(resource, ["arn", "securityGroupRuleId"]), facts, sources) };
}

/** The rules that a security group lists itself. */
export function inlineRules(resource: ProgramResource, group: Resource): readonly SecurityGroupRule[] {
  const properties = Properties.of(resource);
  const reference: Reference = unknown(`security group ${group.name}`, [group.id]);
  return (["ingress", "egress"] as const).flatMap((direction) => {
    const rules = properties.objects(direction);
    const list = rules === undefined ? [] : isUnknown(rules) ? [rules] : rules;
    return list.flatMap((item, index) => {
      const rule: Resource = { id: `${group.id}#${direction}-${index}`, name: group.name, identifiers: [] };
      if (item === undefined) {
        return [];
      }
      if (isUnknown(item)) {
        return rulesOf(rule, { ...unknownContent(item), group: reference, direction }, [{ cidr: item }]);
      }
      const sources = [
        ...listedSources(item),
        ...references(item, "securityGroups", "sourceGroup"),
        ...selfSource(item),
      ];
      return rulesOf(rule, { ...content(item, "protocol"), group: reference, direction }, sources);
    });
  });
}

function listedSources(properties: Properties): readonly Source[] {
  return [
    ...references(properties, "cidrBlocks", "cidr"),
    ...references(properties, "ipv6CidrBlocks", "cidr"),
    ...references(properties, "prefixListIds", "prefixList"),
  ];
}

function references(
  properties: Properties,
  name: string,
  as: "cidr" | "sourceGroup" | "prefixList",
): readonly Source[] {
  const values = properties.strings(name);
  const list = values === undefined ? [] : isUnknown(values) ? [values] : values;
  return list.map((value) => ({ [as]: as === "sourceGroup" ? accountless(value) : value }));
}

/** The group itself as a source lets in nobody from outside: while that is unknown there is nothing to judge. */
function selfSource(properties: Properties): readonly Source[] {
  return properties.boolean("self") === true ? [{ self: true }] : [];
}

/** One rule for each of the sources, as AWS keeps them. */
export function rulesOf(resource: Resource, facts: Facts, sources: readonly Source[]): readonly SecurityGroupRule[] {
  return sources.map((source, index) => ({
    ...resource,
    id: sources.length === 1 ? resource.id : `${resource.id}#${index}`,
    ...facts,
    cidr: undefined,
    sourceGroup: undefined,
    prefixList: undefined,
    self: false,
    ...source,
  }));
}

function content(properties: Properties, protocol: string) {
  return {
    protocol: properties.string(protocol),
    fromPort: properties.number("fromPort"),
    toPort: properties.number("toPort"),
    description: properties.reference("description"),
  };
}

function unknownContent(value: Unknown) {
  return { protocol: value, fromPort: value, toPort: value, description: value };
}

function directionOf(type: Value<string>): Value<"ingress" | "egress"> {
  if (type === undefined || isUnknown(type)) {
    return type;
  }
  return type.toLowerCase() === "egress" ? "egress" : "ingress";
}

/** A group of a peer's VPC is written with the account in front: "123456789012/sg-1". */
export function accountless(group: Reference): Reference {
  return typeof group === "string" ? group.split("/").at(-1) : group;
}
