import type { LogGroup } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { judgeDatabaseLogGroup } from "./database-log-groups";

export const retention = defineControl<"logGroups", { minimumDays: number }>({
  id: "database-log-group-retention",
  title: "Log group of a database keeps its logs for long enough",
  subject: "logGroups",
  severity: "low",
  why: "Many intrusions are found months later, when only kept logs tell what was read.",
  remediation: "Set retentionInDays to the days needed, or leave it out to keep the logs for good.",
  peerIds: {
    securityHub: ["CloudWatch.16"],
    nist: ["AU-6(3)", "AU-6(4)", "AU-10", "AU-11", "CA-7", "SI-12"],
    checkov: ["CKV_AWS_338"],
    prowler: ["cloudwatch_log_group_retention_policy_specific_days_enabled"],
  },
  options: {
    minimumDays: {
      schema: { type: "integer", minimum: 1, maximum: 3653, description: "Days that logs must be kept." },
      default: 365,
    },
  },
  looksAt: "inventory",
  evaluate: (group, inventory, { minimumDays }) => judgeDatabaseLogGroup(group, inventory, judge(group, minimumDays)),
});

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
function judge({ retention: days }: LogGroup, minimumDays: number): Answer {
  if (isUnknown(days)) {
    return undecided(days.waitsFor);
  }
  return days === undefined || days === 0 || days >= minimumDays
    ? holds
    : fails(`retentionInDays is ${days}`, `it must be at least ${minimumDays}, or left out`);
}
