import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("the guide to adopting a database", () => {
  const guide = read("docs/adopt.md");

  it("has the transforms that the end-to-end test runs", () => {
    const [, transforms] = /## The transforms\n.*?```ts\n(.*?)```/s.exec(guide) ?? [];
    assert.equal(transforms, read("test/end-to-end/programs/adopted-databases/importing.ts"));
  });

  it("has the transform of a table that the end-to-end test runs", () => {
    const table = read("test/end-to-end/programs/adopted/index.ts");
    for (const ignored of ["serverSideEncryption", "pointInTimeRecovery", "deletionProtectionEnabled"]) {
      assert.ok(guide.includes(`"${ignored}"`) && table.includes(`"${ignored}"`), ignored);
    }
  });
});
