import type { SecurityGroup } from "../../inventory/model";
import { isUnknown, type Value } from "../../inventory/value";
import { all, fails, holds, notApplicable, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { judgeRules } from "../security-group-rules";
import { carriedPortsOf } from "./guarded-ports";

const needed = "it must say what it is for";

export const described = defineControl<"securityGroups", object>({
  id: "database-security-group-described",
  title: "Security group of a database and its rules say what they are for",
  subject: "securityGroups",
  severity: "low",
  why: "A rule that nobody can explain is one that nobody dares to remove.",
  remediation: "Set description on the rule, and on the group when it is made, as a change of it replaces the group.",
  peerIds: { checkov: ["CKV_AWS_23"], trivy: ["AWS-0099", "AWS-0124"] },
  options: {},
  looksAt: "inventory",
  evaluate(group, inventory) {
    const guarded = carriedPortsOf(group, inventory);
    if (guarded.by === "nothing") {
      return notApplicable("no database of the inventory carries the group");
    }
    const answer = all([
      judgeGroup(group),
      judgeRules(group, inventory, ({ direction, description }) =>
        mustBeGiven(`description of ${isUnknown(direction) ? "a" : `an ${direction}`} rule`, description),
      ),
    ]);
    return answer.answer === "fails" && guarded.by === "unknown" ? undecided(guarded.waitsFor) : answer;
  },
});

/** AWS describes the default group of a VPC itself, and nobody can change that; one of another stack is judged there. */
function judgeGroup({ default: isDefault, elsewhere, description }: SecurityGroup): Answer {
  return isDefault || elsewhere === true ? holds : mustBeGiven("description", description);
}

function mustBeGiven(name: string, description: Value<string>): Answer {
  if (isUnknown(description)) {
    return undecided(description.waitsFor);
  }
  return description === undefined || description.trim() === "" ? fails(`${name} is not set`, needed) : holds;
}
