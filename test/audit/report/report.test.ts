import assert from "node:assert/strict";
import { jsonReport } from "../../../audit/report/json";
import { reportOf } from "../../../audit/report/report";
import { controls, type Finding } from "../../../controls";
import { emptyInventory } from "../../../inventory/model";
import { troubled } from "./sample";

const finding: Finding = {
  control: "rds-instance-multi-az",
  severity: "medium",
  kind: "dbInstances",
  resource: "b",
  resourceName: "b",
  found: "",
  needed: "",
  remediation: "",
};

const outcome = {
  region: "eu-west-1",
  controls,
  inventory: emptyInventory("account"),
  judgement: { findings: [], undecided: [], held: 0, notApplicable: 0 },
  unread: [],
  seconds: 1.26,
};

describe("the report", () => {
  it("is complete where every call was answered", () => {
    const report = reportOf(outcome);
    assert.equal(report.complete, true);
    assert.equal(report.seconds, 1.3);
    assert.deepEqual(report.counts.resources, {});
  });

  it("sorts by severity, then as the catalogue does, then by resource", () => {
    const findings: Finding[] = [
      finding,
      { ...finding, resource: "a" },
      { ...finding, control: "rds-instance-backup-retention", resource: "c" },
      { ...finding, control: "rds-instance-not-public", severity: "critical", resource: "z" },
    ];
    const report = reportOf({ ...outcome, judgement: { findings, undecided: [], held: 3, notApplicable: 0 } });
    assert.deepEqual(
      report.findings.map(({ control, resource }) => `${control} ${resource}`),
      [
        "rds-instance-not-public z",
        "rds-instance-backup-retention c",
        "rds-instance-multi-az a",
        "rds-instance-multi-az b",
      ],
    );
    assert.deepEqual(report.counts.findings, { critical: 1, high: 0, medium: 3, low: 0 });
    assert.equal(report.counts.held, 3);
  });

  it("names every control whose subjects could not be listed, worst first", () => {
    const unread = { dynamodbTables: "dynamodb:ListTables was denied" };
    const report = reportOf({
      ...outcome,
      inventory: { ...emptyInventory("account"), unread },
      unread: [{ call: "dynamodb:ListTables", outcome: "denied", message: "no", about: [] }],
    });
    assert.equal(report.complete, false);
    assert.deepEqual(
      report.incomplete.map(({ control }) => control).sort(),
      controls
        .filter(({ subject }) => subject === "dynamodbTables")
        .map(({ id }) => id)
        .sort(),
    );
    assert.ok(report.incomplete.every(({ because }) => because === "dynamodb:ListTables was denied"));
  });

  it("does not name a control that is off unless configured", () => {
    const subjects = new Set(controls.filter(({ options }) => "enabled" in options).map(({ subject }) => subject));
    assert.notEqual(subjects.size, 0);
    const unread = Object.fromEntries([...subjects].map((subject) => [subject, "it was denied"]));
    const named = reportOf({ ...outcome, inventory: { ...emptyInventory("account"), unread } }).incomplete;
    assert.deepEqual(
      named.map(({ control }) => control).sort(),
      controls
        .filter(({ subject, options }) => subjects.has(subject) && !("enabled" in options))
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("counts every kind of which there is something, and no other", () => {
    const inventory = { ...emptyInventory("account"), dbProxies: [{}], iamPolicies: [{}, {}] };
    const { resources } = reportOf({ ...outcome, inventory: inventory as never }).counts;
    assert.deepEqual(resources, { dbProxies: 1, iamPolicies: 2 });
  });

  it("is itself as JSON", () => {
    const text = jsonReport(troubled);
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(troubled)));
    assert.ok(text.endsWith("}\n"));
  });
});
