import assert from "node:assert/strict";
import { isUnknown } from "../../../inventory/value";
import { type NativeRow, pending, program } from "../../support/program";

const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders";
const protectedReplica = { region: "eu-west-1", deletionProtectionEnabled: true };

function inventoryWith(props: NativeRow["props"]) {
  return program([{ type: "aws-native:dynamodb:GlobalTable", name: "orders", props }]);
}

describe("a global table of aws-native", () => {
  it("is the replica in its own region, and the others are its replicas", () => {
    const { dynamodbTables, dynamodbReplicas } = inventoryWith({
      arn,
      sseSpecification: { sseEnabled: true },
      replicas: [
        { ...protectedReplica, sseSpecification: { kmsMasterKeyId: "k1" }, tags: [{ key: "a", value: "b" }] },
        { region: "eu-central-1", sseSpecification: { kmsMasterKeyId: "k2" } },
      ],
    });
    const [table] = dynamodbTables;
    assert.equal(table?.region, "eu-west-1");
    assert.equal(table.kmsEncryption, true);
    assert.equal(table.kmsKeyArn, "k1");
    assert.equal(table.deletionProtection, true);
    assert.deepEqual(table.tags, { a: "b" });
    assert.deepEqual(
      dynamodbReplicas.map(({ name, region, kmsKeyArn }) => ({ name, region, kmsKeyArn })),
      [{ name: "orders (replica in eu-central-1)", region: "eu-central-1", kmsKeyArn: "k2" }],
    );
  });

  it("is its only replica, wherever that is", () => {
    const { dynamodbTables, dynamodbReplicas } = inventoryWith({ replicas: [protectedReplica] });
    assert.equal(dynamodbTables[0]?.deletionProtection, true);
    assert.deepEqual(dynamodbReplicas, []);
  });

  it("of a region that is not known has what all its replicas have", () => {
    const { dynamodbTables, dynamodbReplicas } = inventoryWith({
      replicas: [protectedReplica, { region: "eu-central-1", deletionProtectionEnabled: true }],
    });
    assert.equal(dynamodbTables[0]?.deletionProtection, true);
    assert.equal(dynamodbReplicas.length, 2);
  });

  it("whose own replica is not among those known has unknown settings", () => {
    for (const replicas of [pending(), [pending()], []]) {
      const [table] = inventoryWith({ arn, replicas }).dynamodbTables;
      assert.ok(isUnknown(table?.deletionProtection), JSON.stringify(table));
    }
  });

  it("has the resource policies and streams of its replicas", () => {
    const { dynamodbResourcePolicies, kinesisDestinations } = inventoryWith({
      replicas: [
        { region: "eu-west-1", resourcePolicy: { policyDocument: "p1" } },
        {
          region: "eu-central-1",
          resourcePolicy: { policyDocument: "p2" },
          kinesisStreamSpecification: { streamArn: "s" },
        },
      ],
    });
    assert.deepEqual(
      dynamodbResourcePolicies.map(({ document }) => document),
      ["p1", "p2"],
    );
    assert.deepEqual(
      kinesisDestinations.map(({ stream }) => stream),
      ["s"],
    );
    const ids = [...dynamodbResourcePolicies, ...kinesisDestinations].map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
  });
});
