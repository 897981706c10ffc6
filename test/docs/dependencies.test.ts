import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dependencies, peerDependencies } from "../../package.json";

const guide = readFileSync(join(__dirname, "../../CONTRIBUTING.md"), "utf8");

it("CONTRIBUTING.md says of every dependency why it is there, and of no other", () => {
  const [, section = ""] = guide.split("\n## Dependencies\n");
  const [table = ""] = section.split("\n## ");
  const rows = [...table.matchAll(/^\| (\S+) +\| (\S.*?) +\|$/gm)].slice(2);
  const named = rows.map(([, name]) => name);
  assert.deepEqual([...named].sort(), Object.keys({ ...dependencies, ...peerDependencies }).sort());
});
