import assert from "node:assert/strict";
import { controls } from "../../controls";
import type { Report } from "../../formats/model";
import type { EngineEvent } from "../../report/events";
import { reportOfEvents } from "../../report/from-events";
import { reportOfFixture, runs } from "./sample";

const instance = "urn:pulumi:dev::shop::aws:rds/instance:Instance::orders";

function event(content: Partial<EngineEvent>): EngineEvent {
  return { sequence: 0, ...content };
}

function violation(more: Partial<NonNullable<EngineEvent["policyEvent"]>> = {}): EngineEvent {
  return event({
    policyEvent: {
      policyName: "a",
      policyPackName: "p",
      message: "m",
      enforcementLevel: "mandatory",
      resourceUrn: instance,
      ...more,
    },
  });
}

function summary(result: string | undefined, isPreview = true): EngineEvent {
  return event({ summaryEvent: { isPreview, result, PolicyPacks: { p: "1.0.0" } } });
}

function words({ run, counts }: Report): string {
  const amounts = `${counts.blocking} block, ${counts.advisory} advisory, ${counts.excepted} excepted`;
  return `${run.operation} of ${run.project}/${run.stack}: ${amounts}, complete ${run.complete}`;
}

describe("the report of a run", () => {
  const cases: Readonly<Record<(typeof runs)[number], string>> = {
    blocked: "preview of example-insecure/dev: 16 block, 0 advisory, 0 excepted, complete true",
    analysis: "analysis of example-insecure/dev: 16 block, 0 advisory, 0 excepted, complete true",
    exceptions: "preview of example-insecure/dev: 12 block, 1 advisory, 2 excepted, complete true",
    "program-error": "preview of broken/dev: 3 block, 0 advisory, 0 excepted, complete false",
    "provider-error": "preview of broken/dev: 3 block, 0 advisory, 0 excepted, complete false",
    "pack-throws": "preview of broken/dev: 0 block, 0 advisory, 0 excepted, complete false",
    "pack-dies": "preview of broken/dev: 0 block, 0 advisory, 0 excepted, complete false",
    "pack-absent": "undefined of undefined/undefined: 0 block, 0 advisory, 0 excepted, complete false",
    "other-pack": "preview of broken/dev: 1 block, 1 advisory, 0 excepted, complete true",
    "two-packs": "preview of broken/dev: 1 block, 1 advisory, 0 excepted, complete true",
    "no-pack": "preview of undefined/undefined: 0 block, 0 advisory, 0 excepted, complete false",
    clean: "preview of broken/dev: 0 block, 0 advisory, 0 excepted, complete true",
  };
  for (const name of runs) {
    it(name, () => assert.equal(words(reportOfFixture(name)), cases[name]));
  }

  const failures: readonly [(typeof runs)[number], RegExp][] = [
    ["program-error", /^Running program .* failed with an unhandled exception:\nTypeError: Cannot read properties/],
    ["provider-error", /^aws:dynamodb\/table:Table resource 'carts' has a problem: expected billing_mode/],
    ["pack-throws", /^failed to run policy: .*'boom'.*\nError: the judge is ill/],
    ["pack-dies", /^failed to run policy: error reading from server: EOF$/],
    ["pack-absent", /^Pulumi stopped before the run began; its error output says why\.$/],
    ["no-pack", /^No policy pack took part in the run, so nothing was judged\.$/],
  ];
  for (const [name, message] of failures) {
    it(`says why ${name} is not complete`, () => {
      const { run } = reportOfFixture(name);
      assert.equal(run.failures.length, 1);
      assert.match(run.failures[0]?.message ?? "", message);
    });
  }

  it("names the packs with their versions", () => {
    const ours = { name: "aws-secure-database", version: "0.1.0" };
    assert.deepEqual(reportOfFixture("clean").run.judges, [ours]);
    assert.deepEqual(reportOfFixture("two-packs").run.judges, [ours, { name: "other", version: "1.2.3" }]);
  });

  it("keeps the reasons of exceptions", () => {
    const excepted = reportOfFixture("exceptions").findings.filter(({ exceptions }) => exceptions.length > 0);
    assert.deepEqual(
      excepted.map(({ control, blocks, exceptions }) => [control, blocks, exceptions[0]?.id, exceptions[0]?.reason]),
      [
        ["rds-instance-tls-enforced", false, "EXC-1", "Read from one network until the move in May."],
        ["dynamodb-table-point-in-time-recovery", false, "EXC-2", "Carts are short-lived."],
      ],
    );
  });

  it("lists what a policy mended, without the properties", () => {
    const resource = {
      id: "urn:pulumi:dev::broken::aws:sns/topic:Topic::news",
      name: "news",
      type: "aws:sns/topic:Topic",
    };
    assert.deepEqual(reportOfFixture("other-pack").remediated, [{ control: "topic-key", judge: "other", resource }]);
  });

  const [control] = controls;
  assert.ok(control);
  const ours = { policyName: control.id, severity: control.severity };
  const texts: readonly [string, string, string, string | undefined, string | undefined][] = [
    ["parts message and remediation", `Found x. ${control.remediation}\n`, "Found x.", control.remediation, undefined],
    [
      "takes the page at the end of a message",
      `Found x. ${control.remediation} https://example.com/a.md#b.`,
      "Found x.",
      control.remediation,
      "https://example.com/a.md#b",
    ],
    ["leaves another message whole", "Not decided yet.", "Not decided yet.", undefined, undefined],
    ["takes off colours", "<{%fg 1%}>red<{%reset%}> \u001b[31mred\u001b[0m", "red red", undefined, undefined],
  ];
  for (const [shows, text, message, remediation, url] of texts) {
    it(`${shows}`, () => {
      const { findings } = reportOfEvents([violation({ ...ours, message: text }), summary("failed")]);
      const [found] = findings;
      assert.deepEqual(
        [found?.title, found?.message, found?.remediation, found?.url],
        [control.title, message, remediation, url],
      );
    });
  }

  it("tells once what an update tells twice", () => {
    const { counts, run } = reportOfEvents([
      event({ preludeEvent: {} }),
      violation(),
      summary("succeeded"),
      violation(),
      violation({ message: "another" }),
      summary("failed", false),
    ]);
    assert.equal(counts.blocking, 2);
    assert.equal(run.operation, "update");
  });

  it("sorts by severity, then by control and resource, whatever the order of the events", () => {
    const events = [
      violation({ severity: undefined, policyName: "d" }),
      violation({ severity: "low", policyName: "c" }),
      violation({ severity: "critical", policyName: "b", resourceUrn: `${instance}2` }),
      violation({ severity: "critical", policyName: "b" }),
      violation({ severity: "critical", policyName: "a" }),
      summary("failed"),
    ];
    const order = (of: readonly EngineEvent[]) =>
      reportOfEvents(of).findings.map(({ control: id, resource }) => `${id} ${resource?.name}`);
    assert.deepEqual(order(events), ["a orders", "b orders", "b orders2", "c orders", "d orders"]);
    assert.deepEqual(order([...events].reverse()), order(events));
  });

  const levels: readonly [string, string, boolean][] = [
    ["mandatory", "mandatory", true],
    ["remediate", "remediate", true],
    ["advisory", "advisory", false],
    ["warning", "advisory", false],
    ["a-later-level", "mandatory", true],
  ];
  for (const [level, enforcementLevel, blocks] of levels) {
    it(`${level} ${blocks ? "blocks" : "does not block"}`, () => {
      const [found] = reportOfEvents([violation({ enforcementLevel: level }), summary("failed")]).findings;
      assert.deepEqual([found?.enforcementLevel, found?.blocks], [enforcementLevel, blocks]);
    });
  }

  const failed = event({ diagnosticEvent: { severity: "error", message: "preview failed\n" } });
  const incomplete: readonly [string, readonly EngineEvent[], string][] = [
    ["cancelled", [violation(), summary("canceled")], "The run was cancelled before its end."],
    [
      "failed with nothing but advice",
      [violation({ enforcementLevel: "advisory" }), failed, summary("failed")],
      "The run failed, and its events do not say why.",
    ],
    [
      "failed by an older Pulumi that gives no result",
      [failed, summary(undefined)],
      "The run failed, and its events do not say why.",
    ],
    ["failed inside the engine", [event({ errorEvent: { error: "oh\n" } }), summary("failed")], "oh"],
  ];
  for (const [shows, events, message] of incomplete) {
    it(`is not complete where the run ${shows}`, () => {
      const { run } = reportOfEvents(events);
      assert.deepEqual([run.complete, run.failures], [false, [{ message }]]);
    });
  }

  it("names no resource for a policy about the whole stack", () => {
    const [found] = reportOfEvents([violation({ resourceUrn: undefined }), summary("failed")]).findings;
    assert.equal(found?.resource, undefined);
  });

  it("names a child by its own type, and a name with colons whole", () => {
    const urn = "urn:pulumi:dev::shop::my:index:Shop$aws:sns/topic:Topic::a::b";
    const [found] = reportOfEvents([violation({ resourceUrn: urn }), summary("failed")]).findings;
    assert.deepEqual(found?.resource, { id: urn, name: "a::b", type: "aws:sns/topic:Topic" });
  });
});
