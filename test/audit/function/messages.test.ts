import assert from "node:assert/strict";
import { messagesOf } from "../../../audit/function/messages";
import { emptyReport, emptyScope, findingOf } from "../../support/report";
import { reportOfSize } from "../../support/report-showcase";
import { read } from "./places";

const url = "s3://reports/reports/2026-05-04/03-02-01Z.json";
const messages = (report: Parameters<typeof messagesOf>[0]) =>
  [...messagesOf(report, "audit-1234567", url)].map((message) => ({ ...message }));
const fresh = findingOf("rds-instance-not-public", "orders");
const known = findingOf("rds-instance-multi-az", "stock", { state: "unchanged" });

describe("messages about new findings", () => {
  it("are none where nothing is new", () => {
    assert.deepEqual(messages(emptyReport({ scopes: [emptyScope()], findings: [known] })), []);
  });

  it("tell programs and people of what is new alone", () => {
    const [message, ...more] = messages(emptyReport({ scopes: [emptyScope()], findings: [fresh, known] }));
    assert.ok(message);
    const { machine, email } = read(message);
    assert.deepEqual(more, []);
    assert.equal(message.Subject, "1 new finding (1 critical): audit-1234567");
    assert.deepEqual(
      machine.findings.map(({ fingerprint }) => fingerprint),
      [fresh.fingerprint],
    );
    assert.deepEqual([machine.report, machine.complete, machine.part, machine.parts], [url, true, 1, 1]);
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

  it("say that there may be more, and what is advice", () => {
    const advice = { ...fresh, advisory: true as const };
    const [message] = messages(emptyReport({ complete: false, scopes: [emptyScope()], findings: [advice] }));
    const { machine, email } = read(message ?? {});
    assert.deepEqual([machine.complete, machine.findings[0]?.advisory], [false, true]);
    assert.match(email, /Something could not be read, so there may be more/);
    assert.match(email, /^CRITICAL \(advice\) /m);
  });

  it("are as many as keep to the limit of SNS, and leave nothing out", () => {
    const report = reportOfSize(3_000);
    const wide = report.findings.map((finding) => ({ ...finding, found: `${"ü".repeat(3_000)}"` }));
    const all = messages({ ...report, findings: wide });
    assert.ok(all.every(({ Message }) => Buffer.byteLength(Message) < 262_144));
    assert.ok(all.every(({ Subject }) => /^[ -~]{1,99}$/.test(Subject)));
    const parts = all.map((message) => read(message).machine);
    assert.deepEqual(
      parts.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)),
      wide.map(({ fingerprint }) => fingerprint),
    );
    assert.deepEqual(
      parts.map(({ part, parts: of }) => [part, of]),
      parts.map((_, index) => [index + 1, parts.length]),
    );
    assert.ok(parts.length > 50);
  });

  it("are made one by one, and the words about the whole report once for all of them", () => {
    const report = reportOfSize(3_000);
    let looks = 0;
    const watched = {
      ...report,
      get scopes() {
        looks += 1;
        return report.scopes;
      },
    };
    const all = messagesOf(watched, "audit-1234567", url);
    assert.ok(all.next().value);
    const before = looks;
    assert.ok([...all].length > 2);
    assert.equal(looks, before);
  });
});
