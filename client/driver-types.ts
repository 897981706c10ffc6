// biome-ignore-all lint/suspicious/noTsIgnore: here there is an error only where a driver is not installed.
// The compiler of one who has installed one driver alone finds no types of the other: they are then of no use either.
// Declarations keep a comment of this form.

/** @ts-ignore */
export type PostgresPool = import("pg").Pool;

/** @ts-ignore */
export type PostgresConfig = import("pg").PoolConfig;

/** @ts-ignore */
export type MysqlPool = import("mysql2/promise").Pool;

/** @ts-ignore */
export type MysqlConfig = import("mysql2").PoolOptions;
