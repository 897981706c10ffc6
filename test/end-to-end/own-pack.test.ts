import assert from "node:assert/strict";
import { join } from "node:path";
import { type ControlId, createPolicies } from "aws-secure-database/policies";
import { controlIds } from "../../controls/ids";
import { previewWithPackIn } from "../../sandbox/scenario";
import { printed } from "./results";

describe("a team's own policy pack", () => {
  it("gets the policies from the package, by its name and with its types", () => {
    const names = createPolicies().map(({ name }) => name as ControlId);
    assert.deepEqual(names.sort(), [...controlIds].sort());
  });

  it("judges by the controls it took and by its own policies, and by nothing else", async () => {
    const preview = await previewWithPackIn(join(__dirname, "packs/own"), { folder: "examples/insecure" });
    assert.notEqual(preview.code, 0, printed(preview));
    const found = new Set(preview.violations.map(({ control, level }) => `${level} ${control}`));
    assert.deepEqual([...found].sort(), [
      "advisory rds-instance-has-owner",
      "mandatory rds-instance-not-in-public-subnet",
      "mandatory rds-instance-not-public",
    ]);
  });
});
