import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { construct } from "../../provider/construct";
import schema from "../../provider/schema.json";
import { run } from "../support/mocks";

const table = "aws-secure-database:index:SecureTable";
const access = "aws-secure-database:index:DatabaseAccess";

/** Makes a component as the engine asks for it, and returns what the provider answers, or why it did not. */
async function constructed(type: string, inputs: pulumi.Inputs, options: pulumi.ComponentResourceOptions = {}) {
  let answer: ReturnType<typeof construct> | undefined;
  const { resources } = await run(() => {
    answer = construct("sessions", type, inputs, options);
    answer.catch(() => {});
  });
  return { resources, answer: answer as ReturnType<typeof construct> };
}

describe("the provider for other languages", () => {
  it("makes a component with its children and answers every output of the schema", async () => {
    const { resources, answer } = await constructed(table, { hashKey: "userId" });
    const { urn, state } = await answer;
    assert.match(String(await resolved(urn)), /::aws-secure-database:index:SecureTable::sessions$/);
    assert.deepEqual(Object.keys(state), Object.keys(schema.resources[table].properties));
    assert.equal(await resolved(state.tableName), "sessions-1234567");
    assert.ok(resources.some(({ type, inputs }) => type === "aws:dynamodb/table:Table" && inputs.hashKey === "userId"));
  });

  const refusals: readonly (readonly [
    why: string,
    type: string,
    inputs: pulumi.Inputs,
    path: string,
    reason: RegExp,
  ])[] = [
    ["a wrong value", table, { hashKey: "" }, "hashKey", /^hashKey is "", but must be /],
    ["a missing argument", table, {}, "hashKey", /^hashKey is missing, but must be /],
    ["an unknown argument", table, { hashKey: "id", hashkey: "id" }, "hashkey", /^hashkey is no argument; /],
    [
      "a wrong value inside a list",
      table,
      { hashKey: "id", globalSecondaryIndexes: [{ name: "byUser", hashKey: "" }] },
      "globalSecondaryIndexes[0].hashKey",
      /^globalSecondaryIndexes\[0\]\.hashKey is ""/,
    ],
    [
      "a weakened control",
      table,
      { hashKey: "id", deletionProtection: false },
      "deletionProtection",
      /dynamodb-table-deletion-protection/,
    ],
  ];
  for (const [why, type, inputs, propertyPath, reason] of refusals) {
    it(`answers ${why} as the error of one property, and registers nothing`, async () => {
      const { resources, answer } = await constructed(type, inputs);
      await assert.rejects(answer, (error: pulumi.InputPropertyError) => {
        assert.ok(pulumi.InputPropertyError.isInstance(error));
        assert.equal(error.propertyPath, propertyPath);
        assert.match(error.reason, reason);
        return true;
      });
      assert.deepEqual(resources, []);
    });
  }

  it("refuses a wrong output without a stack, which Node.js 20 takes half a minute to format", async () => {
    const { error } = await run(() => {
      construct("sessions", table, { hashKey: "userId", kmsKeyArn: pulumi.output("alias/shop") }, {}).catch(() => {});
    });
    assert.match(error?.message ?? "", /kmsKeyArn is "alias\/shop", but must be /);
    assert.equal(error?.stack, undefined);
  });

  it("refuses a type that is none of its components by those that there are", async () => {
    const { answer } = await constructed("aws-secure-database:index:Table", {});
    await assert.rejects(answer, /There is no component aws-secure-database:index:Table; .*index:SecureTable/);
  });

  it("keeps secret what comes from a secret", async () => {
    const { answer } = await constructed(access, { resourceId: pulumi.secret("db-ABCDEFGHIJKL"), user: "shop" });
    const { state } = await answer;
    assert.equal(await pulumi.isSecret(state.policy), true);
  });

  it("leaves open what comes from an output that is not", async () => {
    const { answer } = await constructed(access, { resourceId: pulumi.output("db-ABCDEFGHIJKL"), user: "shop" });
    const { state } = await answer;
    assert.equal(await pulumi.isSecret(state.policy), false);
  });
});

function resolved<T>(value: pulumi.Input<T>): Promise<T> {
  return new Promise((resolve) => {
    pulumi.output(value).apply((known) => resolve(known as T));
  });
}
