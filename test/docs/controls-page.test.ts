import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../../controls";
import { controlsPage } from "../../docs/controls-page";

describe("docs/controls.md", () => {
  it("is what `npm run docs` makes of the catalogue", () => {
    const page = readFileSync(join(__dirname, "../../docs/controls.md"), "utf8");
    assert.equal(page, controlsPage(controls));
  });
});
