import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../../controls";
import { componentsPage } from "../../docs/components-page";

const committed = readFileSync(join(__dirname, "../../docs/components.md"), "utf8");

describe("the page of components and controls", () => {
  it("is what `npm run docs` makes", async function () {
    this.timeout(180_000);
    assert.equal(committed, await componentsPage());
  });

  it("says of every control and component that it holds, or why it does not apply", () => {
    const rows = committed.split("\n").filter((line) => line.startsWith("| ["));
    assert.equal(rows.length, controls.length);
    const bare = rows.filter((row) =>
      row
        .split("|")
        .slice(1, -1)
        .some((cell) => cell.trim() === ""),
    );
    assert.deepEqual(bare, []);
  });
});
