import assert from "node:assert/strict";
import { CannotReport } from "../../formats/cannot-report";
import { readEvents } from "../../report/events";
import { fixture } from "./sample";

const policyEvent =
  '{"sequence":1,"policyEvent":{"policyName":"a","policyPackName":"p","message":"m","enforcementLevel":"mandatory"}}';
const end = '{"sequence":2,"cancelEvent":{}}';

describe("the events of Pulumi", () => {
  it("are one a line", () => {
    assert.equal(readEvents(fixture("blocked.events"), "x").length, 27);
  });

  const read: readonly [string, string][] = [
    ["with text before and after", `Previewing update (dev)\n\n${policyEvent}\n${end}\nerror: preview failed\n`],
    ["with lines of Windows", `${policyEvent}\r\n${end}\r\n`],
    ["with JSON of others between", `{"level":"info"}\n${policyEvent}\n{"sequence":"x"}\n{broken\n[1]\n${end}`],
    ["with kinds that a later Pulumi adds", `{"sequence":0,"laterEvent":{}}\n${policyEvent}\n${end}`],
  ];
  for (const [shows, text] of read) {
    it(`are read ${shows}`, () => {
      const violations = readEvents(text, "x").filter((event) => event.policyEvent !== undefined);
      assert.equal(violations.length, 1);
    });
  }

  const ofRun = (isPreview: boolean, stack = "dev", result = "succeeded") =>
    [
      { preludeEvent: { config: {} } },
      { policyAnalyzeSummaryEvent: { policyPackName: "p", resourceUrn: `urn:pulumi:${stack}::shop::t::n` } },
      { summaryEvent: { isPreview, result } },
      { cancelEvent: {} },
    ]
      .map((event, sequence) => `${JSON.stringify({ sequence, ...event })}\n`)
      .join("");

  it("are those of one update with the preview before it", () => {
    assert.equal(readEvents(ofRun(true) + ofRun(false), "x").length, 8);
  });

  const cutOff = ofRun(true).split("\n").slice(0, 2).join("\n");
  const several: readonly [string, string, number][] = [
    ["two previews", fixture("blocked.events") + fixture("clean.events"), 2],
    ["the same preview twice", fixture("clean.events").repeat(2), 2],
    ["an analysis after another", fixture("analysis.events").repeat(2), 2],
    ["a run that is cut off before a whole one", `${cutOff}\n${ofRun(true)}`, 2],
    ["a run that is cut off at once", `${ofRun(true).split("\n")[0]}\n${ofRun(true)}`, 2],
    ["a preview that is cut off before an update", `${cutOff}\n${ofRun(false)}`, 2],
    ["an update before a preview", ofRun(false) + ofRun(true), 2],
    ["a preview that failed and an update", ofRun(true, "dev", "failed") + ofRun(false), 2],
    ["a preview and an update of another stack", ofRun(true, "dev") + ofRun(false, "prod"), 2],
    ["three runs", ofRun(true) + ofRun(false) + ofRun(false), 3],
  ];
  for (const [shows, text, runs] of several) {
    it(`refuse ${shows}`, () => {
      const message = `e.json holds the events of ${runs} runs, and a report is about one; write each run to a file of its own`;
      assert.throws(() => readEvents(text, "e.json"), new CannotReport(message));
    });
  }

  const howToStream =
    "write it with PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 pulumi preview --json, or with pulumi policy analyze --json";
  const refused: readonly [string, string, string][] = [
    ["an empty file", "\n", "e.json is empty: Pulumi stopped before its first event, and its error output says why"],
    ["text alone", "error: no stack selected\n", `e.json holds no event of Pulumi; ${howToStream}`],
    ["JSON of another kind", '{"a": 1}', `e.json holds no event of Pulumi; ${howToStream}`],
    [
      "a preview that was not streamed",
      fixture("blocked.preview.json"),
      `e.json holds the steps of pulumi preview --json, in which violations do not show; ${howToStream}`,
    ],
    [
      "events without their end",
      policyEvent,
      "e.json is cut off: the event that ends a run is missing; run Pulumi to its end again",
    ],
    [
      "a last line that is cut off",
      `${policyEvent}\n{"sequence":2,"summaryEv`,
      "line 2 of e.json is a broken event: it ends too early or holds something else as well",
    ],
    [
      "two events on one line",
      `${policyEvent}${end}\n${end}`,
      "line 1 of e.json is a broken event: it ends too early or holds something else as well",
    ],
    [
      "a violation of nothing",
      `{"sequence":1,"policyEvent":{"message":"m"}}\n${end}`,
      "line 1 of e.json is a policyEvent without policyName, which every version of Pulumi writes",
    ],
  ];
  for (const [shows, text, message] of refused) {
    it(`refuse ${shows}`, () => {
      assert.throws(
        () => readEvents(text, "e.json"),
        (error) => error instanceof CannotReport && error.message === message,
      );
    });
  }
});
