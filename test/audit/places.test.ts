import assert from "node:assert/strict";
import type { ScopeResult } from "../../audit/report/report";
import { type AuditOptions, runAudit } from "../../audit/run";
import { awsError } from "./read/stub-clients";
import { account, region, secureAccount } from "./secure-account";
import { type Elsewhere, type StubGateway, stubGateway } from "./stub-gateway";

const roleName = "Auditor";
const other = "999900001111";
const offline = Object.assign(new Error("connect ETIMEDOUT"), { name: "TimeoutError" });

/** Where nothing answers. */
const silent = Object.fromEntries(
  Object.keys(secureAccount).map((call) => [call, call === "GetAccountAuthorizationDetails" ? {} : offline]),
);
const insecure = {
  DescribeDBInstances: {
    DBInstances: [
      {
        ...secureAccount.DescribeDBInstances.DBInstances[0],
        PubliclyAccessible: true,
      },
    ],
  },
};
const empty = {};

async function audited(
  options: Partial<AuditOptions>,
  answers: (account: string, region: string) => object = () => empty,
  elsewhere: Elsewhere = {},
) {
  const gateway: StubGateway = stubGateway((id, where) => answers(id, where) as never, elsewhere);
  const results: ScopeResult[] = [];
  const report = await runAudit({
    regions: [region],
    gateway,
    watch: { onResult: (result) => results.push(result) },
    ...options,
  });
  const scopes = report.scopes.map(
    (scope) => `${scope.account} ${scope.region}${scope.error === undefined ? "" : "!"}`,
  );
  return { report, scopes, results, gateway };
}

