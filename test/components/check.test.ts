import assert from "node:assert/strict";
import { type CheckedArguments, checkArguments } from "../../components";
import { ArgumentError } from "../../components/shared/arguments";

describe("checkArguments", () => {
  const clusterArn = "arn:aws:rds:eu-west-1:123456789012:cluster:orders";
  const monitored = { clusterArn, clusterResourceId: "cluster-ABC123", engine: "aurora-postgresql" };
  const rows: [component: string, args: object | undefined, message: string | undefined][] = [
    ["SecureTable", { hashKey: "id" }, undefined],
    ["SecureTable", {}, 'SecureTable "orders": hashKey is missing'],
    [
      "SecureDatabase",
      {},
      'checkArguments: component is "SecureDatabase", but must be one of "IsolatedNetwork", "SecureInstance", ' +
        '"SecureCluster", "SecureTable", "ActivityMonitor", "ScheduledAudit", "OrganizationAudit".',
    ],
    ["ActivityMonitor", monitored, undefined],
    ["ActivityMonitor", { ...monitored, engine: "mysql" }, 'ActivityMonitor "orders": engine is "mysql", but must be'],
    ["ActivityMonitor", { ...monitored, streamName: "s" }, 'ActivityMonitor "orders": streamKmsKeyArn is missing'],
    ["ScheduledAudit", {}, undefined],
    ["ScheduledAudit", undefined, undefined],
    ["ScheduledAudit", { schedule: "daily" }, 'ScheduledAudit "orders": schedule is "daily", but must be'],
    ["OrganizationAudit", { organizationalUnitIds: ["r-ab12"] }, undefined],
    ["OrganizationAudit", undefined, 'OrganizationAudit "orders": organizationalUnitIds is missing, but must be'],
    ["toString", {}, 'checkArguments: component is "toString"'],
  ];
  for (const [component, args, message] of rows) {
    it(`${message === undefined ? "takes" : "refuses"} ${component} with ${JSON.stringify(args)}`, () => {
      // As a program without types can call it.
      const check = () => checkArguments(component as "SecureTable", "orders", args as CheckedArguments["SecureTable"]);
      if (message === undefined) {
        check();
        return;
      }
      assert.throws(check, (error) => error instanceof ArgumentError && error.message.startsWith(message));
    });
  }
});
