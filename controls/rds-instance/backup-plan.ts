import { notApplicable } from "../answers";
import { type CoverageOptions, coverageOptions, mustBeCovered } from "../backup-coverage";
import { defineControl } from "../control";

export const backupPlan = defineControl<"dbInstances", CoverageOptions>({
  id: "rds-instance-backup-plan",
  title: "RDS instance is part of a backup plan",
  subject: "dbInstances",
  severity: "medium",
  why: "Backups of a plan lie in a vault of their own and outlive the database and whoever deletes it.",
  remediation: "Add its ARN to resources of an aws.backup.Selection, or a tag of it to selectionTags of one.",
  peerIds: {
    securityHub: ["RDS.26"],
    nist: ["CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "CP-10", "SC-5(2)", "SI-12", "SI-13(5)"],
    prowler: ["rds_instance_protected_by_backup_plan"],
  },
  options: coverageOptions,
  looksAt: "inventory",
  evaluate(instance, inventory, options) {
    if (instance.cluster !== undefined) {
      return notApplicable("the backups of a member are those of its cluster");
    }
    return instance.replicaSource === undefined
      ? mustBeCovered("dbInstances", instance, inventory, options)
      : notApplicable("a read replica is backed up at its source");
  },
});
