import assert from "node:assert/strict";
import { type ControlId, controls } from "../../controls";
import { providersOf } from "../../docs/where-decided";

describe("the providers that a control is decided for", () => {
  const rows: readonly (readonly [id: ControlId, providers: readonly string[]])[] = [
    ["rds-snapshot-encrypted", ["aws", "aws-native"]],
    ["default-security-group-closed", ["aws", "aws-native"]],
    ["rds-replicated-backup-encrypted", ["aws"]],
    // Types that cannot say what would fail.
    ["rds-snapshot-private", ["aws"]],
    ["rds-instance-final-snapshot", ["aws"]],
    // Of an account alone.
    ["database-recovery-point-encrypted", []],
  ];
  for (const [id, providers] of rows) {
    it(`${id}: ${providers.join(" and ") || "none"}`, () => {
      const control = controls.find((candidate) => candidate.id === id);
      assert.ok(control);
      assert.deepEqual(providersOf(control), providers);
    });
  }
});
