import assert from "node:assert/strict";
import { isForUrns, isGlob, matcher } from "../../exceptions/glob";
import { legacy, orders } from "./sample";

describe("matcher", () => {
  const rows: readonly [pattern: string, text: string, matches: boolean][] = [
    [orders, orders, true],
    [orders, `${orders}2`, false],
    [orders, `x${orders}`, false],
    ["urn:pulumi:dev::shop::*::orders", orders, true],
    ["urn:pulumi:*::orders", orders, true],
    ["urn:pulumi:*::orders", "urn:pulumi:dev::shop::aws:dynamodb/table:Table::orders", true],
    ["urn:pulumi:prod::*::orders", orders, false],
    ["urn:pulumi:dev::shop::*rds/instance:Instance::legacy", legacy, true],
    ["*", orders, true],
    ["*", "", true],
    ["*legacy*", legacy, true],
    ["**::orders", orders, true],
    ["urn:pulumi:dev::shop::aws:rds?instance:Instance::order?", orders, true],
    ["*::order?", "urn:pulumi:dev::shop::t::order", false],
    ["*::a?b", "urn:pulumi:dev::shop::t::a:b", true],
    ["*::line*", "urn:pulumi:dev::shop::t::line\nbreak", true],
    ["*::db[0]", "urn:pulumi:dev::shop::t::db[0]", true],
    ["*::db[0]", "urn:pulumi:dev::shop::t::db0", false],
    ["*::{a,b}", "urn:pulumi:dev::shop::t::{a,b}", true],
    ["*::{a,b}", "urn:pulumi:dev::shop::t::a", false],
    ["*::!(a)+.^$|\\", "urn:pulumi:dev::shop::t::!(a)+.^$|\\", true],
    ["!*", orders, false],
    ["*::a.b", "urn:pulumi:dev::shop::t::aXb", false],
    ["arn:aws:rds:*:111122223333:db:*", "arn:aws:rds:eu-west-1:111122223333:db:orders", true],
    ["*::Orders", orders, false],
  ];
  for (const [pattern, text, matches] of rows) {
    it(`${pattern} ${matches ? "matches" : "does not match"} ${JSON.stringify(text)}`, () =>
      assert.equal(matcher(pattern)(text), matches));
  }
});

describe("isGlob and isForUrns", () => {
  const rows: readonly [pattern: string, glob: boolean, forUrns: boolean][] = [
    [orders, false, true],
    ["urn:pulumi:dev::*", true, true],
    ["?rn:*", true, true],
    ["*", true, true],
    ["arn:aws:rds:eu-west-1:111122223333:db:orders", false, false],
    ["arn:aws:rds:*", true, false],
    ["sg-0123456789abcdef0", false, false],
  ];
  for (const [pattern, glob, forUrns] of rows) {
    it(pattern, () => assert.deepEqual([isGlob(pattern), isForUrns(pattern)], [glob, forUrns]));
  }
});
