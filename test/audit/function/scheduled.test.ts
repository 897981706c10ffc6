import assert from "node:assert/strict";
import { metricDimension, metricNamespace } from "../../../audit/function/metrics";
import type { Outcome } from "../../../audit/function/outcome";
import { auditOnSchedule } from "../../../audit/function/scheduled";
import { type QuestionSettings, readQuestion } from "../../../audit/function/settings";
import type { Report } from "../../../audit/report/report";
import { type AuditOptions, runAudit } from "../../../audit/run";
import { awsError } from "../read/stub-clients";
import { secureAccount } from "../secure-account";
import { stubGateway } from "../stub-gateway";
import { environment, type Places, places, read } from "./places";

const [orders] = secureAccount.DescribeDBInstances.DBInstances;
const isPublic = { DescribeDBInstances: { DBInstances: [{ ...orders, PubliclyAccessible: true }] } };
const denied = awsError("AccessDenied", "not for you", 403);

interface Done {
  readonly outcome?: Outcome;
  readonly error?: Error;
  readonly lines: readonly string[];
  /** What CloudWatch reads of the log. */
  readonly metrics: Readonly<Record<string, number>>;
}

interface Run {
  readonly answers?: object;
  readonly question?: Partial<QuestionSettings>;
  readonly now?: string;
  readonly timeLeft?: number;
}

async function audit(to: Places, { answers = {}, question, now, timeLeft }: Run = {}): Promise<Done> {
  const lines: string[] = [];
  const ended = await auditOnSchedule({
    ...to.carrier,
    question: { ...readQuestion(environment, () => ""), ...question },
    audit: (options) => runAudit({ ...options, gateway: stubGateway(() => ({ ...secureAccount, ...answers })) }),
    ...(timeLeft === undefined ? {} : { timeLeft: () => timeLeft }),
    now: new Date(now ?? "2026-05-04T03:02:01.000Z"),
    log: (line) => lines.push(line),
  }).then(
    (outcome) => ({ outcome }),
    (error: Error) => ({ error }),
  );
  const metrics = JSON.parse(lines.find((line) => line.startsWith("{")) ?? "{}") as Record<string, number>;
  return { ...ended, metrics, lines: lines.filter((line) => !line.startsWith("{")) };
}

const controlsIn = ({ published }: Places) =>
  published.map((message) => read(message).machine.findings.map(({ control }) => control));

