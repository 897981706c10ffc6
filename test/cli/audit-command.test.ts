import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import type { AuditOptions } from "../../audit/run";
import { runAudit } from "../../audit/run";
import type { Audit } from "../../cli/audit-command";
import { account, instanceArn, region, secureAccount } from "../audit/secure-account";
import { stubGateway } from "../audit/stub-gateway";
import { emptyReport, findingOf } from "../support/report";
import { folderWith, run } from "./run";

const urn = "urn:pulumi:dev::shop::aws:rds/instance:Instance::orders";
const instance = secureAccount.DescribeDBInstances.DBInstances[0];
const exceptionOf = (resource: string, expires = "2027-01-31") => `exceptions:
  - id: EXC-1
    controls: [rds-instance-not-public]
    resources: ["${resource}"]
    reason: a demo
    owner: team shop
    expires: ${expires}
`;

const files = folderWith({
  "config.json": JSON.stringify({
    "rds-instance-not-public": "disabled",
    "rds-instance-multi-az": "advisory",
    "rds-instance-backup-retention": { minimumDays: 34 },
  }),
  "all.json": JSON.stringify({ all: "disabled", "rds-instance-not-public": "mandatory" }),
  "wrong.json": JSON.stringify({ "rds-instance-not-publik": "disabled" }),
  "by-arn.yaml": exceptionOf(instanceArn),
  "by-glob.yaml": exceptionOf("arn:aws:rds:*:db:*"),
  "by-urn.yaml": exceptionOf(urn),
  "expired.yaml": exceptionOf(instanceArn, "2026-01-31"),
  "other.yaml": exceptionOf("arn:aws:rds:eu-west-1:111122223333:db:other"),
  "wrong.yaml": "exceptions: [{ id: EXC-1 }]\n",
  "stack.json": JSON.stringify({
    version: 3,
    deployment: { resources: [{ urn, id: "db-ABC", outputs: { arn: instanceArn, identifier: "orders" } }] },
  }),
  "no-stack.json": "{}",
  "old.json": JSON.stringify({ version: 1, findings: [] }),
  "no-report.json": "[]",
  "state.jsonl": "nothing of an audit\n",
});

/** The audit of an account in which one instance is public and in one zone. */
const audit: Audit = (options) =>
  runAudit({
    ...options,
    gateway: stubGateway(() => ({
      ...secureAccount,
      DescribeDBInstances: { DBInstances: [{ ...instance, PubliclyAccessible: true, MultiAZ: false }] },
    })),
  });

async function audited(line: string, now = "2026-05-04T03:02:01Z") {
  const result = await run(`audit --region ${region} --format json ${line}`, { audit, now });
  const report = result.stdout === "" ? emptyReport() : JSON.parse(result.stdout);
  return {
    ...result,
    report,
    found: report.findings.map(({ control }: { control: string }) => control) as string[],
  };
}

const isPublic = "rds-instance-not-public";
const inOneZone = "rds-instance-multi-az";

describe("audit --config", () => {
  it("leaves out what is disabled, does not fail for advice and takes options", async () => {
    const { found, report, code } = await audited(`--config ${files.path("config.json")}`);
    assert.deepEqual(found, ["rds-instance-backup-retention", inOneZone]);
    assert.deepEqual(
      report.findings.map(({ advisory }: { advisory?: true }) => advisory),
      [undefined, true],
    );
    assert.equal(code, 1);
  });

  it("knows all controls by one name", async () => {
    assert.deepEqual((await audited(`--config ${files.path("all.json")}`)).found, [isPublic]);
  });

  it("does not begin with one that has errors", async () => {
    const { code, stdout, stderr, asked } = await audited(`--config ${files.path("wrong.json")}`);
    assert.deepEqual([code, stdout, asked.length], [1, "", 0]);
    assert.match(stderr, /wrong\.json:1: error: .*Did you mean rds-instance-not-public\?/);
  });
});

