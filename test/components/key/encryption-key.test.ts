import assert from "node:assert/strict";
import { EncryptionKey, type EncryptionKeyArgs } from "../../../components";
import { keyPolicy } from "../../../components/key/key-policy";
import { run, scopes } from "../../support/mocks";

const keyType = "aws:kms/key:Key";

describe("EncryptionKey", () => {
  for (const [partition, scope] of Object.entries(scopes)) {
    it(`rotates, and takes 30 days to delete, in ${partition}`, async () => {
      const { one } = await run(() => new EncryptionKey("shop"), scope);
      assert.deepEqual(one(keyType).inputs, {
        description: "Databases of shop",
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: keyPolicy(scope, ["rds", "secretsmanager", "dynamodb", "backup", "logs", "sns"]),
      });
      assert.deepEqual(one("aws:kms/alias:Alias").inputs, { targetKeyId: "key-of-shop" });
    });
  }

  const taken: [args: EncryptionKeyArgs, property: string, value: unknown][] = [
    [{ services: ["dynamodb"] }, "policy", keyPolicy(scopes.aws, ["dynamodb"])],
    [{ description: "Orders" }, "description", "Orders"],
    [{ tags: { team: "orders" } }, "tags", { team: "orders" }],
  ];
  for (const [args, property, value] of taken) {
    it(`takes ${JSON.stringify(args)}`, async () => {
      const { one } = await run(() => new EncryptionKey("shop", args));
      assert.deepEqual(one(keyType).inputs[property], value);
    });
  }

  const services =
    'a list of at least one service, each one of "rds", "secretsmanager", "dynamodb", "backup", "logs", "sns"';
  const refused: [name: string, args: EncryptionKeyArgs, message: string][] = [
    ["shop", { services: [] }, `services is [], but must be ${services}.`],
    ["shop", { services: ["rds", "s3"] }, `services is ["rds","s3"], but must be ${services}.`],
    [
      "my shop",
      {},
      'name is "my shop", but must be 1 to 200 letters, digits, hyphens and underscores, starting with a letter.',
    ],
    ["shop", { rotate: false } as EncryptionKeyArgs, "rotate is no argument; allowed are description, services, tags."],
    [
      "shop",
      null as unknown as EncryptionKeyArgs,
      "args is null, but must be an object of argument name to value, plain (not an output).",
    ],
  ];
  for (const [name, args, message] of refused) {
    it(`refuses ${JSON.stringify([name, args])}, and registers nothing`, async () => {
      const { resources, error } = await run(() => new EncryptionKey(name, args));
      assert.equal(error?.message, `EncryptionKey "${name}": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});
