import type { Inventory, SecurityGroup, SecurityGroupRule } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { all, fails, holds, shown, undecided } from "../answers";
import { isPublicCidr } from "../cidr";
import { type Answer, defineControl } from "../control";
import { prefixListBlocks } from "../prefix-list";
import { judgeRules } from "../security-group-rules";
import { cidrBlock, prefixListId } from "../text-schemas";
import { isTrusted, type TrustOptions, trustOptions } from "../trusted-security-groups";
import { databasePortsOf, type GuardedPorts } from "./guarded-ports";
import { admits, describePorts } from "./ports";

const needed = "ingress to a database must come from private addresses or security groups";

interface Options extends TrustOptions {
  readonly allowedCidrs: readonly string[];
  readonly allowedPrefixLists: readonly string[];
}

export const noPublicIngress = defineControl<"securityGroups", Options>({
  id: "database-security-group-no-public-ingress",
  title: "Security group of a database lets nobody in from the internet",
  subject: "securityGroups",
  severity: "critical",
  why: "An open database port is found within minutes and attacked with stolen and guessed passwords.",
  remediation: "Replace the source by the security group of the application that connects.",
  peerIds: {
    securityHub: ["EC2.18", "EC2.19"],
    nist: [
      "AC-4",
      "AC-4(21)",
      "CA-9(1)",
      "CM-2",
      "CM-2(2)",
      "CM-7",
      "SC-7",
      "SC-7(4)",
      "SC-7(5)",
      "SC-7(11)",
      "SC-7(16)",
      "SC-7(21)",
    ],
    checkov: ["CKV_AWS_277"],
    prowler: [
      "ec2_securitygroup_allow_ingress_from_internet_to_all_ports",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_oracle_1521_2483",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434",
      "ec2_securitygroup_allow_wide_open_public_ipv4",
    ],
  },
  options: {
    allowedCidrs: {
      schema: {
        type: "array",
        items: cidrBlock,
        description: "CIDR blocks that count as private, such as a VPC or office range that is routed privately.",
      },
      default: [],
    },
    allowedPrefixLists: {
      schema: {
        type: "array",
        items: prefixListId,
        description: "Ids of prefix lists that count as private.",
      },
      default: [],
    },
    ...trustOptions,
  },
  looksAt: "inventory",
  evaluate: judge,
});

function judge(group: SecurityGroup, inventory: Inventory, options: Options): Answer {
  const guarded = databasePortsOf(group, inventory);
  return all([
    judgeRules(group, inventory, (rule) => judgeRule(rule, guarded, inventory, options)),
    judgeElsewhere(group, options),
  ]);
}

/** Of a group of another stack the program shows no rules, or some. The other controls of rules leave saying so to this one. */
function judgeElsewhere({ elsewhere, identifiers }: SecurityGroup, options: Options): Answer {
  return elsewhere !== true || isTrusted(identifiers, options)
    ? holds
    : undecided(
        `the rules of security group ${identifiers.join(", ")}, which is not in this program and not among the option trustedSecurityGroups`,
      );
}

function judgeRule(rule: SecurityGroupRule, guarded: GuardedPorts, inventory: Inventory, options: Options): Answer {
  if (rule.direction === "egress") {
    return holds;
  }
  const admitted = admits(rule, guarded.ports);
  // A rule for every port says nothing of databases: in a group that none carries it is a web server's, say, and of no
  // concern here. One for a port or a range that is a database's means one, which may be declared elsewhere.
  if (admitted === false || (guarded.by === "nothing" && admitted === "every-port")) {
    return holds;
  }
  const answer = judgeSource(rule, inventory, options);
  if (answer.answer !== "fails") {
    return answer;
  }
  const unknownFact = [rule.direction, admitted].find(isUnknown);
  if (unknownFact !== undefined) {
    return undecided(unknownFact.waitsFor);
  }
  return guarded.by === "unknown" && admitted === "every-port" ? undecided(guarded.waitsFor) : answer;
}

function judgeSource(rule: SecurityGroupRule, inventory: Inventory, options: Options): Answer {
  if (isUnknown(rule.cidr)) {
    return undecided(rule.cidr.waitsFor);
  }
  if (rule.cidr !== undefined) {
    return isPublicCidr(rule.cidr, options.allowedCidrs)
      ? fails(`${shown(rule.cidr, "cidr")} may connect to ${describePorts(rule)}`, needed)
      : holds;
  }
  return rule.prefixList === undefined ? holds : judgePrefixList(rule, inventory, options);
}

function judgePrefixList(rule: SecurityGroupRule, inventory: Inventory, options: Options): Answer {
  const list = prefixListBlocks(rule.prefixList, inventory, options.allowedPrefixLists);
  if (list === "allowed") {
    return holds;
  }
  if (isUnknown(list)) {
    return undecided(list.waitsFor);
  }
  const open = list.blocks.find((block) => typeof block === "string" && isPublicCidr(block, options.allowedCidrs));
  if (open !== undefined) {
    return fails(
      `prefix list ${list.name} with ${shown(String(open), "cidr")} may connect to ${describePorts(rule)}`,
      needed,
    );
  }
  const unknownBlock = list.blocks.find(isUnknown);
  return unknownBlock === undefined ? holds : undecided(unknownBlock.waitsFor);
}
