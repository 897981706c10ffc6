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
      assert.equal(exitCodeOf(report(true, found), { severity: failOn, onlyNew: false }), code);
    });
  }

  for (const failOn of severities) {
    it(`something unread with --fail-on ${failOn}: 2, whatever was found`, () => {
      assert.equal(exitCodeOf(report(false, []), { severity: failOn, onlyNew: false }), 2);
      assert.equal(exitCodeOf(report(false, ["critical"]), { severity: failOn, onlyNew: false }), 2);
    });
  }

  it("a known finding with --fail-on new:low: 0, a new one: 1, and advice never fails", () => {
    assert.ok(sample);
    const code = (changes: object) =>
      exitCodeOf({ complete: true, findings: [{ ...sample, ...changes }] }, { severity: "low", onlyNew: true });
    assert.deepEqual(
      [code({ state: "unchanged" }), code({ state: "new" }), code({ state: "new", advisory: true })],
      [0, 1, 0],
    );
  });
});
