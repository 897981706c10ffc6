import assert from "node:assert/strict";
import type { DescribeSecretResponse } from "@aws-sdk/client-secrets-manager";
import { secretParts } from "../../../inventory/from-account/secret";
import { unknown } from "../../../inventory/value";

const region = "eu-west-1";
const arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-AbCdEf";
const key = "arn:aws:kms:eu-west-1:111122223333:key/k1";

const orders: DescribeSecretResponse = {
  ARN: arn,
  Name: "orders",
  KmsKeyId: key,
  OwningService: "rds",
  RotationEnabled: true,
  RotationRules: { AutomaticallyAfterDays: 7 },
};

const partsOf = (secret: DescribeSecretResponse, policy?: string) =>
  secretParts("orders", { secret: { value: secret }, policy: { value: policy } }, region);

describe("from-account: secret", () => {
  it("maps secret, rotation and policy", () => {
    const rest = { name: "orders", identifiers: [], region, secret: arn };
    assert.deepEqual(partsOf(orders, "{}"), {
      secret: { id: arn, name: "orders", identifiers: [arn, "orders"], region, kmsKeyId: key, owningService: "rds" },
      rotation: [{ ...rest, id: `${arn}/rotation`, enabled: true, days: 7 }],
      policy: [{ ...rest, id: `${arn}/policy`, document: "{}" }],
    });
  });

  it("has no key of its own, no rotation and no policy where AWS returns none", () => {
    const { secret, rotation, policy } = partsOf({ ARN: arn, Name: "orders" });
    assert.deepEqual(
      [secret.kmsKeyId, secret.owningService, rotation[0]?.enabled, rotation[0]?.days, policy],
      [undefined, undefined, false, undefined, []],
    );
  });

  for (const [title, RotationRules, expected] of [
    ["a schedule with its days", { ScheduleExpression: "rate(10 days)", AutomaticallyAfterDays: 10 }, 10],
    [
      "a schedule before it first ran",
      { ScheduleExpression: "cron(0 4 1 * ? *)" },
      unknown("the first rotation of orders"),
    ],
    ["no rules", undefined, undefined],
  ] as const) {
    it(`rotates by ${title}`, () => {
      assert.deepEqual(partsOf({ ...orders, RotationRules }).rotation[0]?.days, expected);
    });
  }

  it("does not know what was denied", () => {
    const { secret, rotation, policy } = secretParts(
      arn,
      { secret: { unread: "DescribeSecret was denied" }, policy: { unread: "GetResourcePolicy was denied" } },
      region,
    );
    const unread = unknown(`the secret ${arn} (DescribeSecret was denied)`);
    assert.deepEqual(secret, {
      id: arn,
      name: arn,
      identifiers: [arn],
      region,
      tags: unread,
      kmsKeyId: unread,
      owningService: unread,
    });
    assert.deepEqual([rotation[0]?.enabled, rotation[0]?.days], [unread, unread]);
    assert.deepEqual(policy[0]?.document, unknown(`the policy of secret ${arn} (GetResourcePolicy was denied)`));
  });
});
