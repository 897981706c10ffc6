import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { createStacks } from "../../sandbox/projects";
import { accountContents, type Project, policyPack, pulumi, run, stackOf } from "../../sandbox/scenario";
import { printed, succeeds } from "./results";

const folder = "test/end-to-end/programs/faults";
/** Of its own: what outlives an instance stays there. */
const region = "eu-west-3";
const withArgs = (instance: object): Project => ({ folder, config: { "aws:region": region, instance } });

const instanceType = "aws:rds/instance:Instance";
const protection = { "rds-instance-deletion-protection": "a test" };

describe("an instance when something goes wrong", () => {
  before(() => createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname));

  it("is finished by a second update after the first was interrupted", async () => {
    const args = ["up", ...stackOf(withArgs({})), "--yes", "--skip-preview"];
    const interrupted = spawn("pulumi", args, { stdio: ["ignore", "pipe", "pipe"] });
    const code = await interruptedOnce(interrupted, /aws:kms:Key orders created/);
    assert.notEqual(code, 0);
    assert.equal(await instanceInState(), undefined);
    await succeeds(pulumi("up", withArgs({}), "--yes", "--skip-preview"));
    assert.ok(await instanceInState());
    await succeeds(pulumi("preview", withArgs({}), "--expect-no-changes"));
  });

  const changes: readonly [change: object, op: string][] = [
    [{ backupRetentionDays: 30 }, "update"],
    [{ instanceClass: "db.m6g.xlarge" }, "update"],
    [{ tags: { team: "orders" } }, "update"],
    [{ masterUsername: "orders_owner" }, "replace"],
    [{ engine: "mysql" }, "replace"],
  ];
  for (const [change, op] of changes) {
    it(`is to ${op} with ${JSON.stringify(change)}`, async () => {
      const preview = await succeeds(pulumi("preview", withArgs(change), "--json"));
      const { steps } = JSON.parse(preview.stdout) as {
        steps: readonly { readonly op: string; readonly urn: string }[];
      };
      const ops = steps.filter(({ urn }) => urn.endsWith(`${instanceType}::orders`)).map((step) => step.op);
      assert.ok(ops.includes(op), JSON.stringify(ops));
      assert.equal(ops.includes("replace"), op === "replace");
    });
  }

  it("is updated in place", async () => {
    const before = await instanceInState();
    await succeeds(pulumi("up", withArgs({ backupRetentionDays: 30 }), "--yes", "--skip-preview"));
    const after = await instanceInState();
    assert.equal(after?.id, before?.id);
    assert.equal(after?.inputs.backupRetentionPeriod, 30);
  });

  for (const operation of ["up", "destroy"]) {
    it(`is not deleted unasked by ${operation}: its protection refuses`, async () => {
      const before = await instances();
      assert.equal(before.length, 1);
      const refused = await pulumi(operation, withArgs({ masterUsername: "orders_owner" }), "--yes", "--skip-preview");
      assert.notEqual(refused.code, 0, printed(refused));
      for (const arn of before) {
        assert.ok((await instances()).includes(arn));
      }
    });
  }

  it("leaves a last snapshot, its key and its logs when it is deleted", async () => {
    const unprotected = withArgs({ deletionProtection: false, acceptedRisks: protection });
    await succeeds(pulumi("up", unprotected, "--yes", "--skip-preview"));
    await succeeds(pulumi("destroy", unprotected, "--yes", "--skip-preview"));
    const left = await accountContents(region);
    assert.deepEqual(await instances(), []);
    for (const kept of [/:snapshot:orders-\w+-final-/, /:key\//, /\/aws\/rds\/instance\/orders-\w+\/postgresql/]) {
      assert.ok(
        left.some((line) => kept.test(line)),
        `${kept} is not in\n${left.join("\n")}`,
      );
    }
  });

  it("comes back from that snapshot by the example of a restore", async () => {
    const [snapshotIdentifier] = (await accountContents(region)).flatMap(
      (line) => /arn:\S+:snapshot:\S+/.exec(line) ?? [],
    );
    const restore: Project = { folder: "examples/restore", config: { "aws:region": region, snapshotIdentifier } };
    const update = await succeeds(pulumi("up", restore, "--yes", "--policy-pack", policyPack));
    assert.ok(!update.stdout.includes("[mandatory]"), printed(update));
    assert.equal((await instances()).length, 1);
    await succeeds(pulumi("preview", restore, "--expect-no-changes", "--policy-pack", policyPack));
    const disposable = { ...restore, config: { ...restore.config, disposable: "true" } };
    await succeeds(pulumi("up", disposable, "--yes", "--skip-preview"));
    await succeeds(pulumi("destroy", disposable, "--yes", "--skip-preview"));
  });
});

/** Interrupts a command as Ctrl-C does once it has printed something, and tells how it ended. */
function interruptedOnce(child: ChildProcess, printed: RegExp): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let output = "";
    let isInterrupted = false;
    child.stdout?.on("data", (data: Buffer) => {
      output += data;
      if (!isInterrupted && printed.test(output)) {
        isInterrupted = true;
        child.kill("SIGINT");
      }
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (isInterrupted) {
        resolve(code);
      } else {
        reject(new Error(`It ended before it could be interrupted:\n${output}`));
      }
    });
  });
}

interface StateResource {
  readonly type: string;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

async function instanceInState(): Promise<StateResource | undefined> {
  const { stdout } = await run("pulumi", ["stack", "export", "-C", folder, "-s", "dev"]);
  const { deployment } = JSON.parse(stdout) as { deployment: { resources?: readonly StateResource[] } };
  return deployment.resources?.find(({ type }) => type === instanceType);
}

/** The ARNs of the instances that the account has. */
async function instances(): Promise<readonly string[]> {
  return (await accountContents(region)).filter((line) => /:db:/.test(line));
}
