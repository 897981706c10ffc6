import assert from "node:assert/strict";
import { read } from "./read-region";
import { type Answers, awsError } from "./stub-clients";

const stream = "arn:aws:kinesis:eu-west-1:111122223333:stream/changes";
const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders";

describe("reading what was deleted since something named it", () => {
  const rows: readonly [string, Answers, "secrets" | "kinesisStreams"][] = [
    [
      "a secret of a proxy",
      {
        DescribeDBProxies: { DBProxies: [{ DBProxyName: "orders", Auth: [{ SecretArn: secret }] }] },
        DescribeSecret: awsError("ResourceNotFoundException", "gone"),
        GetResourcePolicy: awsError("ResourceNotFoundException", "gone"),
      },
      "secrets",
    ],
    [
      "a stream of a table",
      {
        ListTables: { TableNames: ["carts"] },
        DescribeTable: { Table: {} },
        ListStreams: { StreamNames: ["changes"] },
        DescribeKinesisStreamingDestination: {
          KinesisDataStreamDestinations: [{ StreamArn: stream, DestinationStatus: "ACTIVE" }],
        },
        DescribeStreamSummary: awsError("ResourceNotFoundException", "gone"),
      },
      "kinesisStreams",
    ],
  ];
  for (const [title, answers, list] of rows) {
    it(`leaves out ${title}`, async () => {
      const { description, unread } = await read(answers);
      assert.deepEqual([[...description[list].keys()], unread], [[], []]);
    });
  }

  it("takes a snapshot for one that is shared with nobody", async () => {
    const { description, unread } = await read({
      DescribeDBSnapshots: { DBSnapshots: [{ DBSnapshotIdentifier: "s", SnapshotType: "manual" }] },
      DescribeDBSnapshotAttributes: awsError("DBSnapshotNotFoundFault", "gone", 404),
    });
    assert.deepEqual([description.snapshotShares.get("s"), unread], [{ value: [] }, []]);
  });

  it("takes a table without a policy for an answer", async () => {
    const { description, unread } = await read({
      ListTables: { TableNames: ["carts"] },
      DescribeTable: { Table: { TableName: "carts" } },
      GetResourcePolicy: awsError("PolicyNotFoundException", "none"),
    });
    assert.deepEqual([description.tables[0]?.policy, unread], [{ value: undefined }, []]);
  });
});
