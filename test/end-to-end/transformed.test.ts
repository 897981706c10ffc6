import assert from "node:assert/strict";
import type { ControlId } from "../../controls/ids";
import { createStacks } from "../../sandbox/projects";
import { previewWithPack } from "../../sandbox/scenario";

const folder = "test/end-to-end/programs/transformed";

const rows: [property: string, value: unknown, control: ControlId][] = [
  ["deletionProtection", false, "rds-instance-deletion-protection"],
  ["storageEncrypted", false, "rds-instance-storage-encrypted"],
  ["parameterGroupName", "default.postgres14", "rds-instance-tls-enforced"],
  ["kmsKeyId", "alias/aws/rds", "rds-instance-customer-managed-key"],
];

describe("a component whose safe argument a transform turns off", () => {
  before(() => createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname));

  for (const [property, value, control] of rows) {
    it(`is caught by the pack: ${property} ${JSON.stringify(value)}`, async () => {
      const preview = await previewWithPack({ folder, config: { property, value: JSON.stringify(value) } });
      assert.notEqual(preview.code, 0, preview.stdout);
      assert.ok(
        preview.violations.some((violation) => violation.control === control && violation.level === "mandatory"),
        preview.stdout,
      );
    });
  }

  it("passes as it is", async () => {
    const preview = await previewWithPack({ folder, config: { property: "tags", value: "{}" } });
    assert.equal(preview.code, 0, preview.stdout);
    assert.deepEqual(preview.violations, []);
  });
});
