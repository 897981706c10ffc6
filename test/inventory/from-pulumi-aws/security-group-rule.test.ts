import assert from "node:assert/strict";
import type { SecurityGroupRule } from "../../../inventory/model";
import { isUnknown } from "../../../inventory/value";
import { pending, program, type Row } from "../../support/program";

const other: Row = { type: "aws:ec2/securityGroup:SecurityGroup", name: "other" };

describe("security group rules", () => {
  const tcp = { protocol: "tcp", fromPort: 5432, toPort: 5432 };
  const cases: readonly { readonly shows: string; readonly row: Row; readonly rules: readonly string[] }[] = [
    {
      shows: "an inline rule with several sources is several rules",
      row: {
        type: "aws:ec2/securityGroup:SecurityGroup",
        name: "group",
        props: {
          ingress: [
            {
              ...tcp,
              cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"],
              ipv6CidrBlocks: ["::/0"],
              prefixListIds: ["pl-1"],
              securityGroups: [pending("other")],
              self: true,
            },
          ],
          egress: [{ ...tcp, cidrBlocks: ["10.0.0.0/8"] }],
        },
      },
      rules: [
        "ingress tcp 5432-5432 cidr 10.0.0.0/8",
        "ingress tcp 5432-5432 cidr 0.0.0.0/0",
        "ingress tcp 5432-5432 cidr ::/0",
        "ingress tcp 5432-5432 prefix list pl-1",
        "ingress tcp 5432-5432 group ?",
        "ingress tcp 5432-5432 self",
        "egress tcp 5432-5432 cidr 10.0.0.0/8",
      ],
    },
    {
      shows: "an unknown inline list is one rule of which nothing but its direction is known",
      row: { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", name: "group", props: { ingress: pending() } },
      rules: ["ingress ? ?-? cidr ?"],
    },
    {
      shows: "a separate rule",
      row: {
        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        name: "rule",
        props: { ...tcp, type: "ingress", securityGroupId: "sg-1", cidrBlocks: ["0.0.0.0/1", pending()] },
      },
      rules: ["ingress tcp 5432-5432 cidr 0.0.0.0/1", "ingress tcp 5432-5432 cidr ?"],
    },
    {
      shows: "a separate rule of unknown direction",
      row: {
        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        name: "rule",
        props: { ...tcp, type: pending(), securityGroupId: "sg-1", sourceSecurityGroupId: "123456789012/sg-2" },
      },
      rules: ["? tcp 5432-5432 group sg-2"],
    },
    {
      shows: "an ingress rule without ports",
      row: {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name: "rule",
        props: { ipProtocol: "-1", securityGroupId: "sg-1", cidrIpv6: "::/0" },
      },
      rules: ["ingress -1 any-any cidr ::/0"],
    },
    {
      shows: "an egress rule to a prefix list",
      row: {
        type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        name: "rule",
        props: { ipProtocol: "tcp", fromPort: 443, toPort: 443, securityGroupId: "sg-1", prefixListId: "pl-1" },
      },
      rules: ["egress tcp 443-443 prefix list pl-1"],
    },
  ];
  for (const { shows, row, rules } of cases) {
    it(shows, () => {
      const found = program([other, row]).securityGroupRules;
      assert.deepEqual(found.map(describeRule), rules);
      assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
    });
  }
});

function describeRule(rule: SecurityGroupRule): string {
  const { direction, protocol, fromPort, toPort, cidr, prefixList, sourceGroup, self } = rule;
  const sources = [
    cidr === undefined ? [] : [`cidr ${text(cidr)}`],
    prefixList === undefined ? [] : [`prefix list ${text(prefixList)}`],
    sourceGroup === undefined ? [] : [`group ${text(sourceGroup)}`],
    self ? ["self"] : [],
  ].flat();
  return `${text(direction)} ${text(protocol)} ${text(fromPort)}-${text(toPort)} ${sources.join(" and ")}`;
}

function text(value: unknown): string {
  return value === undefined ? "any" : isUnknown(value) ? "?" : String(value);
}
