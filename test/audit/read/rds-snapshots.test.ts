import assert from "node:assert/strict";
import { read } from "./read-region";
import type { Input } from "./stub-clients";

const restore = (values: readonly string[]) => [
  { AttributeName: "created", AttributeValues: ["all"] },
  { AttributeName: "restore", AttributeValues: values },
];

describe("reading snapshots", () => {
  it("leaves out automated ones, and asks with whom manual ones are shared", async () => {
    const types = ["manual", "automated", "awsbackup"];
    const asked: unknown[] = [];
    const { description, stub } = await read({
      DescribeDBSnapshots: (input: Input) => {
        asked.push(input.SnapshotType);
        return { DBSnapshots: types.map((SnapshotType) => ({ DBSnapshotIdentifier: SnapshotType, SnapshotType })) };
      },
      DescribeDBSnapshotAttributes: ({ DBSnapshotIdentifier: id }: Input) => ({
        DBSnapshotAttributesResult: { DBSnapshotAttributes: restore(id === "manual" ? ["all"] : []) },
      }),
      DescribeDBClusterSnapshots: {
        DBClusterSnapshots: types.map((SnapshotType) => ({ DBClusterSnapshotIdentifier: SnapshotType, SnapshotType })),
      },
      DescribeDBClusterSnapshotAttributes: {
        DBClusterSnapshotAttributesResult: { DBClusterSnapshotAttributes: restore(["444455556666"]) },
      },
    });
    assert.deepEqual(
      [
        description.dbSnapshots.items.map((snapshot) => snapshot.DBSnapshotIdentifier),
        description.dbClusterSnapshots.items.map((snapshot) => snapshot.DBClusterSnapshotIdentifier),
      ],
      [
        ["manual", "awsbackup"],
        ["manual", "awsbackup"],
      ],
    );
    assert.deepEqual(asked.sort(), ["awsbackup", "manual"]);
    assert.deepEqual([...description.snapshotShares], [["manual", { value: ["all"] }]]);
    assert.deepEqual([...description.dbClusterSnapshotShares], [["manual", { value: ["444455556666"] }]]);
    assert.deepEqual(stub.sent.filter((call) => /Attributes/.test(call)).sort(), [
      "DescribeDBClusterSnapshotAttributes manual",
      "DescribeDBSnapshotAttributes manual",
    ]);
  });
});
