import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ControlId } from "../../controls/ids";
import { createStacks } from "../../sandbox/projects";
import { policyPack, previewWithPack, run, type Violation, violationsOf } from "../../sandbox/scenario";
import { emptyFolder, removeFolder } from "./consumer";
import { exportOf, insecure, secure } from "./native-state";
import { printed } from "./results";

const folder = "test/end-to-end/programs/native";

/** What fails in both, a program that is not deployed and a state, each with its resource. */
const failing: readonly (readonly [control: ControlId, resource: string])[] = [
  ["database-security-group-no-open-egress", "database"],
  ["database-security-group-no-public-ingress", "database"],
  ["database-security-group-source-is-security-group", "database"],
  ["database-vpc-flow-logs", "vpc"],
  ["dynamodb-table-backup-plan", "carts"],
  ["dynamodb-table-deletion-protection", "carts"],
  ["dynamodb-table-point-in-time-recovery", "carts"],
  ["rds-event-subscription-critical-events", "orders"],
  ["rds-instance-backup-plan", "orders"],
  ["rds-instance-backup-retention", "orders"],
  ["rds-instance-copy-tags-to-snapshot", "orders"],
  ["rds-instance-customer-managed-key", "orders"],
  ["rds-instance-deletion-protection", "orders"],
  ["rds-instance-enhanced-monitoring", "orders"],
  ["rds-instance-iam-authentication", "orders"],
  ["rds-instance-logs-exported", "orders"],
  ["rds-instance-managed-master-password", "orders"],
  ["rds-instance-master-username", "orders"],
  ["rds-instance-multi-az", "orders"],
  ["rds-instance-not-in-public-subnet", "orders"],
  ["rds-instance-performance-insights", "orders"],
  ["rds-instance-statement-logging", "orders"],
  ["rds-instance-storage-encrypted", "orders"],
  ["rds-instance-tls-enforced", "orders"],
];

describe("resources of aws-native", () => {
  describe("in a first preview, on a stand-in of the provider", () => {
    before(() => createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname));

    const preview = (isSecure: boolean) =>
      previewWithPack({ folder, config: { "aws-native:region": "eu-west-1", secure: String(isSecure) } });

    it("are blocked, relations too: by a route, a parameter group and a key that are still to be made", async () => {
      const result = await preview(false);
      assert.notEqual(result.code, 0, printed(result));
      assertReported(result.violations, [...failing, ["database-key-rotation", "key"]]);
    });

    it("pass where they are as they should be, and nothing is left undecided", async () => {
      const result = await preview(true);
      assert.equal(result.code, 0, printed(result));
      assert.deepEqual(result.violations, []);
    });
  });

  describe("in a state file", () => {
    const temporary = emptyFolder();
    after(() => removeFolder(temporary));

    const analyze = (state: string) => {
      const file = join(temporary, "stack.json");
      writeFileSync(file, state);
      return run("pulumi", ["policy", "analyze", "--file", file, "--policy-pack", policyPack, "--json"]);
    };

    it("are reported, a password that cannot be decrypted too", async () => {
      const result = await analyze(exportOf(insecure));
      assert.notEqual(result.code, 0, printed(result));
      assertReported(violationsOf(result.stdout), [
        ...failing,
        ["dynamodb-table-customer-managed-key", "carts"],
        ["iam-rds-connect-scoped", "connect"],
        ["rds-instance-not-public", "orders"],
      ]);
    });

    it("pass where they are as they should be, and nothing is left undecided", async () => {
      const result = await analyze(exportOf(secure));
      assert.equal(result.code, 0, printed(result));
      assert.deepEqual(violationsOf(result.stdout), []);
    });
  });
});

function assertReported(
  violations: readonly Violation[],
  expected: readonly (readonly [control: ControlId, resource: string])[],
): void {
  assert.deepEqual(
    violations.map(({ level, control, resource }) => `${level} ${control} ${resource}`).sort(),
    expected.map(([control, resource]) => `mandatory ${control} ${resource}`).sort(),
  );
}
