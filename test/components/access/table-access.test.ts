import assert from "node:assert/strict";
import { type OwnItemsArgs, SecureTable, TableAccess } from "../../../components";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, type Run, run, scopes } from "../../support/mocks";
import { statements } from "../statements";

const policyType = "aws:iam/rolePolicy:RolePolicy";
const tableArn = "arn:aws:dynamodb:eu-west-1:123456789012:table/sessions";
const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";

async function policyOf(args: OwnItemsArgs & { readonly kmsKeyArn?: string }) {
  const { one, error } = await run(() => new TableAccess("app", { tableArn, roleName: "app", ...args }));
  assert.equal(error, undefined);
  return statements(one(policyType).inputs.policy);
}

const variable = (name: string): string => `$\{${name}}`.replace("\\", "");

describe("TableAccess", () => {
  const owners: [args: OwnItemsArgs, owner: string][] = [
    [{ principalTag: "userId" }, variable("aws:PrincipalTag/userId")],
    [{ webIdentity: "cognito" }, variable("cognito-identity.amazonaws.com:sub")],
    [{ webIdentity: "amazon" }, variable("www.amazon.com:user_id")],
    [{ webIdentity: "google" }, variable("accounts.google.com:sub")],
    [{ webIdentity: "facebook" }, variable("graph.facebook.com:id")],
    [{ oidcProvider: "login.example.com/tenant" }, variable("login.example.com/tenant:sub")],
  ];
  for (const [args, owner] of owners) {
    it(`ties the items to ${owner}`, async () => {
      const [read, ...others] = await policyOf(args);
      assert.deepEqual(others, []);
      assert.deepEqual(read?.Action, ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"]);
      assert.deepEqual(read?.Condition, {
        "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [owner] },
        Null: { "dynamodb:LeadingKeys": "false" },
      });
    });
  }

  it("lets own items be written on the table, and read on its indexes too", async () => {
    const [read, write] = await policyOf({ principalTag: "userId", access: "read-write", indexes: ["byAge"] });
    assert.deepEqual(read?.Resource, [tableArn, `${tableArn}/index/byAge`]);
    assert.equal(write?.Resource, tableArn);
    assert.deepEqual(write?.Action, [
      "dynamodb:BatchWriteItem",
      "dynamodb:DeleteItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    ]);
    assert.deepEqual(write?.Condition, read?.Condition);
  });

  it("limits what is read, told and changed to some attributes", async () => {
    const attributes = ["userId", "name"];
    const [read, write] = await policyOf({ principalTag: "userId", access: "read-write", attributes });
    const limits = { "dynamodb:LeadingKeys": [variable("aws:PrincipalTag/userId")], "dynamodb:Attributes": attributes };
    assert.deepEqual(read?.Condition?.["ForAllValues:StringEquals"], limits);
    assert.deepEqual(read?.Condition?.StringEqualsIfExists, { "dynamodb:Select": ["SPECIFIC_ATTRIBUTES", "COUNT"] });
    assert.deepEqual(write?.Action, ["dynamodb:UpdateItem"]);
    assert.deepEqual(write?.Condition?.["ForAllValues:StringEquals"], limits);
    assert.deepEqual(write?.Condition?.StringEqualsIfExists, {
      "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"],
    });
  });

  it("opens the key for this table alone", async () => {
    const [, open] = await policyOf({ principalTag: "userId", kmsKeyArn });
    assert.equal(open?.Resource, kmsKeyArn);
    assert.deepEqual(
      [open?.Action, open?.Condition],
      [
        "kms:Decrypt",
        {
          StringEquals: {
            "kms:ViaService": ["dynamodb.eu-west-1.amazonaws.com"],
            "kms:EncryptionContext:aws:dynamodb:tableName": "sessions",
          },
        },
      ],
    );
  });

  for (const [partition, scope] of Object.entries(scopes)) {
    it(`holds every control on a table of many users, in ${partition}`, async () => {
      const registered: Run = await run(() => {
        const table = new SecureTable("sessions", { hashKey: "userId", tags: { "per-user": "true" } });
        table.grantOwnItems("app", { webIdentity: "cognito", access: "read-write" });
        table.grantOwnItems("admin", { principalTag: "userId" }, "admin-own-items");
      }, scope);
      assert.equal(registered.error, undefined);
      const policies = registered.resources.filter(({ type }) => type === policyType);
      assert.deepEqual(
        policies.map(({ name, inputs }) => [name, inputs.role]),
        [
          ["sessions-own-items", "app"],
          ["admin-own-items", "admin"],
        ],
      );
      const { findings, undecided } = judge(controls, fromProgram(asProgram(registered)));
      assert.deepEqual([findings, undecided], [[], []]);
    });
  }

  it("tells the policy of a SecureTable by a method", async () => {
    let policy: string | undefined;
    await run(() =>
      new SecureTable("sessions", { hashKey: "userId" })
        .ownItemsPolicy({ principalTag: "userId" })
        .apply((found) => (policy = found)),
    );
    assert.deepEqual(
      statements(policy).map(({ Sid }) => Sid),
      ["ReadOwnItems", "OpenTable"],
    );
  });

  const one = "principalTag, webIdentity or oidcProvider must be given, one of them, but found is";
  const tag = 'the key of a tag, 1 to 128 letters, digits and _.:/=+@-, without "$' + '{aws:PrincipalTag/" around it';
  const refused: [args: object, message: string][] = [
    [{}, `${one} none of them.`],
    [{ principalTag: "userId", webIdentity: "google" }, `${one} principalTag and webIdentity.`],
    [{ principalTag: "*" }, `principalTag is "*", but must be ${tag}.`],
    [{ principalTag: variable("aws:userid") }, `principalTag is "${variable("aws:userid")}", but must be ${tag}.`],
    [
      { webIdentity: "github" },
      'webIdentity is "github", but must be one of "cognito", "amazon", "google", "facebook".',
    ],
    [
      { oidcProvider: "https://login.example.com" },
      'oidcProvider is "https://login.example.com", but must be the URL of a provider without "https://", such as "login.example.com/tenant".',
    ],
    [{ principalTag: "userId", access: "write" }, 'access is "write", but must be one of "read-only", "read-write".'],
    [
      { principalTag: "userId", indexes: ["*"] },
      'indexes is ["*"], but must be a list of at least one index, each 3 to 255 letters, digits, hyphens, underscores and dots, and none twice.',
    ],
    [
      { principalTag: "userId", attributes: [] },
      "attributes is [], but must be a list of at least one attribute, each the name of an attribute, 1 to 255 characters without * and ?, and none twice.",
    ],
    [
      { principalTag: "userId", tableArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/*" },
      'tableArn is "arn:aws:dynamodb:eu-west-1:123456789012:table/*", but must be the ARN of a table, arn:aws:dynamodb:<region>:<account>:table/<name>.',
    ],
  ];
  for (const [args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await run(() => new TableAccess("app", { tableArn, ...args }));
      assert.equal(error?.message, `TableAccess "app": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});
