import assert from "node:assert/strict";
import { isUnknown } from "../../../inventory/value";
import { type NativeRow, pending, program, type Row, urn } from "../../support/program";

function egressOf(props: NativeRow["props"]) {
  return program([{ type: "aws-native:ec2:SecurityGroup", name: "group", props }]).securityGroupRules.map(
    ({ direction, cidr }) => [direction, isUnknown(cidr) ? "unknown" : cidr],
  );
}

describe("the egress of a security group of aws-native", () => {
  it("goes to everywhere unless a rule is listed", () => {
    assert.deepEqual(egressOf({}), [["egress", "0.0.0.0/0"]]);
    assert.deepEqual(egressOf({ securityGroupEgress: [] }), [["egress", "0.0.0.0/0"]]);
    assert.deepEqual(egressOf({ securityGroupEgress: [{ cidrIp: "10.0.0.0/8" }] }), [["egress", "10.0.0.0/8"]]);
    assert.deepEqual(egressOf({ securityGroupEgress: pending() }), [["egress", "unknown"]]);
  });
});

describe("the rules of a security group of aws-native", () => {
  it("have one source each, and a group of a peer loses its account", () => {
    const { securityGroupRules } = program([
      {
        type: "aws-native:ec2:SecurityGroupIngress",
        name: "rule",
        props: {
          groupId: "sg-1",
          cidrIp: "10.0.0.0/8",
          cidrIpv6: "fd00::/8",
          sourceSecurityGroupId: "123456789012/sg-2",
        },
      },
    ]);
    assert.deepEqual(
      securityGroupRules.map(({ cidr, sourceGroup }) => cidr ?? sourceGroup),
      ["10.0.0.0/8", "fd00::/8", "sg-2"],
    );
  });

  it("open the default group of a VPC of the program", () => {
    const { securityGroups } = program([
      { type: "aws-native:ec2:Vpc", name: "vpc" },
      {
        type: "aws-native:ec2:SecurityGroupIngress",
        name: "rule",
        props: { groupId: pending("vpc"), cidrIp: "0.0.0.0/0" },
      },
    ]);
    assert.deepEqual(
      securityGroups.map((group) => group.default),
      [true],
    );
  });
});

describe("routes across the two providers", () => {
  const gateways: readonly Row[] = [
    { type: "aws-native:ec2:InternetGateway", name: "native" },
    { type: "aws:ec2/internetGateway:InternetGateway", name: "classic" },
    {
      type: "aws-native:ec2:VpcGatewayAttachment",
      name: "attached",
      props: { internetGatewayId: pending("native"), vpnGatewayId: pending() },
    },
    {
      type: "aws-native:ec2:VpcGatewayAttachment",
      name: "vpn",
      props: { vpnGatewayId: "vgw-1", internetGatewayId: pending() },
    },
  ];
  const targets: readonly (readonly [
    type: "aws-native:ec2:Route" | "aws:ec2/route:Route",
    gateway: string,
    to: string,
  ])[] = [
    ["aws-native:ec2:Route", "native", "internet-gateway"],
    ["aws-native:ec2:Route", "classic", "internet-gateway"],
    ["aws-native:ec2:Route", "attached", "internet-gateway"],
    ["aws-native:ec2:Route", "vpn", "other"],
    ["aws:ec2/route:Route", "native", "internet-gateway"],
    ["aws:ec2/route:Route", "attached", "internet-gateway"],
  ];
  for (const [type, gateway, to] of targets) {
    it(`${type} by ${gateway} leads to ${to}`, () => {
      const { routes } = program([
        ...gateways,
        { type, name: "route", props: { routeTableId: "rtb-1", gatewayId: pending(gateway) } } as Row,
      ]);
      assert.deepEqual(
        routes.map(({ target }) => target),
        [to],
      );
    });
  }

  it("a group of subnets of both knows which is which", () => {
    const rows: readonly Row[] = [
      { type: "aws-native:ec2:Subnet", name: "a" },
      { type: "aws:ec2/subnet:Subnet", name: "b" },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: [pending("a"), pending("b")] } },
    ];
    const subnets = program(rows).dbSubnetGroups[0]?.subnets ?? [];
    assert.ok(!isUnknown(subnets));
    assert.deepEqual(
      subnets.map((subnet) => (isUnknown(subnet) ? subnet.sources : subnet)),
      rows.slice(0, 2).map((row) => [urn(row)]),
    );
  });
});
