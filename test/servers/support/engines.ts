import { createMysqlPool, createPostgresPool } from "../../../client";
import { type Behaviour, behaviourOf, checkPoolOptions, connectionOf } from "../../../client/check-options";
import { mysql, mysqlPool } from "../../../client/mysql/pool";
import type { ConnectionOptions, PoolBehaviour } from "../../../client/options";
import { postgres, postgresPool } from "../../../client/postgres/pool";
import type { TokenSource } from "../../../client/token";
import type { Database, DatabaseSetting } from "./database";
import { startMariadb } from "./mariadb";
import { startPostgres } from "./postgres";

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** A connection or a pool of either driver, in one form. */
export interface Queries {
  query(statement: string): Promise<Rows>;
}

export type PoolOptions = ConnectionOptions & PoolBehaviour & { readonly driver?: object };

export interface CheckedOut extends Queries {
  release(): void;
}

export interface OpenPool extends Queries {
  /** The driver's own pool. */
  readonly pool: unknown;
  checkOut(): Promise<CheckedOut>;
  end(): Promise<void>;
}

/** What differs between the engines. */
export interface Engine {
  readonly name: "postgres" | "mysql";
  start(setting: DatabaseSetting): Promise<Database>;
  /** Makes the database "shop", its user "app", one with a password, and "boss", who may do all. */
  readonly prepare: readonly string[];
  /** A pool as users make it or, with a source of tokens, one with those. */
  open(options: PoolOptions, token?: TokenSource): OpenPool;
  /** Options of the driver by which waiting for a free connection has a limit. */
  readonly impatient: readonly object[];
  readonly whoAmI: string;
  readonly me: Rows;
  readonly connectionId: string;
  readonly tlsVersion: string;
  readonly sleep: string;
  readonly write: string;
}

const postgresEngine: Engine = {
  name: "postgres",
  start: startPostgres,
  prepare: [
    "CREATE ROLE rds_iam; CREATE ROLE app LOGIN IN ROLE rds_iam; CREATE ROLE boss LOGIN SUPERUSER IN ROLE rds_iam; CREATE ROLE keyholder LOGIN PASSWORD 'x'",
    "CREATE DATABASE shop OWNER app",
  ],
  open(options, token) {
    const pool =
      token === undefined
        ? createPostgresPool(options)
        : postgresPool(connectionOf(options, postgres), checkedBehaviour(options, postgres), token);
    return {
      pool,
      query: async (statement) => (await pool.query(statement)).rows,
      checkOut: async () => {
        const client = await pool.connect();
        return {
          query: async (statement) => (await client.query(statement)).rows,
          release: () => client.release(),
        };
      },
      end: () => pool.end(),
    };
  },
  impatient: [{ connectionTimeoutMillis: 200 }],
  whoAmI: "SELECT current_user AS who, current_database() AS what",
  me: [{ who: "app", what: "shop" }],
  connectionId: "SELECT pg_backend_pid() AS id",
  tlsVersion: "SELECT version AS v FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
  sleep: "SELECT pg_sleep(20)",
  write: "CREATE TABLE IF NOT EXISTS goods (id int)",
};

const mysqlEngine: Engine = {
  name: "mysql",
  start: startMariadb,
  prepare: [
    [
      "CREATE DATABASE shop;",
      "CREATE USER app IDENTIFIED VIA pam REQUIRE SSL;",
      "GRANT ALL ON shop.* TO app;",
      "CREATE USER boss IDENTIFIED VIA pam REQUIRE SSL;",
      "GRANT ALL ON *.* TO boss;",
      "CREATE USER keyholder IDENTIFIED BY 'x';",
      "",
    ].join("\n"),
  ],
  open(options, token) {
    const pool =
      token === undefined
        ? createMysqlPool(options)
        : mysqlPool(connectionOf(options, mysql), checkedBehaviour(options, mysql), token);
    return {
      pool,
      query: async (statement) => (await pool.query(statement))[0] as Rows,
      checkOut: async () => {
        const connection = await pool.getConnection();
        return {
          query: async (statement) => (await connection.query(statement))[0] as Rows,
          release: () => connection.release(),
        };
      },
      end: () => pool.end(),
    };
  },
  impatient: [{ waitForConnections: false }, { queueLimit: 1 }],
  whoAmI: "SELECT current_user() AS who, database() AS what",
  me: [{ who: "app@%", what: "shop" }],
  connectionId: "SELECT connection_id() AS id",
  tlsVersion: "SELECT variable_value AS v FROM information_schema.session_status WHERE variable_name = 'Ssl_version'",
  sleep: "SELECT sleep(20)",
  write: "CREATE TABLE IF NOT EXISTS goods (id int)",
};

export const engines: readonly Engine[] = [postgresEngine, mysqlEngine];

function checkedBehaviour(options: PoolOptions, engine: Parameters<typeof checkPoolOptions>[1]): Behaviour {
  checkPoolOptions(options, engine);
  return behaviourOf(options);
}
