import assert from "node:assert/strict";
import { concerns } from "../../cli/catalogue/concerns";
import type { ControlId } from "../../controls/ids";

const urn = (type: string): string => `urn:pulumi:dev::shop::component$${type}::orders`;

describe("which control can be about which resource", () => {
  const rows: readonly (readonly [ControlId, string, boolean])[] = [
    ["rds-instance-multi-az", "aws:rds/instance:Instance", true],
    ["rds-instance-multi-az", "aws-native:rds:DbInstance", true],
    ["rds-instance-multi-az", "aws:dynamodb/table:Table", false],
    ["rds-cluster-member-not-public", "aws:rds/clusterInstance:ClusterInstance", true],
    ["rds-cluster-member-not-public", "aws:rds/cluster:Cluster", true],
    ["rds-event-subscription-critical-events", "aws:rds/cluster:Cluster", true],
    ["dynamodb-table-point-in-time-recovery", "aws:s3/bucket:Bucket", false],
  ];
  for (const [control, type, expected] of rows) {
    it(`${control} ${expected ? "is" : "is not"} about ${type}`, () => {
      assert.equal(concerns(control, urn(type)), expected);
    });
  }
});
