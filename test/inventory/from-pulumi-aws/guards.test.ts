import assert from "node:assert/strict";
import { isUnknown } from "../../../inventory/value";
import { pending, program, type Row } from "../../support/program";

describe("what guards databases", () => {
  it("tells keys that rotate by themselves from others", () => {
    const rotatable = (row: Row): unknown => program([row]).kmsKeys[0]?.rotatable;
    assert.equal(rotatable({ type: "aws:kms/key:Key", name: "key" }), true);
    assert.equal(rotatable({ type: "aws:kms/key:Key", name: "key", props: { multiRegion: true } }), true);
    assert.equal(
      rotatable({ type: "aws:kms/key:Key", name: "key", props: { keyUsage: "GENERATE_VERIFY_MAC" } }),
      false,
    );
    assert.equal(rotatable({ type: "aws:kms/key:Key", name: "key", props: { xksKeyId: "x" } }), false);
    assert.equal(rotatable({ type: "aws:kms/externalKey:ExternalKey", name: "key" }), false);
    assert.equal(rotatable({ type: "aws:kms/replicaKey:ReplicaKey", name: "key" }), false);
    assert.ok(isUnknown(rotatable({ type: "aws:kms/key:Key", name: "key", props: { keyUsage: pending() } })));
  });

  it("gives an endpoint the policy of its separate resource", () => {
    const endpoint: Row = {
      type: "aws:ec2/vpcEndpoint:VpcEndpoint",
      name: "endpoint",
      props: { id: "vpce-1", policy: "{}" },
    };
    const policy = (vpcEndpointId: string | ReturnType<typeof pending>): Row => ({
      type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
      name: "policy",
      props: { vpcEndpointId, policy: '{"Statement":[]}' },
    });
    const documentOf = (rows: readonly Row[]): unknown => program(rows).vpcEndpoints[0]?.document;
    assert.equal(documentOf([endpoint]), "{}");
    assert.equal(documentOf([endpoint, policy(pending("endpoint"))]), '{"Statement":[]}');
    assert.equal(documentOf([endpoint, policy("vpce-1")]), '{"Statement":[]}');
    assert.equal(documentOf([endpoint, policy("vpce-2")]), "{}");
  });

  it("knows the route to the internet that a default VPC has, until the program takes its table over", () => {
    const vpc: Row = { type: "aws:ec2/defaultVpc:DefaultVpc", name: "vpc" };
    const table: Row = {
      type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
      name: "table",
      props: { defaultRouteTableId: pending("vpc") },
    };
    assert.deepEqual(
      program([vpc]).routes.map(({ target }) => target),
      ["internet-gateway"],
    );
    assert.deepEqual(program([vpc, table]).routes, []);
    assert.deepEqual(program([{ type: "aws:ec2/vpc:Vpc", name: "vpc" }]).routes, []);
  });

  it("reads what a plan writes to, in whichever rule", () => {
    const [plan] = program([
      {
        type: "aws:backup/plan:Plan",
        name: "plan",
        props: {
          rules: [
            { ruleName: "one", targetVaultName: "a", copyActions: [{ destinationVaultArn: "arn:b" }] },
            { ruleName: "two", targetVaultName: "c", targetLogicallyAirGappedBackupVaultArn: "arn:d" },
          ],
        },
      },
    ]).backupPlans;
    assert.deepEqual(plan?.vaults, ["a", "arn:b", "c", "arn:d"]);
  });

  it("takes a flow log to S3 for none of a log group", () => {
    const logGroup = (logDestinationType?: string): unknown =>
      program([
        {
          type: "aws:ec2/flowLog:FlowLog",
          name: "log",
          props: { vpcId: "vpc-1", logDestination: "arn:1", ...(logDestinationType ? { logDestinationType } : {}) },
        },
      ]).flowLogs[0]?.logGroup;
    assert.equal(logGroup(), "arn:1");
    assert.equal(logGroup("s3"), undefined);
  });

  it("puts the managed password of a database under it", () => {
    const { secrets } = program([
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { manageMasterUserPassword: true, masterUserSecretKmsKeyId: "alias/orders" },
      },
      { type: "aws:rds/instance:Instance", name: "plain", props: { password: "secret" } },
    ]);
    assert.deepEqual(
      secrets.map(({ id, kmsKeyId, owningService }) => [id, kmsKeyId, owningService]),
      [["urn:pulumi:dev::shop::aws:rds/instance:Instance::orders#master-user-secret", "alias/orders", "rds"]],
    );
  });
});
