export { BackupPlan, type BackupPlanArgs } from "./backup-plan";
export { DatabaseEvents, type DatabaseEventsArgs } from "./database-events";
export { EncryptionKey, type EncryptionKeyArgs } from "./encryption-key";
export { IsolatedNetwork, type IsolatedNetworkArgs } from "./isolated-network";
export { SecureInstance } from "./secure-instance";
export type { SecureInstanceArgs } from "./secure-instance-arguments";
export {
  SecureTable,
  type SecureTableArgs,
  type SecureTableGlobalIndex,
  type SecureTableLocalIndex,
} from "./secure-table";
