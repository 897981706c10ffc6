import assert from "node:assert/strict";
import { createStacks } from "../../sandbox/projects";
import {
  accountContents,
  type Project,
  policyPack,
  previewWithPack,
  pulumi,
  type Result,
  run,
} from "../../sandbox/scenario";

const given: Project = { folder: "test/end-to-end/programs/given" };
const replicaRegion = "eu-central-1";
/** Examples of what examples.test.ts does not deploy, and the ready stack at the root. */
const projects: Project[] = [
  { folder: "." },
  { folder: "examples/mysql-replica", secrets: { masterPassword: "not-a-real-password" } },
  { folder: "examples/aurora-serverless" },
  { folder: "examples/global-table", config: { replicaRegion } },
];

describe("each component is deployed, left alone by a second preview, and goes", () => {
  before(async () => {
    createStacks([given.folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname);
    await succeeds(pulumi("up", given, "--yes", "--skip-preview"));
    const { stdout } = await run("pulumi", ["stack", "output", "--json", "-C", given.folder, "-s", "dev"]);
    const { vpcId, applicationSecurityGroupId } = JSON.parse(stdout) as Record<string, unknown>;
    projects.push({
      folder: "examples/existing-vpc",
      config: {
        vpcId,
        subnetCidrBlocks: ["10.20.0.0/24", "10.20.1.0/24"],
        applicationSecurityGroupId,
      },
    });
    const updates = await Promise.all(projects.map((project) => succeeds(up(project))));
    for (const update of updates) {
      assert.ok(!/\[(mandatory|advisory)\]/.test(update.stdout), printed(update));
    }
  });

  it("a second preview proposes no change, and the pack reports nothing", async () => {
    for (const preview of await Promise.all(
      projects.map((project) => previewWithPack(project, "--expect-no-changes")),
    )) {
      assert.equal(preview.code, 0, printed(preview));
      assert.deepEqual(preview.violations, []);
    }
  });

  for (const region of ["us-east-1", replicaRegion]) {
    it(`an audit of ${region} finds nothing`, async () => {
      const audit = await run("npx", ["aws-secure-database", "audit", "--region", region, "--format", "json"]);
      const { findings, undecided, complete } = JSON.parse(audit.stdout) as Record<string, unknown>;
      assert.deepEqual({ findings, undecided, complete }, { findings: [], undecided: [], complete: true });
    });
  }

  it("destroying leaves nothing", async () => {
    await Promise.all(
      projects.map(async (project) => {
        const disposable = { ...project, config: { ...project.config, disposable: "true" } };
        await succeeds(pulumi("up", disposable, "--yes", "--skip-preview"));
        await succeeds(pulumi("destroy", disposable, "--yes", "--skip-preview"));
      }),
    );
    await succeeds(pulumi("destroy", given, "--yes", "--skip-preview"));
    assert.deepEqual(await accountContents(), []);
    assert.deepEqual(await accountContents(replicaRegion), []);
  });
});

function up(project: Project): Promise<Result> {
  return pulumi("up", project, "--yes", "--policy-pack", policyPack);
}

async function succeeds(running: Promise<Result>): Promise<Result> {
  const result = await running;
  assert.equal(result.code, 0, printed(result));
  return result;
}

function printed({ command, code, stdout, stderr }: Result): string {
  return `${command} ended with ${code}\n${stdout}\n${stderr}`;
}
