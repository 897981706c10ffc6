import assert from "node:assert/strict";
import { awsNativeAdaptors } from "../../../inventory/from-pulumi-aws-native";
import { type NativeRow, pending, program, urn } from "../../support/program";

function inventoryWith(props: NativeRow["props"]) {
  return program([
    { type: "aws-native:kms:Key", name: "key" },
    { type: "aws-native:index:ExtensionResource", name: "orders", props },
  ]);
}

describe("the generic resource of aws-native", () => {
  it("is what its type says, with its names and what it comes from", () => {
    const [instance] = inventoryWith({
      type: "AWS::RDS::DBInstance",
      properties: {
        MultiAZ: true,
        VPCSecurityGroups: ["sg-1"],
        KmsKeyId: pending("key"),
        MasterUserSecret: { KmsKeyId: "k" },
        Tags: [{ Key: "owner", Value: "shop" }],
      },
      outputs: { DBInstanceArn: "arn:aws:rds:eu-west-1:123456789012:db:orders" },
    }).dbInstances;
    assert.ok(instance);
    assert.equal(instance.id, urn({ type: "aws-native:index:ExtensionResource", name: "orders" }));
    assert.equal(instance.region, "eu-west-1");
    assert.equal(instance.multiAz, true);
    assert.deepEqual(instance.securityGroups, ["sg-1"]);
    assert.deepEqual((instance.kmsKeyId as { sources: readonly string[] }).sources, [
      urn({ type: "aws-native:kms:Key", name: "key" }),
    ]);
    assert.equal(instance.masterUserSecretKmsKeyId, "k");
    assert.deepEqual(instance.tags, { owner: "shop" });
  });

  it("keeps the names inside documents and maps of parameters", () => {
    const { iamPolicies } = inventoryWith({
      type: "AWS::IAM::ManagedPolicy",
      properties: { PolicyDocument: { Statement: [{ Principal: { AWS: "*" } }] } },
    });
    assert.deepEqual(iamPolicies[0]?.document, { Statement: [{ Principal: { AWS: "*" } }] });
    const { dbClusterParameterGroups } = inventoryWith({
      type: "AWS::RDS::DBClusterParameterGroup",
      properties: { Parameters: { "rds.force_ssl": "1", SSL: "1" } },
    });
    assert.deepEqual(dbClusterParameterGroups[0]?.parameters, [
      { name: "rds.force_ssl", value: "1" },
      { name: "SSL", value: "1" },
    ]);
  });

  it("is nothing where it is of a type that is not read", () => {
    for (const type of [
      "AWS::S3::Bucket",
      "Acme::RDS::DBInstance",
      "AWS::Index::ExtensionResource",
      "",
      7,
      pending(),
    ]) {
      assert.deepEqual(inventoryWith({ type, properties: {} }).dbInstances, []);
    }
    assert.deepEqual(inventoryWith({ type: "AWS::RDS::DBInstance", properties: pending() }).dbInstances, []);
  });

  /** CloudFormation's names of the types that end in more than their tokens show. */
  const types = ["AWS::EC2::VPC", "AWS::EC2::VPCEndpoint", "AWS::RDS::DBProxy", "AWS::SSO::PermissionSet"];
  for (const type of [...types, "AWS::ApplicationAutoScaling::ScalableTarget", "AWS::DynamoDB::GlobalTable"]) {
    it(`knows ${type}`, () => {
      const read = awsNativeAdaptors["aws-native:index:ExtensionResource"]({
        urn: "urn:pulumi:dev::shop::aws-native:index:ExtensionResource::orders",
        type: "aws-native:index:ExtensionResource",
        name: "orders",
        props: { type, properties: { InlinePolicy: "text", ServiceNamespace: "dynamodb" } },
        dependencies: {},
      });
      assert.ok(Object.values(read).some((list) => list.length > 0));
    });
  }
});
