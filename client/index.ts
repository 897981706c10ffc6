export { DatabaseConnectionError, type FailureCode, failures } from "./failure";
export { isFailover } from "./is-failover";
export { createMysqlPool } from "./mysql/pool";
export type { ConnectionOptions, MysqlPoolOptions, PoolBehaviour, PostgresPoolOptions } from "./options";
export { createPostgresPool } from "./postgres/pool";
