import assert from "node:assert/strict";
import { IsolatedNetwork, type IsolatedNetworkArgs } from "../../../components";
import { problemOf } from "../../../components/network/existing-vpc";
import { type FoundRoute, wayOut } from "../../../components/network/given-subnets";
import { run } from "../../support/mocks";

const aclType = "aws:ec2/networkAcl:NetworkAcl";
const defaultGroupType = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const freed = ["10.1.0.0/26", "10.1.0.64/26"];
const subnetGroupType = "aws:rds/subnetGroup:SubnetGroup";

describe("IsolatedNetwork in a VPC that exists", () => {
  it("makes subnets in its free blocks, and nothing of the VPC itself", async () => {
    const { resources, one, error } = await run(
      () => new IsolatedNetwork("shop", { vpcId: "vpc-0a", subnetCidrBlocks: ["10.1.0.0/26", "10.1.0.64/26"] }),
    );
    assert.equal(error, undefined);
    assert.deepEqual(
      resources.filter(({ type }) => type === "aws:ec2/vpc:Vpc" || type.includes("Default")),
      [],
    );
    assert.deepEqual(
      resources
        .filter(({ type }) => type === "aws:ec2/subnet:Subnet")
        .map(({ inputs }) => [inputs.cidrBlock, inputs.availabilityZone]),
      [
        ["10.1.0.0/26", "eu-west-1a"],
        ["10.1.0.64/26", "eu-west-1b"],
      ],
    );
    assert.equal(one("aws:ec2/routeTable:RouteTable").inputs.vpcId, "vpc-0a");
    assert.equal(one("aws:ec2/securityGroup:SecurityGroup", "shop").inputs.vpcId, "vpc-0a");
    assert.deepEqual(
      (one(aclType).inputs.ingress as { cidrBlock: string }[]).map(({ cidrBlock }) => cidrBlock),
      ["10.1.0.0/16", "100.64.0.0/16"],
    );
  });

  it("uses subnets that are there, and leaves their routes and ACLs alone", async () => {
    const { resources, one, error } = await run(
      () => new IsolatedNetwork("shop", { vpcId: "vpc-0a", subnetIds: ["subnet-0a", "subnet-0b"] }),
    );
    assert.equal(error, undefined);
    assert.deepEqual(one(subnetGroupType).inputs.subnetIds, ["subnet-0a", "subnet-0b"]);
    const left = ["Subnet", "RouteTable", "RouteTableAssociation", "NetworkAcl"];
    assert.deepEqual(
      resources.filter(({ type }) => left.includes(type.split(":").at(-1) ?? "")),
      [],
    );
  });

  const acceptedRisks = { "rds-instance-no-internet-egress-route": "the database calls a web hook" };
  it("takes a subnet behind a NAT gateway where that risk is accepted", async () => {
    const args = { vpcId: "vpc-0a", subnetIds: ["subnet-0a", "subnet-0d"] };
    const { error } = await run(() => new IsolatedNetwork("shop", { ...args, acceptedRisks }));
    assert.equal(error, undefined);
  });

  it("closes the default group of the VPC where it is told to", async () => {
    const args = { vpcId: "vpc-0b", subnetIds: ["subnet-0a", "subnet-0b"], closeDefaultSecurityGroup: true };
    const { one } = await run(() => new IsolatedNetwork("shop", args));
    const { vpcId, ingress, egress } = one(defaultGroupType).inputs;
    assert.deepEqual([vpcId, ingress, egress], ["vpc-0b", [], []]);
  });

  it("leaves an open default group alone where that risk is accepted", async () => {
    const risk = { "default-security-group-closed": "the network team closes it this month" };
    const args = { vpcId: "vpc-0b", subnetCidrBlocks: freed, acceptedRisks: risk };
    const { resources, error } = await run(() => new IsolatedNetwork("shop", args));
    assert.equal(error, undefined);
    assert.ok(!resources.some(({ type }) => type === defaultGroupType));
  });

  const refused: [args: IsolatedNetworkArgs, message: string][] = [
    [
      { vpcId: "vpc-0b", subnetCidrBlocks: freed },
      'vpcId is "vpc-0b", whose default security group sg-of-vpc-0b has ingress and egress rules, which fails the ' +
        "control default-security-group-closed; remove them, make closeDefaultSecurityGroup true, or state the reason " +
        'in acceptedRisks["default-security-group-closed"].',
    ],
    [
      { vpcId: "vpc-0c", subnetCidrBlocks: freed },
      'vpcId is "vpc-0c", whose default security group sg-of-vpc-0c has egress rules, which fails the control ' +
        "default-security-group-closed; remove them, make closeDefaultSecurityGroup true, or state the reason " +
        'in acceptedRisks["default-security-group-closed"].',
    ],
    [
      { subnetCidrBlocks: ["10.1.0.0/26", "10.9.0.0/26"] },
      'subnetCidrBlocks[1] is "10.9.0.0/26", but must lie in vpc-0a, which has 10.1.0.0/16 and 100.64.0.0/16.',
    ],
    [
      { subnetCidrBlocks: ["10.1.16.128/25", "10.1.0.0/26"] },
      'subnetCidrBlocks[0] is "10.1.16.128/25", which overlaps subnet-0a with 10.1.16.0/24, but must be free in vpc-0a.',
    ],
    [
      { subnetIds: ["subnet-0a", "subnet-0e"], acceptedRisks },
      'subnetIds[1] is "subnet-0e", which routes to the internet gateway igw-0a, but must have no route to the internet.',
    ],
    [
      { subnetIds: ["subnet-0a", "subnet-0d"] },
      'subnetIds[1] is "subnet-0d", which routes to nat-0a, but must have no route to the internet.',
    ],
    [
      { subnetIds: ["subnet-0a", "subnet-0c"] },
      'subnetIds[1] is "subnet-0c", which lies in eu-west-1a as one before it does, but must lie in a zone of its own.',
    ],
    [
      { vpcId: "vpc-0", subnetIds: ["subnet-0a", "subnet-0b"] },
      'vpcId is "vpc-0", but must be the id of what is there: no matching EC2 VPC found',
    ],
    [
      { vpcId: "vpc-0", subnetCidrBlocks: freed },
      'vpcId is "vpc-0", but must be the id of what is there: no matching EC2 VPC found',
    ],
    [
      { subnetIds: ["subnet-0a", "subnet-0"] },
      'subnetIds[1] is "subnet-0", but must be the id of what is there: no matching EC2 Subnet found',
    ],
    [
      { subnetIds: ["subnet-0a", "subnet-0f"] },
      'subnetIds[1] is "subnet-0f", which lies in vpc-0f, but must lie in vpc-0a.',
    ],
  ];
  for (const [args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await run(() => new IsolatedNetwork("shop", { vpcId: "vpc-0a", ...args }));
      assert.equal(error?.message, `IsolatedNetwork "shop": ${message}`);
      assert.ok(!resources.some(({ type }) => type === subnetGroupType));
    });
  }
});

