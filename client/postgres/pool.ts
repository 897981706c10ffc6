import type { Pool, PoolClient, PoolConfig } from "pg";
import { type Behaviour, behaviourOf, type Connection, checkPoolOptions, connectionOf } from "../check-options";
import { loadPg } from "../driver";
import type { PostgresPool } from "../driver-types";
import { explain } from "../explain";
import type { PostgresPoolOptions } from "../options";
import { retrying } from "../retry";
import { type TokenSource, tokenSource } from "../token";
import { type IamClient, iamClient, refuseReader } from "./client";
import { postgresDriverOptions } from "./driver-options";

export const postgres = { port: 5432, driver: postgresDriverOptions } as const;

/**
 * A pool of `pg` for a database user that logs in by IAM, over TLS with the server's certificate and name verified. Each
 * new connection gets a token of its own; a connection that is open is not cut when its token ages. `connect` and `query`
 * try again to get a connection after a failover; a statement that was sent is never repeated. A connection on which a
 * write was refused for being read-only leaves the pool when it is released.
 *
 * Events "error" of connections that are lost while no statement runs, as by a restart of the server, end no process: an idle
 * connection leaves the pool, and of one that is checked out the next statement tells. Add a listener of "error" to the pool,
 * or to the client, to see them.
 * @throws DatabaseConnectionError OPTION_REFUSED, AUTHORITIES_UNKNOWN, DRIVER_MISSING; the pool's `connect` and `query`
 * reject with one of any other code
 */
export function createPostgresPool(options: PostgresPoolOptions): PostgresPool {
  checkPoolOptions(options, postgres);
  const connection = connectionOf(options, postgres);
  return postgresPool(connection, behaviourOf(options), tokenSource(connection), options.driver);
}

/** The pool of options that were checked. */
export function postgresPool(
  connection: Connection,
  behaviour: Behaviour,
  token: TokenSource,
  driver: PostgresPoolOptions["driver"] = {},
): PostgresPool {
  const pg = loadPg();
  const { host, port, user, database, ca } = connection;
  const config: PoolConfig = {
    ...driver,
    host,
    port,
    user,
    database: database ?? user,
    max: behaviour.poolSize,
    keepAlive: true,
    ssl: { ca: [...ca], rejectUnauthorized: true, minVersion: "TLSv1.2" },
    sslnegotiation: "postgres",
    Client: iamClient(pg, connection, behaviour, token),
  };
  const pool = new (resilientPool(pg, connection, behaviour))(config);
  pool.on("error", () => {});
  return pool;
}

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void;

function resilientPool(pg: typeof import("pg"), connection: Connection, behaviour: Behaviour): typeof Pool {
  const { deadlineMs, access } = behaviour;
  const checked = new WeakSet<PoolClient>();

  return class extends pg.Pool {
    override connect(): Promise<PoolClient>;
    override connect(callback: Callback): void;
    override connect(callback?: Callback): Promise<PoolClient> | undefined {
      const got = retrying(
        () => this.#attempt(),
        (error) => explain(error, connection),
        deadlineMs,
      );
      if (callback === undefined) {
        return got;
      }
      got.then(
        // What a callback throws is its own affair, and no failure to connect.
        (client) => process.nextTick(callback, undefined, client, client.release),
        (error: Error) => process.nextTick(callback, error, undefined, () => {}),
      );
    }

    async #attempt(): Promise<PoolClient> {
      const client = await super.connect();
      if (access === "read-write" && !checked.has(client)) {
        try {
          await refuseReader(client, connection.host);
        } catch (error) {
          client.release(true);
          throw error;
        }
        checked.add(client);
      }
      const release = client.release.bind(client);
      client.release = (error) => release(error || (client as unknown as IamClient).isStale());
      return client;
    }
  };
}
