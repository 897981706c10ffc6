import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import type { Log, Result, Run } from "sarif";
import { controls } from "../../controls";
import type { Report, ReportedFinding } from "../../formats/model";
import { sarifReport } from "../../formats/sarif";
import { finding, reportOfFixture, reportWith, runs } from "../report/sample";

const schema = JSON.parse(readFileSync(join(__dirname, "schemas/sarif-2.1.0.schema.json"), "utf8"));
const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }));
const validate = ajv.compile<Log>(schema);

function sarif(report: Report): Log {
  const log = JSON.parse(sarifReport(report));
  assert.ok(validate(log), ajv.errorsText(validate.errors));
  return log;
}

function only(report: Report): Run {
  const [run, another] = sarif(report).runs;
  assert.ok(run !== undefined && another === undefined);
  return run;
}

function resultOf(more: Partial<ReportedFinding>): Result {
  const [result] = only(reportWith([{ ...finding, ...more }])).results ?? [];
  assert.ok(result);
  return result;
}

describe("SARIF", () => {
  for (const name of runs) {
    it(`of ${name} follows the schema of SARIF 2.1.0`, () => {
      assert.equal(sarif(reportOfFixture(name)).version, "2.1.0");
    });
  }

  it("of the schema itself is not all that is accepted", () => {
    assert.equal(validate({ version: "2.1.0", runs: [{ results: [{ level: "fatal" }] }] }), false);
  });

  it("has what is undecided as open, which is no warning", () => {
    const undecided = resultOf({ enforcementLevel: "advisory", blocks: false, undecided: true });
    assert.deepEqual([undecided.kind, undecided.level], ["open", "none"]);
    assert.match(String(undecided.message.text), /^Undecided\. /);
    const advice = resultOf({ enforcementLevel: "advisory", blocks: false });
    assert.deepEqual([advice.kind, advice.level], [undefined, "note"]);
  });

  it("has a result for every finding, with a rule of the catalogue", () => {
    const run = only(reportOfFixture("blocked"));
    const rules = run.tool.driver.rules ?? [];
    assert.deepEqual([run.results?.length, rules.length, run.tool.driver.name], [16, 16, "aws-secure-database"]);
    for (const { ruleId, ruleIndex, locations } of run.results ?? []) {
      const rule = rules[ruleIndex ?? -1];
      const control = controls.find(({ id }) => id === ruleId);
      assert.equal(rule?.id, ruleId);
      assert.equal(rule?.shortDescription?.text, control?.title);
      assert.equal(rule?.fullDescription?.text, control?.why);
      assert.ok((rule?.properties?.tags?.length ?? 0) <= 20);
      const [logical] = locations?.[0]?.logicalLocations ?? [];
      assert.match(logical?.fullyQualifiedName ?? "", /^urn:pulumi:dev::example-insecure::/);
      assert.equal(locations?.[0]?.physicalLocation, undefined);
    }
  });

  const severities: readonly [ReportedFinding["severity"], string, string | undefined][] = [
    ["critical", "error", "9.5"],
    ["high", "error", "8.0"],
    ["medium", "warning", "5.5"],
    ["low", "note", "2.0"],
    [undefined, "warning", undefined],
  ];
  for (const [severity, level, score] of severities) {
    it(`${severity} is ${level}, scored ${score}`, () => {
      const run = only(reportWith([{ ...finding, severity }]));
      const [rule] = run.tool.driver.rules ?? [];
      assert.deepEqual(
        [run.results?.[0]?.level, rule?.defaultConfiguration?.level, rule?.properties?.["security-severity"]],
        [level, level, score],
      );
    });
  }

  it("places a result by its position", () => {
    const position = { file: "infra/a b/ü.ts", line: 46, column: 15, of: "resource" } as const;
    assert.deepEqual(resultOf({ position }).locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: "infra/a%20b/%C3%BC.ts", uriBaseId: "%SRCROOT%" },
      region: { startLine: 46, startColumn: 15 },
    });
  });

  it("says where the place is only the project's file", () => {
    const result = resultOf({ position: { file: "Pulumi.yaml", line: 1, of: "project" } });
    assert.match(result.properties?.position, /^The project's file/);
  });

  it("has no location for a policy about the whole stack", () => {
    assert.equal(resultOf({ resource: undefined }).locations, undefined);
  });

  it("suppresses what is excepted, and only that", () => {
    const exceptions = [{ id: "EXC-1", reason: "moves in May" }];
    const excepted = resultOf({ blocks: false, exceptions });
    assert.deepEqual(excepted.suppressions, [
      { kind: "external", status: "accepted", justification: "EXC-1: moves in May" },
    ]);
    assert.match(excepted.message.text ?? "", /^Excepted \(EXC-1: moves in May\)\. news /);
    assert.deepEqual(resultOf({}).suppressions, []);
  });

  it("tells advice from what blocks", () => {
    const advice = resultOf({ enforcementLevel: "advisory", blocks: false });
    assert.match(advice.message.text ?? "", /^Advisory\. news \(aws:sns\/topic:Topic\): tags are missing$/);
    assert.deepEqual(advice.properties, { enforcementLevel: "advisory", blocks: false, severity: "high" });
    assert.equal(resultOf({}).properties?.blocks, true);
  });

  const fingerprint = (result: Result | undefined) => result?.partialFingerprints?.primaryLocationLineHash;

  it("has fingerprints that outlive other words, lines and severities", () => {
    const again = resultOf({ message: "other", severity: "low", position: { file: "b.ts", line: 9, of: "resource" } });
    assert.equal(fingerprint(again), fingerprint(resultOf({})));
  });

  it("has different fingerprints for another control or resource, and for a second finding about the same", () => {
    const resource = { id: `${finding.resource?.id}-2`, name: "news-2", type: "aws:sns/topic:Topic" };
    const several = [finding, { ...finding, message: "more" }, { ...finding, control: "b" }, { ...finding, resource }];
    const hashes = only(reportWith(several)).results?.map(fingerprint) ?? [];
    assert.equal(new Set(hashes).size, 4);
    assert.ok(hashes.every((hash) => /^[0-9a-f]{32}:[12]$/.test(hash ?? "")));
  });

  it("keeps the packs of one run apart", () => {
    const log = sarif(reportOfFixture("two-packs"));
    assert.deepEqual(
      log.runs.map(({ tool, results, automationDetails }) => [
        tool.driver.name,
        results?.length,
        automationDetails?.id,
      ]),
      [
        ["aws-secure-database", 0, "aws-secure-database/broken/dev/"],
        ["other", 2, "other/broken/dev/"],
      ],
    );
  });

  const failed = ["program-error", "provider-error", "pack-throws", "pack-dies", "pack-absent", "no-pack"] as const;
  for (const name of failed) {
    it(`says that ${name} was not executed successfully`, () => {
      const report = reportOfFixture(name);
      const [invocation] = only(report).invocations ?? [];
      assert.equal(invocation?.executionSuccessful, false);
      assert.deepEqual(
        invocation?.toolExecutionNotifications?.map(({ level, message }) => [level, message.text]),
        report.run.failures.map(({ message }) => ["error", message]),
      );
    });
  }

  it("says that a blocked preview was executed successfully", () => {
    const [invocation] = only(reportOfFixture("blocked")).invocations ?? [];
    assert.deepEqual([invocation?.executionSuccessful, invocation?.toolExecutionNotifications], [true, []]);
  });
});
