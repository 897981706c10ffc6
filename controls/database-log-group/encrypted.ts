import type { Inventory, LogGroup } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { judgeDatabaseLogGroup } from "./database-log-groups";

export const encrypted = defineControl<"logGroups", object>({
  id: "database-log-group-encrypted",
  title: "Log group of a database is encrypted with a KMS key",
  subject: "logGroups",
  severity: "low",
  why: "Logs hold statements and with them data, and only a KMS key can be kept from those who read other logs.",
  remediation: "Set kmsKeyId to the ARN of a KMS key whose policy lets CloudWatch Logs use it.",
  peerIds: {
    checkov: ["CKV_AWS_158"],
    trivy: ["AWS-0017"],
    prowler: ["cloudwatch_log_group_kms_encryption_enabled"],
  },
  options: {},
  looksAt: "inventory",
  evaluate: (group, inventory) => judgeDatabaseLogGroup(group, inventory, judge(group, inventory)),
});

/** CloudWatch Logs takes customer managed keys only. */
function judge({ kmsKeyId }: LogGroup, inventory: Inventory): Answer {
  if (kmsKeyId === undefined) {
    return fails("kmsKeyId is not set (a key that AWS owns)", "it must name a KMS key");
  }
  const isKey = isUnknown(kmsKeyId) && resolve(inventory, "kmsKeys", kmsKeyId).to === "resource";
  return isUnknown(kmsKeyId) && !isKey ? undecided(kmsKeyId.waitsFor) : holds;
}
