import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { controlIds, controls } from "../../controls";
import { emptyInventory } from "../../inventory/model";

describe("the catalogue", () => {
  it("holds every id once, in one order with the ids", () => {
    assert.deepEqual(controls.map(({ id }) => id).sort(), [...controlIds].sort());
  });

  for (const control of controls) {
    describe(control.id, () => {
      it("has its file and its test where the id says", () => {
        const found = fs
          .readdirSync(path.join(__dirname, "../../controls"), { recursive: true, encoding: "utf8" })
          .map((file) => file.replace(/\.ts$/, "").replaceAll(path.sep, "-"));
        assert.ok(found.includes(control.id));
        assert.ok(fs.existsSync(path.join(__dirname, `${pathOf(control.id)}.test.ts`)));
      });

      it("speaks in whole sentences", () => {
        assert.match(control.title, /^[A-Z].*[^.]$/);
        assert.match(control.why, /^[A-Z].*\.$/);
        assert.match(control.remediation, /^[A-Z].*\.$/);
      });

      it("is about a kind of the inventory", () => {
        assert.ok(Array.isArray(emptyInventory("program")[control.subject]));
      });
    });
  }
});

function pathOf(id: string): string {
  const folders = fs.readdirSync(path.join(__dirname, "../../controls"), { withFileTypes: true });
  // "rds-cluster-member" before "rds-cluster" before "rds".
  const [folder] = folders
    .filter((entry) => entry.isDirectory() && id.startsWith(`${entry.name}-`))
    .sort((a, b) => b.name.length - a.name.length);
  assert.ok(folder, `no folder of controls/ starts the id ${id}`);
  return `${folder.name}/${id.slice(folder.name.length + 1)}`;
}
