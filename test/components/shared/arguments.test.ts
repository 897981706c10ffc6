import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../../../components";
import { ArgumentError, show } from "../../../components/shared/arguments";
import { run } from "../../support/mocks";

const refused: [tags: unknown, argument: string, message: string][] = [
  [["team"], "tags", 'tags is ["team"], but must be an object of tag key to value.'],
  ["team", "tags", 'tags is "team", but must be an object of tag key to value.'],
  [null, "tags", "tags is null, but must be an object of tag key to value."],
  [{ cost: 7 }, 'tags["cost"]', 'tags["cost"] is 7, but must be a string of at most 256 characters.'],
  [{ cost: "7".repeat(257) }, 'tags["cost"]', "but must be a string of at most 256 characters."],
  [{ team: pulumi.output(null) }, 'tags["team"]', 'tags["team"] is null, but must be a string'],
  [pulumi.output({ cost: 7 }), 'tags["cost"]', 'tags["cost"] is 7, but must be a string of at most 256 characters.'],
  [
    { "aws:x": "y" },
    "tags",
    'tags names "aws:x", but must name keys of 1 to 128 characters that do not start with aws:.',
  ],
  [{ "": "y" }, "tags", 'tags names "", but must name keys of 1 to 128 characters that do not start with aws:.'],
];

describe("the tags of a component", () => {
  for (const [tags, argument, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { error } = await run(() => new EncryptionKey("orders", { tags: tags as Record<string, string> }));
      assert.ok(error instanceof ArgumentError, String(error));
      assert.equal(error.argument, argument);
      assert.ok(error.reason.includes(message), error.reason);
      assert.equal(error.message, `EncryptionKey "orders": ${error.reason}`);
    });
  }

  it("takes outputs of strings, and nothing", async () => {
    const { error, one } = await run(() => new EncryptionKey("orders", { tags: { team: pulumi.output("a") } }));
    assert.equal(error, undefined);
    assert.deepEqual(one("aws:kms/key:Key").inputs.tags, { team: "a" });
    assert.equal((await run(() => new EncryptionKey("orders", { tags: undefined }))).error, undefined);
  });
});

describe("a value in a message", () => {
  const shown: readonly [value: unknown, words: string][] = [
    [undefined, "missing"],
    [null, "null"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [[1, Number.NaN, null], '[1,"NaN",null]'],
    [{ days: -Number.POSITIVE_INFINITY }, '{"days":"-Infinity"}'],
    [12n, "12"],
    [{ days: 12n }, '{"days":"12"}'],
    [Symbol("days"), "Symbol(days)"],
    [() => 1, "() => 1"],
    ["days", '"days"'],
    [pulumi.output(1), "an output"],
  ];
  for (const [value, words] of shown) {
    it(`is ${words}`, () => assert.equal(show(value), words));
  }
});
