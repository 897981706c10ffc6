import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { auditProgress } from "../../cli/audit-progress";
import { emptyScope, findingOf } from "../support/report";

type Progress = ReturnType<typeof auditProgress>;

/** What the last line shows after these steps, each 200 s after the other. */
function shownAfter(steps: readonly ((progress: Progress) => void)[], terminal: object): string {
  const stderr = Object.assign(new PassThrough({ encoding: "utf8" }), terminal);
  let seconds = 0;
  const progress = auditProgress(stderr, () => seconds * 1000, 0);
  for (const step of steps) {
    seconds += 200;
    step(progress);
  }
  const written: string = stderr.read() ?? "";
  return written.split("\u001b[2K").at(-1) ?? "";
}

const onTerminal = { isTTY: true, columns: 200 };
const start = (scopes: number) => (progress: Progress) => progress.onPlanned?.(scopes);
const call = (progress: Progress) => progress.onCall?.("rds:DescribeDBInstances", { region: "eu-west-1" });
const done = (account: string, findings: number) => (progress: Progress) =>
  progress.onResult?.({
    scope: emptyScope({ account }),
    findings: Array.from({ length: findings }, () => findingOf("rds-instance-not-public", "x")),
    accepted: [],
    undecided: [],
    incomplete: [],
  });

describe("the progress of an audit", () => {
  const cases: readonly (readonly [string, Parameters<typeof shownAfter>[0], string])[] = [
    ["calls while nothing else is known", [call, call], "Reading eu-west-1, 2 calls"],
    ["one region alone", [start(1), call], "Reading eu-west-1, 1 call"],
    ["regions to come", [start(40), call], "0 of 40 regions, 1 call"],
    ["no guess from too little", [start(40), done("1", 7)], "1 of 40 regions, 0 calls, 7 findings"],
    [
      "accounts, and the time left in minutes",
      [start(4), done("1", 1), done("2", 2)],
      "2 of 4 regions, 2 accounts, 0 calls, 3 findings, about 10 min left",
    ],
    ["the end", [start(2), done("1", 0), done("1", 1)], "2 of 2 regions, 0 calls, 1 finding"],
  ];
  for (const [shows, steps, expected] of cases) {
    it(`shows ${shows}`, () => assert.equal(shownAfter(steps, onTerminal), expected));
  }

  it("fits into the terminal's line", () => {
    const shown = shownAfter([start(40), call], { isTTY: true, columns: 20 });
    assert.equal(shown, "0 of 40 regions, 1…");
  });

  it("is silent where nobody watches", () => assert.equal(shownAfter([start(4), call, done("1", 1)], {}), ""));
});
