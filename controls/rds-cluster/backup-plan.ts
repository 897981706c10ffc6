import { type CoverageOptions, coverageOptions, mustBeCovered } from "../backup-coverage";
import { defineControl } from "../control";

export const backupPlan = defineControl<"dbClusters", CoverageOptions>({
  id: "rds-cluster-backup-plan",
  title: "RDS cluster is part of a backup plan",
  subject: "dbClusters",
  severity: "medium",
  why: "Backups of a plan lie in a vault of their own and outlive the database and whoever deletes it.",
  remediation: "Add its ARN to resources of an aws.backup.Selection, or a tag of it to selectionTags of one.",
  peerIds: { checkov: ["CKV2_AWS_8"], prowler: ["rds_cluster_protected_by_backup_plan"] },
  options: coverageOptions,
  looksAt: "inventory",
  evaluate: (cluster, inventory, options) => mustBeCovered("dbClusters", cluster, inventory, options),
});
