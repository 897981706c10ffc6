import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import {
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  ListRootsCommand,
  MoveAccountCommand,
} from "@aws-sdk/client-organizations";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { metricNamespace } from "../../audit/function/metrics";
import type { ScanSummary } from "../../audit/function/scan";
import { type Gateway, openGateway } from "../../audit/gateway";
import { configurationOf } from "../../audit/read/clients";
import { EnvironmentHttpHandler } from "../../audit/read/http";
import type { Report } from "../../audit/report/report";
import { runAudit } from "../../audit/run";
import { muteSdkNotice } from "../../cli/sdk-notice";
import { OrganizationAudit } from "../../components";
import { run } from "../../sandbox/scenario";
import { textsOfCode } from "../support/function-files";
import { run as runProgram, scopes } from "../support/mocks";
import { createPublicInstance } from "./public-instance";
import { succeeds } from "./results";
import { type Execution, execute } from "./state-machine";
import { type WarmFunction, warmFunction } from "./warm-function";

const region = "eu-west-3";
const regions = [region, "ap-northeast-2", "ap-southeast-3", "sa-east-1"];
const roleName = "AwsSecureDatabaseAudit";
const isPublic = "rds-instance-not-public";
const bundle = join(__dirname, "../../dist/audit-function");

/** Accounts beside the one of the credentials. */
const members = 19;

/** The member, by its number, and the region of each planted database. */
const planted: readonly (readonly [member: number, region: string])[] = [
  [0, region],
  [3, "ap-northeast-2"],
  [7, "sa-east-1"],
  [12, region],
  [18, "ap-northeast-2"],
];

