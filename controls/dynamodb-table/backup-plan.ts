import { type CoverageOptions, coverageOptions, mustBeCovered } from "../backup-coverage";
import { defineControl } from "../control";

export const backupPlan = defineControl<"dynamodbTables", CoverageOptions>({
  id: "dynamodb-table-backup-plan",
  title: "DynamoDB table is part of a backup plan",
  subject: "dynamodbTables",
  severity: "medium",
  why: "Backups of a plan lie in a vault of their own and outlive the database and whoever deletes it.",
  remediation: "Add its ARN to resources of an aws.backup.Selection, or a tag of it to selectionTags of one.",
  peerIds: {
    securityHub: ["DynamoDB.4"],
    nist: ["CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "CP-10", "SC-5(2)", "SI-12", "SI-13(5)"],
    prowler: ["dynamodb_table_protected_by_backup_plan"],
  },
  options: coverageOptions,
  looksAt: "inventory",
  evaluate: (table, inventory, options) => mustBeCovered("dynamodbTables", table, inventory, options),
});
