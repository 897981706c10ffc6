import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { componentsPage } from "../../docs/components-page";

describe("the page of components and controls", () => {
  it("is what `npm run docs` makes, and no control fails or is undecided", async function () {
    this.timeout(60_000);
    const committed = readFileSync(join(__dirname, "../../docs/components.md"), "utf8");
    assert.equal(committed, await componentsPage());
  });
});
