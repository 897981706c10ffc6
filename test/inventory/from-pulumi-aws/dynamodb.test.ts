import assert from "node:assert/strict";
import { isUnknown } from "../../../inventory/value";
import { pending, program, type Row, urn } from "../../support/program";

const carts: Row = {
  type: "aws:dynamodb/table:Table",
  name: "carts",
  props: {
    serverSideEncryption: { enabled: true, kmsKeyArn: "key" },
    deletionProtectionEnabled: true,
    replicas: [
      { regionName: "eu-west-1" },
      { regionName: "eu-west-2", kmsKeyArn: "other", pointInTimeRecovery: true, deletionProtectionEnabled: true },
    ],
  },
};

describe("DynamoDB tables", () => {
  it("read what is nested, known and unknown", () => {
    const [table] = program([
      { type: "aws:kms/key:Key", name: "key" },
      {
        type: "aws:dynamodb/table:Table",
        name: "carts",
        props: {
          serverSideEncryption: { enabled: true, kmsKeyArn: pending("key") },
          pointInTimeRecovery: pending(),
        },
      },
    ]).dynamodbTables;
    assert.equal(table?.kmsEncryption, true);
    assert.ok(isUnknown(table.kmsKeyArn));
    assert.equal(table.kmsKeyArn.waitsFor, "serverSideEncryption.kmsKeyArn, known at deploy");
    assert.ok(isUnknown(table.pointInTimeRecovery));
    assert.equal(table.deletionProtection, undefined);
  });

  it("have replicas of their own settings in other regions, which are no tables", () => {
    const { dynamodbTables, dynamodbReplicas } = program([
      carts,
      { type: "aws:dynamodb/tableReplica:TableReplica", name: "third", props: { globalTableArn: pending("carts") } },
    ]);
    const found = dynamodbReplicas.map((replica) => [
      replica.name,
      replica.region,
      replica.kmsEncryption,
      replica.kmsKeyArn,
      replica.pointInTimeRecovery,
      replica.deletionProtection,
    ]);
    assert.deepEqual(
      dynamodbTables.map(({ name }) => name),
      ["carts"],
    );
    assert.deepEqual(found, [
      ["carts (replica in eu-west-1)", "eu-west-1", true, undefined, undefined, undefined],
      ["carts (replica in eu-west-2)", "eu-west-2", true, "other", true, true],
      ["third", undefined, undefined, undefined, undefined, undefined],
    ]);
  });

  it("are what their replicas lead to", () => {
    const { dynamodbReplicas } = program([
      carts,
      { type: "aws:dynamodb/tableReplica:TableReplica", name: "third", props: { globalTableArn: pending("carts") } },
    ]);
    assert.deepEqual(
      dynamodbReplicas.map(({ table }) => isUnknown(table) && table.sources),
      [[urn(carts)], [urn(carts)], [urn(carts)]],
    );
  });

  const sources: readonly (readonly [shows: string, props: Extract<Row, typeof carts>["props"], expected: unknown])[] =
    [
      ["by name", { restoreSourceName: "orders" }, "orders"],
      [
        "by ARN",
        { restoreSourceTableArn: "arn:aws:dynamodb:eu-west-1:1:table/orders" },
        "arn:aws:dynamodb:eu-west-1:1:table/orders",
      ],
      [
        "by the ARN of a backup",
        { restoreBackupArn: "arn:aws:dynamodb:eu-west-1:1:table/orders/backup/0148" },
        "arn:aws:dynamodb:eu-west-1:1:table/orders",
      ],
      ["not at all", {}, undefined],
    ];
  for (const [shows, props, expected] of sources) {
    it(`name what they are restored from, ${shows}`, () => {
      const [table] = program([{ type: "aws:dynamodb/table:Table", name: "restored", props }]).dynamodbTables;
      assert.equal(table?.restoreSource, expected);
    });
  }
});