describe("a free block of a VPC", () => {
  const ofVpc = ["10.1.0.0/16", "100.64.0.0/20"];
  const taken = [
    { id: "subnet-0a", cidrBlock: "10.1.16.0/24" },
    { id: "subnet-0e", cidrBlock: "" },
  ];
  const rows: readonly [block: string, problem: string | undefined][] = [
    ["10.1.0.0/24", undefined],
    ["100.64.15.0/24", undefined],
    ["100.64.16.0/24", "but must lie in vpc-0a, which has 10.1.0.0/16 and 100.64.0.0/20."],
    ["100.64.0.0/16", "but must lie in vpc-0a, which has 10.1.0.0/16 and 100.64.0.0/20."],
    ["10.1.16.0/23", "which overlaps subnet-0a with 10.1.16.0/24, but must be free in vpc-0a."],
    ["10.1.16.240/28", "which overlaps subnet-0a with 10.1.16.0/24, but must be free in vpc-0a."],
    // It may be the component's own.
    ["10.1.16.0/24", undefined],
    ["10.1.17.0/24", undefined],
  ];
  for (const [block, problem] of rows) {
    it(`${block}: ${problem ?? "is one"}`, () => assert.equal(problemOf(block, "vpc-0a", ofVpc, taken), problem));
  }
});

describe("the way out of given subnets", () => {
  const everything = "0.0.0.0/0";
  const rows: readonly [route: FoundRoute, way: string | undefined, accepted: string | undefined][] = [
    [{ cidrBlock: everything, gatewayId: "igw-0a" }, "the internet gateway igw-0a", "the internet gateway igw-0a"],
    [
      { cidrBlock: everything, carrierGatewayId: "cagw-0a" },
      "the carrier gateway cagw-0a",
      "the carrier gateway cagw-0a",
    ],
    [{ cidrBlock: everything, natGatewayId: "nat-0a" }, "nat-0a", undefined],
    [{ ipv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-0a" }, "eigw-0a", undefined],
    [{ cidrBlock: everything, networkInterfaceId: "eni-0a", instanceId: "i-0a" }, "eni-0a", undefined],
    [{ cidrBlock: "128.0.0.0/1", instanceId: "i-0a" }, "i-0a", undefined],
    [{ ipv6CidrBlock: "2000::/3", networkInterfaceId: "eni-0a" }, "eni-0a", undefined],
    [{ cidrBlock: "10.0.0.0/8", networkInterfaceId: "eni-0a" }, undefined, undefined],
    [{ cidrBlock: "192.168.0.0/17", networkInterfaceId: "eni-0a" }, undefined, undefined],
    [{ ipv6CidrBlock: "fd00::/7", networkInterfaceId: "eni-0a" }, undefined, undefined],
    [{ cidrBlock: "10.0.0.0/16", gatewayId: "local" }, undefined, undefined],
    [{ cidrBlock: "10.0.0.0/8", gatewayId: "vgw-0a" }, undefined, undefined],
  ];
  for (const [route, way, accepted] of rows) {
    it(`${JSON.stringify(route)} is ${way ?? "none"}`, () =>
      assert.deepEqual([wayOut([route], false), wayOut([route], true)], [way, accepted]));
  }
});
