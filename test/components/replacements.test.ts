import assert from "node:assert/strict";
import schema from "../../provider/schema.json";
import { type Registered, run } from "../support/mocks";
import { type Replacement, replacements } from "../support/replacements";

interface Described {
  readonly description?: string;
}

/** "A change replaces the table.", "A change makes both anew." and the like. */
const sentence = /\bchange\b[^.]*\b(replaces|makes|begins)\b/;

const owners: readonly (readonly [string, Readonly<Record<string, Described>>])[] = [
  ...Object.entries(schema.resources).map(([token, { inputProperties }]) => [token, inputProperties] as const),
  ...Object.entries(schema.types).map(([token, { properties }]) => [token, properties] as const),
];

describe("what an argument's description says that a change replaces", () => {
  it("has a row", () => {
    const said = owners.flatMap(([token, properties]) =>
      Object.entries(properties)
        .filter(([, { description = "" }]) => sentence.test(description.replace(/\s+/g, " ")))
        .map(([name]) => `${token.split(":").at(-1)}.${name}`),
    );
    assert.deepEqual(replacements.map(({ argument }) => argument).sort(), said.sort());
  });

  for (const replacement of replacements) {
    it(`changes what the AWS provider replaces for: ${replacement.argument}`, async () => {
      const [before, after] = [await made(replacement, "before"), await made(replacement, "after")];
      const unchanged = replacement.by.filter((property) => !changes(property, before, after));
      assert.deepEqual(unchanged, []);
    }).timeout(20_000);
  }
});

async function made(replacement: Replacement, args: "before" | "after"): Promise<readonly Registered[]> {
  const { resources, error } = await run(() => replacement.make(replacement[args]));
  assert.equal(error, undefined);
  return resources;
}

/** Whether a resource of the type has another value, or is another one, by its name. */
function changes(typed: string, before: readonly Registered[], after: readonly Registered[]): boolean {
  const [type, property = ""] = typed.split(".");
  return after
    .filter((one) => one.type === type)
    .some(({ name, inputs }) => {
      const old = before.find((one) => one.type === type && one.name === name);
      return JSON.stringify(old?.inputs[property]) !== JSON.stringify(inputs[property]);
    });
}
