import type { Inventory, SecurityGroup } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown } from "../../inventory/value";
import { fails, notApplicable, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { holdsDatabase } from "../holds-database";
import { judgeRules } from "../security-group-rules";

export const closed = defineControl<"securityGroups", object>({
  id: "default-security-group-closed",
  title: "Default security group of a VPC has no rules",
  subject: "securityGroups",
  severity: "high",
  why: "Whatever names no security group carries the default one, and by its rules reaches all that does so too.",
  remediation: "Remove every rule, and give what carries the group one of its own.",
  peerIds: {
    securityHub: ["EC2.2"],
    cis: ["5.5"],
    nist: ["AC-4", "AC-4(21)", "SC-7", "SC-7(4)", "SC-7(5)", "SC-7(11)", "SC-7(16)", "SC-7(21)"],
    checkov: ["CKV2_AWS_12"],
    trivy: ["AWS-0173"],
    prowler: ["ec2_securitygroup_default_restrict_traffic"],
  },
  options: {},
  looksAt: "inventory",
  evaluate(group, inventory) {
    if (!group.default) {
      return notApplicable("it is not the default group of a VPC");
    }
    const guards = inventory.scope === "program" || isOfDatabases(group, inventory);
    if (guards === false) {
      return notApplicable("no database lies in its VPC");
    }
    const answer = judge(group, inventory);
    return isUnknown(guards) && answer.answer === "fails" ? undecided(guards.waitsFor) : answer;
  },
});

function judge(group: SecurityGroup, inventory: Inventory): Answer {
  return judgeRules(group, inventory, ({ direction, protocol }) =>
    // A list that is not known yet may hold no rule.
    isUnknown(protocol)
      ? undecided(protocol.waitsFor)
      : fails(`it has an ${isUnknown(direction) ? "ingress or egress" : direction} rule`, "it must have none"),
  );
}

/** Every VPC of an account has such a group; a program that manages one means it, whatever else it declares. */
function isOfDatabases(group: SecurityGroup, inventory: Inventory): boolean | Unknown {
  const vpc = resolve(inventory, "vpcs", group.vpc, group);
  switch (vpc.to) {
    case "resource":
      return holdsDatabase(vpc.resource, inventory);
    case "unknown":
      return vpc.unknown;
    default:
      return false;
  }
}
