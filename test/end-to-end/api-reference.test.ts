import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");
const committed = join(root, "docs/api");

function pagesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

// TypeDoc takes half a minute, which the unit tests have not.
describe("the API reference", () => {
  const made = mkdtempSync(join(tmpdir(), "api-reference-"));
  after(() => rmSync(made, { recursive: true, force: true }));

  it("is what `npm run docs` makes of the comments", function () {
    this.timeout(300_000);
    execFileSync("npx", ["typedoc", "--logLevel", "Warn", "--out", made], { cwd: root, stdio: "pipe" });
    assert.deepEqual(pagesOf(committed), pagesOf(made));
  });
});
