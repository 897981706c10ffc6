import type { Inventory, SecurityGroup, SecurityGroupRule } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, shown, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { prefixListId } from "../text-schemas";
import { areEverywhere, isEverywhere } from "./cidr";
import { carriedPortsOf } from "./guarded-ports";
import { judgeRules, rulesOf } from "./rules-of";

const needed = "a database must not reach the whole internet";

interface Options {
  readonly allowedPrefixLists: readonly string[];
}

export const noOpenEgress = defineControl<"securityGroups", Options>({
  id: "database-security-group-no-open-egress",
  title: "Security group of a database lets it connect to chosen places only",
  subject: "securityGroups",
  severity: "low",
  why: "A database that can reach everything can be made to send everything: by an extension, a link or a flaw.",
  remediation: "Remove the egress rule, or replace its destination by the ranges and security groups that are needed.",
  peerIds: { checkov: ["CKV_AWS_382"], trivy: ["AWS-0104"] },
  options: {
    allowedPrefixLists: {
      schema: {
        type: "array",
        items: prefixListId,
        description: "Ids of prefix lists that may be destinations.",
      },
      default: [],
    },
  },
  looksAt: "inventory",
  evaluate(group, inventory, options) {
    const guarded = carriedPortsOf(group, inventory);
    if (guarded.by === "nothing") {
      return notApplicable("no database of the inventory carries the group");
    }
    const byRule = judgeRules(group, inventory, (rule) => judgeRule(rule, inventory, options));
    const answer = byRule.answer === "holds" ? judgeTogether(group, inventory, options) : byRule;
    return answer.answer === "fails" && guarded.by === "unknown" ? undecided(guarded.waitsFor) : answer;
  },
});

/** Rules of which none is open can be so together, as 256 blocks of /8 are. */
function judgeTogether(group: SecurityGroup, inventory: Inventory, { allowedPrefixLists }: Options): Answer {
  const blocks = rulesOf(group, inventory)
    .found.filter(({ direction }) => direction === "egress")
    .flatMap(({ cidr, prefixList }) => {
      const list = resolve(inventory, "prefixLists", prefixList);
      const entries = list.to === "resource" && !isUnknown(list.resource.entries) ? list.resource.entries : undefined;
      const trusted =
        list.to === "resource" &&
        list.resource.identifiers.some((identifier) => allowedPrefixLists.includes(identifier));
      return [cidr, ...(trusted ? [] : (entries ?? []))].filter((block) => typeof block === "string");
    });
  return areEverywhere(blocks)
    ? fails(`it may connect to ${blocks.length} blocks that together are the internet`, needed)
    : holds;
}

function judgeRule(rule: SecurityGroupRule, inventory: Inventory, options: Options): Answer {
  if (rule.direction === "ingress") {
    return holds;
  }
  const answer = judgeDestination(rule, inventory, options);
  return answer.answer === "fails" && isUnknown(rule.direction) ? undecided(rule.direction.waitsFor) : answer;
}

function judgeDestination({ cidr, prefixList }: SecurityGroupRule, inventory: Inventory, options: Options): Answer {
  if (isUnknown(cidr)) {
    return undecided(cidr.waitsFor);
  }
  if (cidr !== undefined) {
    return isEverywhere(cidr) ? fails(`it may connect to ${shown(cidr, "cidr")}`, needed) : holds;
  }
  const list = resolve(inventory, "prefixLists", prefixList);
  if (list.to === "nothing") {
    return holds;
  }
  if (list.to !== "resource") {
    const id = list.to === "outside" ? list.identifier : undefined;
    return id !== undefined && options.allowedPrefixLists.includes(id)
      ? holds
      : undecided(
          list.to === "unknown"
            ? list.unknown.waitsFor
            : `the addresses of prefix list ${shown(list.identifier, "name")}, which is not in this ${inventory.scope} and not among the option allowedPrefixLists`,
        );
  }
  const { name, identifiers, entries } = list.resource;
  if (identifiers.some((identifier) => options.allowedPrefixLists.includes(identifier))) {
    return holds;
  }
  if (entries === undefined || isUnknown(entries)) {
    return undecided(entries?.waitsFor ?? `the addresses of prefix list ${name}`);
  }
  const open = entries.find((entry) => typeof entry === "string" && isEverywhere(entry));
  if (open !== undefined) {
    return fails(`it may connect to prefix list ${name} with ${shown(String(open), "cidr")}`, needed);
  }
  const unknownEntry = entries.find(isUnknown);
  return unknownEntry === undefined ? holds : undecided(unknownEntry.waitsFor);
}