describe("an audit on schedule", () => {
  it("asks in its own region whose account it is, which one that is asked about may not be enabled for", async () => {
    let asked: AuditOptions | undefined;
    await auditOnSchedule({
      ...places().carrier,
      question: { ...readQuestion(environment, () => ""), regions: ["eu-south-1"] },
      audit: (options) => {
        asked = options;
        return runAudit({ ...options, gateway: stubGateway(() => secureAccount) });
      },
      now: new Date("2026-05-04T03:02:01.000Z"),
      log: () => {},
    });
    assert.deepEqual([asked?.regions, asked?.homeRegion], [["eu-south-1"], environment.AWS_REGION]);
  });

  it("puts the report under the key, dated and as the latest", async () => {
    const to = places();
    const { outcome } = await audit(to);
    assert.deepEqual(
      [...to.objects.keys()],
      [
        "reports/2026-05-04/03-02-01Z.json",
        "latest.json",
        "reports/2026-05-04/03-02-01Z.html",
        "latest.html",
        "baseline.json",
      ],
    );
    assert.ok(
      to.puts.every(
        ({ SSEKMSKeyId, ServerSideEncryption, Bucket }) =>
          SSEKMSKeyId === environment.KEY_ARN && ServerSideEncryption === "aws:kms" && Bucket === environment.BUCKET,
      ),
    );
    assert.match(to.objects.get("latest.html") ?? "", /^<!doctype html>/);
    assert.deepEqual(
      [outcome?.complete, outcome?.newFindings, outcome?.report],
      [true, 0, "s3://reports-of-orders/reports/2026-05-04/03-02-01Z.json"],
    );
  });

  it("tells what is new once, and what is gone and comes back again", async () => {
    const to = places();
    for (const [hour, answers] of [isPublic, isPublic, {}, isPublic].entries()) {
      await audit(to, { answers, now: `2026-05-04T0${hour}:00:00.000Z` });
    }
    assert.deepEqual(controlsIn(to), [["rds-instance-not-public"], ["rds-instance-not-public"]]);
    assert.deepEqual(
      to.published.map((message) => read(message).machine.startedAt),
      ["2026-05-04T00:00:00.000Z", "2026-05-04T03:00:00.000Z"],
    );
  });

  it("counts for CloudWatch by the name of its function", async () => {
    const { metrics } = await audit(places(), { answers: isPublic });
    const { _aws, ...values } = metrics as unknown as { _aws: { CloudWatchMetrics: { Namespace: string }[] } };
    assert.equal(_aws.CloudWatchMetrics[0]?.Namespace, metricNamespace);
    assert.deepEqual(
      { ...values, Duration: 0 },
      {
        [metricDimension]: "audit-1234567",
        Audits: 1,
        CriticalFindings: 1,
        HighFindings: 0,
        MediumFindings: 0,
        LowFindings: 0,
        NewFindings: 1,
        IncompleteScopes: 0,
        Undelivered: 0,
        Duration: 0,
      },
    );
  });

  it("says what could not be read, and keeps what was known of it", async () => {
    const to = places();
    await audit(to, { answers: isPublic });
    const { outcome, metrics, lines } = await audit(to, { answers: { DescribeDBInstances: denied } });
    assert.deepEqual([outcome?.complete, metrics.IncompleteScopes, outcome?.resolved], [false, 1, 0]);
    assert.ok(lines.includes("incomplete: rds-instance-not-public: rds:DescribeDBInstances was denied"), lines.join());
    await audit(to, { answers: isPublic });
    assert.deepEqual(controlsIn(to), [["rds-instance-not-public"]]);
  });

  it("ends with what it has when the time runs out", async () => {
    const to = places();
    const { outcome, lines } = await audit(to, { timeLeft: 0 });
    assert.equal(outcome?.complete, false);
    assert.ok(lines.includes("incomplete: the audit ran out of time; give it fewer regions, or more memory"));
    assert.equal((JSON.parse(to.objects.get("latest.json") ?? "") as { partial: string }).partial, "interrupted");
  });

  it("takes whatever time Lambda says is left", async () => {
    const { outcome } = await audit(places(), { timeLeft: 299_979 });
    assert.equal(outcome?.complete, true);
  });

  const failing: readonly [what: string, failures: Record<string, Error>, message: RegExp, isKnown: boolean][] = [
    ["the topic", { Publish: denied }, /^new findings cannot be published to arn:aws:sns:.*AccessDenied/, false],
    ["a report", { "PutObject latest.html": denied }, /latest.html cannot be written: AccessDenied/, false],
    ["what was known", { "GetObject baseline.json": denied }, /baseline.json cannot be read: AccessDenied/, false],
    ["the baseline", { "PutObject baseline.json": denied }, /baseline.json cannot be written/, false],
    [
      "Security Hub",
      { BatchImportFindings: denied },
      /a region's findings \(eu-west-1\) cannot be imported into Sec/,
      true,
    ],
  ];
  for (const [what, failures, message, isKnown] of failing) {
    it(`fails, and delivers everything else, without ${what}`, async () => {
      const to = places(failures, { SECURITY_HUB: "true" });
      const { error, metrics } = await audit(to, { answers: isPublic });
      assert.equal(error?.name, "NotDelivered");
      assert.match(error.message, message);
      assert.deepEqual([metrics.Audits, metrics.Undelivered], [1, 1]);
      assert.equal(to.objects.has("baseline.json"), isKnown);
      assert.ok(to.objects.has("reports/2026-05-04/03-02-01Z.json"));
      assert.equal(to.imports.count, 1);
      assert.equal(to.published.length, "Publish" in failures ? 0 : 1);
    });
  }

  it("forgets nothing of what is known when it cannot read it once", async () => {
    const failures: Record<string, Error> = {};
    const to = places(failures);
    await audit(to, { answers: isPublic });
    const known = to.objects.get("baseline.json");
    failures["GetObject baseline.json"] = denied;
    const { error } = await audit(to, { now: "2026-05-05T03:00:00.000Z" });
    assert.match(error?.message ?? "", /baseline.json cannot be read: AccessDenied/);
    assert.equal(to.objects.get("baseline.json"), known);
  });

  it("puts what it found in the place of what is no report", async () => {
    const to = places();
    to.objects.set("baseline.json", "{");
    const { error } = await audit(to, { answers: isPublic });
    assert.match(error?.message ?? "", /baseline.json cannot be read: .*it is no report of an audit/);
    assert.equal((await audit(to, { answers: isPublic })).error, undefined);
  });

  it("delivers, counts and fails when an import does not end before its time", async () => {
    const to = places({}, { SECURITY_HUB: "true" });
    const times = [900_000];
    const signals: AbortSignal[] = [];
    const hanging = {
      importing: (_: Report, signal: AbortSignal) => {
        signals.push(signal);
        return new Promise<never>(() => {});
      },
      timeLeft: () => times.pop() ?? 10_050,
    };
    const { error, metrics } = await audit({ ...to, carrier: { ...to.carrier, ...hanging } }, { answers: isPublic });
    assert.equal(error?.message, "the findings cannot all be imported into Security Hub: the function's time ran out");
    assert.deepEqual([metrics.Audits, metrics.Undelivered], [1, 1]);
    assert.ok(to.objects.has("baseline.json") && to.objects.has("latest.json"));
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true],
    );
  });

  it("leaves Security Hub alone unless it is asked to import", async () => {
    const to = places();
    await audit(to, { answers: isPublic });
    assert.equal(to.imports.count, 0);
  });

  const exceptions = `exceptions:
  - id: EXC-1
    controls: [rds-instance-not-public]
    resources: ["*"]
    reason: moves in June
    owner: shop
    expires: "2026-06-01"
`;

  it("takes exceptions until they expire", async () => {
    const to = places();
    await audit(to, { answers: isPublic, question: { exceptions } });
    assert.deepEqual(controlsIn(to), []);
    const { lines } = await audit(to, { answers: isPublic, question: { exceptions }, now: "2026-06-02T00:00:00.000Z" });
    assert.deepEqual(controlsIn(to), [["rds-instance-not-public"]]);
    assert.deepEqual(lines, ["note: exception EXC-1 expired on 2026-06-01 and does not count."]);
  });

  const asked: readonly [question: Partial<QuestionSettings>, told: readonly string[][]][] = [
    [{ configuration: '{"rds-instance-not-public": "disabled"}' }, []],
    [{ controls: ["rds-instance-multi-az"] }, []],
    [{ controls: ["rds-instance-not-public"] }, [["rds-instance-not-public"]]],
    [{ severity: "critical" }, [["rds-instance-not-public"]]],
  ];
  for (const [question, told] of asked) {
    it(`asks what it is told to: ${JSON.stringify(question)}`, async () => {
      const to = places();
      await audit(to, { answers: isPublic, question });
      assert.deepEqual(controlsIn(to), told);
    });
  }

  const broken: readonly [question: Partial<QuestionSettings>, message: RegExp][] = [
    [{ configuration: '{"rds-instance-public": "mandatory"}' }, /^configuration, line 1: .*rds-instance-public/],
    [{ exceptions: "exceptions:\n  - id: EXC-1\n" }, /^exceptions, line 2: /],
  ];
  for (const [question, message] of broken) {
    it(`fails before it asks anything: ${JSON.stringify(question)}`, async () => {
      const to = places();
      const { error } = await audit(to, { question });
      assert.equal(error?.name, "SettingError");
      assert.match(error.message, message);
      assert.equal(to.objects.size, 0);
    });
  }
});