describe("an audit of several regions and accounts", () => {
  it("reads each region that is named", async () => {
    const { scopes, report, gateway } = await audited({ regions: ["us-east-1", "eu-west-1"] });
    assert.deepEqual(scopes, [`${account} eu-west-1`, `${account} us-east-1`]);
    assert.deepEqual([report.complete, gateway.open()], [true, 0]);
  });

  it("reads every region that is enabled", async () => {
    const { scopes } = await audited({ regions: "all" }, () => ({
      DescribeRegions: { Regions: [{ RegionName: "us-east-1" }, { RegionName: "eu-west-1" }] },
    }));
    assert.deepEqual(scopes, [`${account} eu-west-1`, `${account} us-east-1`]);
  });

  it("names the account of which the regions are not known", async () => {
    const { report, scopes } = await audited({ regions: "all", accounts: { ids: [account, other], roleName } }, (id) =>
      id === other
        ? { DescribeRegions: awsError("UnauthorizedOperation", "no", 403) }
        : { DescribeRegions: { Regions: [{ RegionName: region }] } },
    );
    assert.deepEqual(scopes, [`${account} ${region}`, `${other} all!`]);
    assert.match(report.scopes[1]?.error ?? "", /ec2:DescribeRegions was denied.*allow ec2:DescribeRegions/);
    assert.equal(report.complete, false);
  });

  it("assumes the role in every account but its own", async () => {
    const { scopes, gateway } = await audited({ accounts: { ids: [other, account], roleName, externalId: "x-1" } });
    assert.deepEqual(scopes, [`${account} ${region}`, `${other} ${region}`]);
    assert.deepEqual(
      gateway.sent.filter((call) => call.startsWith("assume")),
      [`assume arn:aws:iam::${other}:role/${roleName} x-1`],
    );
  });

  it("names the role that cannot be assumed, and audits the others", async () => {
    const { report, scopes } = await audited({ accounts: { ids: [other, account], roleName } }, () => insecure, {
      refused: { [other]: awsError("AccessDenied", "not you", 403) },
    });
    assert.deepEqual(scopes, [`${account} ${region}`, `${other} ${region}!`]);
    assert.equal(
      report.scopes[1]?.error,
      `arn:aws:iam::${other}:role/${roleName} cannot be assumed (AccessDenied: not you): make the role, or allow sts:AssumeRole on it`,
    );
    assert.equal(report.complete, false);
    assert.ok(report.findings.some(({ control }) => control === "rds-instance-not-public"));
  });

  it("audits the active accounts of the organization", async () => {
    const Accounts = [
      { Id: "222200000000", State: "ACTIVE" },
      { Id: "333300000000", State: "SUSPENDED" },
      { Id: account, Status: "ACTIVE" },
      { Id: other, State: "ACTIVE" },
    ];
    const { scopes } = await audited({ accounts: { organization: { except: [other] }, roleName } }, () => empty, {
      organization: { ListAccounts: { Accounts } },
    });
    assert.deepEqual(scopes, [`${account} ${region}`, `222200000000 ${region}`]);
  });

  it("audits organizational units with those within, but for those left out", async () => {
    const units: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
      "ou-ab12-00000001": [["111100000000"], ["ou-ab12-00000002", "ou-ab12-00000003"]],
      "ou-ab12-00000002": [["222200000000"], []],
      "ou-ab12-00000003": [["333300000000"], []],
    };
    const of = (input: object) => units[(input as { ParentId: string }).ParentId] ?? [[], []];
    const { scopes } = await audited(
      { accounts: { organization: { units: ["ou-ab12-00000001"], except: ["ou-ab12-00000003"] }, roleName } },
      () => empty,
      {
        organization: {
          ListAccountsForParent: (input) => ({ Accounts: of(input)[0].map((Id) => ({ Id, State: "ACTIVE" })) }),
          ListOrganizationalUnitsForParent: (input) => ({ OrganizationalUnits: of(input)[1].map((Id) => ({ Id })) }),
        },
      },
    );
    assert.deepEqual(scopes, [`111100000000 ${region}`, `222200000000 ${region}`]);
  });

  it("is an error where no account is left, and not an audit of nothing", async () => {
    const Accounts = [{ Id: other, State: "ACTIVE" }];
    for (const named of [{}, { ids: [account] }]) {
      await assert.rejects(
        audited({ accounts: { ...named, organization: { except: [other] }, roleName } }, () => empty, {
          organization: { ListAccounts: { Accounts } },
        }),
        { name: "CannotAudit", message: /^the organization has no active account that --unit and --except leave/ },
      );
    }
  });

  it("says that the organization has no account, where nothing is left out of it", async () => {
    await assert.rejects(
      audited({ accounts: { organization: {}, roleName } }, () => empty, { organization: { ListAccounts: {} } }),
      { name: "CannotAudit", message: "the organization has no active account." },
    );
  });

  it("names an account to leave out that is not there", async () => {
    const notes: string[] = [];
    const elsewhere: Elsewhere = { organization: { ListAccounts: { Accounts: [{ Id: other, State: "ACTIVE" }] } } };
    const except = ["999999999999"];
    await audited(
      { accounts: { organization: { except }, roleName }, watch: { onNote: (sentence) => notes.push(sentence) } },
      () => empty,
      elsewhere,
    );
    assert.deepEqual(notes, [
      "999999999999: to be left out, but not among the 1 account of the organization; " +
        "if that is a slip, another account is audited that should not be.",
    ]);
  });

  for (const organization of [{ units: ["ou-zzzz-99999999"] }, { except: ["ou-zzzz-99999999"] }]) {
    it(`names the unit that is not there: ${JSON.stringify(organization)}`, async () => {
      const gone = awsError("ParentNotFoundException", "no", 400);
      const elsewhere: Elsewhere = {
        organization: {
          ListAccounts: { Accounts: [{ Id: other, State: "ACTIVE" }] },
          ListAccountsForParent: gone,
          ListOrganizationalUnitsForParent: gone,
        },
      };
      await assert.rejects(
        audited({ accounts: { organization, roleName } }, () => empty, elsewhere),
        {
          name: "CannotAudit",
          message: "the organization has no unit or root ou-zzzz-99999999: check the ids of the units.",
        },
      );
    });
  }

  it("names the account that has no region", async () => {
    const { scopes, report } = await audited({ regions: "all" }, () => ({ DescribeRegions: { Regions: [] } }));
    assert.deepEqual([scopes, report.complete], [[`${account} all!`], false]);
  });

  for (const [step, elsewhere] of [
    ["the accounts are listed", { organization: { ListAccounts: () => new Promise<never>(() => {}) } }],
    ["a role is assumed", { organization: { ListAccounts: { Accounts: [{ Id: other, State: "ACTIVE" }] } } }],
  ] as const) {
    it(`ends at once while ${step}`, async () => {
      const interruption = new AbortController();
      const gateway = stubGateway(() => empty as never, elsewhere as Elsewhere);
      setTimeout(() => interruption.abort(), 20);
      const report = await runAudit({
        regions: [region],
        gateway: { ...gateway, assume: () => new Promise<never>(() => {}) },
        accounts: { organization: {}, roleName },
        signal: interruption.signal,
      });
      assert.deepEqual([report.partial, report.complete, report.scopes.length], ["interrupted", false, 1]);
      assert.equal(report.scopes[0]?.error, "the audit was interrupted before it was read");
    });
  }

  it("does not begin where the accounts cannot all be listed", async () => {
    const denied = { ListAccounts: awsError("AccessDeniedException", "no", 400) };
    await assert.rejects(
      audited({ accounts: { organization: {}, roleName } }, () => empty, { organization: denied }),
      {
        name: "CannotAudit",
        message:
          "the accounts of the organization are not known (organizations:ListAccounts was denied): " +
          "run the audit with credentials of the management account or of a delegated administrator, or name accounts.",
      },
    );
  });

  it("reads and judges IAM once an account", async () => {
    const admin = {
      GetAccountAuthorizationDetails: {
        UserDetailList: [
          {
            Arn: `arn:aws:iam::${account}:user/u`,
            UserName: "u",
            UserPolicyList: [
              {
                PolicyName: "p",
                PolicyDocument: JSON.stringify({ Statement: { Effect: "Allow", Action: "rds:*", Resource: "*" } }),
              },
            ],
          },
        ],
      },
    };
    const { report, gateway } = await audited({ regions: ["us-east-1", "eu-west-1", "eu-west-2"] }, () => admin);
    assert.equal(gateway.sent.filter((call) => call.endsWith("GetAccountAuthorizationDetails")).length, 1);
    assert.deepEqual(
      report.findings.map(({ control, region: where }) => `${control} ${where}`),
      ["iam-database-admin-not-wildcard us-east-1"],
    );

    // Its own region being silent, IAM answers all the same.
    const alone = await audited({ regions: ["us-east-1", "eu-west-1"] }, (_, where) =>
      where === "us-east-1" ? { ...silent, ...admin } : empty,
    );
    assert.deepEqual(alone.scopes, [`${account} eu-west-1`, `${account} us-east-1!`]);
    assert.deepEqual(
      alone.report.findings.map(({ control }) => control),
      ["iam-database-admin-not-wildcard"],
    );
  });

  it("names the region that never answers, and audits the others", async () => {
    const { report, scopes } = await audited({ regions: ["eu-west-1", "us-east-1"] }, (_, where) =>
      where === "us-east-1" ? silent : insecure,
    );
    assert.deepEqual(scopes, [`${account} eu-west-1`, `${account} us-east-1!`]);
    assert.match(report.scopes[1]?.error ?? "", /^AWS in us-east-1 could not be reached \(TimeoutError/);
    assert.equal(report.complete, false);
    assert.ok(report.findings.some(({ control }) => control === "rds-instance-not-public"));
  });

  it("throws where nothing at all can be read", async () => {
    await assert.rejects(
      audited({}, () => silent),
      { name: "CannotAudit" },
    );
  });

  it("reports what it found until it is interrupted, and goes on from there", async () => {
    const interruption = new AbortController();
    const regions = ["eu-west-1", "eu-west-2", "us-east-1"];
    const hanging = new Promise<never>(() => {});
    const first = await audited(
      {
        regions,
        signal: interruption.signal,
        watch: { onResult: (result) => done.push(result) && interruption.abort() },
      },
      (_, where) => (where === "eu-west-1" ? insecure : { DescribeDBInstances: () => hanging }),
    ).catch((error: unknown) => assert.fail(String(error)));
    assert.deepEqual(first.scopes, [`${account} eu-west-1`, `${account} eu-west-2!`, `${account} us-east-1!`]);
    assert.deepEqual([first.report.partial, first.report.complete], ["interrupted", false]);
    assert.equal(first.gateway.open(), 0);

    const startedAt = new Date("2026-05-04T03:02:01Z");
    const rest = await audited({ regions, done, startedAt }, () => empty);
    assert.deepEqual(rest.results.map(({ scope }) => scope.region).sort(), ["eu-west-2", "us-east-1"]);
    assert.ok(!rest.gateway.sent.some((call) => call.includes("eu-west-1")));
    assert.deepEqual(
      [rest.report.complete, rest.report.partial, rest.report.startedAt],
      [true, undefined, startedAt.toISOString()],
    );
    assert.deepEqual(
      rest.report.findings.map(({ fingerprint }) => fingerprint),
      first.report.findings.map(({ fingerprint }) => fingerprint),
    );
    assert.notEqual(rest.report.findings.length, 0);
  });
  const done: ScopeResult[] = [];

  it("asks once more in a region that is the first now and was not, for what belongs to no region", async () => {
    const asked = (sent: readonly string[]) => sent.filter((call) => call.includes("GetAccountAuthorizationDetails"));
    const policies: string[] = [];
    const watch = {
      onRead: ({ place, isFirst }: { place: { region: string }; isFirst?: boolean }) => {
        policies.push(`${place.region} ${isFirst}`);
      },
    };
    const { results } = await audited({ regions: ["us-east-1", "eu-west-1"] });
    const done = results.filter(({ scope }) => scope.region === "eu-west-1");
    const rest = await audited({ regions: ["eu-west-1"], done, watch });
    assert.deepEqual([policies, asked(rest.gateway.sent).length], [["eu-west-1 true"], 1]);
    const again = await audited({ regions: ["us-east-1", "eu-west-1"], done });
    assert.deepEqual(
      again.results.map(({ scope }) => scope.region),
      ["us-east-1"],
    );
  });
});
