export { DatabaseAccess, type DatabaseAccessArgs } from "./access/database-access";
export { BackupPlan } from "./backup/backup-plan";
export type { BackupPlanArgs, BackupPlanCopy, BackupPlanLock } from "./backup/backup-plan-arguments";
export { SecureInstance } from "./instance/secure-instance";
export type { SecureInstanceArgs } from "./instance/secure-instance-arguments";
export { EncryptionKey } from "./key/encryption-key";
export type { EncryptionKeyArgs, EncryptionKeyGrant } from "./key/encryption-key-arguments";
export { DatabaseEvents, type DatabaseEventsArgs } from "./monitoring/database-events";
export { IsolatedNetwork } from "./network/isolated-network";
export type { IsolatedNetworkArgs } from "./network/isolated-network-arguments";
export {
  SecureTable,
  type SecureTableArgs,
  type SecureTableGlobalIndex,
  type SecureTableLocalIndex,
} from "./table/secure-table";
