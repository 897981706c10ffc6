import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { DeleteDBInstanceCommand, RDSClient } from "@aws-sdk/client-rds";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectVersionsCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { type AwsSecurityFinding, GetFindingsCommand, SecurityHubClient } from "@aws-sdk/client-securityhub";
import { ListTopicsCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, DeleteQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { NewFindings } from "../../audit/function/messages";
import { metricNamespace } from "../../audit/function/metrics";
import type { Outcome } from "../../audit/function/outcome";
import { configurationOf } from "../../audit/read/clients";
import { EnvironmentHttpHandler } from "../../audit/read/http";
import type { Report } from "../../audit/report/report";
import { muteSdkNotice } from "../../cli/sdk-notice";
import { type Project, policyPack, pulumi, resourcesInState, run } from "../../sandbox/scenario";
import { type Called, callFunction } from "./lambda";
import { createPublicInstance } from "./public-instance";
import { printed, succeeds } from "./results";

const region = "eu-west-3";
const example = "examples/scheduled-audit";
const project: Project = {
  folder: example,
  config: { "aws:region": region, regions: [region], emails: ["security@example.com"], securityHub: true },
};

/** Over TLS, without which the bucket is closed; the way there is known when the hooks of mocha have run. */
function account() {
  muteSdkNotice();
  const config = configurationOf(region, new EnvironmentHttpHandler(2));
  return {
    lambda: new LambdaClient(config),
    rds: new RDSClient(config),
    s3: new S3Client(config),
    securityHub: new SecurityHubClient(config),
    sns: new SNSClient(config),
    sqs: new SQSClient(config),
  };
}

interface Outputs {
  readonly bucketName: string;
  readonly topicArn: string;
  readonly functionName: string;
}

describe("an audit on a schedule, deployed and run", () => {
  let clients: ReturnType<typeof account>;
  let outputs: Outputs;
  let code = "";
  let environment: NodeJS.ProcessEnv;
  let queueUrl = "";
  const deny = (...calls: string[]) => writeFileSync(process.env.SANDBOX_DENY_FILE ?? "", calls.join("\n"));
  const audit = (more: NodeJS.ProcessEnv = {}) =>
    callFunction<Outcome>(code, "scheduled", { ...process.env, ...environment, ...more });

  before(async () => {
    clients = account();
    deny();
    const update = await pulumi("up", project, "--yes", "--policy-pack", policyPack);
    assert.equal(update.code, 0, printed(update));
    assert.doesNotMatch(update.stdout, /\[mandatory\]/);
    const { stdout } = await succeeds(run("pulumi", ["stack", "output", "--json", "-C", example, "-s", "dev"]));
    outputs = JSON.parse(stdout) as Outputs;
    const { Environment, FunctionName, Handler } = await clients.lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: outputs.functionName }),
    );
    assert.equal(Handler, "index.scheduled");
    environment = { ...Environment?.Variables, AWS_LAMBDA_FUNCTION_NAME: FunctionName, AWS_REGION: region };
    code = mkdtempSync(join(tmpdir(), "audit-function-"));
    cpSync("dist/audit-function", code, { recursive: true });
    // What the component packs beside the code, by the names that the environment has for it.
    copyFileSync(join(example, "configuration.json"), join(code, environment.CONFIGURATION_FILE ?? ""));
    copyFileSync(join(example, "exceptions.yaml"), join(code, environment.EXCEPTIONS_FILE ?? ""));
    queueUrl = (await clients.sqs.send(new CreateQueueCommand({ QueueName: "people" }))).QueueUrl ?? "";
    await clients.sns.send(
      new SubscribeCommand({
        TopicArn: outputs.topicArn,
        Protocol: "sqs",
        Endpoint: `arn:aws:sqs:${region}:123456789012:people`,
        Attributes: { RawMessageDelivery: "true" },
      }),
    );
    await clients.rds.send(createPublicInstance("trial-orders"));
  });
  afterEach(() => deny());
  after(() => rmSync(code, { recursive: true, force: true }));

  it("a second preview proposes no change, and the pack reports nothing", async () => {
    const preview = await pulumi("preview", project, "--diff", "--expect-no-changes", "--policy-pack", policyPack);
    assert.equal(preview.code, 0, printed(preview));
    assert.doesNotMatch(preview.stdout, /\[(mandatory|advisory)\]/);
  });

  it("puts its report into the bucket, under the key", async () => {
    const called = await audit();
    const { complete, report, newFindings } = outcomeOf(called);
    assert.deepEqual([complete, newFindings > 0], [true, true], called.lines.join("\n"));
    const [, key = ""] = report.split(`s3://${outputs.bucketName}/`);
    const { ServerSideEncryption, SSEKMSKeyId } = await clients.s3.send(
      new HeadObjectCommand({ Bucket: outputs.bucketName, Key: key }),
    );
    assert.deepEqual([ServerSideEncryption, SSEKMSKeyId], ["aws:kms", environment.KEY_ARN]);
    assert.equal(await text("latest.json"), await text(key));
    const { findings, accepted } = JSON.parse(await text(key)) as Report;
    assert.ok(findings.some(({ control }) => control === "rds-instance-not-public"));
    assert.ok(findings.some(({ control, advisory }) => control === "rds-instance-multi-az" && advisory === true));
    assert.deepEqual(
      accepted.map(({ finding, exception }) => [finding.control, exception.id]),
      [["rds-instance-deletion-protection", "EXC-1"]],
    );
    assert.match(await text("latest.html"), /^<!doctype html>.*<script>/s);
    assert.match(await text("latest.csv"), /rds-instance-not-public/);
  });

  it("keeps everybody out who comes without TLS", async () => {
    const plain = new S3Client({ region, endpoint: process.env.SANDBOX_ENDPOINT_URL ?? "", forcePathStyle: true });
    const reading = plain.send(new GetObjectCommand({ Bucket: outputs.bucketName, Key: "latest.json" }));
    await assert.rejects(reading, ({ $metadata }: { $metadata?: { httpStatusCode?: number } }) => {
      assert.equal($metadata?.httpStatusCode, 403);
      return true;
    });
  });

  it("tells the topic of what it found", async () => {
    const [message, ...more] = await messages();
    assert.deepEqual(more, []);
    assert.equal(message?.audit, outputs.functionName);
    const { findings } = JSON.parse(await text("latest.json")) as Report;
    assert.deepEqual(
      message?.findings.map(({ fingerprint }) => fingerprint),
      findings.map(({ fingerprint }) => fingerprint),
    );
  });

  it("imports it into Security Hub", async () => {
    assert.ok((await imported()).includes("rds-instance-not-public ACTIVE"));
  });

  it("tells nobody again of what is known", async () => {
    assert.equal(outcomeOf(await audit()).newFindings, 0);
    assert.deepEqual(await messages(), []);
  });

  it("counts as incomplete what it may not read, and forgets nothing of it", async () => {
    deny("rds:DescribeDBInstances");
    const called = await audit();
    assert.deepEqual([outcomeOf(called).complete, metricsOf(called).IncompleteScopes], [false, 1]);
    assert.ok(called.lines.includes("incomplete: rds-instance-not-public: rds:DescribeDBInstances was denied"));
    deny();
    assert.equal(outcomeOf(await audit()).newFindings, 0);
    assert.deepEqual(await messages(), []);
  });

  it("fails where it cannot publish, and tells it the next time", async () => {
    await clients.rds.send(createPublicInstance("stock"));
    deny("sns:Publish");
    const called = await audit({ AWS_MAX_ATTEMPTS: "1" });
    assert.match(called.error ?? "", /^NotDelivered: new findings cannot be published/);
    assert.equal(metricsOf(called).Undelivered, 1);
    deny();
    assert.ok(outcomeOf(await audit()).newFindings > 0);
    const [message] = await messages();
    assert.deepEqual([...new Set(message?.findings.map(({ resourceName }) => resourceName))], ["stock"]);
  });

  it("says what is gone, and archives it in Security Hub", async () => {
    for (const DBInstanceIdentifier of ["trial-orders", "stock"]) {
      await clients.rds.send(new DeleteDBInstanceCommand({ DBInstanceIdentifier, SkipFinalSnapshot: true }));
    }
    assert.ok(outcomeOf(await audit()).resolved > 0);
    assert.ok(!(await imported()).includes("rds-instance-not-public ACTIVE"));
  });

  it("is destroyed to nothing, once its bucket is empty", async () => {
    const of = { Bucket: outputs.bucketName };
    const { Versions = [] } = await clients.s3.send(new ListObjectVersionsCommand(of));
    for (const { Key, VersionId } of Versions) {
      await clients.s3.send(new DeleteObjectCommand({ ...of, Key, VersionId }));
    }
    await clients.sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl }));
    await succeeds(pulumi("destroy", project, "--yes", "--skip-preview"));
    const { Buckets = [] } = await clients.s3.send(new ListBucketsCommand({}));
    const { Topics = [] } = await clients.sns.send(new ListTopicsCommand({}));
    assert.deepEqual([await resourcesInState(project), Buckets, Topics], [0, [], []]);
  });

  async function text(key: string): Promise<string> {
    const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket: outputs.bucketName, Key: key }));
    return (await Body?.transformToString()) ?? "";
  }

  /** What programs read of the messages since the last look. */
  async function messages(): Promise<readonly NewFindings[]> {
    const { Messages = [] } = await clients.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 3600 }),
    );
    return Messages.map(({ Body }) => JSON.parse(Body ?? "") as NewFindings);
  }

  /** "rds-instance-not-public ACTIVE", of every finding. */
  async function imported(): Promise<readonly string[]> {
    const { Findings = [] } = await clients.securityHub.send(new GetFindingsCommand({}));
    return Findings.map(
      ({ GeneratorId, RecordState }: AwsSecurityFinding) => `${GeneratorId?.split("/").at(-1)} ${RecordState}`,
    );
  }
});

function outcomeOf({ response, error, lines }: Called<Outcome>): Outcome {
  assert.ok(response !== undefined, `${error}\n${lines.join("\n")}`);
  return response;
}

/** What CloudWatch makes metrics of. */
function metricsOf({ lines }: Called<Outcome>): Readonly<Record<string, number>> {
  return JSON.parse(lines.find((line) => line.includes(metricNamespace)) ?? "{}") as Record<string, number>;
}
