import type { Inventory, SecurityGroup, SecurityGroupRule } from "../inventory/model";
import { type Referrers, referrers } from "../inventory/resolve";
import { all, holds, undecided } from "./answers";
import type { Answer } from "./control";

/** Judges every rule of a group; of one that may belong to another group a failure is not certain. */
export function judgeRules(
  group: SecurityGroup,
  inventory: Inventory,
  judge: (rule: SecurityGroupRule) => Answer,
): Answer {
  const rules = rulesOf(group, inventory);
  const { securityGroupRules: unread } = inventory.unread;
  return all([
    holds,
    ...rules.found.map(judge),
    ...rules.maybe.map((rule) => {
      const answer = judge(rule);
      return answer.answer === "fails" ? undecided(`whether rule ${rule.name} is one of it (${answer.found})`) : answer;
    }),
    ...(unread === undefined ? [] : [undecided(`the security group rules (${unread})`)]),
  ]);
}

export function rulesOf(group: SecurityGroup, inventory: Inventory): Referrers<SecurityGroupRule> {
  return referrers(inventory, "securityGroupRules", "group", "securityGroups", group);
}
