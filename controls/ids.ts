/** The id of every control, for components' acceptedRisks, policy configuration and exceptions. */
export const controlIds = [
  "rds-instance-storage-encrypted",
  "rds-instance-customer-managed-key",
  "rds-instance-not-public",
  "rds-instance-not-in-public-subnet",
  "rds-instance-tls-enforced",
  "rds-instance-statement-logging",
  "rds-instance-backup-retention",
  "rds-instance-deletion-protection",
  "rds-instance-multi-az",
  "rds-instance-iam-authentication",
  "rds-instance-enhanced-monitoring",
  "rds-instance-performance-insights-customer-managed-key",
  "database-security-group-no-public-ingress",
  "dynamodb-table-customer-managed-key",
  "dynamodb-table-point-in-time-recovery",
  "dynamodb-table-deletion-protection",
] as const;

export type ControlId = (typeof controlIds)[number];
