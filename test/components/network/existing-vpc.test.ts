import assert from "node:assert/strict";
import { IsolatedNetwork, type IsolatedNetworkArgs } from "../../../components";
import { type FoundRoute, wayOut } from "../../../components/network/given-subnets";
import { run } from "../../support/mocks";

const aclType = "aws:ec2/networkAcl:NetworkAcl";
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

  const refused: [args: IsolatedNetworkArgs, message: string][] = [
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
      { subnetIds: ["subnet-0a", "subnet-0f"] },
      'subnetIds[1] is "subnet-0f", which lies in vpc-0f, but must lie in vpc-0a.',
    ],
  ];
  for (const [args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await run(() => new IsolatedNetwork("shop", { vpcId: "vpc-0a", ...args }));
      assert.ok(error?.message.endsWith(`IsolatedNetwork "shop": ${message}`), error?.message);
      assert.ok(!resources.some(({ type }) => type === subnetGroupType));
    });
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
