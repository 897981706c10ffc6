import assert from "node:assert/strict";
import { shortened } from "../../../components/shared/names";

describe("a shortened name", () => {
  const rows: [name: string, length: number, expected: RegExp][] = [
    ["orders", 6, /^orders$/],
    ["orders-and-more", 14, /^order-[0-9a-f]{8}$/],
    ["orders-and-less", 14, /^order-[0-9a-f]{8}$/],
  ];
  for (const [name, length, expected] of rows) {
    it(`of ${name} fits ${length} characters`, () => {
      assert.match(shortened(name, length), expected);
      assert.ok(shortened(name, length).length <= length);
    });
  }

  it("differs where the names differ", () => {
    assert.notEqual(shortened("orders-and-more", 14), shortened("orders-and-less", 14));
  });

  it("is the same each time", () => {
    assert.equal(shortened("orders-and-more", 14), shortened("orders-and-more", 14));
  });
});
