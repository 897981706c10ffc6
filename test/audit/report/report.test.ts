import assert from "node:assert/strict";
import { nextBaseline } from "../../../audit/report/baseline";
import { noCounts } from "../../../audit/report/counts";
import { jsonReport } from "../../../audit/report/json";
import { type AuditFinding, reportOf, type Scope, type ScopeResult } from "../../../audit/report/report";
import { controls } from "../../../controls";
import { emptyScope, findingOf, troubled } from "../../support/report";

const nothing: ScopeResult = { scope: emptyScope(), findings: [], accepted: [], undecided: [], incomplete: [] };
const outcome = {
  startedAt: new Date("2026-05-04T03:02:01Z"),
  seconds: 1.26,
  results: [nothing],
  order: controls.map(({ id }) => id),
};
const withFindings = (...findings: AuditFinding[]): ScopeResult => ({ ...nothing, findings });

describe("the report", () => {
  it("is complete where every scope is", () => {
    const report = reportOf(outcome);
    assert.deepEqual(
      [report.complete, report.seconds, report.startedAt, report.partial],
      [true, 1.3, "2026-05-04T03:02:01.000Z", undefined],
    );
    const half = { ...nothing, scope: emptyScope({ region: "us-east-1", complete: false, error: "no role" }) };
    assert.equal(reportOf({ ...outcome, results: [nothing, half] }).complete, false);
  });

  it("is not complete where it was interrupted", () => {
    const report = reportOf({ ...outcome, partial: "interrupted" });
    assert.deepEqual([report.complete, report.partial], [false, "interrupted"]);
  });

  it("sorts by severity, then as the catalogue does, then by resource", () => {
    const report = reportOf({
      ...outcome,
      results: [
        withFindings(
          findingOf("rds-instance-multi-az", "b"),
          findingOf("rds-instance-multi-az", "a"),
          findingOf("rds-instance-backup-retention", "c"),
          findingOf("rds-instance-not-public", "z"),
        ),
      ],
    });
    assert.deepEqual(
      report.findings.map(({ control, resourceName }) => `${control} ${resourceName}`),
      [
        "rds-instance-not-public z",
        "rds-instance-backup-retention c",
        "rds-instance-multi-az a",
        "rds-instance-multi-az b",
      ],
    );
  });

  it("puts scopes in order, sums their counts and names the place of what could not be read", () => {
    const unread = [{ call: "dynamodb:ListTables", outcome: "denied", message: "no", about: [] }] as const;
    const counts = {
      ...noCounts,
      resources: { dbInstances: 2 },
      held: 3,
      unread: 1,
    };
    const places = [
      ["2", "eu-west-1"],
      ["1", "us-east-1"],
      ["1", "eu-west-1"],
    ] as const;
    const report = reportOf({
      ...outcome,
      results: places.map(([account, region]) => ({
        ...nothing,
        scope: emptyScope({ account, region, unread, counts }),
      })),
    });
    assert.deepEqual(
      report.unread.map(({ account, region }) => `${account} ${region}`),
      ["1 eu-west-1", "1 us-east-1", "2 eu-west-1"],
    );
    assert.deepEqual([report.counts.resources, report.counts.held, report.counts.unread], [{ dbInstances: 6 }, 9, 3]);
  });

  it("says once what two regions say of a resource that belongs to neither", () => {
    const arn = "arn:aws:iam::111122223333:policy/shared";
    const said = (region: string) => ({
      ...withFindings(findingOf("iam-dynamodb-leading-keys", "shared", { resource: arn, region })),
      scope: emptyScope({ region }),
    });
    const { findings, counts } = reportOf({ ...outcome, results: [said("eu-west-1"), said("us-east-1")] });
    assert.deepEqual(
      findings.map(({ region }) => region),
      ["eu-west-1"],
    );
    assert.equal(counts.findings.medium, 1);
  });

  it("is itself as JSON", () => {
    const text = jsonReport(troubled);
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(troubled)));
    assert.ok(text.endsWith("}\n"));
  });
});