describe("the state machine of an organization's audit, walked state by state with its functions", () => {
  let gateway: Gateway;
  let s3: S3Client;
  let bucket = "";
  let definition = "";
  let accounts: string[] = [];
  let resources: string[] = [];
  let code = "";
  const functions = new Map<string, WarmFunction>();
  /** Seconds of each scan. */
  const processor: number[] = [];
  const deny = (...calls: string[]) => writeFileSync(process.env.SANDBOX_DENY_FILE ?? "", calls.join("\n"));

  before(async () => {
    muteSdkNotice();
    deny();
    gateway = await openGateway({ region, concurrency: 10 });
    s3 = new S3Client(configurationOf(region, new EnvironmentHttpHandler(10)));
    const { root, ids } = await organization(gateway);
    accounts = ids;
    resources = await plant(gateway, ids);
    const made = await runProgram(
      () => new OrganizationAudit("databases", { organizationalUnitIds: [root], memberRole: false, regions }),
      { ...scopes.aws, region },
    );
    definition = String(made.one("aws:sfn/stateMachine:StateMachine").inputs.definition);
    const [reports, results] = ["databases-reports", "databases-results"].map(
      (name) => made.one("aws:s3/bucket:Bucket", name).state.bucket as string,
    );
    bucket = reports ?? "";
    const places = await makePlaces(s3, { BUCKET: bucket, RESULTS_BUCKET: results ?? "" });
    code = mkdtempSync(join(tmpdir(), "audit-function-"));
    cpSync(bundle, code, { recursive: true });
    const scan = made.one("aws:lambda/function:Function", "databases-scan");
    for (const [name, text] of Object.entries(await textsOfCode(scan))) {
      writeFileSync(join(code, name), text);
    }
    for (const { type, inputs, state } of made.resources) {
      if (type === "aws:lambda/function:Function") {
        const { variables } = inputs.environment as { variables: Record<string, string> };
        const { EXTERNAL_ID: _, ...settings } = variables;
        const environment = {
          ...process.env,
          ...settings,
          ...places,
          AWS_LAMBDA_FUNCTION_NAME: String(state.name),
          AWS_REGION: region,
        };
        functions.set(
          String(state.arn),
          warmFunction(code, String(inputs.handler).split(".")[1] ?? "", () => environment),
        );
      }
    }
    assert.equal(functions.size, 3);
  });
  afterEach(() => deny());
  after(() => {
    for (const made of functions.values()) {
      made.end();
    }
    rmSync(code, { recursive: true, force: true });
  });

  it("reports 20 accounts in 4 regions as `audit --organization` does, with every planted database", async () => {
    const { execution, startedAt } = await audit("first");
    assert.equal(execution.status, "SUCCEEDED", execution.error);
    assert.deepEqual([execution.failed, execution.items.length], [0, 80]);
    const report = await latest();
    assert.deepEqual([report.complete, report.scopes.length], [true, 80]);
    assert.deepEqual(publicOnes(report), resources);
    const direct = await runAudit({ regions, accounts: { organization: {}, roleName }, startedAt });
    assert.deepEqual(timeless(report), timeless(direct));
    const calls = (execution.items as unknown as ScanSummary[]).map((item) => item.calls).sort((a, b) => a - b);
    const sum = calls.reduce((total, count) => total + count, 0);
    console.log(`      80 scans: ${calls[0]} to ${calls.at(-1)} calls of AWS each`);
    const seconds = [...processor].sort((a, b) => a - b);
    console.log(
      `      the processor's time of a scan: ${[0, 0.5, 0.9].map((part) => seconds[Math.floor(part * seconds.length)]?.toFixed(2)).join(", ")} s (least, median, 90 %)`,
    );
    assert.ok(execution.entered.includes("Audited"));
    const children = execution.entered.filter((state) => state.includes("/")).length;
    const measured =
      `80 scans made ${sum.toLocaleString("en")} calls of AWS, c = ${Math.round(sum / 80)} each, and entered ${children} states ` +
      `of children and ${execution.entered.length - children} around them`;
    const documented = readFileSync(join(__dirname, "../../docs/organization-audit.md"), "utf8").replace(/\s+/g, " ");
    assert.ok(documented.includes(measured), `docs/organization-audit.md does not say: ${measured}`);
  });

  it("names an account without the role and what is denied in a region, within what is tolerated", async () => {
    const [, closed = ""] = accounts;
    deny(`sts:AssumeRole@${closed}`, "rds:DescribeDBInstances@ap-southeast-3");
    const { execution } = await audit("second");
    assert.equal(execution.status, "SUCCEEDED", execution.error);
    assert.deepEqual([execution.failed, execution.items.length], [4, 76]);
    const { complete, scopes, resolved, findings } = await latest();
    assert.deepEqual([complete, scopes.length, resolved], [false, 80, []]);
    assert.deepEqual(
      scopes.filter(({ error }) => error !== undefined).map((scope) => [scope.account, scope.region]),
      [...regions].sort().map((each) => [closed, each]),
    );
    assert.deepEqual(
      scopes.filter((scope) => !scope.complete && scope.account !== closed).map((scope) => scope.region),
      Array.from({ length: 19 }, () => "ap-southeast-3"),
    );
    assert.ok(findings.every(({ state }) => state === "unchanged"));
    assert.equal(counted("merge").IncompleteScopes, 23);
  });

  it("reports what there is, and fails, where more fails than is tolerated", async () => {
    deny("sts:AssumeRole");
    const { execution } = await audit("third");
    assert.equal(execution.status, "FAILED");
    assert.match(execution.error ?? "", /^NotScanned/);
    assert.ok(execution.entered.includes("MergeResults"));
    const { complete, scopes } = await latest();
    assert.deepEqual([complete, scopes.length], [false, 80]);
    assert.ok(scopes.some(({ error }) => error?.startsWith("its audit was not begun")));
  });

  it("deploys the template that is printed for roles made by hand", async () => {
    const { stdout } = await succeeds(run("node", ["dist/cli/cli.js", "audit", "permissions", "--format", "stackset"]));
    assert.deepEqual(JSON.parse(await memberRole(false)), JSON.parse(stdout));
  });

  for (const securityHub of [false, true]) {
    it(`deploys a template ${securityHub ? "with" : "without"} Security Hub in which CloudFormation's linter finds neither errors nor warnings`, async () => {
      const lint =
        "import sys; from cfnlint.api import lint_all; print([str(match) for match in lint_all(sys.stdin.read()) if match.rule.id[0] in 'EW'])";
      const input = await memberRole(securityHub);
      assert.equal(input.includes("securityhub:BatchImportFindings"), securityHub);
      const python = process.env.SANDBOX_PYTHON ?? "";
      assert.equal(execFileSync(python, ["-c", lint], { input, encoding: "utf8" }).trim(), "[]");
    });
  }

  async function audit(Name: string): Promise<{ readonly execution: Execution; readonly startedAt: Date }> {
    const startedAt = new Date();
    const execution = await execute(
      definition,
      { Name, StartTime: startedAt.toISOString() },
      {
        call: async (arn, payload) => {
          const made = functions.get(arn);
          assert.ok(made !== undefined, `the definition calls ${arn}, which is not deployed`);
          const answer = await made.call(payload);
          if (arn.includes("-scan")) {
            processor.push(answer.cpuSeconds);
          }
          return answer;
        },
        readObject: async (Bucket, Key) => JSON.parse(await text(Bucket, Key)) as unknown,
        writeObject: async (Bucket, Key, value) => {
          await s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(value) }));
        },
      },
      3,
    );
    return { execution, startedAt };
  }

  async function text(Bucket: string, Key: string): Promise<string> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return (await Body?.transformToString()) ?? "";
  }

  async function latest(): Promise<Report> {
    return JSON.parse(await text(bucket, "latest.json")) as Report;
  }

  /** What CloudWatch makes metrics of, of the last call of a function. */
  function counted(handler: string): Readonly<Record<string, number>> {
    const [, made] = [...functions].find(([arn]) => arn.includes(`-${handler}`)) ?? [];
    const line = made
      ?.lines()
      .filter((each) => each.includes(metricNamespace))
      .at(-1);
    return JSON.parse(line ?? "{}") as Record<string, number>;
  }
});

