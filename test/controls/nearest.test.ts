import assert from "node:assert/strict";
import { didYouMean } from "../../controls/nearest";

const ids = ["rds-instance-multi-az", "rds-instance-not-public", "rds-cluster-multi-az"];

describe("didYouMean", () => {
  const rows: readonly [string, readonly string[], string][] = [
    ["rds-instance-multiaz", ids, " Did you mean rds-instance-multi-az?"],
    ["RDS-Instance-Not-Public", ids, " Did you mean rds-instance-not-public?"],
    ["rds-instance-public", ids, " Did you mean rds-instance-not-public?"],
    ["bucket", ids, ""],
    ["yaml", ["json", "html"], ""],
    ["xml", ["json", "html"], ""],
    ["htm", ["json", "html"], " Did you mean html?"],
    ["hmtl", ["json", "html"], " Did you mean html?"],
    ["", ["pg"], ""],
    ["", ids, ""],
    ["anything", [], ""],
  ];
  for (const [word, candidates, question] of rows) {
    it(`${word || "nothing"} of ${candidates.length}: ${question || "no guess"}`, () =>
      assert.equal(didYouMean(word, candidates), question));
  }
});
