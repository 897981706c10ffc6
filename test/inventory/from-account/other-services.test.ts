import assert from "node:assert/strict";
import { isOfRds } from "../../../inventory/from-account/other-services";

describe("from-account: what the RDS API lists", () => {
  for (const [Engine, expected] of [
    ["postgres", true],
    ["aurora-mysql", true],
    ["custom-oracle-ee", true],
    [undefined, true],
    ["docdb", false],
    ["Neptune", false],
  ] as const) {
    it(`${Engine} is ${expected ? "" : "not "}of RDS`, () => {
      assert.equal(isOfRds({ Engine }), expected);
    });
  }
});