describe("audit --exceptions", () => {
  for (const [name, options] of [
    ["an ARN", "by-arn.yaml"],
    ["a glob", "by-glob.yaml"],
  ] as const) {
    it(`accepts what ${name} names`, async () => {
      const { found, report, stderr } = await audited(`--exceptions ${files.path(options)}`);
      assert.deepEqual(found, [inOneZone]);
      assert.deepEqual(
        report.accepted.map(({ exception }: { exception: object }) => exception),
        [{ id: "EXC-1", reason: "a demo", owner: "team shop", expires: "2027-01-31" }],
      );
      assert.equal(stderr, "");
    });
  }

  it("accepts what a URN names, where the stack's export joins it to the resource", async () => {
    const line = `--exceptions ${files.path("by-urn.yaml")}`;
    assert.deepEqual((await audited(line)).found, [isPublic, inOneZone]);
    const { found, report } = await audited(`${line} --stack-export ${files.path("stack.json")}`);
    assert.deepEqual(found, [inOneZone]);
    assert.deepEqual(report.findings[0].stack, { urn, stack: "shop/dev" });
  });

  const remarks: readonly [string, string][] = [
    ["expired.yaml", "note: exception EXC-1 expired on 2026-01-31 and does not count.\n"],
    ["other.yaml", "note: exception EXC-1 stands for nothing that this audit found; correct it, or remove it.\n"],
  ];
  for (const [file, note] of remarks) {
    it(`says so: ${file}`, async () => {
      const { found, stderr } = await audited(`--exceptions ${files.path(file)}`);
      assert.deepEqual([found, stderr], [[isPublic, inOneZone], note]);
    });
  }

  it("does not begin with one that has errors", async () => {
    const { code, stdout, asked } = await audited(`--exceptions ${files.path("wrong.yaml")}`);
    assert.deepEqual([code, stdout, asked.length], [1, "", 0]);
  });
});

describe("audit's filters", () => {
  const rows: readonly [string, readonly string[]][] = [
    [`--control ${isPublic}`, [isPublic]],
    [`--control ${isPublic} --control ${inOneZone}`, [isPublic, inOneZone]],
    ["--severity critical", [isPublic]],
    ["--severity medium", [isPublic, inOneZone]],
    [`--resource ${instanceArn}`, [isPublic, inOneZone]],
    ["--resource arn:aws:rds:*:db:*", [isPublic, inOneZone]],
    ["--resource arn:aws:dynamodb:*", []],
    ["--tag owner=team", []],
  ];
  for (const [line, expected] of rows) {
    it(line, async () => assert.deepEqual((await audited(line)).found, expected));
  }
});

describe("audit --baseline", () => {
  const baseline = (findings: readonly object[]) => {
    const file = files.path("baseline.json");
    writeFileSync(file, JSON.stringify(emptyReport({ findings: findings as never })));
    return file;
  };
  const known = { resource: instanceArn, account, region };

  it("fails for what is new alone, where told to", async () => {
    const all = [findingOf(isPublic, "orders", known), findingOf(inOneZone, "orders", known)];
    const line = `--baseline ${baseline(all)}`;
    assert.deepEqual([(await audited(line)).code, (await audited(`${line} --fail-on new:low`)).code], [1, 0]);
    const less = await audited(`--baseline ${baseline(all.slice(1))} --fail-on new:low`);
    assert.deepEqual(
      [less.code, less.report.findings.map(({ state }: { state: string }) => state)],
      [1, ["new", "unchanged"]],
    );
  });

  it("names what is gone, but not of controls that were not asked", async () => {
    const gone = findingOf("rds-instance-deletion-protection", "orders", known);
    const { report } = await audited(`--baseline ${baseline([gone])}`);
    assert.deepEqual(
      report.resolved.map(({ control }: { control: string }) => control),
      ["rds-instance-deletion-protection"],
    );
    const filtered = await audited(`--baseline ${baseline([gone])} --control ${isPublic}`);
    assert.deepEqual(filtered.report.resolved, []);
  });
});

