import { strict as assert } from "node:assert";
import { exitCode, type Outcome } from "../../sandbox/command";
import { duration } from "../../sandbox/toolchain/progress";

describe("The sandbox's command", () => {
  const rows: [string, Outcome, number][] = [
    ["its own exit code", { code: 7, signal: null }, 7],
    ["success", { code: 0, signal: null }, 0],
    ["128 + 2 after an interrupt", { code: null, signal: "SIGINT" }, 130],
    ["128 + 9 after a kill", { code: null, signal: "SIGKILL" }, 137],
  ];
  for (const [title, outcome, expected] of rows) {
    it(`passes on ${title}`, () => assert.equal(exitCode(outcome), expected));
  }
});

describe("The sandbox's progress shows a time as", () => {
  const rows: [number, string][] = [
    [400, "0 s"],
    [59_400, "59 s"],
    [60_000, "1 min 0 s"],
    [260_000, "4 min 20 s"],
  ];
  for (const [milliseconds, expected] of rows) {
    it(expected, () => assert.equal(duration(milliseconds), expected));
  }
});
