import assert from "node:assert/strict";
import type { AwsSecurityFinding, GetFindingsCommand, SecurityHubClient } from "@aws-sdk/client-securityhub";
import { asffFindings } from "../../audit/report/asff";
import type { Report } from "../../audit/report/report";
import { importFindings, type SecurityHubOptions } from "../../audit/security-hub";
import { account, emptyReport, emptyScope, findingOf, region, troubled } from "../support/report";
import { reportOfSize } from "../support/report-showcase";

interface Stub extends SecurityHubOptions {
  /** What was asked, in order: "GetFindings", "BatchImportFindings 100". */
  readonly asked: string[];
  readonly imported: AwsSecurityFinding[];
}

/** A Security Hub that has findings, gives them one a page and refuses some. */
function hub(
  there: readonly AwsSecurityFinding[] = [],
  refuses: (finding: AwsSecurityFinding) => boolean = () => false,
  fails?: { readonly call: string; readonly error: Error },
): Stub {
  const asked: string[] = [];
  const imported: AwsSecurityFinding[] = [];
  const send = async (command: { readonly input: Record<string, unknown> }) => {
    const { input } = command;
    const call = command.constructor.name.replace(/Command$/, "");
    const batch = (input.Findings ?? []) as AwsSecurityFinding[];
    asked.push(call === "GetFindings" ? call : `${call} ${batch.length}`);
    if (fails?.call === call) {
      throw fails.error;
    }
    if (call === "GetFindings") {
      const page = Number(input.NextToken ?? 0);
      return {
        Findings: there.slice(page, page + 1),
        ...(page + 1 < there.length ? { NextToken: String(page + 1) } : {}),
      };
    }
    imported.push(...batch.filter((finding) => !refuses(finding)));
    return {
      FailedFindings: batch
        .filter(refuses)
        .map(({ Id }) => ({ Id, ErrorCode: "InvalidInput", ErrorMessage: "Finding does not adhere to the format" })),
    };
  };
  return { asked, imported, clientFor: () => ({ send, destroy: () => {} }) as unknown as SecurityHubClient };
}

const report = (changes: Partial<Report> = {}) =>
  emptyReport({ startedAt: "2026-06-01T00:00:00.000Z", scopes: [emptyScope()], ...changes });
const orders = findingOf("rds-instance-not-public", "orders");
const stock = findingOf("rds-instance-not-public", "stock");
const [ordersThere] = asffFindings(report({ findings: [orders] }));
const [stockThere] = asffFindings(report({ findings: [stock] }));
assert.ok(ordersThere && stockThere);
const summary = (findings: readonly AwsSecurityFinding[]) =>
  findings.map(({ Resources, RecordState }) => `${Resources?.[0]?.Id?.split(":").at(-1)} ${RecordState}`);

