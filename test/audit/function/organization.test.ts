import assert from "node:assert/strict";
import { mergeResults } from "../../../audit/function/merge";
import { readOrganization } from "../../../audit/function/organization-settings";
import { NothingRead, type Scanned, scanTarget } from "../../../audit/function/scan";
import { type QuestionSettings, readDelivery } from "../../../audit/function/settings";
import { resultKey, type Target, targetsKey } from "../../../audit/function/store";
import type { Report } from "../../../audit/report/report";
import { type AuditOptions, notRead } from "../../../audit/run";
import type { Imported } from "../../../audit/security-hub";
import { findingOf } from "../../support/report";
import { environment, type Failures, places } from "./places";

const run = { execution: "e-1", startedAt: "2026-05-04T03:02:01.000Z" };
const question: QuestionSettings = { regions: ["eu-west-1", "eu-central-1"], severity: "low" };
const organization = { members: {}, roleName: "Auditor", externalId: "orders" };
const target = (account: string, region = "eu-west-1", home = true): Target => ({ account, region, home });
const shop = target("111122223333");

/** What was read of a target, of which nothing is wrong. */
const sound = ({ account, region }: Target) => {
  const { scope, ...result } = notRead({ account, region }, "");
  const { error: _, ...rest } = scope;
  return { ...result, scope: { ...rest, complete: true } };
};

describe("the function that audits one region of one account", () => {
  const scan = (
    of: Target,
    results: (options: AuditOptions) => readonly ReturnType<typeof notRead>[],
    env: Readonly<Record<string, string>> = {},
    imported: Imported = { active: 0, archived: 0, failed: [] },
  ) => {
    const there = places({}, env);
    const asked: AuditOptions[] = [];
    const summary = scanTarget(
      { ...run, target: of },
      {
        ...there.carrier,
        settings: readDelivery({ ...environment, ...env }),
        question,
        organization,
        scopes: async (options) => {
          asked.push(options);
          options.watch?.onCall?.("rds:DescribeDBInstances", of);
          return { results: results(options) };
        },
        importing: async () => imported,
      },
    );
    return { summary, asked, there };
  };

  it("asks about its target alone, by the role, and writes what it found", async () => {
    const { summary, asked, there } = scan(shop, () => [sound(shop)]);
    const { complete, findings, calls, account, region } = await summary;
    assert.deepEqual([account, region, complete, findings, calls], ["111122223333", "eu-west-1", true, 0, 1]);
    const [{ accounts, regions, regionless, homeRegion } = {} as AuditOptions] = asked;
    assert.deepEqual(
      [accounts, regions, regionless, homeRegion],
      [{ ids: ["111122223333"], roleName: "Auditor", externalId: "orders" }, ["eu-west-1"], true, "eu-west-1"],
    );
    const written = JSON.parse(there.objects.get(resultKey(run, shop)) ?? "") as Scanned;
    assert.deepEqual(written, { results: [sound(shop)], problems: [] });
    assert.equal(there.puts[0]?.SSEKMSKeyId, environment.KEY_ARN);
  });

  it("leaves what belongs to no region to the account's home region", async () => {
    const { summary, asked } = scan(target("111122223333", "eu-central-1", false), () => [sound(shop)]);
    await summary;
    assert.equal(asked[0]?.regionless, false);
  });

  it("assumes the role in its own region, as the target's may be enabled in the other account alone", async () => {
    const { summary, asked } = scan(target("111122223333", "ap-southeast-3"), () => [sound(shop)]);
    await summary;
    assert.deepEqual([asked[0]?.regions, asked[0]?.homeRegion], [["ap-southeast-3"], environment.AWS_REGION]);
  });

  it("asks every region of an account that could not be asked before", async () => {
    const { summary, asked } = scan(target("111122223333", "all"), () => [sound(shop)]);
    await summary;
    assert.deepEqual([asked[0]?.regions, asked[0]?.homeRegion], ["all", environment.AWS_REGION]);
  });

  it("writes why nothing could be read, and fails then", async () => {
    const { summary, there } = scan(shop, () => [notRead(shop, "the role cannot be assumed")]);
    await assert.rejects(summary, new NothingRead("111122223333, eu-west-1: the role cannot be assumed"));
    assert.ok(there.objects.has(resultKey(run, shop)));
  });

  it("keeps for the report what could not be imported into Security Hub", async () => {
    const failed = [{ region: "eu-west-1", because: "securityhub:GetFindings: denied" }];
    const { summary, there } = scan(
      shop,
      () => [sound(shop)],
      { SECURITY_HUB: "true" },
      {
        active: 0,
        archived: 0,
        failed,
      },
    );
    await summary;
    const { problems } = JSON.parse(there.objects.get(resultKey(run, shop)) ?? "") as Scanned;
    assert.deepEqual(problems, [
      "a region's findings (eu-west-1) cannot be imported into Security Hub: securityhub:GetFindings: denied",
    ]);
  });

  for (const [left, begun] of [
    [10_100, true],
    [9_000, false],
  ] as const) {
    it(`has written what it found, and says what was not imported, with ${left} ms left`, async () => {
      const there = places({}, { SECURITY_HUB: "true" });
      const before: (string | undefined)[] = [];
      const given: (readonly [AbortSignal, Target])[] = [];
      const { findings } = await scanTarget(
        { ...run, target: shop },
        {
          ...there.carrier,
          settings: readDelivery({ ...environment, SECURITY_HUB: "true" }),
          question,
          organization,
          scopes: async () => ({ results: [sound(shop)] }),
          importing: (_, signal, into) => {
            given.push([signal, into]);
            before.push(there.objects.get(resultKey(run, shop)));
            return new Promise(() => {});
          },
          timeLeft: () => left,
        },
      );
      assert.equal(findings, 0);
      assert.deepEqual(
        given.map(([{ aborted }, into]) => [aborted, into]),
        begun ? [[true, shop]] : [],
      );
      assert.deepEqual(
        before.map((written) => JSON.parse(written ?? "") as Scanned),
        [...(begun ? [{ results: [sound(shop)], problems: [] }] : [])],
      );
      assert.deepEqual(JSON.parse(there.objects.get(resultKey(run, shop)) ?? ""), {
        results: [sound(shop)],
        problems: ["the findings cannot all be imported into Security Hub: the function's time ran out"],
      });
    });
  }

  it("writes nowhere but in the folder of its execution", async () => {
    const { carrier, objects } = places();
    const scanning = scanTarget(
      { ...run, execution: "../reports", target: shop },
      {
        ...carrier,
        question,
        organization,
        scopes: async () => ({ results: [] }),
        importing: async () => assert.fail(),
        timeLeft: () => 1,
      },
    );
    await assert.rejects(scanning, /^EventError: execution is "\.\.\/reports", but must be a name/);
    assert.equal(objects.size, 0);
  });
});

