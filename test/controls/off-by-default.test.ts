import assert from "node:assert/strict";
import { controls } from "../../controls";
import { isOff, switchOf } from "../../controls/off-by-default";
import { pages } from "../../docs/pages";

describe("controls that are off by default", () => {
  const made = pages();
  for (const control of controls) {
    const name = switchOf(control);
    it(`${control.id}: its page says ${name === undefined ? "nothing of it" : "so near the top"}`, () => {
      const page = made.get(`controls/${control.id}.md`) ?? "";
      assert.equal(page.slice(0, page.indexOf("- Severity")).includes("\nOff by default: "), name !== undefined);
    });
  }

  it("are on with their option set, and off with what it is by default", () => {
    const options = { enabled: { default: false } };
    const rows = [
      [{}, true],
      [{ enabled: false }, true],
      [{ enabled: true }, false],
    ] as const;
    for (const [given, expected] of rows) {
      assert.equal(isOff({ options }, given), expected);
    }
    assert.equal(isOff({ options: { enabled: { default: true } } }), false);
    assert.equal(isOff({ options: {} }), false);
  });
});
