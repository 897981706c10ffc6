import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { validateXML } from "xmllint-wasm";
import type { formatNames } from "../../../audit/report/format-names";
import { formats } from "../../../audit/report/formats";
import type { Report } from "../../../audit/report/report";
import { account, clean, emptyReport, emptyScope, findingOf, region, troubled } from "../../support/report";
import { reportOfSize, showcase } from "../../support/report-showcase";

const schemaIn = (file: string) => JSON.parse(readFileSync(join(__dirname, file), "utf8"));

type Check = (text: string) => readonly string[] | Promise<readonly string[]>;

function jsonSchema(ajv: Ajv, file: string, of: (value: unknown) => unknown = (value) => value): Check {
  const validate = addFormats(ajv).compile(schemaIn(file));
  return (text) => {
    validate(of(JSON.parse(text)));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

const draft2020 = () => new Ajv2020({ strict: false, allErrors: true });
const ocsfEvent = jsonSchema(draft2020(), "schemas/ocsf-compliance-finding-1.8.0.schema.json");
const asffBatch = jsonSchema(draft2020(), "schemas/securityhub-batch-import-findings.schema.json");
const junit = readFileSync(join(__dirname, "../../formats/schemas/junit-10.xsd"), "utf8");

/** A list cut into parts of so many. */
function partsOf<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return list.length === 0 ? [] : [list.slice(0, size), ...partsOf(list.slice(size), size)];
}

/** What the schema of each format that has one says of a report. */
const checks: { readonly [F in (typeof formatNames)[number]]?: Check } = {
  json: jsonSchema(draft2020(), "../../../audit/report/audit-report.schema.json"),
  sarif: jsonSchema(
    new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }),
    "../../formats/schemas/sarif-2.1.0.schema.json",
  ),
  junit: async (xml) => (await validateXML({ xml, schema: junit })).errors.map(({ message }) => message),
  asff: async (text) =>
    (
      await Promise.all(partsOf(JSON.parse(text), 100).map((Findings) => asffBatch(JSON.stringify({ Findings }))))
    ).flat(),
  ocsf: async (text) =>
    (await Promise.all((JSON.parse(text) as unknown[]).map((event) => ocsfEvent(JSON.stringify(event))))).flat(),
};

const hostile = '\u0000\u001b[31m<b>|`x`,"=1+1"\n]]>\u2028💥'.repeat(100);

const reports: Readonly<Record<string, Report>> = {
  nothing: emptyReport(),
  "a clean region": clean,
  "what could not be read": troubled,
  "something of everything": showcase(),
  "a region that was not reached, of an account that is not known": emptyReport({
    complete: false,
    partial: "interrupted",
    scopes: [emptyScope({ account: undefined, complete: false, error: "the role audit cannot be assumed" })],
    findings: [findingOf("rds-instance-not-public", "x", { account: undefined, resource: "x" })],
  }),
  "names that are no names": emptyReport({
    scopes: [emptyScope()],
    findings: [
      findingOf("rds-instance-not-public", hostile, {
        found: hostile,
        stack: { stack: hostile, urn: hostile, position: { file: hostile, line: 1 } },
      }),
    ],
    undecided: troubled.undecided.map((entry) => ({ ...entry, resourceName: hostile, waitsFor: hostile })),
    unread: troubled.unread.map((entry) => ({ ...entry, message: hostile })),
  }),
  "a thousand findings": reportOfSize(1000),
};

