import assert from "node:assert/strict";
import { kmsAlias, kmsKey } from "../../../inventory/from-account/kms-key";
import { unknown } from "../../../inventory/value";

describe("from-account: KMS key", () => {
  for (const arn of [
    "arn:aws:kms:eu-west-1:111122223333:key/k1",
    "arn:aws-cn:kms:cn-north-1:111122223333:key/k1",
    "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/k1",
  ]) {
    const region = arn.split(":")[3] ?? "";
    for (const [KeyManager, manager] of [
      ["CUSTOMER", "customer"],
      ["AWS", "aws"],
    ] as const) {
      it(`maps ${arn} of ${KeyManager}`, () => {
        assert.deepEqual(kmsKey(arn, { value: { KeyId: "k1", Arn: arn, KeyManager } }, region), {
          id: arn,
          name: "k1",
          identifiers: [arn, "k1"],
          region,
          manager,
        });
      });
    }
  }

  it("does not know who manages a key that may not be described", () => {
    const arn = "arn:aws:kms:eu-west-1:444455556666:key/k9";
    const key = kmsKey(arn, { unread: "kms:DescribeKey was denied" }, "eu-west-1");
    assert.deepEqual([key.id, key.manager], [arn, unknown(`the key ${arn} (kms:DescribeKey was denied)`)]);
  });

  const key = "arn:aws:kms:eu-west-1:111122223333:key/k1";
  const described = { value: { KeyId: "k1", Arn: key } };
  for (const [reference, expected] of [
    ["alias/orders", ["alias/orders", ["alias/orders"], key]],
    [
      "arn:aws:kms:eu-west-1:111122223333:alias/orders",
      ["alias/orders", ["arn:aws:kms:eu-west-1:111122223333:alias/orders", "alias/orders"], key],
    ],
    [key, undefined],
  ] as const) {
    it(`${reference} is ${expected === undefined ? "no" : "an"} alias`, () => {
      const alias = kmsAlias(reference, described, "eu-west-1");
      assert.deepEqual(alias && [alias.name, alias.identifiers, alias.target], expected);
    });
  }
});
