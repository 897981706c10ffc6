import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey, type EncryptionKeyArgs } from "../../../components";
import { keyPolicy } from "../../../components/key/key-policy";
import { run, scopes } from "../../support/mocks";

const admin = "arn:aws:iam::123456789012:role/keys";
const grant = { name: "app", principalArn: "arn:aws:iam::123456789012:role/app", operations: ["Decrypt"] };
const operations =
  'a list of at least one operation, each one of "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", ' +
  '"GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo"';
const primaryKeyArn = "arn:aws:kms:us-east-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef";
const keyType = "aws:kms/key:Key";

describe("EncryptionKey", () => {
  for (const [partition, scope] of Object.entries(scopes)) {
    it(`rotates, and takes 30 days to delete, in ${partition}`, async () => {
      const { one } = await run(() => new EncryptionKey("shop"), scope);
      assert.deepEqual(one(keyType).inputs, {
        description: "Databases of shop",
        enableKeyRotation: true,
        rotationPeriodInDays: 365,
        deletionWindowInDays: 30,
        policy: keyPolicy(scope, {
          users: ["rds", "secretsmanager", "dynamodb", "backup", "kinesis", "sns", "s3", "logs"],
        }),
      });
      assert.deepEqual(one("aws:kms/alias:Alias").inputs, { targetKeyId: "key-of-shop" });
    });
  }

  const taken: [args: EncryptionKeyArgs, property: string, value: unknown][] = [
    [{ services: ["dynamodb"] }, "policy", keyPolicy(scopes.aws, { users: ["dynamodb"] })],
    [
      { services: ["rds"], region: "eu-central-1" },
      "policy",
      keyPolicy({ ...scopes.aws, region: "eu-central-1" }, { users: ["rds"] }),
    ],
    [
      { services: ["rds"], administrators: [pulumi.output(admin)] },
      "policy",
      keyPolicy(scopes.aws, { users: ["rds"], administrators: [admin] }),
    ],
    [{ region: "eu-central-1" }, "region", "eu-central-1"],
    [{ multiRegion: true }, "multiRegion", true],
    [{ rotationPeriodDays: 90 }, "rotationPeriodInDays", 90],
    [{ description: "Orders" }, "description", "Orders"],
    [{ tags: { team: "orders" } }, "tags", { team: "orders" }],
  ];
  for (const [args, property, value] of taken) {
    it(`takes ${JSON.stringify(args)}`, async () => {
      const { one } = await run(() => new EncryptionKey("shop", args));
      assert.deepEqual(one(keyType).inputs[property], value);
    });
  }

  it("replicates a key of another region", async () => {
    const { one } = await run(() => new EncryptionKey("shop", { primaryKeyArn, services: ["dynamodb"] }));
    assert.deepEqual(one("aws:kms/replicaKey:ReplicaKey").inputs, {
      description: "Databases of shop",
      deletionWindowInDays: 30,
      policy: keyPolicy(scopes.aws, { users: ["dynamodb"] }),
      primaryKeyArn,
    });
  });

  it("grants use, and lets its administrators grant no other", async () => {
    const { one } = await run(
      () =>
        new EncryptionKey("shop", { grants: [{ ...grant, encryptionContext: { order: "1" } }], alias: "shop/orders" }),
    );
    assert.deepEqual(one("aws:kms/grant:Grant", "shop-app").inputs, {
      name: "app",
      keyId: "key-of-shop",
      granteePrincipal: grant.principalArn,
      operations: ["Decrypt"],
      constraints: [{ encryptionContextSubset: { order: "1" } }],
    });
    const { principalArn, operations } = grant;
    assert.ok(String(one(keyType).inputs.policy).includes(JSON.stringify(principalArn)));
    assert.ok(String(one(keyType).inputs.policy).includes(`"kms:GrantOperations":${JSON.stringify(operations)}`));
    assert.equal(one("aws:kms/alias:Alias").inputs.name, "alias/shop/orders");
  });

  const services =
    'a list of at least one service, each one of "rds", "secretsmanager", "dynamodb", "backup", "kinesis", "sns", "s3", "sqs", "firehose", "logs", "states"';
  const refused: [name: string, args: EncryptionKeyArgs, message: string][] = [
    ["shop", { services: [] }, `services is [], but must be ${services}.`],
    ["shop", { services: ["rds", "ec2"] }, `services is ["rds","ec2"], but must be ${services}.`],
    [
      "my shop",
      {},
      'name is "my shop", but must be 1 to 200 letters, digits, hyphens and underscores, starting with a letter.',
    ],
    [
      "shop",
      { rotate: false } as EncryptionKeyArgs,
      "rotate is no argument; allowed are administrators, alias, description, grants, multiRegion, primaryKeyArn, region, " +
        "rotationPeriodDays, services, tags.",
    ],
    ["shop", { administrators: [] }, "administrators is [], but must be a list of at least one ARN of a role or user."],
    [
      "shop",
      { administrators: ["keys"] },
      'administrators[0] is "keys", but must be the ARN of a role or user, arn:aws:iam::<account>:role/<name>.',
    ],
    ["shop", { region: "Ireland" }, 'region is "Ireland", but must be the name of a region, such as "eu-central-1".'],
    [
      "shop",
      { alias: "alias/shop" },
      'alias is "alias/shop", but must be 1 to 250 letters, digits, hyphens, underscores and slashes, ' +
        'not starting with "alias/" or "aws/".',
    ],
    [
      "shop",
      { rotationPeriodDays: 30 },
      "rotationPeriodDays is 30, but must be a whole number from 90 to 2560 (days).",
    ],
    [
      "shop",
      { primaryKeyArn: primaryKeyArn.replace("mrk-", "") },
      'primaryKeyArn is "arn:aws:kms:us-east-1:123456789012:key/0123456789abcdef0123456789abcdef", but must be ' +
        "the ARN of a multi-Region key, arn:aws:kms:<region>:<account>:key/mrk-<id>.",
    ],
    [
      "shop",
      { primaryKeyArn, multiRegion: true },
      "multiRegion is true beside primaryKeyArn, but must be absent: a replica is itself of several regions.",
    ],
    [
      "shop",
      { primaryKeyArn, rotationPeriodDays: 90 },
      "rotationPeriodDays is 90 beside primaryKeyArn, but must be absent: a replica is rotated with its primary.",
    ],
    [
      "shop",
      { grants: [{ ...grant, operations: ["CreateGrant"] }] },
      `grants[0].operations is ["CreateGrant"], but must be ${operations}.`,
    ],
    [
      "shop",
      { grants: [grant, grant] },
      'grants[1].name is "app", but must be another than those of the grants before it.',
    ],
    [
      "shop",
      { grants: [{ ...grant, principalArn: "*" }] },
      'grants[0].principalArn is "*", but must be the ARN of a role or user, arn:aws:iam::<account>:role/<name>.',
    ],
    [
      "shop",
      null as unknown as EncryptionKeyArgs,
      "args is null, but must be an object of argument name to value, plain (not an output).",
    ],
  ];
  it("refuses an encryption context that is no object, which would bind the grant to nothing", async () => {
    const encryptionContext = "order" as unknown as Record<string, string>;
    const { error } = await run(() => new EncryptionKey("shop", { grants: [{ ...grant, encryptionContext }] }));
    const allowed = "an object of key to value, plain (not an output)";
    assert.equal(
      error?.message,
      `EncryptionKey "shop": grants[0].encryptionContext is "order", but must be ${allowed}.`,
    );
  });

  for (const [name, args, message] of refused) {
    it(`refuses ${JSON.stringify([name, args])}, and registers nothing`, async () => {
      const { resources, error } = await run(() => new EncryptionKey(name, args));
      assert.equal(error?.message, `EncryptionKey "${name}": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});
