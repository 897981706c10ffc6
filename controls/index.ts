import type { AnyControl } from "./control";
import { noPublicIngress } from "./database-security-group/no-public-ingress";
import { customerManagedKey as tableCustomerManagedKey } from "./dynamodb-table/customer-managed-key";
import { deletionProtection as tableDeletionProtection } from "./dynamodb-table/deletion-protection";
import { pointInTimeRecovery } from "./dynamodb-table/point-in-time-recovery";
import { backupRetention } from "./rds-instance/backup-retention";
import { customerManagedKey } from "./rds-instance/customer-managed-key";
import { deletionProtection } from "./rds-instance/deletion-protection";
import { enhancedMonitoring } from "./rds-instance/enhanced-monitoring";
import { iamAuthentication } from "./rds-instance/iam-authentication";
import { multiAz } from "./rds-instance/multi-az";
import { notInPublicSubnet } from "./rds-instance/not-in-public-subnet";
import { notPublic } from "./rds-instance/not-public";
import { performanceInsightsCustomerManagedKey } from "./rds-instance/performance-insights-customer-managed-key";
import { statementLogging } from "./rds-instance/statement-logging";
import { storageEncrypted } from "./rds-instance/storage-encrypted";
import { tlsEnforced } from "./rds-instance/tls-enforced";

export type { Answer, AnyControl, Control, Finding, PeerIds, Severity, Undecided } from "./control";
export { severities } from "./control";
export { type ControlId, controlIds } from "./ids";
export { type Judgement, judge } from "./judge";

/** The catalogue: every control, in the order in which gates report them. */
export const controls: readonly AnyControl[] = [
  storageEncrypted,
  customerManagedKey,
  notPublic,
  notInPublicSubnet,
  tlsEnforced,
  statementLogging,
  backupRetention,
  deletionProtection,
  multiAz,
  iamAuthentication,
  enhancedMonitoring,
  performanceInsightsCustomerManagedKey,
  noPublicIngress,
  tableCustomerManagedKey,
  pointInTimeRecovery,
  tableDeletionProtection,
];
