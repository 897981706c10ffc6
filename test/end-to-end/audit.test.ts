import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  CreateBackupVaultCommand,
} from "@aws-sdk/client-backup";
import { CreateTableCommand, EnableKinesisStreamingDestinationCommand } from "@aws-sdk/client-dynamodb";
import { CreateStreamCommand } from "@aws-sdk/client-kinesis";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateAccountCommand, CreateOrganizationCommand } from "@aws-sdk/client-organizations";
import { CreateDBClusterCommand } from "@aws-sdk/client-rds";
import { type Gateway, openGateway } from "../../audit/gateway";
import { permissions } from "../../audit/permissions";
import type { Report, Scope } from "../../audit/report/report";
import { runAudit } from "../../audit/run";
import { exitCodeOf } from "../../cli/exit-code";
import { run } from "../../sandbox/scenario";
import { createPublicInstance } from "./public-instance";

/** Of its own: no other test makes anything there. */
const regions = ["ap-northeast-2", "ap-southeast-3"] as const;
const roleName = "Auditor";
const isPublic = "rds-instance-not-public";

/** Of the test that denies one call after the other: it has something behind nearly every call. */
const ofMany = "sa-east-1";

/** What that region has nothing for, and an audit of one region does not ask; a unit test denies these, too. */
const notAsked: readonly string[] = [
  "ec2:DescribeRegions",
  "rds:DescribeDBSnapshotAttributes",
  "rds:DescribeDBClusterSnapshotAttributes",
  "rds:DescribeDBClusterParameterGroups",
  "rds:DescribeDBClusterParameters",
  "rds:DescribeDBParameterGroups",
  "rds:DescribeDBParameters",
  "rds:DescribeOptionGroups",
  "ec2:GetManagedPrefixListEntries",
  "backup:ListRecoveryPointsByBackupVault",
  "dax:DescribeSubnetGroups",
];

/** A line of the table in docs/audit.md, as it was seen. */
interface Fault {
  readonly fault: string;
  readonly places: string;
  /** Of the public instances that were made. */
  readonly found: string;
  readonly named: string;
  readonly exit: string;
}

const faults: Fault[] = [];

/** What cannot be found without these is not lost: the report says that it is not complete. */
const exitOf = (report: Pick<Report, "complete" | "findings">) =>
  String(exitCodeOf(report, { severity: "low", onlyNew: false }));

const places = (scopes: readonly Scope[]) =>
  scopes.map(({ account, region, error }) => `${account} ${region}${error === undefined ? "" : " !"}`);
const publicOnes = ({ findings }: Pick<Report, "findings">) =>
  findings.filter(({ control }) => control === isPublic).map(({ resource }) => resource);

