import assert from "node:assert/strict";
import { isUnknown } from "../../../inventory/value";
import { pending, program, type Row, urn } from "../../support/program";

describe("DB instances", () => {
  it("keep known, unknown and absent apart", () => {
    const key = { type: "aws:kms/key:Key", name: "key" } as const;
    const [instance] = program([
      key,
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { identifier: "orders", storageEncrypted: true, kmsKeyId: pending("key") },
      },
    ]).dbInstances;
    assert.equal(instance?.storageEncrypted, true);
    assert.deepEqual(instance.kmsKeyId, {
      unknown: true,
      waitsFor: "kmsKeyId, known at deploy",
      sources: [urn(key)],
    });
    assert.equal(instance.multiAz, undefined);
    assert.deepEqual(instance.identifiers, ["orders"]);
  });

  it("name what they are restored from", () => {
    const [instance] = program([
      {
        type: "aws:rds/instance:Instance",
        name: "restored",
        props: { restoreToPointInTime: { sourceDbiResourceId: "db-ABC" }, snapshotIdentifier: "" },
      },
    ]).dbInstances;
    assert.equal(instance?.restoreSource, "db-ABC");
    assert.equal(instance.snapshot, undefined);
  });

  it("that belong to a cluster leave to it what it decides", () => {
    const [member] = program([
      {
        type: "aws:rds/clusterInstance:ClusterInstance",
        name: "member",
        props: { clusterIdentifier: "orders", dbParameterGroupName: "group", publiclyAccessible: true },
      },
    ]).dbInstances;
    assert.equal(member?.cluster, "orders");
    assert.equal(member.parameterGroup, "group");
    assert.equal(member.publiclyAccessible, true);
    assert.ok(isUnknown(member.storageEncrypted));
  });
});

describe("snapshots", () => {
  const snapshot = "aws:rds/snapshot:Snapshot";
  const copy = "aws:rds/snapshotCopy:SnapshotCopy";
  const cases: readonly (readonly [shows: string, row: Row, encrypted: boolean | "unknown" | undefined])[] = [
    ["of the program follow their instance", { type: snapshot, name: "it" }, undefined],
    ["that exist say it", { type: snapshot, name: "it", props: { encrypted: false } }, false],
    ["copied with a key are encrypted", { type: copy, name: "it", props: { kmsKeyId: "key" } }, true],
    ["copied without a key wait for what is copied", { type: copy, name: "it" }, "unknown"],
  ];
  for (const [shows, row, expected] of cases) {
    it(shows, () => {
      const [found] = program([row]).dbSnapshots;
      assert.equal(isUnknown(found?.encrypted) ? "unknown" : found?.encrypted, expected);
    });
  }
});

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

  it("have replicas of their own settings in other regions", () => {
    const { dynamodbTables } = program([
      {
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
      },
      { type: "aws:dynamodb/tableReplica:TableReplica", name: "third", props: { globalTableArn: pending("carts") } },
    ]);
    const found = dynamodbTables.map((table) => [
      table.name,
      table.region,
      table.kmsEncryption,
      table.kmsKeyArn,
      table.pointInTimeRecovery,
      table.deletionProtection,
    ]);
    assert.deepEqual(found, [
      ["carts", undefined, true, "key", undefined, true],
      ["carts (replica in eu-west-1)", "eu-west-1", true, undefined, undefined, undefined],
      ["carts (replica in eu-west-2)", "eu-west-2", true, "other", true, true],
      ["third", undefined, undefined, undefined, undefined, undefined],
    ]);
  });
});
