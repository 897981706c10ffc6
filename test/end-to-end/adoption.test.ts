import assert from "node:assert/strict";
import { createStacks } from "../../sandbox/projects";
import { accountContents, policyPack, previewWithPack, pulumi, run } from "../../sandbox/scenario";
import { succeeds } from "./results";

const folder = "test/end-to-end/programs/adopted";
const step = (name: string) => ({ folder, config: { step: name } });

describe("a table that was made without the package", () => {
  before(() => createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname));

  it("is judged as it is when it is imported", async () => {
    await succeeds(pulumi("up", step("legacy"), "--yes", "--skip-preview"));
    const { violations } = await previewWithPack(step("adopt"));
    assert.deepEqual(violations.map(({ control, level }) => [control, level]).sort(), [
      ["dynamodb-table-customer-managed-key", "mandatory"],
      ["dynamodb-table-deletion-protection", "mandatory"],
      ["dynamodb-table-point-in-time-recovery", "mandatory"],
    ]);
  });

  it("is imported by a component through a transform, and not replaced", async () => {
    const adoption = await succeeds(pulumi("up", step("adopt"), "--yes", "--skip-preview"));
    assert.match(adoption.stdout, /dynamodb:Table orders imported/);
    assert.doesNotMatch(adoption.stdout, /dynamodb:Table \S+ (replac|creat)/);
  });

  it("is then secured in place, as the policy pack asks", async () => {
    const update = await succeeds(pulumi("up", step("secure"), "--yes", "--policy-pack", policyPack));
    assert.match(update.stdout, /dynamodb:Table orders updat/);
    assert.doesNotMatch(update.stdout, /dynamodb:Table \S+ (replac|delet)/);
  });

  it("is not deleted unasked: its protection refuses", async () => {
    const destroyed = await pulumi("destroy", step("secure"), "--yes", "--skip-preview");
    assert.notEqual(destroyed.code, 0);
    assert.match(destroyed.stdout + destroyed.stderr, /deletion ?protection/i);
    const { stdout } = await run("pulumi", ["stack", "export", "-C", folder, "-s", "dev"]);
    assert.match(stdout, /"legacy-orders"/);
  });

  it("goes once its protection is taken off", async () => {
    await succeeds(pulumi("up", step("dispose"), "--yes", "--skip-preview"));
    await succeeds(pulumi("destroy", step("dispose"), "--yes", "--skip-preview"));
    assert.deepEqual(await accountContents(), []);
  });
});