describe("the report against a baseline", () => {
  const [orders, stock] = [findingOf("rds-instance-not-public", "orders"), findingOf("rds-instance-multi-az", "stock")];
  const baseline = { startedAt: "2026-01-01T00:00:00.000Z", findings: [orders, { ...stock, firstSeen: undefined }] };
  const against = (result: Partial<ScopeResult>, changes = {}) =>
    reportOf({ ...outcome, results: [{ ...nothing, ...result }], baseline: { ...baseline, ...changes } });

  it("without one, everything is new and seen now", () => {
    const { findings } = reportOf({ ...outcome, results: [withFindings(orders)] });
    assert.deepEqual(
      findings.map(({ state, firstSeen }) => [state, firstSeen]),
      [["new", "2026-05-04T03:02:01.000Z"]],
    );
  });

  it("tells new, unchanged and resolved apart, and since when", () => {
    const fresh = findingOf("rds-instance-not-public", "fresh");
    const report = against({ findings: [{ ...stock, found: "in other words" }, fresh] });
    assert.deepEqual(
      report.findings.map(({ resourceName, state, firstSeen }) => [resourceName, state, firstSeen]),
      [
        ["fresh", "new", "2026-05-04T03:02:01.000Z"],
        ["stock", "unchanged", "2026-01-01T00:00:00.000Z"],
      ],
    );
    assert.deepEqual(
      report.resolved.map(({ resourceName }) => resourceName),
      ["orders"],
    );
  });

  const open: Readonly<Record<string, readonly [Partial<ScopeResult>, object?]>> = {
    "its region was not audited": [{ scope: emptyScope({ region: "us-east-1" }) }],
    "its region could not be read": [{ scope: emptyScope({ error: "no role" }) }],
    "its list could not be read": [
      {
        incomplete: ([orders, stock] as const).map(({ control, severity, account, region }) => ({
          control,
          severity,
          because: "",
          ...(account === undefined ? {} : { account }),
          region,
        })),
      },
    ],
    "the control could not be decided": [
      { undecided: [orders, stock].map((finding) => ({ ...finding, waitsFor: "" })) },
    ],
    "an exception stands for it": [
      {
        accepted: [orders, stock].map((finding) => ({
          finding,
          exception: { id: "EXC-1", reason: "", owner: "", expires: "2027-01-31" },
        })),
      },
    ],
    "it was not asked about": [{}, { isAsked: () => false }],
  };
  for (const [name, [result, changes]] of Object.entries(open)) {
    it(`resolves nothing where ${name}`, () => assert.deepEqual(against(result, changes).resolved, []));
  }

  it("resolves nothing where its control was not asked", () => {
    const { resolved } = reportOf({ ...outcome, asked: [orders.control], baseline });
    assert.deepEqual(
      resolved.map(({ resourceName }) => resourceName),
      ["orders"],
    );
  });

  const left = { account: "444455556666" };
  const kept: readonly [name: string, scopes: readonly Partial<Scope>[], isKept: boolean][] = [
    ["its region could not be read", [{ error: "no role" }], true],
    ["the regions of its account could not be asked", [{ region: "all", error: "no role" }], true],
    ["AWS did not tell whose account was to be read", [{ account: undefined, region: "all", error: "no way" }], true],
    ["its account is none of the audit's any more", [left, { ...left, region: "all", error: "no role" }], false],
    ["its region is none of the audit's any more", [{ region: "us-east-1" }, left], false],
    [
      "its region is none of the audit's any more, and AWS did not tell whose account that is in",
      [{ account: undefined, region: "us-east-1", error: "no way" }],
      false,
    ],
  ];
  for (const [name, scopes, isKept] of kept) {
    it(`${isKept ? "stays known" : "is forgotten"} where ${name}`, () => {
      const results = scopes.map((scope) => ({ ...nothing, scope: emptyScope(scope) }));
      const report = reportOf({ ...outcome, results, baseline });
      assert.deepEqual(report.resolved, []);
      assert.deepEqual(nextBaseline(report, baseline).findings, isKept ? baseline.findings : []);
    });
  }
});
