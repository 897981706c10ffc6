import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Shown } from "../../docs/comparison/row";
import { comparisons } from "../../docs/comparison-page";

const root = join(__dirname, "../..");

describe("the comparison with Terraform's modules and the CDK", () => {
  for (const { heading, example, deployedBy, rows } of comparisons) {
    it(`names a test for what of ours is not "no": ${heading}`, () => {
      for (const { feature, ours, test } of rows) {
        assert.equal(test === undefined, /^no\b/.test(ours), feature);
      }
    });

    it(`names tests that there are: ${heading}`, () => {
      assert.ok(existsSync(join(root, example)), example);
      isThere(deployedBy);
      for (const { test } of rows) {
        if (test !== undefined) {
          isThere(test);
        }
      }
    });

    it(`says each feature once, and nothing that breaks its table: ${heading}`, () => {
      const features = rows.map(({ feature }) => feature);
      assert.deepEqual(features, [...new Set(features)]);
      for (const { feature, ours, test, peers } of rows) {
        assert.ok(![feature, ours, test?.text ?? "", ...peers].some((cell) => /[|\n]/.test(cell)), feature);
      }
    });
  }
});

function isThere({ file, by, text }: Shown): void {
  assert.ok(existsSync(join(root, file)), file);
  const source = readFileSync(join(root, file), "utf8");
  const forms = by === "title" ? [`it("${text}", `, `it(\`${text}\`, `] : [text];
  assert.ok(
    forms.some((form) => source.includes(form)),
    `${file} has no ${by} ${text}`,
  );
}
