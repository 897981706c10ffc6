import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";

export const backupRetention = defineControl<"dbInstances", { minimumDays: number }>({
  id: "rds-instance-backup-retention",
  title: "RDS instance keeps its backups long enough",
  subject: "dbInstances",
  severity: "medium",
  why: "Damage that is noticed after the last backup has expired cannot be undone.",
  remediation: "Set backupRetentionPeriod to at least the days needed (35 is the most that RDS keeps).",
  peerIds: {
    securityHub: ["RDS.11"],
    nist: ["CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "CP-10", "SC-5(2)", "SI-12", "SI-13(5)"],
    checkov: ["CKV_AWS_133"],
    trivy: ["AWS-0077"],
    prowler: ["rds_instance_backup_enabled"],
  },
  options: {
    minimumDays: {
      schema: { type: "integer", minimum: 1, maximum: 35, description: "Days that backups must be kept." },
      default: 7,
    },
  },
  looksAt: "resource",
  remedy: {
    types: ["aws:rds/instance:Instance", "aws-native:rds:DbInstance"],
    properties: ({ minimumDays }) => ({ backupRetentionPeriod: minimumDays }),
  },
  evaluate(instance, _inventory, { minimumDays }) {
    const { replicaSource, backupRetentionPeriod } = instance;
    const byCluster = judgedWithCluster(instance, "backups");
    if (byCluster !== undefined) {
      return byCluster;
    }
    if (replicaSource !== undefined) {
      return notApplicable("a read replica is backed up at its source");
    }
    if (isUnknown(backupRetentionPeriod)) {
      return undecided(backupRetentionPeriod.waitsFor);
    }
    const needed = `it must be at least ${minimumDays} days`;
    if (backupRetentionPeriod === undefined) {
      return fails("backupRetentionPeriod is not set (no automated backups, or one day's)", needed);
    }
    return backupRetentionPeriod >= minimumDays
      ? holds
      : fails(`backupRetentionPeriod is ${backupRetentionPeriod}`, needed);
  },
});
