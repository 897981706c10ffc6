import assert from "node:assert/strict";
import { createStacks } from "../../sandbox/projects";
import { accountContents, type Project, policyPack, pulumi, type Result, run } from "../../sandbox/scenario";
import { printed, succeeds } from "./results";

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
      const advice = update.stdout.split("\n").filter((line) => line.includes("not decided yet"));
      assert.ok(!update.stdout.includes("[mandatory]"), printed(update));
      assert.ok(
        advice.every((line) => line.endsWith("it waits for policy, known at deploy.")),
        printed(update),
      );
    }
  });

  it("a second preview proposes no change, and the pack reports nothing", async () => {
    const previews = projects.map((project) =>
      pulumi("preview", project, "--diff", "--expect-no-changes", "--policy-pack", policyPack),
    );
    for (const preview of await Promise.all(previews)) {
      assert.equal(preview.code, 0, printed(preview));
      assert.ok(!/\[(mandatory|advisory)\]/.test(preview.stdout), printed(preview));
    }
  });

  const audits: readonly [region: string, undecided: readonly string[]][] = [
    // The key of the copy is in the other region, of which this audit reads nothing.
    ["us-east-1", ["dynamodb-replica-customer-managed-key"]],
    [replicaRegion, []],
  ];
  for (const [region, undecided] of audits) {
    it(`an audit of ${region} finds nothing`, async () => {
      const audit = await run("npx", ["aws-secure-database", "audit", "--region", region, "--format", "json"]);
      const report = JSON.parse(audit.stdout) as {
        readonly complete: boolean;
        readonly findings: readonly unknown[];
        readonly undecided: readonly { readonly control: string }[];
      };
      assert.deepEqual(report.findings, []);
      assert.deepEqual(
        report.undecided.map(({ control }) => control),
        undecided,
      );
      assert.ok(report.complete);
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