describe("the formats of an audit's report", function () {
  this.timeout(20_000);

  for (const [format, check] of Object.entries(checks)) {
    for (const [name, report] of Object.entries(reports)) {
      it(`${format} follows its schema: ${name}`, async () => {
        assert.deepEqual(await check(formats[format as keyof typeof checks](report)), []);
      });
    }
  }

  const wrong: readonly (readonly [keyof typeof checks, string])[] = [
    ["json", JSON.stringify({ ...troubled, version: 1 })],
    ["json", JSON.stringify({ ...troubled, findings: [{ ...troubled.findings[0], state: "old" }] })],
    ["sarif", JSON.stringify({ version: "2.1.0", runs: [{}] })],
    ["junit", "<testsuites><testcase/></testsuites>"],
    ["asff", formats.asff(troubled).replaceAll('"CRITICAL"', '"SEVERE"')],
    ["asff", formats.asff(troubled).replaceAll('"ProductArn"', '"Product"')],
    ["ocsf", formats.ocsf(troubled).replaceAll('"finding_info"', '"info"')],
    ["ocsf", formats.ocsf(troubled).replaceAll('"class_uid": 2003', '"class_uid": "2003"')],
  ];
  for (const [format, text] of wrong) {
    it(`${format} of the schema is not all that is accepted`, async () => {
      assert.notDeepEqual(await checks[format]?.(text), []);
    });
  }
});

describe("where a program declares a resource", () => {
  const [finding] = showcase().findings;
  assert.ok(finding?.stack?.position);
  const report = emptyReport({ findings: [finding] });

  for (const format of ["text", "csv", "markdown", "junit", "asff", "ocsf", "html"] as const) {
    it(`is said as ${format}`, () => assert.match(formats[format](report), /infra\/index\.ts:32:18/));
  }

  const placesOf = (changes: Partial<Report>) =>
    JSON.parse(formats.sarif(emptyReport(changes))).runs[0].results.map(
      ({ locations: [{ physicalLocation }] }: { locations: [{ physicalLocation?: object }] }) => physicalLocation,
    );

  it("is the place of its result as SARIF, but not of one that is gone, whose line may be another now", () => {
    const place = {
      artifactLocation: { uri: "infra/index.ts", uriBaseId: "%SRCROOT%" },
      region: { startLine: 32, startColumn: 18 },
    };
    assert.deepEqual(placesOf({ findings: [finding] }), [place]);
    assert.deepEqual(placesOf({ compared: true, resolved: [finding] }), [undefined]);
  });
});

describe("the rows of an audit's CSV", () => {
  /** Cells by the heading's names; no cell of these reports holds a comma or a quote of its own. */
  const rows = (report: Report): readonly Readonly<Record<string, string>>[] => {
    const [heading = [], ...lines] = formats
      .csv(report)
      .trimEnd()
      .split("\r\n")
      .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) => a ?? b ?? ""));
    return lines.map((cells) => Object.fromEntries(heading.map((name, index) => [name, cells[index] ?? ""])));
  };

  it("are one for each finding, accepted, resolved or undecided one", () => {
    const report = showcase();
    assert.deepEqual(
      rows(report).map(({ status, control, name }) => [status, control, name].join(" ")),
      [
        ...report.findings.map(({ state, control, resourceName }) => `${state} ${control} ${resourceName}`),
        "accepted rds-instance-deletion-protection preview-7",
        "resolved rds-instance-auto-minor-version-upgrade stock",
        "undecided rds-instance-backup-plan sessions",
      ],
    );
  });

  it("say who declares a resource, and which requirements its control speaks for", () => {
    const row = rows(showcase())[0];
    assert.deepEqual(
      [row?.urn, row?.["declared at"], row?.["Security Hub"], row?.account, row?.kind],
      [
        "urn:pulumi:prod::shop::aws:rds/instance:Instance::orders",
        "infra/index.ts:32:18",
        "RDS.2",
        account,
        "DB instance",
      ],
    );
  });

  for (const name of ["=1+1", "+1", "-1", "@sum", "\tx"]) {
    it(`are no formulas: ${JSON.stringify(name)}`, () => {
      const text = formats.csv(emptyReport({ findings: [findingOf("rds-instance-not-public", name)] }));
      assert.ok(text.includes(`,'${name},`), text);
    });
  }
});

