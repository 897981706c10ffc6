import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ControlId, controlIds } from "../../controls/ids";
import { bothGates, distinct } from "../../sandbox/gates";
import {
  accountContents,
  type Project,
  policyPack,
  previewWithPack,
  pulumi,
  type Result,
  resourcesInState,
  run,
} from "../../sandbox/scenario";
import { printed } from "./results";

const secure: readonly Project[] = [{ folder: "examples/postgres" }, { folder: "examples/dynamodb" }];
/** A policy that names a database, whose id deploying tells, and which is no more than a text before. */
const grant = "orders-connect-web_service";
/** The project at the root. */
const readyStack: Project = { folder: "." };
/** The service beside it is in test/examples and test/servers. */
const webService: Project = { folder: "examples/web-service" };
/** The insecure example lies in another region, so that the secure ones can be audited while it is there. */
const secureRegion = "us-east-1";
const insecureRegion = "us-west-2";
const insecure: Project = { folder: "examples/insecure", config: { "aws:region": insecureRegion } };

describe("the examples", () => {
  describe("before anything is deployed", () => {
    for (const project of [...secure, webService, readyStack]) {
      it(`a first preview of ${project.folder} reports no violation, and nothing undecided but whom the role may be`, async () => {
        const preview = await previewWithPack(project);
        assert.equal(preview.code, 0, printed(preview));
        assert.deepEqual(
          preview.violations.filter(({ resource }) => resource !== grant),
          [],
        );
        for (const { message } of preview.violations) {
          assert.match(message, /: not decided yet, it waits for policy, known at deploy\.$/);
        }
      });
    }

    it("a preview of the insecure example passes without the pack", async () => {
      const preview = await pulumi("preview", insecure);
      assert.equal(preview.code, 0, printed(preview));
    });

    it("with the pack it is blocked by violations of most controls, each with what to do", async () => {
      const preview = await previewWithPack(insecure);
      assert.notEqual(preview.code, 0);
      const mandatory = preview.violations.filter(({ level }) => level === "mandatory");
      assert.ok(distinct(mandatory.map(({ control }) => control)).length > controlIds.length / 2);
      assert.deepEqual(
        preview.violations.filter(({ level }) => level !== "mandatory"),
        [],
      );
      for (const { message } of mandatory) {
        assert.match(message, /^.+; .+ (must|may)\b.+\. [A-Z].+\. https:\/\/\S+$/);
      }
    });

    it("nothing was created by any preview", async () => {
      assert.equal(await resourcesInState(insecure), 0);
      assert.deepEqual(await accountContents(), []);
      assert.deepEqual(await accountContents(insecureRegion), []);
    });
  });

  describe("deployed", () => {
    before(async () => {
      const updates = await Promise.all(
        secure.map((project) => pulumi("up", project, "--yes", "--policy-pack", policyPack)),
      );
      for (const update of updates) {
        assert.equal(update.code, 0, printed(update));
      }
    });

    for (const project of secure) {
      it(`a second preview of ${project.folder} proposes no change and reports nothing`, async () => {
        const preview = await previewWithPack(project, "--expect-no-changes");
        assert.equal(preview.code, 0, printed(preview));
        assert.deepEqual(preview.violations, []);
      });
    }

    for (const project of secure) {
      it(`the analysis of the state of ${project.folder} finds nothing`, async () => {
        const analysis = await analyze(project);
        assert.equal(analysis.code, 0, printed(analysis));
        assert.ok(!/\[(mandatory|advisory)\]/.test(analysis.stdout), printed(analysis));
      });
    }

    it("the audit of the secure examples finds nothing and decides everything", async () => {
      const { code, report } = await audit(secureRegion);
      assert.equal(code, 0);
      assert.deepEqual(report.findings, []);
      assert.deepEqual(report.undecided, []);
      assert.equal(report.complete, true);
      assert.equal(report.counts.resources.dbInstances, 1);
      assert.equal(report.counts.resources.dynamodbTables, 1);
    });

    it("an audit without findings passes at every severity", async () => {
      assert.equal(await failOn(secureRegion, "low"), 0);
    });
  });

  // IAM is global: its policies are found from the region of the secure examples, too.
  describe("deployed beside the insecure one", () => {
    before(async () => {
      const update = await pulumi("up", insecure, "--yes", "--skip-preview");
      assert.equal(update.code, 0, printed(update));
    });

    it("a second preview of the insecure example proposes no change", async () => {
      const preview = await pulumi("preview", insecure, "--expect-no-changes");
      assert.equal(preview.code, 0, printed(preview));
    });

    it("the analysis of the state of the insecure example finds what the preview found", async () => {
      const analysis = await analyze(insecure);
      assert.notEqual(analysis.code, 0);
      for (const { control } of (await previewWithPack(insecure)).violations) {
        assert.ok(analysis.stdout.includes(control), `${control} is missing in\n${printed(analysis)}`);
      }
    });

    it("the audit of the insecure example finds the controls that the gate blocks", async () => {
      const { code, report } = await audit(insecureRegion);
      assert.equal(code, 1);
      const preview = await previewWithPack(insecure);
      const controlsOf = (found: readonly { readonly control: string }[]) => found.map(({ control }) => control);
      const { atGate, inAccount } = await bothGates(controlsOf(preview.violations), controlsOf(report.findings));
      assert.ok(inAccount.length > 0);
      assert.deepEqual(inAccount, atGate);
    });

    it("the audit names the line of the program that declares each resource", async () => {
      const state = await run("pulumi", ["stack", "export", "-C", insecure.folder, "-s", "dev"]);
      assert.equal(state.code, 0, printed(state));
      const folder = mkdtempSync(join(tmpdir(), "examples-test-"));
      try {
        const file = join(folder, "stack.json");
        writeFileSync(file, state.stdout);
        const places = ["--stack-export", file, "--project", insecure.folder];
        const { findings } = (await audit(insecureRegion, ...places)).report;
        const program = readFileSync(join(insecure.folder, "index.ts"), "utf8").split("\n");
        const declared = findings.flatMap(({ stack }) => (stack === undefined ? [] : [stack]));
        assert.ok(declared.length > 10, `${declared.length}`);
        for (const { urn, position } of declared) {
          assert.equal(position?.file, `${insecure.folder}/index.ts`);
          const [, , type = ""] = urn.split("::");
          assert.match(
            program[position.line - 1] ?? "",
            // Pulumi gives no place to what a function makes that `map` calls, and the call of `map` stands for it.
            new RegExp(`new aws\\.[a-z0-9]+\\.${type.split(":").at(-1)}\\(|^const subnets = .+\\.map\\(`),
          );
        }
        const sarif = await run("npx", [
          ...["aws-secure-database", "audit", "--region", insecureRegion],
          ...[...places, "--format", "sarif"],
        ]);
        const { results } = JSON.parse(sarif.stdout).runs[0] as { results: { locations: object[] }[] };
        assert.ok(results.length >= findings.length);
        assert.ok(
          results.every(({ locations }) => locations.length === 1 && "physicalLocation" in (locations[0] ?? {})),
          "GitHub refuses a file with a result without a place",
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it("an audit that may not make one call ends with 2 and names the call", async () => {
      await denied("ec2:DescribeRouteTables", async () => {
        const { code, report } = await audit(insecureRegion);
        assert.equal(code, 2);
        assert.deepEqual(
          report.unread.map(({ call }) => call),
          ["ec2:DescribeRouteTables"],
        );
        const undecided = report.undecided.map(({ control }) => control);
        assert.ok(undecided.includes("rds-instance-not-in-public-subnet"));
        assert.ok(report.findings.some(({ control }) => control === "rds-instance-storage-encrypted"));
      });
    });

    it("the text report names the call as well", async () => {
      await denied("rds:DescribeDBInstances", async () => {
        const result = await run("npx", ["aws-secure-database", "audit", "--region", insecureRegion]);
        assert.equal(result.code, 2, printed(result));
        assert.match(result.stdout, /rds:DescribeDBInstances/);
      });
    });

    it("an audit fails on findings at or above the severity given", async () => {
      assert.equal(await failOn(insecureRegion, "critical"), 1);
    });
  });

  describe("destroyed", () => {
    before(async () => {
      const protectedStacks = secure.map(async (project) => {
        const update = await pulumi("up", { ...project, config: { disposable: "true" } }, "--yes", "--skip-preview");
        assert.equal(update.code, 0, printed(update));
        return pulumi("destroy", project, "--yes", "--skip-preview");
      });
      const destructions = await Promise.all([
        ...protectedStacks,
        pulumi("destroy", insecure, "--yes", "--skip-preview"),
      ]);
      for (const destruction of destructions) {
        assert.equal(destruction.code, 0, printed(destruction));
      }
    });

    it("leave an empty account in both regions", async () => {
      assert.deepEqual(await accountContents(), []);
      assert.deepEqual(await accountContents(insecureRegion), []);
    });
  });
});

/** The exit code of an audit that fails on findings of a severity. */
async function failOn(region: string, severity: string): Promise<number> {
  return (await run("npx", ["aws-secure-database", "audit", "--region", region, "--fail-on", severity])).code;
}

/** Judges what a stack's state holds, without its program. */
function analyze({ folder }: Project): Promise<Result> {
  return run("pulumi", ["policy", "analyze", "-C", folder, "-s", "dev", "--policy-pack", policyPack]);
}

interface Report {
  readonly complete: boolean;
  readonly findings: readonly {
    readonly control: ControlId;
    readonly stack?: {
      readonly urn: string;
      readonly position?: { readonly file: string; readonly line: number };
    };
  }[];
  readonly undecided: readonly { readonly control: ControlId }[];
  readonly unread: readonly { readonly call: string }[];
  readonly counts: { readonly resources: Readonly<Record<string, number>> };
}

async function audit(
  region: string,
  ...options: readonly string[]
): Promise<{ readonly code: number; readonly report: Report }> {
  const result = await run("npx", [
    ...["aws-secure-database", "audit", "--region", region, "--format", "json"],
    ...options,
  ]);
  assert.notEqual(result.stdout, "", printed(result));
  return { code: result.code, report: JSON.parse(result.stdout) as Report };
}

/** Has the emulated account deny one action while `work` runs. */
async function denied(action: string, work: () => Promise<void>): Promise<void> {
  const file = process.env.SANDBOX_DENY_FILE;
  assert.ok(file, "the end-to-end tests run in the sandbox: npm run test:end-to-end");
  writeFileSync(file, `${action}\n`);
  try {
    await work();
  } finally {
    writeFileSync(file, "");
  }
}
