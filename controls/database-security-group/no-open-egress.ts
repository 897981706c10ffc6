import type { Inventory, SecurityGroup, SecurityGroupRule } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, shown, undecided } from "../answers";
import { areEverywhere, isEverywhere } from "../cidr";
import { type Answer, defineControl } from "../control";
import { prefixListBlocks } from "../prefix-list";
import { judgeRules, rulesOf } from "../security-group-rules";
import { prefixListId } from "../text-schemas";
import { carriedPortsOf } from "./guarded-ports";

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
      const list = prefixListBlocks(prefixList, inventory, allowedPrefixLists);
      return [cidr, ...(list === "allowed" || isUnknown(list) ? [] : list.blocks)];
    })
    .filter((block) => typeof block === "string");
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
  if (prefixList === undefined) {
    return holds;
  }
  const list = prefixListBlocks(prefixList, inventory, options.allowedPrefixLists);
  if (list === "allowed") {
    return holds;
  }
  if (isUnknown(list)) {
    return undecided(list.waitsFor);
  }
  const open = list.blocks.find((block) => typeof block === "string" && isEverywhere(block));
  if (open !== undefined) {
    return fails(`it may connect to prefix list ${list.name} with ${shown(String(open), "cidr")}`, needed);
  }
  const unknownBlock = list.blocks.find(isUnknown);
  return unknownBlock === undefined ? holds : undecided(unknownBlock.waitsFor);
}