describe("audit's files", () => {
  const wrong: readonly [string, string, RegExp][] = [
    ["--stack-export", "no-stack.json", /^error: cannot read .*no-stack\.json: it has no deployment/],
    [
      "--baseline",
      "old.json",
      /^error: cannot read .*old\.json: it is a report of version 1, and this program compares/,
    ],
    ["--baseline", "no-report.json", /^error: cannot read .*no-report\.json: it is no report of an audit/],
    ["--resume", "state.jsonl", /^error: cannot go on from .*state\.jsonl: it is not the state of an audit/],
  ];
  for (const [option, file, message] of wrong) {
    it(`${option} ${file}: wrong usage`, async () => {
      const { code, stderr } = await audited(`${option} ${files.path(file)}`);
      assert.equal(code, 64);
      assert.match(stderr, message);
    });
  }

  it("--save and --from judge the same again, without AWS", async () => {
    const file = files.path("inventory.json");
    const live = await audited(`--save ${file}`);
    const again = await run(`audit --from ${file} --format json`, { audit: () => assert.fail("AWS was asked") });
    const report = JSON.parse(again.stdout);
    const timeless = ({ seconds: _, scopes, ...rest }: ReturnType<typeof emptyReport>) => ({
      ...rest,
      scopes: scopes.map((scope) => ({ ...scope, seconds: 0 })),
    });
    const strip = (value: object) =>
      JSON.parse(JSON.stringify(value, (key, inner) => (key === "startedAt" || key === "firstSeen" ? "" : inner)));
    assert.deepEqual(strip(timeless(report)), strip(timeless(live.report)));
    assert.deepEqual([again.code, report.findings.length], [1, 2]);
  });

  for (const [text, message] of [
    ["{", "it is not JSON, or was cut off while it was written; write it again with --save"],
    ["{}", "it is not an inventory; give it a file that --save wrote"],
    [
      '{"inventory":7,"readAt":"2026-05-04T03:02:01Z","scopes":[]}',
      "it is an inventory of version 7, and this program reads version 1",
    ],
  ] as const) {
    it(`--from ${text}: wrong usage`, async () => {
      const file = files.path("foreign.json");
      writeFileSync(file, text);
      const { code, stderr } = await run(`audit --from ${file}`);
      assert.deepEqual([code, stderr], [64, `error: cannot read ${file}: ${message}\n`]);
    });
  }

  it("--resume goes on from what was done, and answers no other question", async () => {
    const file = files.path("resumed.jsonl");
    await audited(`--resume ${file}`);
    const text = readFileSync(file, "utf8");
    assert.equal(text.split("\n").length, 3);
    // A second line that was cut off.
    writeFileSync(file, `${text}{"scope":{"acc`);
    let asked: AuditOptions | undefined;
    const spy: Audit = async (options) => {
      asked = options;
      return emptyReport();
    };
    await run(`audit --region ${region} --resume ${file}`, { audit: spy, now: "2026-06-01T00:00:00Z" });
    assert.deepEqual(
      asked?.done?.map(({ scope }) => [scope.account, scope.region]),
      [[account, region]],
    );
    assert.equal(asked?.startedAt?.toISOString(), "2026-05-04T03:02:01.000Z");
    const other = await run(`audit --region ${region} --resume ${file} --control ${isPublic}`, { audit: spy });
    assert.equal(other.code, 64);
    assert.match(other.stderr, /its audit had other controls, options, filters or exceptions/);
  });

  it("is ended by Ctrl-C", async () => {
    const waiting: Audit = ({ signal }) =>
      new Promise((resolve) => {
        signal?.addEventListener("abort", () => resolve(emptyReport({ complete: false, partial: "interrupted" })));
        process.emit("SIGINT");
      });
    const { code } = await run(`audit --region ${region}`, { audit: waiting });
    assert.equal(code, 2);
  });
});
