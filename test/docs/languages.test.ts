import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { firstExample } from "../../docs/languages-page";

const manifest = join(__dirname, "../../docs/languages/yaml/Pulumi.yaml");

interface Declared {
  readonly type: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

describe("the first example of the README", () => {
  it("is the program in YAML, from which those in other languages are generated", () => {
    const calls = [...firstExample().matchAll(/new (\w+)\("(\w+)"(?:, (\{.*?\}))?\)/g)];
    const inReadme = calls.map(([, component, name, args = "{}"]) => [name, component, parse(args)]);
    const { resources } = parse(readFileSync(manifest, "utf8")) as { resources: Readonly<Record<string, Declared>> };
    const inYaml = Object.entries(resources).map(([name, { type, properties = {} }]) => [
      name,
      type.replace("aws-secure-database:", ""),
      properties,
    ]);
    assert.ok(inYaml.length > 0);
    assert.deepEqual(inReadme, inYaml);
  });
});