describe("the import into Security Hub", () => {
  it("takes a hundred findings a call, in each account and region", async () => {
    const all = reportOfSize(250);
    const scopes = [emptyScope({ account: "100000000000" })];
    const findings = all.findings.map((finding) => ({ ...finding, account: "100000000000", region }));
    const stub = hub();
    assert.deepEqual(await importFindings({ ...all, scopes, findings }, stub), {
      active: 250,
      archived: 0,
      failed: [],
    });
    assert.deepEqual(stub.asked, [
      "GetFindings",
      "BatchImportFindings 100",
      "BatchImportFindings 100",
      "BatchImportFindings 50",
    ]);
  });

  for (const [call, asked] of [
    ["GetFindings", ["GetFindings"]],
    ["BatchImportFindings", ["GetFindings", "GetFindings", "BatchImportFindings 100"]],
  ] as const) {
    it(`ends with the ${call} during which it is told to`, async () => {
      const all = reportOfSize(250);
      const findings = all.findings.map((finding) => ({ ...finding, account, region }));
      const scopes = [emptyScope(), emptyScope({ region: "us-east-1" })];
      const end = new AbortController();
      const stub = hub([ordersThere, stockThere]);
      const client = await stub.clientFor({ account, region });
      let destroyed = 0;
      const clientFor = () =>
        ({
          send: async (command: object) => {
            if (command.constructor.name.startsWith(call)) {
              end.abort();
            }
            return client.send(command as GetFindingsCommand);
          },
          destroy: () => {
            destroyed += 1;
          },
        }) as unknown as SecurityHubClient;
      await assert.rejects(importFindings({ ...all, scopes, findings }, { clientFor, signal: end.signal }), {
        name: "AbortError",
      });
      assert.deepEqual([stub.asked, destroyed], [asked, 1]);
    });
  }

  it("asks each region of each account for its own", async () => {
    const places: string[] = [];
    const { clientFor } = hub();
    await importFindings(
      report({
        scopes: [emptyScope(), emptyScope({ region: "us-east-1" }), emptyScope({ account: "444455556666" })],
        findings: [orders, findingOf("rds-instance-not-public", "x", { account: "444455556666" })],
      }),
      {
        clientFor: (place) => {
          places.push(`${place.account} ${place.region}`);
          return clientFor(place);
        },
      },
    );
    assert.deepEqual(places, [`${account} ${region}`, `${account} us-east-1`, `444455556666 ${region}`]);
  });

  it("writes nothing where nothing is and was found", async () => {
    const stub = hub();
    assert.deepEqual(await importFindings(report(), stub), { active: 0, archived: 0, failed: [] });
    assert.deepEqual(stub.asked, ["GetFindings"]);
  });

  it("updates what is there, keeps since when, and archives what is gone", async () => {
    const since = { CreatedAt: "2025-01-01T00:00:00.000Z", FirstObservedAt: "2025-01-01T00:00:00.000Z" };
    const stub = hub([
      { ...ordersThere, ...since },
      { ...stockThere, ...since, ProductFields: { "aws/securityhub/x": "y" } },
    ]);
    const outcome = await importFindings(report({ findings: [orders] }), stub);
    assert.deepEqual(outcome, { active: 1, archived: 1, failed: [] });
    assert.deepEqual(summary(stub.imported), ["orders ACTIVE", "stock ARCHIVED"]);
    assert.deepEqual(
      stub.imported.map(({ CreatedAt, UpdatedAt, Compliance, ProductFields = {} }) => [
        CreatedAt,
        UpdatedAt,
        Compliance?.Status,
        Object.keys(ProductFields).some((name) => name.startsWith("aws/")),
      ]),
      [
        [since.CreatedAt, "2026-06-01T00:00:00.000Z", "FAILED", false],
        [since.CreatedAt, "2026-06-01T00:00:00.000Z", "PASSED", false],
      ],
    );
  });

  it("tells what is undecided beside what was found before, and archives it when it is decided", async () => {
    const undecided = report({ undecided: [{ ...stock, account, waitsFor: "rds:DescribeDBInstances" }] });
    const first = hub([stockThere]);
    assert.deepEqual(await importFindings(undecided, first), { active: 1, archived: 0, failed: [] });
    const [open] = first.imported;
    assert.ok(open);
    assert.notEqual(open.Id, stockThere.Id);
    assert.deepEqual([open.RecordState, open.Compliance?.Status], ["ACTIVE", "NOT_AVAILABLE"]);
    const second = hub([stockThere, open]);
    assert.deepEqual(await importFindings(undecided, second), { active: 1, archived: 0, failed: [] });
    const third = hub([stockThere, open]);
    assert.deepEqual(await importFindings(report({ findings: [stock] }), third), {
      active: 1,
      archived: 1,
      failed: [],
    });
    assert.deepEqual(
      third.imported.map(({ Id, RecordState, Compliance }) => [Id, RecordState, Compliance?.Status]),
      [
        [stockThere.Id, "ACTIVE", "FAILED"],
        [open.Id, "ARCHIVED", "NOT_AVAILABLE"],
      ],
    );
  });

  const unproven: Readonly<Record<string, readonly [Partial<Report>, Partial<SecurityHubOptions>?]>> = {
    "its region was not reached": [{ scopes: [emptyScope({ complete: false, error: "no role" })], findings: [orders] }],
    "its list could not be read": [
      { incomplete: [{ control: stock.control, severity: "critical", because: "x", account, region }] },
    ],
    "its control could not be decided": [{ undecided: [{ ...stock, waitsFor: "x" }] }],
    "its control was not asked": [{ controls: ["rds-instance-multi-az"] }],
    "its resource was not asked about": [{}, { isAsked: () => false }],
    "it is another product's": [{}],
    "it is archived": [{}],
  };
  for (const [name, [changes, options]] of Object.entries(unproven)) {
    it(`archives nothing where ${name}`, async () => {
      const there: AwsSecurityFinding = {
        ...stockThere,
        ...(name.startsWith("it is another") ? { GeneratorId: "prowler-x" } : {}),
        ...(name === "it is archived" ? { RecordState: "ARCHIVED" } : {}),
      };
      const stub = hub([there]);
      assert.equal((await importFindings(report(changes), { ...stub, ...options })).archived, 0);
    });
  }

  it("names what is refused, and imports the rest", async () => {
    const stub = hub([], ({ Id }) => Id === stockThere.Id);
    assert.deepEqual(await importFindings(report({ findings: [orders, stock] }), stub), {
      active: 1,
      archived: 0,
      failed: [{ account, region, id: stockThere.Id, because: "InvalidInput: Finding does not adhere to the format" }],
    });
  });

  for (const call of ["GetFindings", "BatchImportFindings"]) {
    it(`names a region where ${call} is denied`, async () => {
      const error = Object.assign(new Error(`not authorized to perform: securityhub:${call}`), {
        name: "AccessDeniedException",
      });
      const { active, failed } = await importFindings(troubled, hub([], undefined, { call, error }));
      assert.equal(active, 0);
      assert.deepEqual(failed, [
        {
          account,
          region,
          because: `securityhub:${call}: AccessDeniedException: not authorized to perform: securityhub:${call}`,
        },
      ]);
    });
  }

  it("names a finding whose account nobody knows", async () => {
    const homeless = { ...orders, account: undefined, resource: "sg-1" };
    const { failed } = await importFindings(report({ scopes: [], findings: [homeless] }), hub());
    assert.match(failed[0]?.because ?? "", /^AWS did not tell the account/);
  });
});
