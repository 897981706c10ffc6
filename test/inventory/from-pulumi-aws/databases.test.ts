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
  const cases: readonly (readonly [shows: string, row: Row, encrypted: boolean | undefined])[] = [
    ["of the program follow their instance", { type: snapshot, name: "it" }, undefined],
    ["that exist say it", { type: snapshot, name: "it", props: { encrypted: false } }, false],
    ["copied with a key are encrypted", { type: copy, name: "it", props: { kmsKeyId: "key" } }, true],
    ["copied without a key follow what is copied", { type: copy, name: "it" }, undefined],
  ];
  for (const [shows, row, expected] of cases) {
    it(shows, () => {
      const [found] = program([row]).dbSnapshots;
      assert.ok(found);
      assert.equal(found.encrypted, expected);
    });
  }
});
