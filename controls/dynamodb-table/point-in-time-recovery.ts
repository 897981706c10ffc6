import { isUnknown, type Value } from "../../inventory/value";
import { all, fails, holds, mustBeOn, undecided } from "../answers";
import { type Answer, defineControl } from "../control";

export const pointInTimeRecovery = defineControl<"dynamodbTables", { minimumDays: number }>({
  id: "dynamodb-table-point-in-time-recovery",
  title: "DynamoDB table can be restored to any recent second",
  subject: "dynamodbTables",
  severity: "medium",
  why: "Without it a faulty write or delete is final, as DynamoDB makes no other backups by itself.",
  remediation: "Set pointInTimeRecovery with enabled true (and recoveryPeriodInDays to the days needed).",
  peerIds: {
    securityHub: ["DynamoDB.2"],
    nist: ["CP-6(2)", "CP-9", "CP-10", "SC-5(2)", "SI-12", "SI-13(5)"],
    checkov: ["CKV_AWS_28"],
    trivy: ["AWS-0024"],
    prowler: ["dynamodb_tables_pitr_enabled"],
  },
  options: {
    minimumDays: {
      schema: { type: "integer", minimum: 1, maximum: 35, description: "Days that must be restorable." },
      default: 1,
    },
  },
  looksAt: "resource",
  evaluate({ pointInTimeRecovery: enabled, recoveryPeriod }, _inventory, { minimumDays }) {
    return all([
      mustBeOn("pointInTimeRecovery.enabled", enabled, "off by default"),
      longEnough(recoveryPeriod, minimumDays),
    ]);
  },
  remedy: {
    types: ["aws:dynamodb/table:Table"],
    // The longest period, which is also the default.
    properties: ({ minimumDays }) => ({
      pointInTimeRecovery: { enabled: true, ...(minimumDays > 1 ? { recoveryPeriodInDays: 35 } : {}) },
    }),
  },
});

function longEnough(recoveryPeriod: Value<number>, minimumDays: number): Answer {
  if (isUnknown(recoveryPeriod)) {
    return undecided(recoveryPeriod.waitsFor);
  }
  // DynamoDB keeps 35 days when nobody set a period.
  return recoveryPeriod === undefined || recoveryPeriod >= minimumDays
    ? holds
    : fails(`pointInTimeRecovery.recoveryPeriodInDays is ${recoveryPeriod}`, `it must be at least ${minimumDays}`);
}