describe("the function that puts results together", () => {
  const bank = target("444455556666");
  const merge = (
    held: readonly (readonly [Target, Scanned])[],
    targets: readonly Target[],
    failures: Failures = {},
    objects: Readonly<Record<string, string>> = {},
  ) => {
    const there = places(failures);
    there.objects.set(targetsKey(run), JSON.stringify(targets));
    for (const [key, text] of Object.entries(objects)) {
      there.objects.set(key, text);
    }
    for (const [of, scanned] of held) {
      there.objects.set(resultKey(run, of), JSON.stringify(scanned));
    }
    const lines: string[] = [];
    const outcome = mergeResults(run, {
      ...there.carrier,
      question,
      now: new Date("2026-05-04T03:12:01.000Z"),
      log: (line) => lines.push(line),
    });
    return { outcome, there, lines };
  };
  const of = (each: Target): readonly [Target, Scanned] => [each, { results: [sound(each)], problems: [] }];

  it("reports all of them as one audit, which began with the execution", async () => {
    const { outcome, there } = merge([of(bank), of(shop)], [shop, bank]);
    assert.equal((await outcome).complete, true);
    const { scopes, startedAt, seconds } = JSON.parse(there.objects.get("latest.json") ?? "") as Report;
    assert.deepEqual(
      [scopes.map(({ account }) => account), startedAt, seconds],
      [["111122223333", "444455556666"], run.startedAt, 600],
    );
  });

  it("names a target without a result, and calls the audit incomplete", async () => {
    const { outcome, there, lines } = merge([of(shop)], [shop, bank]);
    assert.equal((await outcome).complete, false);
    const { scopes } = JSON.parse(there.objects.get("latest.json") ?? "") as Report;
    assert.match(scopes[1]?.error ?? "", /^its audit was not begun, or ended without a result/);
    assert.ok(lines.some((line) => line.includes('"IncompleteScopes":1')));
  });

  it("forgets what it knew of an account that left, and nothing of one that it could not read", async () => {
    const findings = [shop, bank, target("777788889999")].map(({ account }) =>
      findingOf("rds-instance-not-public", "orders", { account }),
    );
    const known = JSON.stringify({ version: 2, startedAt: "2026-05-03T03:02:01.000Z", findings });
    const { outcome, there } = merge([of(shop)], [shop, bank], {}, { "baseline.json": known });
    assert.equal((await outcome).resolved, 1);
    const { findings: still } = JSON.parse(there.objects.get("baseline.json") ?? "") as Report;
    assert.deepEqual(
      still.map(({ account }) => account),
      [bank.account],
    );
  });

  it("writes its own report alone where an audit that began later was delivered before, and fails", async () => {
    const later = JSON.stringify({ version: 2, startedAt: "2026-05-04T04:02:01.000Z", findings: [] });
    const { outcome, there } = merge([of(shop)], [shop], {}, { "baseline.json": later, "latest.json": "later" });
    await assert.rejects(
      outcome,
      /^NotDelivered: the audit that began at 2026-05-04T04:02:01.000Z was delivered before/,
    );
    assert.deepEqual([there.objects.get("baseline.json"), there.objects.get("latest.json")], [later, "later"]);
    assert.deepEqual(
      there.puts.map(({ Key }) => Key),
      ["reports/2026-05-04/03-02-01Z.json", "reports/2026-05-04/03-02-01Z.html"],
    );
    assert.deepEqual(there.published, []);
  });

  it("fails where something was not imported, once the report is there", async () => {
    const { outcome, there } = merge([[shop, { results: [sound(shop)], problems: ["not imported"] }]], [shop]);
    await assert.rejects(outcome, /^NotDelivered: not imported/);
    assert.ok(there.objects.has("latest.json"));
  });

  it("does without a list of targets nothing", async () => {
    const { carrier } = places();
    const merging = mergeResults(run, { ...carrier, question, now: new Date(), log: () => {} });
    await assert.rejects(merging, /executions\/e-1\/targets.json is missing/);
  });
});

