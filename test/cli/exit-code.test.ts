import assert from "node:assert/strict";
import { exitCodeOf } from "../../cli/exit-code";
import { type Severity, severities } from "../../controls";
import { troubled } from "../support/report";

const [sample] = troubled.findings;

function report(complete: boolean, found: readonly Severity[]) {
  assert.ok(sample);
  return { complete, findings: found.map((severity) => ({ ...sample, severity })) };
}

describe("exit code", () => {
  const rows: readonly [readonly Severity[], Severity, number][] = [
    [[], "low", 0],
    [["low"], "low", 1],
    [["low"], "medium", 0],
    [["medium"], "medium", 1],
    [["medium"], "high", 0],
    [["high"], "high", 1],
    [["high"], "critical", 0],
    [["critical"], "critical", 1],
    [["low", "critical", "medium"], "high", 1],
  ];
  for (const [found, failOn, code] of rows) {
    it(`${found.join(", ") || "nothing"} with --fail-on ${failOn}: ${code}`, () => {
      assert.equal(exitCodeOf(report(true, found), failOn), code);
    });
  }

  for (const failOn of severities) {
    it(`something unread with --fail-on ${failOn}: 2, whatever was found`, () => {
      assert.equal(exitCodeOf(report(false, []), failOn), 2);
      assert.equal(exitCodeOf(report(false, ["critical"]), failOn), 2);
    });
  }
});
