import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ComponentResource } from "@pulumi/pulumi";
import * as components from "../../components";
import { packageSchema } from "../../provider/package-schema";
import schema from "../../provider/schema.json";

const ANALYSIS_MS = 120_000;

interface Described {
  readonly description?: string;
}

describe("the schema that the provider serves", () => {
  it("is what `npm run schema` makes", function () {
    this.timeout(ANALYSIS_MS);
    const served = readFileSync(join(__dirname, "../../provider/schema.json"), "utf8");
    assert.equal(served, packageSchema(), "it is stale: npm run schema");
  });

  it("has every component that the library exports, and no other", () => {
    const exported: [string, unknown][] = Object.entries(components);
    const tokens = exported
      .filter(([, value]) => typeof value === "function" && value.prototype instanceof ComponentResource)
      .map(([name]) => `aws-secure-database:index:${name}`);
    assert.deepEqual(Object.keys(schema.resources).sort(), tokens.sort());
  });

  for (const [token, { description, inputProperties, properties }] of Object.entries(schema.resources)) {
    it(`describes ${token}, each of its arguments and each of its outputs`, () => {
      assert.ok(description);
      const described: Readonly<Record<string, Described>> = { ...inputProperties, ...properties };
      const bare = Object.entries(described).filter(([, property]) => !property.description);
      assert.deepEqual(
        bare.map(([name]) => name),
        [],
      );
    });
  }
});
