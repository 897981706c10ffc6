import type { Inventory, Reference } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown, unknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { inItsNetwork } from "../cluster-member";
import { type Answer, defineControl } from "../control";
import { isTrusted, type TrustOptions, trustOptions } from "../trusted-security-groups";

const needed = "it must name a security group made for it";

export const hasSecurityGroup = defineControl<"dbInstances", TrustOptions>({
  id: "rds-instance-has-security-group",
  title: "RDS instance has a security group made for it",
  subject: "dbInstances",
  severity: "high",
  why: "The default group of a VPC lets in whatever else carries it, which is all that names no group.",
  remediation:
    "Set vpcSecurityGroupIds to a security group that lets in the applications that connect and nothing else.",
  peerIds: {},
  options: trustOptions,
  looksAt: "inventory",
  evaluate(instance, inventory, options) {
    const { securityGroups } = inItsNetwork(instance, inventory);
    if (securityGroups === undefined || (!isUnknown(securityGroups) && securityGroups.length === 0)) {
      return fails("vpcSecurityGroupIds is not set (the default group of its VPC)", needed);
    }
    // What a list that is not known yet holds comes from its sources, like one element of it.
    return judge(isUnknown(securityGroups) ? [securityGroups] : told(securityGroups, inventory), inventory, options);
  },
});

function judge(references: readonly Reference[], inventory: Inventory, options: TrustOptions): Answer {
  const kinds = references.map((reference) => kindOf(reference, inventory, options));
  if (kinds.includes("own")) {
    return holds;
  }
  const open = kinds.find(isUnknown);
  return open === undefined
    ? fails("vpcSecurityGroupIds names the default group of a VPC and no other", needed)
    : undecided(open.waitsFor);
}

type Group = "own" | "default" | Unknown;

/** What is known of a group: whether it is a VPC's default one. */
function kindOf(reference: Reference, inventory: Inventory, options: TrustOptions): Group {
  if (isUnknown(reference)) {
    return kindOfSources(reference, inventory);
  }
  const group = resolve(inventory, "securityGroups", reference);
  if (group.to === "resource" && group.resource.elsewhere !== true) {
    return group.resource.default ? "default" : "own";
  }
  if (reference === undefined || defaultGroupsOf(inventory).has(reference)) {
    return "default";
  }
  if (group.to === "unknown") {
    return group.unknown;
  }
  if (isTrusted([reference], options)) {
    return "own";
  }
  const id = /^sg-[0-9a-f]{1,17}$/.test(reference) ? ` ${reference}` : "";
  return unknown(
    `whether security group${id}, not in this ${inventory.scope}, is a default one (option trustedSecurityGroups)`,
  );
}

/** What is not known yet is one of its sources: what they all are, it is. */
function kindOfSources(reference: Unknown, inventory: Inventory): Group {
  const kinds = new Set(reference.sources.flatMap((source) => kindOfSource(source, reference, inventory) ?? []));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? kind : reference;
}

function kindOfSource(source: string, reference: Unknown, inventory: Inventory): "own" | "default" | undefined {
  const from = { ...reference, sources: [source] };
  const group = resolve(inventory, "securityGroups", from);
  if (group.to === "resource") {
    return group.resource.default ? "default" : "own";
  }
  // Of a VPC only its default group can be named.
  return resolve(inventory, "vpcs", from).to === "resource" ? "default" : undefined;
}

/**
 * The elements of a list share the sources of the whole. Where as many of them are not known yet as it has sources that
 * can be meant, each of them is one of these.
 */
function told(references: readonly Reference[], inventory: Inventory): readonly Reference[] {
  const open = references.filter(isUnknown);
  const meant = [...new Set(open.flatMap(({ sources }) => sources))].flatMap((source) => {
    const [reference] = open;
    return reference !== undefined && kindOfSource(source, reference, inventory) !== undefined
      ? [{ ...reference, sources: [source] }]
      : [];
  });
  return meant.length === open.length
    ? [...references.filter((reference) => !isUnknown(reference)), ...meant]
    : references;
}

const indexes = new WeakMap<Inventory, ReadonlySet<string>>();

/** The ids of default groups that only their VPCs name, made once an inventory. */
function defaultGroupsOf(inventory: Inventory): ReadonlySet<string> {
  const known = indexes.get(inventory);
  if (known !== undefined) {
    return known;
  }
  const ids = new Set(inventory.vpcs.flatMap(({ defaultSecurityGroup: id }) => (typeof id === "string" ? [id] : [])));
  indexes.set(inventory, ids);
  return ids;
}
