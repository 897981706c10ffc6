import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { defineControl } from "../control";

export const backupRetention = defineControl<"dbClusters", { minimumDays: number }>({
  id: "rds-cluster-backup-retention",
  title: "RDS cluster keeps its backups long enough",
  subject: "dbClusters",
  severity: "medium",
  why: "Damage that is noticed after the last backup has expired cannot be undone.",
  remediation: "Set backupRetentionPeriod to at least the days needed (35 is the most that RDS keeps).",
  peerIds: { securityHub: ["RDS.50"], checkov: ["CKV_AWS_133"], trivy: ["AWS-0077"] },
  options: {
    minimumDays: {
      schema: { type: "integer", minimum: 1, maximum: 35, description: "Days that backups must be kept." },
      default: 7,
    },
  },
  looksAt: "resource",
  evaluate({ backupRetentionPeriod }, _inventory, { minimumDays }) {
    if (isUnknown(backupRetentionPeriod)) {
      return undecided(backupRetentionPeriod.waitsFor);
    }
    const needed = `it must be at least ${minimumDays} days`;
    if (backupRetentionPeriod === undefined) {
      return fails("backupRetentionPeriod is not set (1 day)", needed);
    }
    return backupRetentionPeriod >= minimumDays
      ? holds
      : fails(`backupRetentionPeriod is ${backupRetentionPeriod}`, needed);
  },
  remedy: {
    types: ["aws:rds/cluster:Cluster", "aws-native:rds:DbCluster"],
    properties: ({ minimumDays }) => ({ backupRetentionPeriod: minimumDays }),
  },
});
