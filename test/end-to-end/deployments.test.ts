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
import { printed, succeeds } from "./results";

const given: Project = { folder: "test/end-to-end/programs/given" };
const existingVpc = "examples/existing-vpc";
const givenSubnets = "test/end-to-end/programs/given-subnets";
const replicaRegion = "eu-central-1";
/** In a region of its own, so that the audits of the others stay what they are. */
const programRegion = "ap-southeast-2";
const tables: Project = { folder: "test/end-to-end/programs/tables", config: { "aws:region": programRegion } };
/** Previewed alone: the emulated account forgets of these what a second preview then proposes again. */
const previewed: readonly Project[] = ["instances", "clusters"].map((name) => ({
  folder: `test/end-to-end/programs/${name}`,
  config: { "aws:region": programRegion, otherRegion: "ap-northeast-1" },
  secrets: { masterPassword: "not-a-real-password" },
}));
/** Examples of what examples.test.ts does not deploy, the ready stack at the root, and what of tables no example has. */
const projects: Project[] = [
  { folder: "." },
  { folder: "examples/mysql-replica", secrets: { masterPassword: "not-a-real-password" } },
  { folder: "examples/aurora-serverless" },
  { folder: "examples/global-table", config: { replicaRegion } },
  { folder: "examples/activity" },
  {
    folder: "examples/organization-audit",
    config: { organizationalUnitIds: ["r-ab12"], delegatedAdministrator: false },
  },
  tables,
];

/** What the network team's program made. */
interface Found {
  readonly vpcId: string;
  readonly openVpcId: string;
  readonly applicationSecurityGroupId: string;
  readonly privateSubnetIds: readonly string[];
  readonly publicSubnetId: string;
}

let found: Found;

describe("each component is deployed, left alone by a second preview, and goes", () => {
  before(async () => {
    createStacks(
      [given.folder, givenSubnets, ...[tables, ...previewed].map(({ folder }) => folder)],
      new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname,
    );
    await succeeds(pulumi("up", given, "--yes", "--skip-preview"));
    const { stdout } = await run("pulumi", ["stack", "output", "given", "--json", "-C", given.folder, "-s", "dev"]);
    found = JSON.parse(stdout) as Found;
    const { vpcId, applicationSecurityGroupId, privateSubnetIds } = found;
    projects.push(
      {
        folder: existingVpc,
        config: { vpcId, applicationSecurityGroupId, subnetCidrBlocks: ["10.20.0.0/24", "10.20.1.0/24"] },
      },
      { folder: givenSubnets, config: { vpcId, subnetIds: privateSubnetIds } },
    );
    const updates = await Promise.all(projects.map((project) => succeeds(up(project))));
    for (const update of updates) {
      const advice = update.stdout.split("\n").filter((line) => line.includes("not decided yet"));
      assert.ok(!update.stdout.includes("[mandatory]"), printed(update));
      assert.ok(
        advice.every((line) => /it waits for (policy, known at deploy|the zone of subnet .+)\.$/.test(line)),
        printed(update),
      );
    }
  });

  it("a second preview proposes no change, and the pack reports nothing but what only AWS knows", async () => {
    const previews = projects.map(async (project) => {
      const preview = await pulumi("preview", project, "--diff", "--expect-no-changes", "--policy-pack", policyPack);
      const reported = preview.stdout.matchAll(/\[(?:mandatory|advisory)\].*? {2}(\S+) {2}/g);
      const left = project.folder === givenSubnets ? ["database-subnet-group-multi-az"] : [];
      assert.equal(preview.code, 0, printed(preview));
      assert.deepEqual(
        [...reported].map(([, control]) => control),
        left,
        printed(preview),
      );
    });
    await Promise.all(previews);
  });

  const refused: readonly [title: string, folder: string, config: () => object, message: RegExp][] = [
    [
      "a block outside the VPC",
      existingVpc,
      () => ({ subnetCidrBlocks: ["10.20.0.0/24", "10.99.1.0/24"] }),
      /subnetCidrBlocks\[1\] is "10\.99\.1\.0\/24", but must lie in vpc-\w+, which has 10\.20\.0\.0\/16\./,
    ],
    [
      "a block that a subnet has",
      existingVpc,
      () => ({ subnetCidrBlocks: ["10.20.0.0/24", "10.20.17.0/25"] }),
      /subnetCidrBlocks\[1\] is "10\.20\.17\.0\/25", which overlaps subnet-\w+ with 10\.20\.17\.0\/24, but/,
    ],
    [
      "a subnet with a way out",
      givenSubnets,
      () => ({ subnetIds: [...found.privateSubnetIds, found.publicSubnetId] }),
      /subnetIds\[2\] is "subnet-\w+", which routes to the internet gateway igw-\w+, but/,
    ],
    [
      "a VPC that is not there",
      givenSubnets,
      () => ({ vpcId: "vpc-0123abcd" }),
      /error: IsolatedNetwork "\w+": vpcId is "vpc-0123abcd", but must be the id of what is there: no matching .+ found\n/,
    ],
    [
      "a subnet that is not there",
      givenSubnets,
      () => ({ subnetIds: ["subnet-0123abcd", ...found.privateSubnetIds] }),
      /error: IsolatedNetwork "\w+": subnetIds\[0\] is "subnet-0123abcd", but must be the id of what is there: no matching .+ found\n/,
    ],
    [
      "a VPC whose default group is open",
      givenSubnets,
      () => ({ vpcId: found.openVpcId }),
      /vpcId is "vpc-\w+", whose default security group sg-\w+ has (ingress and )?egress rules, which fails/,
    ],
  ];
  for (const [title, folder, config, message] of refused) {
    it(`refuses ${title}`, async () => {
      const project = projects.find((one) => one.folder === folder);
      const preview = await pulumi("preview", { folder, config: { ...project?.config, ...config() } });
      assert.notEqual(preview.code, 0);
      assert.match(preview.stdout + preview.stderr, message);
    });
  }

  const audits: readonly [region: string, undecided: readonly string[]][] = [
    // The key of the copy is in the other region, of which this audit reads nothing.
    ["us-east-1", ["dynamodb-replica-customer-managed-key"]],
    [replicaRegion, []],
    [programRegion, []],
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

  for (const project of previewed) {
    it(`a first preview of ${project.folder} breaks no control`, async () => {
      const preview = await previewWithPack(project);
      assert.equal(preview.code, 0, printed(preview));
      assert.deepEqual(
        preview.violations.filter(({ level }) => level === "mandatory"),
        [],
      );
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
    for (const [region] of audits) {
      assert.deepEqual(await accountContents(region), [], region);
    }
  });
});

function up(project: Project): Promise<Result> {
  return pulumi("up", project, "--yes", "--policy-pack", policyPack);
}