describe("an audit as SARIF", () => {
  const results = (report: Report) => JSON.parse(formats.sarif(report)).runs[0].results;

  it("says what is new, unchanged and gone, where there is an earlier audit", () => {
    assert.deepEqual(
      new Set(results(showcase()).map(({ baselineState = "none" }) => baselineState)),
      new Set(["new", "unchanged", "absent", "none"]),
    );
    assert.deepEqual(
      new Set(results(troubled).map(({ baselineState }: { baselineState?: string }) => baselineState)),
      new Set([undefined]),
    );
  });

  it("has the fingerprints of the audit, and where a resource is", () => {
    const [finding] = troubled.findings;
    const result = results(troubled).find(({ ruleId }: { ruleId: string }) => ruleId === finding?.control);
    assert.equal(result.partialFingerprints.primaryLocationLineHash, finding?.fingerprint);
    assert.deepEqual([result.properties.account, result.properties.region], [account, region]);
    assert.equal(result.locations[0].logicalLocations[0].fullyQualifiedName, finding?.resource);
  });

  it("suppresses what is accepted, with who answers for it", () => {
    assert.deepEqual(
      results(showcase()).flatMap(({ suppressions }: { suppressions: { justification: string }[] }) =>
        suppressions.map(({ justification }) => justification),
      ),
      ["preview-databases: previews are thrown away each night (platform@example.com, until 2026-12-31)"],
    );
  });

  it("is not successful where something could not be read", () => {
    const [invocation] = JSON.parse(formats.sarif(troubled)).runs[0].invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.equal(invocation.toolExecutionNotifications.length, troubled.unread.length);
  });
});

describe("an audit as JUnit XML", () => {
  it("fails findings, skips advice, accepted and undecided ones, leaves out what is gone, and errs for what was not read", () => {
    const [, tests, failures, errors] =
      /<testsuites name="aws-secure-database" tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(
        formats.junit(showcase()),
      ) ?? [];
    // 9 findings, 1 advice, 1 accepted, 1 undecided and the audit itself.
    assert.deepEqual([tests, failures, errors], ["13", "9", "1"]);
  });
});

describe("an audit as Markdown", () => {
  it("starts with what could not be read, then what is new, by severity", () => {
    assert.deepEqual(formats.markdown(showcase()).match(/^#+ .*$/gm), [
      "### Database audit: not everything could be read; 10 findings in 3 accounts in 2 regions",
      "#### Not read (1)",
      "#### New, critical (1)",
      "#### New, medium (3)",
      "#### Unchanged, critical (1)",
      "#### Unchanged, high (2)",
      "#### Unchanged, medium (2)",
      "#### Advisory (1)",
      "#### Accepted (1)",
      "#### Resolved (1)",
      "#### Not decided (1)",
    ]);
  });

  it("says the scores, and no state without an earlier audit", () => {
    const text = formats.markdown(troubled);
    assert.match(text, /^Requirements met: Security Hub \d+ %, CIS \d+ %, NIST \d+ %, PCI DSS \d+ %\.$/m);
    assert.doesNotMatch(text, /unchanged|New,/);
  });

  it("is never longer than GitHub takes", () => {
    const text = formats.markdown(reportOfSize(2000));
    assert.ok(text.length <= 65_536);
    assert.match(text, /\*\*\d+ entries more did not fit here/);
  });

  it("holds no markup of a name", () => {
    const found = "<img src=x> @octocat #1 | x";
    const text = formats.markdown(emptyReport({ findings: [findingOf("rds-instance-not-public", "x", { found })] }));
    assert.ok(text.includes("\\<img src=x\\> @<!-- -->octocat #<!-- -->1 \\| x"), text);
  });
});

