export { EncryptionKey, type EncryptionKeyArgs } from "./encryption-key";
export { IsolatedNetwork, type IsolatedNetworkArgs } from "./isolated-network";
export { SecureInstance, type SecureInstanceArgs } from "./secure-instance";
export {
  SecureTable,
  type SecureTableArgs,
  type SecureTableGlobalIndex,
  type SecureTableLocalIndex,
} from "./secure-table";
