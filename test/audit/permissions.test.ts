import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { permissions } from "../../audit/permissions";

const folder = join(__dirname, "../../audit/read");
const source = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), "utf8"))
  .join("\n");

describe("permissions", () => {
  for (const { action } of permissions) {
    it(`${action} only reads, and is used`, () => {
      assert.match(action, /^[a-z0-9]+:(Describe|List|Get)[A-Za-z]+$/);
      const [, operation] = action.split(":");
      assert.match(source, new RegExp(`(paginate${operation}|${operation}Command)\\b`));
    });
  }

  it("hold every operation that is imported from the SDK", () => {
    const operations = permissions.map(({ action }) => action.split(":")[1]);
    const imported = [...source.matchAll(/\b(?:paginate([A-Z]\w+)|([A-Z]\w+)Command)\b/g)].map((m) => m[1] ?? m[2]);
    assert.deepEqual([...new Set(imported)].sort(), [...operations].sort());
  });
});
