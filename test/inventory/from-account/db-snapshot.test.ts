import assert from "node:assert/strict";
import { dbClusterSnapshot, dbSnapshot } from "../../../inventory/from-account/db-snapshot";
import type { DbSnapshot } from "../../../inventory/model";
import { unknown } from "../../../inventory/value";

const region = "eu-west-1";
const key = "arn:aws:kms:eu-west-1:111122223333:key/k1";
const shares = new Map([["nightly", { value: ["all"] }]]);

describe("from-account: DB snapshot", () => {
  it("maps that of an instance", () => {
    const arn = "arn:aws:rds:eu-west-1:111122223333:snapshot:nightly";
    const snapshot = {
      DBSnapshotIdentifier: "nightly",
      DBSnapshotArn: arn,
      DBInstanceIdentifier: "orders",
      SourceDBSnapshotIdentifier: "arn:first",
      Encrypted: true,
      KmsKeyId: key,
      TagList: [{ Key: "team", Value: "shop" }],
    };
    assert.deepEqual(dbSnapshot(snapshot, shares, region), {
      id: arn,
      name: "nightly",
      identifiers: [arn, "nightly"],
      region,
      instance: "orders",
      cluster: undefined,
      copyOf: "arn:first",
      encrypted: true,
      kmsKeyId: key,
      sharedAccounts: ["all"],
      tags: { team: "shop" },
    } satisfies DbSnapshot);
  });

  it("maps that of a cluster", () => {
    const arn = "arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:nightly";
    const snapshot = {
      DBClusterSnapshotIdentifier: "nightly",
      DBClusterSnapshotArn: arn,
      DBClusterIdentifier: "shop",
      SourceDBClusterSnapshotArn: "arn:first",
      StorageEncrypted: true,
      KmsKeyId: key,
    };
    assert.deepEqual(dbClusterSnapshot(snapshot, shares, region), {
      id: arn,
      name: "nightly",
      identifiers: [arn, "nightly"],
      region,
      instance: undefined,
      cluster: "shop",
      copyOf: "arn:first",
      encrypted: true,
      kmsKeyId: key,
      sharedAccounts: ["all"],
      tags: {},
    } satisfies DbSnapshot);
  });

  it("is not encrypted where AWS does not say so", () => {
    assert.equal(dbSnapshot({}, shares, region).encrypted, false);
    assert.equal(dbClusterSnapshot({}, shares, region).encrypted, false);
  });

  const denied = "rds:DescribeDBSnapshotAttributes was denied";
  for (const [title, known, expected] of [
    ["shared with nobody", new Map([["nightly", { value: [] }]]), []],
    ["not asked about, as AWS lets no such be shared", new Map(), []],
    [
      "unread",
      new Map([["nightly", { unread: denied }]]),
      unknown(`the accounts that nightly is shared with (${denied})`),
    ],
  ] as const) {
    it(`${title}: ${Array.isArray(expected) ? "no accounts" : "unknown"}`, () => {
      assert.deepEqual(dbSnapshot({ DBSnapshotIdentifier: "nightly" }, known, region).sharedAccounts, expected);
    });
  }
});
