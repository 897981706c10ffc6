import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import * as components from "../../components";
import { run } from "../support/mocks";

const page = readFileSync(join(__dirname, "../../docs/scheduled-audit.md"), "utf8");

/** The programs of the page, each as a function that runs it. */
const programs = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, text = ""]) => {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const imported = (name: string) => (name === "aws-secure-database" ? components : assert.fail(name));
  return () => new Function("require", "exports", outputText)(imported, {});
});

interface Statement {
  readonly Sid: string;
  readonly Principal?: unknown;
  readonly Resource: unknown;
}

const statementsOf = (policy: unknown) =>
  Object.fromEntries(
    (JSON.parse(String(policy)) as { readonly Statement: readonly Statement[] }).Statement.map((one) => [one.Sid, one]),
  );

describe("the page of the audit on a schedule", () => {
  it("shows programs that run", async () => {
    assert.equal(programs.length, 2);
    for (const program of programs) {
      assert.equal((await run(program)).error, undefined);
    }
  });

  it("has the audit publish on the topic of a DatabaseEvents, under the key that both are given", async () => {
    const made = await run(programs[1] ?? assert.fail());
    const key = made.one("aws:kms/key:Key", "alerts").state.arn;
    const topic = made.one("aws:sns/topic:Topic");
    assert.equal(topic.inputs.kmsMasterKeyId, key);
    const { TellFindings, EncryptThroughTopic } = statementsOf(
      made.one("aws:iam/rolePolicy:RolePolicy", "databases-audit").inputs.policy,
    );
    assert.deepEqual([TellFindings?.Resource, EncryptThroughTopic?.Resource], [topic.state.arn, key]);
    const users = Object.values(statementsOf(made.one("aws:kms/key:Key", "alerts").inputs.policy));
    assert.ok(users.some(({ Principal }) => JSON.stringify(Principal)?.includes("cloudwatch.amazonaws.com")));
    const publishers = Object.values(statementsOf(made.one("aws:sns/topicPolicy:TopicPolicy").inputs.policy));
    assert.ok(publishers.some(({ Principal }) => JSON.stringify(Principal)?.includes("cloudwatch.amazonaws.com")));
    const alarms = made.resources.filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.equal(alarms.length, 5);
    assert.ok(alarms.every(({ inputs }) => (inputs.alarmActions as unknown[])[0] === topic.state.arn));
  });
});
