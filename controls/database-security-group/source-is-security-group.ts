import type { Inventory, SecurityGroupRule } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, shown, undecided } from "../answers";
import { isWithin } from "../cidr";
import { type Answer, defineControl } from "../control";
import { judgeRules } from "../security-group-rules";
import { cidrBlock, prefixListId } from "../text-schemas";
import { carriedPortsOf, type GuardedPorts } from "./guarded-ports";
import { admits, describePorts } from "./ports";

const needed = "the source must be a security group, the group itself or a prefix list that is allowed";

interface Options {
  readonly allowedCidrs: readonly string[];
  readonly allowedPrefixLists: readonly string[];
}

export const sourceIsSecurityGroup = defineControl<"securityGroups", Options>({
  id: "database-security-group-source-is-security-group",
  title: "Security group of a database names security groups as its sources",
  subject: "securityGroups",
  severity: "medium",
  why: "A range of addresses lets in whatever gets an address of it later, a security group only what carries it.",
  remediation: "Replace the range of addresses by the security group of the application that connects.",
  peerIds: {},
  options: {
    allowedCidrs: {
      schema: {
        type: "array",
        items: cidrBlock,
        description: "CIDR blocks that may be sources all the same.",
      },
      default: [],
    },
    allowedPrefixLists: {
      schema: { type: "array", items: prefixListId, description: "Ids of prefix lists that may be sources." },
      default: [],
    },
  },
  looksAt: "inventory",
  evaluate(group, inventory, options) {
    const guarded = carriedPortsOf(group, inventory);
    const answer = judgeRules(group, inventory, (rule) => judgeRule(rule, guarded, inventory, options));
    return answer.answer === "holds" && guarded.by === "nothing"
      ? notApplicable("no database of the inventory carries the group")
      : answer;
  },
});

function judgeRule(rule: SecurityGroupRule, guarded: GuardedPorts, inventory: Inventory, options: Options): Answer {
  if (rule.direction === "egress") {
    return holds;
  }
  const admitted = admits(rule, guarded.ports);
  if (admitted === false || (guarded.by === "nothing" && !meansDatabase(rule, inventory))) {
    return holds;
  }
  const answer = judgeSource(rule, inventory, options);
  const unknownFact = [rule.direction, admitted].find(isUnknown);
  if (answer.answer !== "fails" || (unknownFact === undefined && guarded.by !== "unknown")) {
    return answer;
  }
  return undecided(unknownFact?.waitsFor ?? (guarded.by === "unknown" ? guarded.waitsFor : "whether it is ingress"));
}

/** A program that makes a group for databases of another one opens just the port of a database. */
function meansDatabase({ fromPort, toPort }: SecurityGroupRule, { scope }: Inventory): boolean {
  return scope === "program" && typeof fromPort === "number" && fromPort === toPort;
}

function judgeSource(rule: SecurityGroupRule, inventory: Inventory, options: Options): Answer {
  const { cidr, prefixList } = rule;
  if (cidr !== undefined) {
    return judgeCidr(rule, options);
  }
  if (prefixList === undefined) {
    return holds;
  }
  const list = resolve(inventory, "prefixLists", prefixList, rule);
  const names = list.to === "resource" ? list.resource.identifiers : isUnknown(prefixList) ? [] : [prefixList];
  if (names.some((name) => options.allowedPrefixLists.includes(name))) {
    return holds;
  }
  if (names.length === 0 && options.allowedPrefixLists.length > 0) {
    return undecided(`the id of the prefix list (${isUnknown(prefixList) ? prefixList.waitsFor : prefixList})`);
  }
  const name = list.to === "resource" ? list.resource.name : names.map((id) => shown(id, "name"))[0];
  return fails(
    `${name === undefined ? "a prefix list" : `prefix list ${name}`} may connect to ${describePorts(rule)}`,
    needed,
  );
}

function judgeCidr(rule: SecurityGroupRule, { allowedCidrs }: Options): Answer {
  const { cidr } = rule;
  if (isUnknown(cidr)) {
    // Whatever range it turns out to be, it is one; a list that is not known yet may also hold none.
    return allowedCidrs.length > 0 || isUnknown(rule.protocol)
      ? undecided(cidr.waitsFor)
      : fails(`a range of addresses may connect to ${describePorts(rule)}`, needed);
  }
  return cidr === undefined || allowedCidrs.some((range) => isWithin(range, cidr))
    ? holds
    : fails(`${shown(cidr, "cidr")} may connect to ${describePorts(rule)}`, needed);
}
