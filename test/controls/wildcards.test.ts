import assert from "node:assert/strict";
import { fits, fitsAction, overlap } from "../../controls/wildcards";

describe("wildcards", () => {
  const cases: readonly (readonly [pattern: string, text: string, expected: boolean])[] = [
    ["orders", "orders", true],
    ["orders", "order", false],
    ["order", "orders", false],
    ["*", "", true],
    ["*", "orders", true],
    ["**", "orders", true],
    ["o*s", "orders", true],
    ["o*d", "orders", false],
    ["*er*", "orders", true],
    ["*rs*r", "orders", false],
    ["?rders", "orders", true],
    ["?", "", false],
    ["orders?", "orders", false],
    ["", "", true],
    ["", "orders", false],
  ];
  for (const [pattern, text, expected] of cases) {
    it(`${pattern} ${expected ? "fits" : "does not fit"} ${text}`, () => {
      assert.equal(fits(pattern, text), expected);
      assert.equal(overlap(pattern, text), expected);
      assert.equal(overlap(text, pattern), expected);
    });
  }

  const patterns: readonly (readonly [one: string, other: string, expected: boolean])[] = [
    ["a*", "*b", true],
    ["a*c", "b*c", false],
    ["a?c", "a*", true],
    ["*a*", "*b*", true],
    ["a?", "?b", true],
    ["a?", "?bc", false],
    ["table/*", "table/orders/index/*", true],
    ["table/orders", "table/orders/index/*", false],
  ];
  for (const [one, other, expected] of patterns) {
    it(`${one} and ${other} ${expected ? "overlap" : "have nothing in common"}`, () => {
      assert.equal(overlap(one, other), expected);
      assert.equal(overlap(other, one), expected);
    });
  }

  it("are compared without case in actions alone", () => {
    assert.equal(fits("RDS:*", "rds:CreateDBInstance"), false);
    assert.equal(fitsAction("RDS:create*", "rds:CreateDBInstance"), true);
  });

  it("take no long time", () => {
    const started = performance.now();
    assert.equal(fits("*a".repeat(20_000), "a".repeat(2000)), false);
    assert.equal(fitsAction("*".repeat(1_000_000), "rds:CreateDBInstance"), false);
    assert.equal(overlap("*a".repeat(2000), "a*".repeat(2000)), true);
    assert.ok(performance.now() - started < 2000);
  });
});