describe("the settings of an audit of an organization", () => {
  const members = { units: ["r-ab12", "ou-ab12-11223344"], except: ["111122223333", "ou-ab12-99aabbcc"] };
  const read = (env: Record<string, string>, file: unknown = members) =>
    readOrganization(env, (name) => {
      assert.equal(name, "members.json");
      return JSON.stringify(file);
    });
  const MEMBERS_FILE = "members.json";

  const rows: readonly [Record<string, string>, unknown][] = [
    [{}, { members: {}, roleName: "AwsSecureDatabaseAudit" }],
    [
      { MEMBERS_FILE, ROLE_NAME: "Auditor", EXTERNAL_ID: "orders" },
      { members, roleName: "Auditor", externalId: "orders" },
    ],
  ];
  for (const [env, settings] of rows) {
    it(`reads ${JSON.stringify(env)}`, () => assert.deepEqual(read(env), settings));
  }

  const refused: readonly [Record<string, string>, unknown, RegExp][] = [
    [
      { MEMBERS_FILE },
      { ...members, units: ["shops"] },
      /^SettingError: MEMBERS_FILE is .*shops.* must be a file that/,
    ],
    [{ MEMBERS_FILE }, { ...members, except: ["shop"] }, /^SettingError: MEMBERS_FILE is .*shop.* must be a file that/],
    [{ MEMBERS_FILE }, { units: members.units }, /^SettingError: MEMBERS_FILE is .* must be a file that/],
    [{ MEMBERS_FILE }, null, /^SettingError: MEMBERS_FILE is "null", but must be a file that/],
    [{ ROLE_NAME: "a role" }, members, /^SettingError: ROLE_NAME is "a role", but must be the name of a role/],
    [{ EXTERNAL_ID: "x" }, members, /^SettingError: EXTERNAL_ID is "x", but must be an external id/],
  ];
  for (const [env, file, message] of refused) {
    it(`refuses ${JSON.stringify(env)} with ${JSON.stringify(file)}`, () =>
      assert.throws(() => read(env, file), message));
  }
});
