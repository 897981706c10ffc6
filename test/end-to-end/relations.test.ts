import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ControlId } from "../../controls/ids";
import { createStacks } from "../../sandbox/projects";
import {
  policyPack,
  previewWithPack,
  pulumi,
  type Result,
  resourcesInState,
  run,
  type Violation,
} from "../../sandbox/scenario";
import { printed } from "./results";

const folder = "test/end-to-end/programs/relations";

const rows: [mistake: string, control: ControlId, resource: string][] = [
  ["main-route-table", "rds-instance-not-in-public-subnet", "orders"],
  ["parameter-group", "rds-instance-tls-enforced", "orders"],
  ["flow-log", "database-vpc-flow-logs", "orders"],
  ["backup-selection", "rds-instance-backup-plan", "orders"],
];

describe("a first preview, with nothing deployed, decides relations by property dependencies", () => {
  let sound: readonly Violation[];

  before(async () => {
    createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname);
    const preview = await previewWithPack({ folder });
    assert.ok(preview.violations.length > 0, `not everything is right with the program, yet ${printed(preview)}`);
    sound = preview.violations;
  });

  for (const [mistake, control, resource] of rows) {
    it(`${control}: fails by ${mistake}, and holds without`, async () => {
      const { violations } = await previewWithPack({ folder, config: { mistake } });
      assert.ok(violations.length >= sound.length);
      const found = (of: readonly Violation[]) => of.filter((violation) => violation.control === control);
      assert.deepEqual(
        found(violations).map((violation) => [violation.level, violation.resource]),
        [["mandatory", resource]],
      );
      assert.deepEqual(found(sound), []);
    });
  }

  it("leaves nothing undecided", () => {
    assert.deepEqual(
      sound.filter(({ level }) => level === "advisory"),
      [],
    );
  });

  it("deploys nothing", async () => {
    assert.equal(await resourcesInState({ folder }), 0);
  });
});

describe("an update without a preview decides everything", () => {
  const instance = "aws:rds/instance:Instance";

  after(async () => {
    const destruction = await pulumi("destroy", { folder }, "--yes", "--skip-preview");
    assert.equal(destruction.code, 0, printed(destruction));
  });

  it("a control of a resource before the resource is made", async () => {
    const update = await updateUnder(["rds-instance-deletion-protection"]);
    assert.notEqual(update.code, 0);
    assert.match(update.stdout, /\[mandatory\].*rds-instance-deletion-protection/);
    assert.ok(!(await typesInState()).includes(instance));
  });

  it("a relation as soon as its parts exist", async () => {
    const update = await updateUnder(["rds-instance-tls-enforced"], "parameter-group");
    assert.notEqual(update.code, 0);
    assert.match(update.stdout, /\[mandatory\].*rds-instance-tls-enforced/);
    assert.ok((await typesInState()).includes(instance));
  });

  it("and lets what is right pass, with nothing left to advise", async () => {
    const update = await updateUnder(rows.map(([, control]) => control));
    assert.equal(update.code, 0, printed(update));
    assert.ok(!/\[(mandatory|advisory)\]/.test(update.stdout), printed(update));
  });
});

/** Updates the stack with these controls alone. */
function updateUnder(controls: readonly ControlId[], mistake?: string): Promise<Result> {
  const config = join(tmpdir(), `relations-${process.pid}.json`);
  const levels = Object.fromEntries(controls.map((control) => [control, "mandatory"]));
  writeFileSync(config, JSON.stringify({ all: "disabled", ...levels }));
  const project = { folder, ...(mistake === undefined ? {} : { config: { mistake } }) };
  return pulumi("up", project, "--yes", "--skip-preview", "--policy-pack", policyPack, "--policy-pack-config", config);
}

async function typesInState(): Promise<readonly string[]> {
  const { stdout } = await run("pulumi", ["stack", "export", "-C", folder, "-s", "dev"]);
  const { deployment } = JSON.parse(stdout) as { deployment: { resources?: readonly { readonly type: string }[] } };
  return (deployment.resources ?? []).map(({ type }) => type);
}
