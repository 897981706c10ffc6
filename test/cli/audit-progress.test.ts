import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { auditProgress } from "../../cli/audit-progress";
import { emptyScope, findingOf } from "../support/report";

function shown(isTTY: boolean, planned: number): string {
  const stream = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY });
  let now = 0;
  const progress = auditProgress(stream, () => now);
  progress.onPlanned?.(planned);
  now = 2_000;
  progress.onResult?.({
    scope: emptyScope(),
    findings: [findingOf("rds-instance-not-public", "orders")],
    accepted: [],
    undecided: [],
    incomplete: [],
  });
  progress.onCall?.("rds:DescribeDBInstances", { region: "us-east-1" });
  return (stream.read() as string | null) ?? "";
}

describe("the progress of an audit", () => {
  const rows: readonly [string, boolean, number, RegExp][] = [
    ["names the call of a single region", true, 1, /Reading us-east-1, answer 1: rds:DescribeDBInstances$/],
    ["counts several regions", true, 4, /1 of 4 regions \(accounts: 1\), answers: 1, findings: 1, about 6 s left$/],
    ["is quiet where nobody looks", false, 4, /^$/],
  ];
  for (const [name, isTTY, planned, expected] of rows) {
    it(name, () => assert.match(shown(isTTY, planned), expected));
  }
});