describe("an audit as ASFF and OCSF", () => {
  const asff = (report: Report) => JSON.parse(formats.asff(report));
  const ocsf = (report: Report) => JSON.parse(formats.ocsf(report));

  const partitions: readonly (readonly [string, string])[] = [
    ["eu-west-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["eusc-de-east-1", "aws-eusc"],
  ];
  for (const [place, partition] of partitions) {
    it(`name the partition of ${place}`, () => {
      const report = emptyReport({ findings: [findingOf("rds-instance-not-public", "x", { region: place })] });
      const [finding] = asff(report);
      assert.equal(finding.ProductArn, `arn:${partition}:securityhub:${place}:${account}:product/${account}/default`);
      assert.equal(finding.Resources[0].Partition, partition);
      assert.equal(ocsf(report)[0].cloud.cloud_partition, partition);
    });
  }

  it("tell what is open, accepted and resolved", () => {
    const report = showcase();
    const states = asff(report).map(
      ({ RecordState, Compliance }: { RecordState: string; Compliance: { Status: string } }) =>
        `${RecordState} ${Compliance.Status}`,
    );
    assert.deepEqual(states, [
      ...report.findings.map(({ advisory }) => `ACTIVE ${advisory === true ? "WARNING" : "FAILED"}`),
      "ARCHIVED FAILED",
      "ARCHIVED PASSED",
      "ACTIVE NOT_AVAILABLE",
    ]);
    assert.deepEqual(
      ocsf(report).map(
        ({
          activity_name,
          status,
          compliance,
        }: {
          activity_name: string;
          status: string;
          compliance: { status: string };
        }) => `${activity_name} ${status} ${compliance.status}`,
      ),
      [
        ...report.findings.map(({ state }) => (state === "new" ? "Create New Fail" : "Update New Fail")),
        "Update Suppressed Fail",
        "Close Resolved Pass",
        "Create New Unknown",
      ],
    );
  });

  it("tell what is undecided under an id of its own, and what it waits for, as nothing that is known to be wrong", () => {
    const [entry] = troubled.undecided;
    assert.ok(entry);
    const finding = findingOf(entry.control, entry.resourceName, entry);
    const report = emptyReport({ findings: [finding], undecided: [entry] });
    const [failed, open] = asff(report);
    assert.equal(open.Id, failed.Id.replace("aws-secure-database/", "aws-secure-database/undecided/"));
    assert.deepEqual([open.GeneratorId, open.Resources[0].Id], [failed.GeneratorId, failed.Resources[0].Id]);
    assert.deepEqual(open.Severity, { Label: "INFORMATIONAL", Original: entry.severity });
    assert.equal(open.Description, `${entry.resourceName}: not decided; it waits for ${entry.waitsFor}`);
    const [failing, unknown] = ocsf(report);
    assert.equal(unknown.finding_info.uid, `undecided/${failing.finding_info.uid}`);
    assert.deepEqual([unknown.severity, unknown.message], ["Informational", open.Description]);
  });

  it("never say a workflow, which is the user's", () => {
    assert.doesNotMatch(formats.asff(showcase()), /Workflow/);
  });

  it("keep to the longest texts that Security Hub takes", () => {
    const long = "x".repeat(5000);
    const [finding] = asff(
      emptyReport({
        findings: [
          findingOf("rds-instance-not-public", long, {
            title: long,
            found: long,
            remediation: long,
            stack: { stack: long, urn: long },
          }),
        ],
      }),
    );
    assert.deepEqual(
      [
        finding.Title,
        finding.Description,
        finding.Remediation.Recommendation.Text,
        ...Object.values<string>(finding.ProductFields),
      ].map(({ length }) => length),
      [256, 1024, 512, "DB instance".length, "rds-instance-not-public".length, 2048, 2048],
    );
  });

  it("find the account in the ARN where AWS did not tell it, and leave out what has none", () => {
    const of = (resource: string) =>
      emptyReport({ findings: [{ ...findingOf("rds-instance-not-public", "x"), account: undefined, resource }] });
    assert.equal(asff(of("arn:aws:rds:eu-west-1:444455556666:db:x"))[0].AwsAccountId, "444455556666");
    assert.deepEqual(asff(of("sg-1")), []);
  });
});
