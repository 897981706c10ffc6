import assert from "node:assert/strict";
import { kinesisStream } from "../../../inventory/from-account/kinesis-stream";
import { scalingTarget } from "../../../inventory/from-account/scaling-target";
import { unknown } from "../../../inventory/value";

const region = "eu-west-1";
const arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/changes";

describe("from-account: Kinesis stream", () => {
  for (const [EncryptionType, KeyId] of [
    ["KMS", "arn:aws:kms:eu-west-1:111122223333:key/k1"],
    ["NONE", undefined],
  ] as const) {
    it(`maps a stream with encryption ${EncryptionType}`, () => {
      const summary = { StreamName: "changes", StreamARN: arn, EncryptionType, KeyId };
      assert.deepEqual(kinesisStream(arn, { value: summary as never }, region), {
        id: arn,
        name: "changes",
        identifiers: [arn, "changes"],
        region,
        encryptionType: EncryptionType,
        kmsKeyId: KeyId,
      });
    });
  }

  it("does not know a stream that may not be read", () => {
    const unread = "kinesis:DescribeStreamSummary was denied";
    const { name, encryptionType, kmsKeyId } = kinesisStream(arn, { unread }, region);
    const waits = unknown(`the stream changes (${unread})`);
    assert.deepEqual([name, encryptionType, kmsKeyId], ["changes", waits, waits]);
  });
});

describe("from-account: scaling target", () => {
  const target = { ResourceId: "table/carts", ScalableDimension: "dynamodb:table:ReadCapacityUnits" as const };
  for (const [title, ScalableTargetARN, id] of [
    ["its ARN", "arn:target", "arn:target"],
    ["what it scales, where AWS tells no ARN", undefined, "table/carts/dynamodb:table:ReadCapacityUnits"],
  ] as const) {
    it(`is known by ${title}`, () => {
      assert.deepEqual(scalingTarget({ ...target, ScalableTargetARN } as never, region), {
        id,
        name: "table/carts",
        identifiers: [id],
        region,
        target: "table/carts",
        dimension: "dynamodb:table:ReadCapacityUnits",
      });
    });
  }
});
