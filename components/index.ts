export { DatabaseAccess, type DatabaseAccessArgs } from "./access/database-access";
export type { OwnItemsArgs } from "./access/own-items-arguments";
export { TableAccess, type TableAccessArgs } from "./access/table-access";
export { ActivityMonitor } from "./activity/activity-monitor";
export type {
  ActivityBucket,
  ActivityDetections,
  ActivityMonitorArgs,
  ActivityTable,
} from "./activity/activity-monitor-arguments";
export type { AuditBucket } from "./audit/audit-arguments";
export { OrganizationAudit } from "./audit/organization-audit";
export type { OrganizationAuditArgs } from "./audit/organization-audit-arguments";
export { ScheduledAudit } from "./audit/scheduled-audit";
export type { ScheduledAuditArgs } from "./audit/scheduled-audit-arguments";
export { BackupPlan } from "./backup/backup-plan";
export type { BackupPlanArgs, BackupPlanCopy, BackupPlanLock } from "./backup/backup-plan-arguments";
export { type CheckedArguments, checkArguments } from "./check";
export type { ClusterActivityStream, ClusterRestore } from "./cluster/cluster-feature-arguments";
export type { ClusterMember, ClusterReaderScaling, ClusterServerlessV2 } from "./cluster/cluster-member-arguments";
export { SecureCluster } from "./cluster/secure-cluster";
export type { SecureClusterArgs } from "./cluster/secure-cluster-arguments";
export type { InstanceBackupReplication } from "./instance/backup-replication";
export type { InstanceReplica, InstanceRestore } from "./instance/instance-replica-arguments";
export { SecureInstance } from "./instance/secure-instance";
export type { SecureInstanceArgs } from "./instance/secure-instance-arguments";
export { EncryptionKey } from "./key/encryption-key";
export type { EncryptionKeyArgs, EncryptionKeyGrant } from "./key/encryption-key-arguments";
export type { DatabaseAlarms } from "./monitoring/alarm-arguments";
export { DatabaseEvents, type DatabaseEventsArgs } from "./monitoring/database-events";
export { IsolatedNetwork } from "./network/isolated-network";
export type { IsolatedNetworkArgs } from "./network/isolated-network-arguments";
export { DatabaseProxy } from "./proxy/database-proxy";
export type { DatabaseProxyArgs, ProxyOptions } from "./proxy/database-proxy-arguments";
export type { InstanceOption } from "./rds/options";
export { ArgumentError } from "./shared/arguments";
export type { SecureTableGlobalIndex, SecureTableLocalIndex } from "./table/index-arguments";
export { SecureTable } from "./table/secure-table";
export type {
  SecureTableAccess,
  SecureTableArgs,
  SecureTableCapacity,
  SecureTableImport,
  SecureTableKinesis,
  SecureTableMaximums,
  SecureTableReplica,
} from "./table/secure-table-arguments";
