import assert from "node:assert/strict";
import { takesInEverything } from "../../exceptions/everything";

describe("a pattern takes in everything", () => {
  const rows: readonly [pattern: string, everything: boolean][] = [
    ["*", true],
    ["?*", true],
    ["**", true],
    ["urn:*", true],
    ["urn:pulu*", true],
    ["urn:pulumi:*", true],
    ["urn:pulumi:*::*", true],
    ["urn:pulumi:*::*::*::*", true],
    ["*::*", true],
    ["*:aws*", true],
    ["urn:pulumi:*::*::*aws:*::*", true],
    ["*aws-native:*", true],
    ["arn:*", true],
    ["arn:aws:*", true],
    ["arn:aws-cn:*", true],
    ["arn:aws:*:*:*:*", true],
    ["urn:pulumi:prod::*", false],
    ["urn:pulumi:*::shop::*", false],
    ["*::aws:rds/instance:Instance::*", false],
    ["*rds*", false],
    ["*::orders", false],
    ["*/*", true],
    ["arn:aws:rds:*", false],
    ["arn:aws:*:eu-west-1:*", false],
    ["urn:pulumi:dev::shop::aws:rds/instance:Instance::orders", false],
  ];
  for (const [pattern, everything] of rows) {
    it(`${pattern}: ${everything ? "yes" : "no"}`, () => assert.equal(takesInEverything(pattern), everything));
  }
});