describe("an audit of an organization", () => {
  let gateway: Gateway;
  let members: string[];
  let folder: string;
  const deny = (...entries: string[]) => writeFileSync(process.env.SANDBOX_DENY_FILE ?? "", entries.join("\n"));
  const accounts = () => ({ organization: {}, roleName });
  const audit = (options = {}) => runAudit({ regions, accounts: accounts(), ...options });
  /** Every public instance that was made: one a region and account. */
  const everyInstance = () =>
    [gateway.caller.account ?? "", ...members]
      .flatMap((account) => regions.map((region) => `arn:aws:rds:${region}:${account}:db:orders`))
      .sort();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "audit-test-"));
    deny();
    gateway = await openGateway({ region: regions[0], concurrency: 10 });
    members = await gateway.organization(async (client) => {
      await client.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
      const made = await Promise.all(
        ["shop", "bank"].map((name) =>
          client.send(new CreateAccountCommand({ AccountName: name, Email: `${name}@example.com` })),
        ),
      );
      return made.map(({ CreateAccountStatus }) => CreateAccountStatus?.AccountId ?? "");
    });
    const connections = [
      gateway.own,
      ...(await Promise.all(members.map((id) => gateway.assume({ arn: `arn:aws:iam::${id}:role/${roleName}` })))),
    ];
    for (const connection of connections) {
      for (const region of regions) {
        const clients = connection.clients(region);
        await clients.rds.send(createPublicInstance("orders"));
        connection.close(clients);
      }
    }
  });
  afterEach(() => deny());
  after(() => rmSync(folder, { recursive: true }));

  const makeOneOfMany = async () => {
    const clients = gateway.own.clients(ofMany);
    const { KeyMetadata } = await clients.kms.send(new CreateKeyCommand({}));
    const KmsKeyId = KeyMetadata?.Arn;
    await clients.rds.send(createPublicInstance("orders"));
    await clients.rds.send(
      new CreateDBClusterCommand({
        DBClusterIdentifier: "stock",
        Engine: "aurora-postgresql",
        MasterUsername: "orders",
        ManageMasterUserPassword: true,
        StorageEncrypted: true,
        KmsKeyId,
      }),
    );
    await clients.kinesis.send(new CreateStreamCommand({ StreamName: "changes", ShardCount: 1 }));
    const table = { TableName: "carts" };
    await clients.dynamodb.send(
      new CreateTableCommand({
        ...table,
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    const StreamArn = `arn:aws:kinesis:${ofMany}:${gateway.caller.account}:stream/changes`;
    await clients.dynamodb.send(new EnableKinesisStreamingDestinationCommand({ ...table, StreamArn }));
    await clients.backup.send(new CreateBackupVaultCommand({ BackupVaultName: "kept" }));
    const { BackupPlanId } = await clients.backup.send(
      new CreateBackupPlanCommand({
        BackupPlan: { BackupPlanName: "daily", Rules: [{ RuleName: "daily", TargetBackupVaultName: "kept" }] },
      }),
    );
    await clients.backup.send(
      new CreateBackupSelectionCommand({
        BackupPlanId,
        BackupSelection: {
          SelectionName: "databases",
          IamRoleArn: `arn:aws:iam::${gateway.caller.account}:role/backup`,
          Resources: ["arn:aws:rds:*:*:db:*"],
        },
      }),
    );
    gateway.own.close(clients);
  };

  it("finds what is wrong in every account and region", async () => {
    const report = await audit();
    assert.deepEqual([report.complete, report.scopes.length, publicOnes(report).sort()], [true, 6, everyInstance()]);
    faults.push({ fault: "none", places: "6", found: "6 of 6", named: "nothing", exit: exitOf(report) });
  });

  it("reads all regions, those without DAX too", async () => {
    const report = await runAudit({ regions: "all" });
    assert.ok(report.scopes.length > 30, `${report.scopes.length}`);
    assert.deepEqual([report.complete, report.unread], [true, []]);
  });

  it("names the accounts of which the role is not there", async () => {
    deny("sts:AssumeRole");
    const report = await audit();
    assert.deepEqual(
      places(report.scopes).filter((place) => place.endsWith("!")),
      [...members].sort().flatMap((id) => regions.map((region) => `${id} ${region} !`)),
    );
    assert.match(report.scopes.find(({ error }) => error)?.error ?? "", /cannot be assumed .*allow sts:AssumeRole/);
    assert.equal(publicOnes(report).length, 2);
    faults.push({
      fault: "the role is denied in two of three accounts",
      places: "6",
      found: "2 of 6",
      named: "the four regions of the two accounts",
      exit: exitOf(report),
    });
  });

  it("names each call that is denied, and judges nothing by it", async () => {
    await makeOneOfMany();
    const one = { regions: [ofMany] };
    const made = new Set<string>();
    const healthy = await runAudit({ ...one, watch: { onCall: (call) => made.add(call) } });
    const all = new Set(healthy.findings.map(({ fingerprint }) => fingerprint));
    const calls = [...made].filter((call) => call !== "sts:GetCallerIdentity");
    assert.deepEqual(
      permissions.map(({ action }) => action).filter((action) => !made.has(action)),
      notAsked,
    );
    const codes = new Set<string>();
    for (const call of calls) {
      deny(call);
      const report = await runAudit(one);
      assert.deepEqual([...new Set(report.unread.map((unread) => unread.call))], [call]);
      assert.equal(report.complete, false, call);
      assert.deepEqual(
        report.findings.filter(({ fingerprint }) => !all.has(fingerprint)),
        [],
        call,
      );
      codes.add(exitOf(report));
    }
    faults.push({
      fault: "AccessDenied on each reader in turn",
      places: "1",
      found: "no finding that is not there otherwise",
      named: "that call, and nothing else",
      exit: [...codes].join(),
    });
  });

  it("loses nothing where half of the calls are throttled", async () => {
    deny("throttle:50");
    const report = await audit();
    const named = new Set(report.unread.map(({ outcome }) => outcome));
    assert.deepEqual(
      [...named].filter((outcome) => outcome !== "throttled"),
      [],
    );
    const closed = report.scopes.filter(({ error }) => error !== undefined);
    assert.equal(report.complete, report.unread.length + closed.length === 0);
    // Where the account is not known, any may be meant.
    const isNamed = (arn: string) =>
      [...report.unread, ...closed].some(({ account, region }) =>
        arn.includes(account === undefined ? `:${region}:` : `:${region}:${account}:`),
      );
    assert.deepEqual(
      everyInstance().filter((arn) => !publicOnes(report).includes(arn) && !isNamed(arn)),
      [],
    );
    faults.push({
      fault: "half of all calls are throttled",
      places: "6",
      found: "all, or less",
      named: "each call that stayed throttled after its retries",
      exit: report.complete ? `${exitOf(report)} when none did, else 2` : `1 when none did, else ${exitOf(report)}`,
    });
  });

  it("names the region that never answers", async () => {
    deny(`silence@${regions[1]}`);
    const line = ["--region", regions[0], "--region", regions[1], "--format", "json"];
    const { code, stdout } = await cli(line, { AWS_MAX_ATTEMPTS: "1" });
    const report = JSON.parse(stdout) as Report;
    assert.deepEqual(
      [code, places(report.scopes).map((place) => place.slice(13))],
      [2, [regions[0], `${regions[1]} !`]],
    );
    assert.equal(publicOnes(report).length, 1);
    faults.push({
      fault: "a region never answers",
      places: "2",
      found: "1 of 2",
      named: "the region",
      exit: String(code),
    });
  });

  for (const [signal, expected] of [
    ["SIGKILL", undefined],
    ["SIGINT", 2],
  ] as const) {
    it(`goes on after ${signal}, and has then read each region once`, async () => {
      deny(`silence@${regions[1]}`);
      const state = join(folder, `${signal}.jsonl`);
      const line = ["--region", regions[0], "--region", regions[1], "--format", "json", "--resume", state];
      const child = spawn("node", ["dist/cli/cli.js", "audit", ...line], { stdio: ["ignore", "pipe", "inherit"] });
      const ended = outputOf(child);
      await until(() => readFileSync(state, "utf8").split("\n").length === 3);
      child.kill(signal);
      const { code, stdout } = await ended;
      assert.equal(code ?? undefined, expected);
      if (stdout !== "") {
        const partial = JSON.parse(stdout) as Report;
        assert.deepEqual([partial.partial, publicOnes(partial).length], ["interrupted", 1]);
      }
      deny();
      const rest = await cli(line);
      const report = JSON.parse(rest.stdout) as Report;
      assert.deepEqual([rest.code, report.complete, publicOnes(report).length], [1, true, 2]);
      // Its head, both regions, and that nothing is left to go on with.
      assert.equal(readFileSync(state, "utf8").trimEnd().split("\n").length, 4);
      faults.push({
        fault: `${signal} in the middle, and \`--resume\``,
        places: "2",
        found: `${stdout === "" ? "no report" : "1 of 2"}, then 2 of 2`,
        named: stdout === "" ? "nothing" : "that it is partial",
        exit: `${expected ?? "none"}, then ${rest.code}`,
      });
    });
  }

  it("does under faults what docs/audit.md says", () => {
    const lines = readFileSync("docs/audit.md", "utf8").split("\n");
    const cells = (line: string) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1);
    const from = lines.findIndex((line) => cells(line)[0] === "fault") + 2;
    const written = lines.slice(from, from + faults.length + 1).map(cells);
    assert.deepEqual(written, [...faults.map((fault) => Object.values<string>({ ...fault })), []]);
  });
});

function cli(line: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  return run("node", ["dist/cli/cli.js", "audit", ...line], environment);
}

function outputOf(child: ChildProcess): Promise<{ readonly code: number | null; readonly stdout: string }> {
  return new Promise((resolve) => {
    let stdout = "";
    child.stdout?.on("data", (data: Buffer) => {
      stdout += data;
    });
    child.once("close", (code) => resolve({ code, stdout }));
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (;;) {
    try {
      if (holds()) {
        return;
      }
    } catch {
      // The file is not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
