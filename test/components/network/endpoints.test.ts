import assert from "node:assert/strict";
import { IsolatedNetwork } from "../../../components";
import { gatewayPolicy, interfacePolicy } from "../../../components/network/endpoint-policies";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, run, scopes } from "../../support/mocks";
import { statements } from "../statements";

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("the endpoints of an IsolatedNetwork", () => {
  for (const [partition, scope] of Object.entries(scopes)) {
    it(`let through callers of the account to what is its own, in ${partition}`, () => {
      const [table] = statements(gatewayPolicy("dynamodb", scope));
      assert.equal(table?.Resource, `arn:${partition}:dynamodb:${scope.region}:123456789012:table/*`);
      assert.deepEqual(table?.Condition, { StringEquals: { "aws:PrincipalAccount": "123456789012" } });
      const [bucket] = statements(gatewayPolicy("s3", scope));
      assert.equal(bucket?.Resource, `arn:${partition}:s3:::*`);
      assert.deepEqual(bucket?.Condition, {
        StringEquals: { "aws:PrincipalAccount": "123456789012", "aws:ResourceAccount": "123456789012" },
      });
      const [metrics] = statements(interfacePolicy("monitoring", scope));
      assert.equal(metrics?.Action, "cloudwatch:*");
      assert.deepEqual(metrics?.Condition, { StringEquals: { "aws:PrincipalAccount": "123456789012" } });
    });

    it(`are made by choice, with holes in the wall for them, and hold every control, in ${partition}`, async () => {
      const registered = await run(
        () =>
          new IsolatedNetwork("shop", {
            gatewayEndpoints: ["dynamodb", "s3"],
            endpointRouteTableIds: ["rtb-0a"],
            interfaceEndpoints: ["kms", "secretsmanager", "logs", "monitoring", "rds", "sts"],
          }),
        scope,
      );
      assert.equal(registered.error, undefined);
      const { one } = registered;
      const gateway = one(endpointType, "shop-dynamodb").inputs;
      assert.deepEqual(gateway.routeTableIds, [one("aws:ec2/routeTable:RouteTable").state.id, "rtb-0a"]);
      assert.equal(gateway.policy, gatewayPolicy("dynamodb", scope));
      const kms = one(endpointType, "shop-kms").inputs;
      assert.deepEqual(kms.subnetIds, one("aws:rds/subnetGroup:SubnetGroup").inputs.subnetIds);
      assert.deepEqual(kms.securityGroupIds, [one("aws:ec2/securityGroup:SecurityGroup", "shop-endpoints").state.id]);
      assert.deepEqual([kms.privateDnsEnabled, kms.policy], [true, interfacePolicy("kms", scope)]);
      const shape = (rules: unknown) =>
        (rules as { cidrBlock: string; fromPort: number; toPort: number }[]).map((rule) => [
          rule.cidrBlock,
          rule.fromPort,
          rule.toPort,
        ]);
      const { ingress, egress } = one("aws:ec2/networkAcl:NetworkAcl").inputs;
      assert.deepEqual(shape(ingress), [
        ["10.0.0.0/16", 5432, 5432],
        ["10.0.0.0/16", 443, 443],
        ["10.0.0.0/16", 1024, 65535],
        ["3.5.64.0/21", 1024, 65535],
        ["3.5.64.0/21", 1024, 65535],
      ]);
      assert.deepEqual(shape(egress), [
        ["10.0.0.0/16", 1024, 65535],
        ["10.0.0.0/16", 443, 443],
        ["3.5.64.0/21", 443, 443],
        ["3.5.64.0/21", 443, 443],
      ]);
      const { findings, undecided } = judge(controls, fromProgram(asProgram(registered)));
      assert.deepEqual([findings, undecided], [[], []]);
    });
  }
});

describe("a dual-stack IsolatedNetwork", () => {
  it("has IPv6 in the VPC and each subnet, and lets its clients through the wall", async () => {
    const { resources, one } = await run(() => new IsolatedNetwork("shop", { dualStack: true }));
    assert.equal(one("aws:ec2/vpc:Vpc").inputs.assignGeneratedIpv6CidrBlock, true);
    assert.deepEqual(
      resources
        .filter(({ type }) => type === "aws:ec2/subnet:Subnet")
        .map(({ inputs }) => [inputs.ipv6CidrBlock, inputs.assignIpv6AddressOnCreation]),
      [
        ["2600:1f18:1:ab00::/64", false],
        ["2600:1f18:1:ab01::/64", false],
      ],
    );
    const { ingress } = one("aws:ec2/networkAcl:NetworkAcl").inputs;
    assert.deepEqual(
      (ingress as { ipv6CidrBlock?: string }[]).map(({ ipv6CidrBlock }) => ipv6CidrBlock),
      [undefined, "2600:1f18:1:ab00::/56"],
    );
  });
});

describe("the flow logs of an IsolatedNetwork", () => {
  it("go to a bucket that is given, without a log group, a role or a key", async () => {
    const { resources, one } = await run(
      () => new IsolatedNetwork("shop", { flowLogBucketArn: "arn:aws:s3:::logs/vpc" }),
    );
    const { logDestination, logDestinationType } = one("aws:ec2/flowLog:FlowLog").inputs;
    assert.deepEqual([logDestination, logDestinationType], ["arn:aws:s3:::logs/vpc", "s3"]);
    assert.ok(!resources.some(({ type }) => /LogGroup|Role|Key$/.test(type)));
  });
});
