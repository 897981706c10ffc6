import assert from "node:assert/strict";
import { newFindingsMessage } from "../../../audit/function/messages";
import type { Report } from "../../../audit/report/report";
import { type ControlId, severities } from "../../../controls";
import { emptyReport, emptyScope, findingOf } from "../../support/report";
import { reportOfSize } from "../../support/report-showcase";
import { read } from "./places";

const url = "s3://reports/reports/2026-05-04/03-02-01Z.json";
const message = (report: Report): Readonly<Record<string, string>> => {
  const made = newFindingsMessage(report, "audit-1234567", url);
  assert.ok(made);
  return { ...made };
};
const fresh = findingOf("rds-instance-not-public", "orders");
const known = findingOf("rds-instance-multi-az", "stock", { state: "unchanged" });

describe("the message about new findings", () => {
  it("is none where nothing is new", () => {
    const report = emptyReport({ scopes: [emptyScope()], findings: [known] });
    assert.equal(newFindingsMessage(report, "audit-1234567", url), undefined);
  });

  it("tells programs and people of what is new alone", () => {
    const made = message(emptyReport({ compared: true, scopes: [emptyScope()], findings: [fresh, known] }));
    const { machine, email } = read(made);
    assert.equal(made.Subject, "1 new finding (1 critical): audit-1234567");
    assert.deepEqual(
      machine.findings.map(({ fingerprint }) => fingerprint),
      [fresh.fingerprint],
    );
    assert.deepEqual(
      { ...machine, findings: [] },
      {
        version: 1,
        type: "new-findings",
        audit: "audit-1234567",
        startedAt: "2026-05-04T03:02:01.000Z",
        complete: true,
        report: url,
        compared: true,
        counts: { critical: 1, high: 0, medium: 0, low: 0 },
        accounts: 1,
        regions: 1,
        findings: [],
      },
    );
    assert.equal(
      email,
      [
        "The audit audit-1234567 of eu-west-1 of account 111122223333 on 2026-05-04T03:02:01.000Z has 1 new finding: 1 critical.",
        `The whole report: ${url}`,
        [
          `CRITICAL ${fresh.title}`,
          `${fresh.resource} (111122223333, eu-west-1)`,
          `${fresh.found}: ${fresh.needed}`,
          fresh.remediation,
          fresh.url,
        ].join("\n"),
      ].join("\n\n"),
    );
  });

  it("says that there may be more, and what is advice", () => {
    const advice = { ...fresh, advisory: true as const };
    const { machine, email } = read(
      message(emptyReport({ complete: false, scopes: [emptyScope()], findings: [advice] })),
    );
    assert.deepEqual([machine.complete, machine.findings[0]?.advisory], [false, true]);
    assert.match(email, /Something could not be read, so there may be more/);
    assert.match(email, /^CRITICAL \(advice\) /m);
  });

  it("is one of a first audit of thousands, which counts them, tells of the worst and says where all are", () => {
    const findings = ["444455556666", "777788889999"].flatMap((account) =>
      [
        ["rds-instance-not-public", 10],
        ["rds-instance-multi-az", 1_490],
      ].flatMap(([id, amount]) =>
        Array.from({ length: Number(amount) }, (_, at) => findingOf(id as ControlId, `orders-${at}`, { account })),
      ),
    );
    const byControl = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
    const scopes = [emptyScope({ account: "444455556666" }), emptyScope({ account: "777788889999" })];
    const made = message(emptyReport({ scopes, findings: byControl }));
    const { machine, email } = read(made);
    assert.equal(made.Subject, "3000 new findings (20 critical, 2980 medium): audit-1234567");
    assert.deepEqual(machine.counts, { critical: 20, high: 0, medium: 2980, low: 0 });
    assert.deepEqual([machine.compared, machine.accounts, machine.regions], [false, 2, 1]);
    assert.deepEqual(
      machine.findings.map(({ fingerprint }) => fingerprint),
      byControl.slice(0, 50).map(({ fingerprint }) => fingerprint),
    );
    assert.deepEqual(email.split("\n\n").slice(0, 4), [
      "The audit audit-1234567 of 2 accounts in 1 region on 2026-05-04T03:02:01.000Z has 3000 new findings: 20 critical, 2980 medium.",
      "Nothing is known of audits before, so every finding counts as new.",
      "They are in 2 accounts and 1 region. The 50 worst follow; the report has 2950 more.",
      `The whole report: ${url}`,
    ]);
    assert.equal(email.split("\n\n").length, 54);
  });

  it("keeps to the limit of SNS, and says how many it leaves to the report", () => {
    const report = reportOfSize(200);
    const wide = report.findings.map((finding) => ({ ...finding, found: `${"ü".repeat(3_000)}"` }));
    const made = message({ ...report, findings: wide });
    assert.ok(Buffer.byteLength(made.Message ?? "") < 262_144);
    assert.match(made.Subject ?? "", /^[ -~]{1,99}$/);
    const { machine, email } = read(made);
    const told = machine.findings.length;
    assert.ok(told > 10 && told < 50);
    assert.match(email, new RegExp(`The ${told} worst follow; the report has ${200 - told} more\\.`));
  });
});
