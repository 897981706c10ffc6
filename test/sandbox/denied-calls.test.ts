import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const account = join(__dirname, "..", "..", "sandbox", "account");

/** Asks the account's own code about all rows at once: starting Python takes longer than the questions. */
const ASK = `
import json, sys
from denied_calls import denied_calls, is_denied
environment, calls = json.load(sys.stdin)
print(json.dumps([is_denied(denied_calls(environment), *call) for call in calls]))
`;

describe("The emulated account denies", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "deny-test-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const ask = (environment: Record<string, string>, calls: readonly (readonly string[])[]): unknown => {
    const input = JSON.stringify([environment, calls]);
    const { stdout, stderr } = spawnSync("python3", ["-c", ASK], { cwd: account, input, encoding: "utf8" });
    assert.equal(stderr, "");
    return JSON.parse(stdout);
  };

  it("the calls of the variable and of the file, in every region or in one", () => {
    const file = join(folder, "deny");
    writeFileSync(file, "# a comment, kms:ListKeys\nEC2:describeRouteTables@us-west-2, sts:GetCallerIdentity\n");
    const rows: [string, string, string, boolean][] = [
      ["rds", "DescribeDBInstances", "us-east-1", true],
      ["rds", "DescribeDBClusters", "us-east-1", false],
      ["ec2", "DescribeRouteTables", "us-west-2", true],
      ["ec2", "DescribeRouteTables", "us-east-1", false],
      ["sts", "GetCallerIdentity", "eu-west-1", true],
      ["kms", "ListKeys", "us-east-1", false],
    ];
    const environment = { SANDBOX_DENY: "rds:DescribeDBInstances", SANDBOX_DENY_FILE: file };
    const calls = rows.map(([service, action, region]) => [service, action, region]);
    assert.deepEqual(
      ask(environment, calls),
      rows.map(([, , , denied]) => denied),
    );
  });

  it("nothing without them, and nothing while the file is not there", () => {
    const call = [["rds", "DescribeDBInstances", "us-east-1"]];
    assert.deepEqual(ask({}, call), [false]);
    assert.deepEqual(ask({ SANDBOX_DENY_FILE: join(folder, "absent") }, call), [false]);
  });

  it("throttles a share of the calls and leaves a region without an answer", () => {
    const script = [
      "from denied_calls import denied_calls, is_silent, throttled_percentage",
      "calls = denied_calls({'SANDBOX_DENY': 'throttle:50, silence@us-west-2'})",
      "print(throttled_percentage(calls), is_silent(calls, 'us-west-2'), is_silent(calls, 'us-east-1'), throttled_percentage(set()))",
    ].join("\n");
    const { stdout } = spawnSync("python3", ["-c", script], { cwd: account, encoding: "utf8" });
    assert.equal(stdout, "50 True False 0\n");
  });
});
