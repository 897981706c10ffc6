import assert from "node:assert/strict";
import { globalCluster, hasPrimaryIn } from "../../../inventory/from-account/global-cluster";

const region = "eu-west-1";
const arn = "arn:aws:rds::111122223333:global-cluster:world";
const member = (of: string, IsWriter: boolean) => ({
  DBClusterArn: `arn:aws:rds:${of}:111122223333:cluster:shop`,
  IsWriter,
});

describe("from-account: global cluster", () => {
  it("maps every property", () => {
    const cluster = {
      GlobalClusterIdentifier: "world",
      GlobalClusterArn: arn,
      Engine: "aurora-mysql",
      EngineVersion: "8.0.mysql_aurora.3.08.0",
      StorageEncrypted: true,
    };
    assert.deepEqual(globalCluster(cluster, region), {
      id: arn,
      name: "world",
      identifiers: [arn, "world"],
      region,
      engine: "aurora-mysql",
      engineVersion: "8.0.mysql_aurora.3.08.0",
      storageEncrypted: true,
      sourceCluster: undefined,
    });
  });

  it("is not encrypted where AWS does not say so", () => {
    assert.equal(globalCluster({}, region).storageEncrypted, false);
  });

  for (const [title, members, expected] of [
    ["of its primary cluster", [member(region, true), member("us-east-1", false)], true],
    ["of a secondary cluster", [member("us-east-1", true), member(region, false)], false],
    ["without a writer", [member("us-east-1", false)], true],
    ["without members", undefined, true],
  ] as const) {
    it(`${title}: ${expected ? "" : "not "}told in the region`, () => {
      const cluster = members === undefined ? {} : { GlobalClusterMembers: [...members] };
      assert.equal(hasPrimaryIn(region, cluster), expected);
    });
  }
});