/** What the component deploys to each account. */
async function memberRole(securityHub: boolean): Promise<string> {
  const made = await runProgram(
    () => new OrganizationAudit("databases", { organizationalUnitIds: ["r-ab12"], securityHub }),
  );
  return String(made.one("aws:cloudformation/stackSet:StackSet").inputs.templateBody);
}

/** The buckets, the key and the topic, as the functions' environment names them. */
async function makePlaces(s3: S3Client, buckets: { readonly BUCKET: string; readonly RESULTS_BUCKET: string }) {
  const config = configurationOf(region, new EnvironmentHttpHandler(2));
  for (const Bucket of Object.values(buckets)) {
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
  }
  const { KeyMetadata } = await new KMSClient(config).send(new CreateKeyCommand({}));
  const { TopicArn } = await new SNSClient(config).send(new CreateTopicCommand({ Name: "findings" }));
  return { ...buckets, KEY_ARN: KeyMetadata?.Arn ?? "", TOPIC_ARN: TopicArn ?? "" };
}

/** An organization of twenty accounts, some of them in a unit. */
async function organization(gateway: Gateway) {
  return gateway.organization(async (client) => {
    await client.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
    const { Roots = [] } = await client.send(new ListRootsCommand({}));
    const root = Roots[0]?.Id ?? "";
    const { OrganizationalUnit } = await client.send(
      new CreateOrganizationalUnitCommand({ ParentId: root, Name: "shops" }),
    );
    const unit = OrganizationalUnit?.Id ?? "";
    const ids: string[] = [];
    for (let at = 0; at < members; at++) {
      const { CreateAccountStatus } = await client.send(
        new CreateAccountCommand({ AccountName: `shop-${at}`, Email: `shop-${at}@example.com` }),
      );
      const AccountId = CreateAccountStatus?.AccountId ?? "";
      ids.push(AccountId);
      if (at % 2 === 1) {
        await client.send(new MoveAccountCommand({ AccountId, SourceParentId: root, DestinationParentId: unit }));
      }
    }
    return { root, ids: [gateway.caller.account ?? "", ...ids] };
  });
}

/** Makes the planted databases, and tells their ARNs. */
async function plant(gateway: Gateway, accounts: readonly string[]): Promise<string[]> {
  for (const [member, place] of planted) {
    const account = accounts[member + 1] ?? "";
    const connection = await gateway.assume({ arn: `arn:aws:iam::${account}:role/${roleName}` });
    const clients = connection.clients(place);
    await clients.rds.send(createPublicInstance("orders"));
    connection.close(clients);
  }
  return planted.map(([member, place]) => `arn:aws:rds:${place}:${accounts[member + 1]}:db:orders`).sort();
}

function publicOnes({ findings }: Report): string[] {
  return findings
    .filter(({ control }) => control === isPublic)
    .map(({ resource }) => resource)
    .sort();
}

/** A report without what no two audits have in common: how long they took. */
function timeless({ seconds: _, scopes, ...report }: Report): object {
  return { ...report, scopes: scopes.map(({ seconds: __, ...scope }) => scope) };
}