describe("global tables of 2017", () => {
  const table = (region: string): Row => ({
    type: "aws:dynamodb/table:Table",
    name: `orders in ${region}`,
    props: { name: "orders", region, pointInTimeRecovery: { enabled: true } },
  });
  const replicas = [{ regionName: "eu-west-1" }, { regionName: "eu-west-2" }];

  it("have the table of their name in each region as replica", () => {
    const { dynamodbReplicas } = program([
      table("eu-west-1"),
      { type: "aws:dynamodb/globalTable:GlobalTable", name: "orders", props: { name: "orders", replicas } },
    ]);
    assert.deepEqual(
      dynamodbReplicas.map((replica) => [replica.name, isUnknown(replica.pointInTimeRecovery)]),
      [
        ["orders (replica in eu-west-1)", false],
        ["orders (replica in eu-west-2)", true],
      ],
    );
    assert.equal(dynamodbReplicas[0]?.pointInTimeRecovery, true);
  });

  it("find their tables by dependency", () => {
    const { dynamodbReplicas } = program([
      table("eu-west-1"),
      table("eu-west-2"),
      {
        type: "aws:dynamodb/globalTable:GlobalTable",
        name: "orders",
        props: { name: pending("orders in eu-west-1", "orders in eu-west-2"), replicas },
      },
    ]);
    assert.deepEqual(
      dynamodbReplicas.map(({ table: reference }) => isUnknown(reference) && reference.sources),
      [[urn(table("eu-west-1"))], [urn(table("eu-west-2"))]],
    );
  });

  it("wait where their replicas are known at deploy", () => {
    const { dynamodbReplicas } = program([
      { type: "aws:dynamodb/globalTable:GlobalTable", name: "orders", props: { name: "orders", replicas: pending() } },
    ]);
    assert.equal(dynamodbReplicas.length, 1);
    assert.ok(isUnknown(dynamodbReplicas[0]?.kmsKeyArn));
  });
});

describe("what stands beside tables", () => {
  it("names the table or the stream", () => {
    const inventory = program([
      {
        type: "aws:dynamodb/resourcePolicy:ResourcePolicy",
        name: "policy",
        props: { resourceArn: "table", policy: "{}" },
      },
      {
        type: "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination",
        name: "destination",
        props: { tableName: "orders", streamArn: "stream" },
      },
      {
        type: "aws:kinesis/stream:Stream",
        name: "stream",
        props: { name: "changes", encryptionType: "KMS", kmsKeyId: "alias/changes" },
      },
    ]);
    assert.equal(inventory.dynamodbResourcePolicies[0]?.resource, "table");
    assert.equal(inventory.dynamodbResourcePolicies[0].document, "{}");
    assert.equal(inventory.kinesisDestinations[0]?.table, "orders");
    assert.equal(inventory.kinesisDestinations[0].stream, "stream");
    assert.equal(inventory.kinesisStreams[0]?.encryptionType, "KMS");
    assert.deepEqual(inventory.kinesisStreams[0].identifiers, ["changes"]);
  });

  const services = { dynamodb: 1, ecs: 0 };
  for (const [serviceNamespace, expected] of Object.entries(services)) {
    it(`counts ${expected} scaling targets of ${serviceNamespace}`, () => {
      const { scalingTargets } = program([
        {
          type: "aws:appautoscaling/target:Target",
          name: "target",
          props: {
            serviceNamespace,
            resourceId: "table/orders",
            scalableDimension: "dynamodb:table:ReadCapacityUnits",
          },
        },
      ]);
      assert.equal(scalingTargets.length, expected);
    });
  }
});

describe("DAX clusters", () => {
  it("are read with their subnet groups", () => {
    const subnet: Row = { type: "aws:ec2/subnet:Subnet", name: "subnet" };
    const { daxClusters, daxSubnetGroups } = program([
      subnet,
      { type: "aws:dax/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: [pending("subnet")] } },
      {
        type: "aws:dax/cluster:Cluster",
        name: "cache",
        props: {
          clusterName: "cache",
          replicationFactor: 3,
          serverSideEncryption: { enabled: true },
          clusterEndpointEncryptionType: "TLS",
          availabilityZones: ["eu-west-1a", pending()],
          subnetGroupName: "group",
        },
      },
    ]);
    const [cluster] = daxClusters;
    const zones = cluster?.availabilityZones;
    const [group] = daxSubnetGroups;
    assert.equal(cluster?.nodes, 3);
    assert.equal(cluster.encryptedAtRest, true);
    assert.equal(cluster.endpointEncryption, "TLS");
    assert.equal(cluster.subnetGroup, "group");
    assert.ok(Array.isArray(zones) && zones[0] === "eu-west-1a" && isUnknown(zones[1]));
    assert.ok(Array.isArray(group?.subnets) && isUnknown(group.subnets[0]));
    assert.deepEqual(group.subnets[0].sources, [urn(subnet)]);
  });
});
