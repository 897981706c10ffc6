import assert from "node:assert/strict";
import { read } from "./read-region";
import { type Answers, awsError, type Input } from "./stub-clients";

const own = "arn:aws:kms:eu-west-1:111122223333:key/k1";
const foreign = "arn:aws:kms:eu-west-1:444455556666:key/k2";

const keys = async (named: string, answers: Answers = {}) => {
  const { description, stub, unread } = await read({
    GetCallerIdentity: { Account: "111122223333" },
    DescribeDBInstances: { DBInstances: [{ DBInstanceIdentifier: "orders", Engine: "postgres", KmsKeyId: named }] },
    DescribeKey: ({ KeyId }: Input) => ({ KeyMetadata: { KeyId: "k", Arn: KeyId, KeyManager: "CUSTOMER" } }),
    GetKeyPolicy: { Policy: "{}" },
    GetKeyRotationStatus: { KeyRotationEnabled: true },
    ...answers,
  });
  const asked = stub.sent.filter((call) => /Key/.test(call)).map((call) => call.split(" ")[0]);
  return { key: description.keys.get(named), asked, unread };
};

const described = (key: object) => ({ DescribeKey: { KeyMetadata: { KeyId: "k1", Arn: own, ...key } } });

describe("reading KMS keys", () => {
  it("asks for policy and rotation of a customer managed key", async () => {
    const { key, asked } = await keys(own);
    assert.deepEqual([key?.policy, key?.rotation], [{ value: "{}" }, { value: true }]);
    assert.deepEqual(asked, ["DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus"]);
  });

  const rows: readonly [string, Answers, readonly string[]][] = [
    ["a key of AWS: what it is alone", described({ KeyManager: "AWS" }), ["DescribeKey"]],
    ["an asymmetric key: no rotation", described({ KeySpec: "RSA_2048" }), ["DescribeKey", "GetKeyPolicy"]],
    ["imported material: no rotation", described({ Origin: "EXTERNAL" }), ["DescribeKey", "GetKeyPolicy"]],
    ["a key that may not be described: nothing", { DescribeKey: awsError("AccessDenied", "no", 403) }, ["DescribeKey"]],
  ];
  for (const [title, answers, expected] of rows) {
    it(`asks about ${title}`, async () => {
      assert.deepEqual((await keys(own, answers)).asked, expected);
    });
  }

  it("does not ask for the policy of another account's key, which AWS never tells", async () => {
    const { key, asked, unread } = await keys(foreign);
    assert.deepEqual(key?.policy, { unread: "account 444455556666 alone can read it" });
    assert.deepEqual([asked, unread], [["DescribeKey", "GetKeyRotationStatus"], []]);
  });

  it("asks for every policy where the account is not known", async () => {
    const { key } = await keys(foreign, { GetCallerIdentity: awsError("AccessDenied", "no", 403) });
    assert.deepEqual(key?.policy, { value: "{}" });
  });

  it("takes a key that was deleted for an answer", async () => {
    const { key, asked, unread } = await keys(own, { DescribeKey: awsError("NotFoundException", "no key") });
    assert.deepEqual(key, {
      metadata: { value: { KeyId: own, KeyManager: "CUSTOMER", Enabled: false } },
      deleted: true,
    });
    assert.deepEqual([asked, unread], [["DescribeKey"], []]);
  });
});
