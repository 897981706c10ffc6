import assert from "node:assert/strict";
import fs, { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { CannotAudit } from "../../audit/read/cannot-audit";
import type { Report } from "../../audit/report/report";
import type { AuditOptions } from "../../audit/run";
import { runAudit } from "../../audit/run";
import type { Audit } from "../../cli/audit-command";
import { kindsWithTags } from "../../inventory/from-account/tags";
import { type Inventory, type Kind, kindNames } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { type Answers, awsError } from "../audit/read/stub-clients";
import { account, instanceArn, region, secureAccount } from "../audit/secure-account";
import { stubGateway } from "../audit/stub-gateway";
import { emptyReport, emptyScope, findingOf } from "../support/report";
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
  "none.json": JSON.stringify({ all: "disabled" }),
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

/** A scope of a saved inventory, of which a test changes what it likes. */
type Scope = Record<"inventory", Record<string, unknown>> & Partial<Record<string, unknown>>;

/** Where nothing answers. */
const silent = Object.fromEntries(
  Object.keys(secureAccount).map((call) => [call, Object.assign(new Error("no answer"), { name: "TimeoutError" })]),
);

/** The same at any time. */
function timeless(value: unknown): unknown {
  const times = ["startedAt", "firstSeen", "seconds"];
  return JSON.parse(JSON.stringify(value ?? null, (key, inner) => (times.includes(key) ? "" : inner)));
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

  it("says which controls were asked, as what others found is not gone", async () => {
    const { controls } = (await audited(`--config ${files.path("config.json")} --severity high`)).report;
    assert.ok(controls.includes("rds-instance-storage-encrypted"));
    for (const left of [isPublic, inOneZone]) {
      assert.ok(!controls.includes(left), left);
    }
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
    const without = await audited(line);
    assert.deepEqual(without.found, [isPublic, inOneZone]);
    assert.equal(without.stderr, "note: 1 exception by URN, which count with --stack-export alone: EXC-1.\n");
    assert.equal((await audited(`${line} --severity low`)).stderr, without.stderr);
    const { found, report, stderr } = await audited(`${line} --stack-export ${files.path("stack.json")}`);
    assert.deepEqual([found, stderr], [[inOneZone], ""]);
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
    it(line, async () => {
      const { found, report } = await audited(line);
      assert.deepEqual(found, expected);
      assert.equal(report.chosen, /--(resource|tag)/.test(line) ? true : undefined);
    });
  }
});

describe("an audit that asks about nothing", () => {
  const unasked: readonly [string, string][] = [
    [
      "--control rds-instance-multi-az --severity high",
      "error: nothing would be asked: no control of an audit is among --control rds-instance-multi-az and --severity high; choose others\n",
    ],
    [
      "--config none.json",
      "error: nothing would be asked: no control of an audit is among the controls that FILE leaves on; choose others\n",
    ],
    [
      "--control rds-instance-tagged",
      "error: nothing would be asked: rds-instance-tagged is off; name the tags in its option `requiredTags` in the file of --config\n",
    ],
  ];
  for (const [line, message] of unasked) {
    it(`${line}: wrong usage`, async () => {
      const file = files.path("none.json");
      const { code, stdout, stderr, asked } = await audited(line.replace("none.json", file));
      assert.deepEqual([code, stdout, stderr, asked.length], [64, "", message.replace("FILE", file), 0]);
    });
  }

  const none = "arn:aws:rds:eu-west-1:111122223333:db:nobody";
  const missed: readonly [string, RegExp][] = [
    [`--resource ${none}`, new RegExp(`^error: nothing was asked about --resource ${none}: no resource that was read`)],
    [`--resource ${instanceArn} --resource ${none}`, new RegExp(`^error: nothing was asked about --resource ${none}:`)],
    // It is there, and no control of this audit is about it.
    ["--control rds-instance-multi-az --resource sg-db", /^error: nothing was asked about --resource sg-db:/],
    [
      "--tag owner=team",
      /^error: no resource that was read is known to have --tag owner=team; tags are read of each DB instance, /,
    ],
    [
      `--resource ${instanceArn} --tag owner=team --tag a=b`,
      /^error: no resource that was read is known to have --tag owner=team and a=b;/,
    ],
  ];
  for (const [line, message] of missed) {
    it(`${line}: exit code 2`, async () => {
      const { code, stderr } = await audited(line);
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.equal(stderr.split("\n").length, 2);
    });

    it(`${line}, of what was saved: exit code 2`, async () => {
      const file = files.path("all-saved.json");
      await audited(`--save ${file}`);
      const { code, stderr } = await run(`audit --from ${file} --format json ${line}`);
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  }

  it("does not say so of what an earlier run asked about", async () => {
    const file = files.path("chosen.jsonl");
    const line = `--resource ${instanceArn} --control rds-instance-not-public --resume ${file}`;
    await audited(line);
    writeFileSync(file, readFileSync(file, "utf8").replace('{"finished":true}\n', ""));
    const { code, stderr } = await audited(line);
    assert.equal(code, 1);
    assert.match(stderr, /^note: 1 region from .*\n$/);
  });
});

describe("audit --tag", () => {
  const Tags = [{ Key: "team", Value: "shop" }];
  const tagged = <T extends object>(items: readonly T[]) => items.map((item) => ({ ...item, Tags, TagList: Tags }));
  /** Everything that has tags, with the same. */
  const account = Object.fromEntries(
    Object.entries(secureAccount as Readonly<Record<string, unknown>>).map(([call, answer]) => {
      if (call === "DescribeSecret" || typeof answer !== "object" || answer === null) {
        return [
          call,
          call === "DescribeSecret" ? (input: never) => ({ ...secureAccount.DescribeSecret(input), Tags }) : answer,
        ];
      }
      return [
        call,
        Object.fromEntries(
          Object.entries(answer).map(([name, list]) => [
            name,
            Array.isArray(list) && list.every((item) => typeof item === "object") ? tagged(list) : list,
          ]),
        ),
      ];
    }),
  ) as Answers;
  const read: Inventory[] = [];

  before(async () => {
    await runAudit({
      regions: [region],
      gateway: stubGateway(() => account),
      watch: { onRead: ({ inventory }) => read.push(inventory) },
    });
  });

  it("knows the tags of every kind that it says it knows, and of no other", () => {
    const [inventory] = read;
    assert.ok(inventory);
    const known = (Object.keys(kindNames) as Kind[]).filter((kind) =>
      (inventory[kind] as readonly { readonly tags?: unknown }[]).some(
        ({ tags }) => tags !== undefined && !isUnknown(tags) && !Array.isArray(tags),
      ),
    );
    assert.deepEqual(known.sort(), [...kindsWithTags].sort());
  });

  it("is documented with these kinds", () => {
    const row = readFileSync("docs/audit.md", "utf8")
      .split("\n")
      .find((line) => line.startsWith("| `--tag KEY=VALUE`"));
    assert.ok(row?.includes(kindsWithTags.map((kind) => kindNames[kind]).join(", ")), row);
  });

  it("asks about what has the tag", async () => {
    const audit: Audit = (options) => runAudit({ ...options, gateway: stubGateway(() => account) });
    const { stdout, code } = await run(`audit --region ${region} --format json --tag team=shop`, { audit });
    const { counts } = JSON.parse(stdout) as Report;
    assert.equal(code, 0);
    assert.ok(counts.held > 50, String(counts.held));
  });
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

  it("counts what is new where everything is", async () => {
    const line = `audit --region ${region} --baseline ${baseline([])}`;
    assert.match((await run(line, { audit })).stdout, /; 2 new, 0 unchanged, 0 resolved; /);
    assert.doesNotMatch((await run(`audit --region ${region}`, { audit })).stdout, / unchanged/);
  });

  it("says what the baseline did not read, and what it read besides", async () => {
    const file = files.path("elsewhere.json");
    const scopes = [emptyScope({ region: "us-west-2" }), emptyScope({ error: "no role" })];
    writeFileSync(file, JSON.stringify(emptyReport({ scopes, partial: "interrupted" })));
    assert.equal(
      (await audited(`--baseline ${file}`)).stderr,
      "note: the baseline is of an audit that was interrupted: what that did not find may be old.\n" +
        `note: the baseline did not read ${account}, ${region}: what is found there is new, but for what belongs to no region.\n` +
        `note: this audit did not read ${account}, us-west-2, as the baseline did: nothing there is resolved.\n`,
    );
    writeFileSync(file, JSON.stringify(emptyReport({ scopes: [emptyScope()] })));
    assert.equal((await audited(`--baseline ${file}`)).stderr, "");
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
    ["--stack-export", "no-stack.json", /^error: cannot read .*no-stack\.json of --stack-export: it has no deployment/],
    [
      "--baseline",
      "old.json",
      /^error: cannot read .*old\.json of --baseline: it is a report of version 1, and this program compares/,
    ],
    [
      "--baseline",
      "no-report.json",
      /^error: cannot read .*no-report\.json of --baseline: it is no report of an audit/,
    ],
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
    assert.deepEqual(timeless(report), timeless(live.report));
    assert.deepEqual([again.code, report.findings.length], [1, 2]);
  });

  for (const [text, message] of [
    ["{", "it is not JSON, or was cut off while it was written; write it again with --save"],
    ["{}", "it is not an inventory; give it a file that --save wrote"],
    [
      '{"inventory":7,"readAt":"2026-05-04T03:02:01Z","scopes":[]}',
      "it is an inventory of version 7, and this program reads version 2",
    ],
    [
      '{"inventory":2,"readAt":"2026-05-04T03:02:01Z","scopes":[]}',
      "it has no region of any account in it, so that it proves nothing; write it again with --save",
    ],
    [
      '{"inventory":2,"readAt":"2026-05-04T03:02:01Z"}',
      "it has no scopes; write it again with --save, and change nothing in it",
    ],
    [
      '{"inventory":2,"readAt":"yesterday","scopes":[{"place":{"region":"eu-west-1"},"error":"no"}]}',
      "its readAt is no date; write it again with --save, and change nothing in it",
    ],
    [
      '{"inventory":2,"readAt":"2026-05-04T03:02:01Z","scopes":[{"place":{"region":"eu-west-1"}}]}',
      "scopes[0] has no error; write it again with --save, and change nothing in it",
    ],
    ["[]", "it is not an inventory; give it a file that --save wrote"],
    ["null", "it is not an inventory; give it a file that --save wrote"],
  ] as const) {
    it(`--from ${text}: wrong usage`, async () => {
      const file = files.path("foreign.json");
      writeFileSync(file, text);
      const { code, stderr } = await run(`audit --from ${file}`);
      assert.deepEqual([code, stderr], [64, `error: cannot read ${file} of --from: ${message}\n`]);
    });
  }

  // Each turns what --save wrote into what it never writes.
  const broken: readonly [string, (scope: Scope) => void, string][] = [
    ["a list is missing", ({ inventory }) => delete inventory.dbInstances, "scopes[0].inventory has no dbInstances"],
    [
      "a list is none",
      ({ inventory }) => {
        inventory.dbInstances = {};
      },
      "scopes[0].inventory.dbInstances is {}, and must be a list of objects",
    ],
    [
      "a resource has no id",
      ({ inventory }) => {
        inventory.subnets = [{ name: "a", identifiers: [] }];
      },
      "scopes[0].inventory.subnets[0] has no id",
    ],
    [
      "a property is of another shape",
      ({ inventory }) => {
        inventory.dbInstances = [{ id: "a", name: "a", identifiers: ["a"], engine: "mysql", securityGroups: 5 }];
      },
      "scopes[0] cannot be judged (",
    ],
    ["nothing says what was not read", (scope) => delete scope.unread, "scopes[0] has no unread"],
    ["it has no place", (scope) => delete scope.place, "scopes[0] has no place"],
  ];
  for (const [name, change, message] of broken) {
    it(`--from an inventory of which ${name}: wrong usage`, async () => {
      const file = files.path("changed.json");
      await audited(`--save ${file}`);
      const saved = JSON.parse(readFileSync(file, "utf8")) as { scopes: [Scope] };
      change(saved.scopes[0]);
      writeFileSync(file, JSON.stringify(saved));
      const { code, stderr, stdout } = await run(`audit --from ${file}`);
      assert.deepEqual([code, stdout], [64, ""]);
      assert.ok(stderr.startsWith(`error: cannot read ${file} of --from: ${message}`), stderr);
      assert.match(stderr, /; write it again with --save, and change nothing in it\n$/);
    });
  }

  describe("--save", () => {
    const file = () => files.path("kept.json");
    const partial = () => `${file()}.partial`;
    const regions = `--region ${region} --region us-east-1 --format json`;

    beforeEach(() => {
      writeFileSync(file(), "good");
      rmSync(partial(), { force: true });
    });

    /** Reads the first region, and is ended in the second. */
    const interrupted: Audit = async (options) => {
      const controller = new AbortController();
      return runAudit({
        ...options,
        signal: controller.signal,
        watch: {
          ...options.watch,
          onResult: (result) => {
            options.watch?.onResult?.(result);
            controller.abort();
          },
        },
        gateway: stubGateway((_, where) =>
          where === region
            ? secureAccount
            : { ...secureAccount, DescribeDBInstances: () => new Promise<never>(() => {}) },
        ),
      });
    };

    it("leaves the earlier file as it was when the audit is interrupted, and what was read beside it", async () => {
      const live = await run(`audit ${regions} --save ${file()}`, { audit: interrupted });
      assert.equal(readFileSync(file(), "utf8"), "good");
      assert.equal(
        live.stderr,
        `note: what was read before the audit was ended is in ${partial()}, which says that it is partial; ${file()} is as it was.\n`,
      );
      const again = await run(`audit --from ${partial()} --format json`);
      const report = JSON.parse(again.stdout);
      assert.deepEqual([again.code, report.complete, report.partial], [2, false, "interrupted"]);
      assert.deepEqual(
        report.scopes.map(({ account: of, region: at, error }: Report["scopes"][number]) => [of, at, error]),
        [
          [account, region, undefined],
          [account, "us-east-1", "the audit was interrupted before it was read"],
        ],
      );
    });

    it("keeps what an earlier interrupted audit read, however the next one ends, and says where", async () => {
      const kept = [1, 2, 3].map((number) => `${partial()}.${number}`);
      const note = (name = "") =>
        `note: what an audit that was ended before had read into ${partial()} is in ${name} now; delete it if nobody needs it.\n`;
      try {
        await run(`audit ${regions} --save ${file()}`, { audit: interrupted });
        const first = readFileSync(partial(), "utf8");
        const second = await run(`audit ${regions} --save ${file()}`, {
          audit: interrupted,
          now: "2030-01-01T00:00:00Z",
        });
        assert.ok(second.stderr.startsWith(note(kept[0])), second.stderr);
        assert.equal(readFileSync(kept[0] ?? "", "utf8"), first);
        assert.match(readFileSync(partial(), "utf8"), /2030-01-01/);
        const third = await run(`audit ${regions} --save ${file()}`, {
          audit: async () => Promise.reject(new CannotAudit("no credentials")),
        });
        assert.ok(third.stderr.startsWith(note(kept[1])), third.stderr);
        assert.match(readFileSync(kept[1] ?? "", "utf8"), /2030-01-01/);
        const last = await audited(`--save ${file()}`);
        assert.deepEqual([last.stderr, existsSync(partial()), existsSync(kept[2] ?? "")], ["", false, false]);
        assert.equal(readFileSync(kept[0] ?? "", "utf8"), first);
      } finally {
        for (const name of kept) {
          rmSync(name, { force: true });
        }
      }
    });

    it("leaves the earlier file as it was when nothing was read", async () => {
      for (const audit of [
        async () => emptyReport({ complete: false, partial: "interrupted", scopes: [] }),
        async () => Promise.reject(new CannotAudit("no credentials")),
      ] satisfies Audit[]) {
        const { stderr, code } = await run(`audit ${regions} --save ${file()}`, { audit });
        assert.ok(stderr.startsWith(`note: nothing was read that could be saved; ${file()} is as it was.\n`), stderr);
        assert.deepEqual([code, readFileSync(file(), "utf8"), existsSync(partial())], [2, "good", false]);
      }
    });

    it("does not leave a new file behind when nothing was read", async () => {
      const fresh = files.path("fresh.json");
      const { stderr } = await run(`audit ${regions} --save ${fresh}`, {
        audit: async () => emptyReport({ complete: false, partial: "interrupted", scopes: [] }),
      });
      assert.equal(stderr, `note: nothing was read that could be saved; ${fresh} is not written.\n`);
      assert.equal(existsSync(fresh), false);
    });

    it("saves what could not be read, and --from tells it again", async () => {
      const audit: Audit = (options) =>
        runAudit({
          ...options,
          gateway: stubGateway((_, where) =>
            where === region ? { ...secureAccount, DescribeDBInstances: awsError("AccessDenied", "no", 403) } : silent,
          ),
        });
      const live = await run(`audit ${regions} --save ${file()}`, { audit });
      assert.deepEqual([live.code, live.stderr, existsSync(partial())], [2, "", false]);
      const again = await run(`audit --from ${file()} --format json`);
      const [before, after] = [live, again].map(({ stdout }) => JSON.parse(stdout) as Report);
      assert.equal(again.code, 2);
      for (const key of ["complete", "incomplete", "unread", "undecided", "findings"] as const) {
        assert.deepEqual(timeless(after?.[key]), timeless(before?.[key]), key);
      }
      assert.deepEqual(
        after?.scopes.map(({ region: at, error }) => [at, error]),
        before?.scopes.map(({ region: at, error }) => [at, error]),
      );
      assert.ok((after?.incomplete.length ?? 0) > 0);
      assert.match(after?.scopes.find(({ region: at }) => at === "us-east-1")?.error ?? "", /could not be reached/);
    });

    it("is not for what --resume goes on from, which is not read again", async () => {
      const { code, stderr, asked } = await run(`audit ${regions} --save ${file()} --resume ${files.path("r.jsonl")}`);
      assert.deepEqual([code, asked.length], [64, 0]);
      assert.match(stderr, /^error: --save and --resume are both given; what --resume goes on from is not read again/);
      assert.equal(readFileSync(file(), "utf8"), "good");
    });

    it("is named where nothing can be written to it, before anything is asked", async function () {
      if (!existsSync("/dev/full")) {
        this.skip();
      }
      const { code, stderr, asked } = await run(`audit ${regions} --save /dev/full`);
      assert.deepEqual(
        [code, stderr, asked],
        [73, "error: --save: /dev/full cannot be written: its disk is full\n", []],
      );
    });

    it("says where what was read is, when its file became a folder", async () => {
      const saved = files.path("became.json");
      const { code, stdout, stderr } = await run(`audit --region ${region} --format json --save ${saved}`, {
        audit: (options) => {
          mkdirSync(saved);
          return audit(options);
        },
      });
      assert.deepEqual([code, (JSON.parse(stdout) as Report).findings.length], [73, 2]);
      assert.match(
        stderr,
        /^note: what was read is in .*became\.json\.partial; .*\nerror: --save: .* cannot be written: /,
      );
      assert.ok(existsSync(`${saved}.partial`));
    });

    it("is for a file that --resume can read again", async () => {
      const { code, stderr, asked } = await run(`audit ${regions} --resume /dev/zero`);
      assert.deepEqual(
        [code, stderr, asked],
        [64, "error: --resume is /dev/zero, which keeps nothing to go on from; name a file\n", []],
      );
    });

    for (const option of ["--save", "--resume"]) {
      it(`${option} does not take the report away where the disk fills up`, async () => {
        const path = files.path(`full${option}.json`);
        const { writeFileSync: write } = fs;
        const filling: Audit = (options) => {
          fs.writeFileSync = (target, ...rest) => {
            if (typeof target === "number") {
              throw Object.assign(new Error("no space"), { code: "ENOSPC" });
            }
            write(target, ...rest);
          };
          return audit(options);
        };
        try {
          const { code, stdout, stderr } = await run(`audit --region ${region} --format json ${option} ${path}`, {
            audit: filling,
          });
          assert.deepEqual([code, stderr], [73, `error: ${option}: ${path} cannot be written: its disk is full\n`]);
          assert.equal((JSON.parse(stdout) as Report).findings.length, 2);
          assert.deepEqual([existsSync(path), existsSync(`${path}.partial`)], [option === "--resume", false]);
        } finally {
          fs.writeFileSync = write;
        }
      });
    }

    it("names what is a folder beside it", async () => {
      const saved = files.path("beside.json");
      mkdirSync(`${saved}.partial`);
      const { code, stderr, asked } = await run(`audit ${regions} --save ${saved}`);
      assert.deepEqual([code, asked.length], [73, 0]);
      assert.equal(stderr, `error: --save: ${saved}.partial cannot be written: it is a folder; name a file in it\n`);
    });

    it("names the option and the folder that is not there before anything is asked", async () => {
      for (const option of ["--save", "--resume"]) {
        const { code, stderr, asked } = await run(`audit ${regions} ${option} ${files.path("none/a.json")}`);
        assert.deepEqual([code, asked.length], [73, 0]);
        assert.equal(
          stderr,
          `error: ${option}: ${files.path("none/a.json")} cannot be written: its folder does not exist; make it first\n`,
        );
      }
    });
  });

  it("--resume goes on from what was done, and answers no other question", async () => {
    const file = files.path("resumed.jsonl");
    await audited(`--resume ${file}`);
    const text = readFileSync(file, "utf8");
    const [head, first, last, ...none] = text.split("\n");
    assert.deepEqual([last, none], ['{"finished":true}', [""]]);
    // Ended before its end: a second line that was cut off, and something that is no result.
    // Two audits that wrote to it at once did the region twice.
    writeFileSync(file, `${head}\n${first}\n${first}\n5\n{"scope":{"acc`);
    let asked: AuditOptions | undefined;
    const spy: Audit = async (options) => {
      asked = options;
      return emptyReport({ scopes: [emptyScope()] });
    };
    const { stderr } = await run(`audit --region ${region} --resume ${file}`, {
      audit: spy,
      now: "2026-06-01T00:00:00Z",
    });
    assert.equal(
      stderr,
      `note: 1 region from ${file}, of the audit begun at 2026-05-04T03:02:01.000Z; delete it to ask everything anew.\n`,
    );
    assert.deepEqual(
      asked?.done?.map(({ scope }) => [scope.account, scope.region]),
      [[account, region]],
    );
    assert.equal(asked?.startedAt?.toISOString(), "2026-05-04T03:02:01.000Z");
    const other = await run(`audit --region ${region} --resume ${file} --control ${isPublic}`, { audit: spy });
    assert.equal(other.code, 64);
    assert.match(other.stderr, /its audit had other controls, options, filters or exceptions/);
  });

  it("--resume leaves the file of an audit of other places as it is, and names them", async () => {
    const file = files.path("places.jsonl");
    const interrupted: Audit = async () => emptyReport({ complete: false, partial: "interrupted" });
    const organization = "--organization --unit ou-ab12-11111111 --except 111122223333";
    const rows: readonly (readonly [earlier: string, later: string, what: string])[] = [
      ["--region all", "--region us-east-1", "regions: --region all, and this one has --region us-east-1"],
      [
        "--region us-east-1 --region eu-west-1",
        "--region eu-west-1",
        "regions: --region eu-west-1 --region us-east-1, and this one has --region eu-west-1",
      ],
      [
        "--region us-east-1",
        "--region us-east-1 --account 111122223333",
        "accounts: that of the credentials, and this one has --account 111122223333",
      ],
      [
        `--region us-east-1 ${organization}`,
        "--region us-east-1 --organization",
        `accounts: ${organization}, and this one has --organization`,
      ],
    ];
    for (const [earlier, later, what] of rows) {
      rmSync(file, { force: true });
      await run(`audit ${earlier} --resume ${file}`, { audit: interrupted });
      const before = readFileSync(file, "utf8");
      const { code, stderr, asked } = await run(`audit ${later} --resume ${file}`);
      assert.deepEqual([code, asked], [64, []], later);
      assert.equal(
        stderr,
        `error: cannot go on from ${file}: its audit had other ${what}; use the same ones, or a new file\n`,
      );
      assert.equal(readFileSync(file, "utf8"), before);
    }
  });

  it("--resume takes the same places in another order", async () => {
    const file = files.path("order.jsonl");
    const [one, other] = ["--account 111122223333 --region us-east-1", "--account 444455556666 --region eu-west-1"];
    const interrupted: Audit = async () => emptyReport({ complete: false, partial: "interrupted" });
    await run(`audit ${one} ${other} --resume ${file}`, { audit: interrupted });
    const { code, asked } = await run(`audit ${other} ${one} --resume ${file}`);
    assert.deepEqual([code, asked.length], [0, 1]);
  });

  it("--resume says what it leaves out of what other credentials read", async () => {
    const file = files.path("credentials.jsonl");
    await audited(`--resume ${file}`);
    writeFileSync(file, readFileSync(file, "utf8").replace('{"finished":true}\n', ""));
    const elsewhere: Audit = async () => emptyReport({ scopes: [emptyScope({ account: "444455556666" })] });
    const { stderr } = await run(`audit --region ${region} --resume ${file}`, { audit: elsewhere });
    assert.ok(
      stderr.endsWith(`\nnote: not in this audit, and left out, 1 region from ${file}: ${account}, ${region}.\n`),
      stderr,
    );
  });

  it("--resume asks everything anew after an audit that had come to its end, and says so", async () => {
    const file = files.path("finished.jsonl");
    await audited(`--resume ${file}`);
    const { stderr, asked, report } = await audited(`--resume ${file}`, "2026-06-01T00:00:00Z");
    assert.deepEqual(asked[0]?.done, []);
    assert.equal(report.startedAt, "2026-06-01T00:00:00.000Z");
    assert.equal(
      stderr,
      `note: the audit in ${file}, begun at 2026-05-04T03:02:01.000Z, had come to its end; this one asks everything anew.\n`,
    );
    assert.match(readFileSync(file, "utf8"), /"startedAt":"2026-06-01/);
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
