import type { AuthPlugin, Pool as CorePool, PoolConnection } from "mysql2";
import { type Behaviour, behaviourOf, type Connection, checkPoolOptions, connectionOf } from "../check-options";
import { socketTo } from "../dial";
import { loadMysql } from "../driver";
import type { MysqlPool } from "../driver-types";
import { explain } from "../explain";
import { DatabaseConnectionError } from "../failure";
import type { MysqlPoolOptions } from "../options";
import { retrying } from "../retry";
import { type TokenSource, tokenSource } from "../token";
import { mysqlDriverOptions } from "./driver-options";
import { leaveWhenReadOnly, refuseReader } from "./read-only";

export const mysql = { port: 3306, driver: mysqlDriverOptions } as const;

/**
 * A pool of `mysql2/promise` for a database user that logs in by IAM to MySQL or MariaDB, over TLS with the server's
 * certificate and name verified; `pool.pool` is the same with callbacks. Each new connection gets a token of its own; a
 * connection that is open is not cut when its token ages. `getConnection`, `query` and `execute` try again to get a
 * connection after a failover; a statement that was sent is never repeated. A connection on which a write was refused for
 * being read-only leaves the pool when it is released.
 * @throws DatabaseConnectionError OPTION_REFUSED, AUTHORITIES_UNKNOWN, DRIVER_MISSING; the pool's methods reject with one
 * of any other code
 */
export function createMysqlPool(options: MysqlPoolOptions): MysqlPool {
  checkPoolOptions(options, mysql);
  const connection = connectionOf(options, mysql);
  return mysqlPool(connection, behaviourOf(options), tokenSource(connection), options.driver);
}

/** The pool of options that were checked. */
export function mysqlPool(
  connection: Connection,
  behaviour: Behaviour,
  token: TokenSource,
  driver: MysqlPoolOptions["driver"] = {},
): MysqlPool {
  const { host, port, user, database, address, addressPort, ca } = connection;
  const refusals = new WeakSet<Error>();
  const pool = loadMysql().createPool({
    ...driver,
    host,
    port,
    user,
    ...(database === undefined ? {} : { database }),
    connectionLimit: behaviour.poolSize,
    connectTimeout: behaviour.connectTimeoutMs,
    // mysql2 verifies the name that it believes it dials, and only if told to.
    stream: () => dialled(address, addressPort),
    ssl: { ca: [...ca], rejectUnauthorized: true, verifyIdentity: true, minVersion: "TLSv1.2" },
    authPlugins: authPlugins(connection, token, refusals),
  });
  makeResilient(pool, connection, behaviour, refusals);
  return pool.promise();
}

function dialled(address: string, port: number) {
  const socket = socketTo(address, port);
  socket.setNoDelay(true);
  socket.setKeepAlive(true);
  return socket.connect(port, address);
}

/** Ways to log in that would take what is given for a password. */
const passwordPlugins = ["caching_sha2_password", "mysql_native_password", "sha256_password"];

/**
 * The token is given to the one way of logging in that RDS uses for it, which mysql2 only gets to inside TLS that it has
 * verified. Every other is refused.
 * @param refusals gets the errors of log-ins in which the token was given
 */
function authPlugins(connection: Connection, token: TokenSource, refusals: WeakSet<Error>) {
  const { host, port, user } = connection;
  const giveToken: AuthPlugin = ({ connection: asking }) => {
    asking.prependOnceListener("error", (error: Error) => refusals.add(error));
    return async () => {
      try {
        return Buffer.from(`${await token()}\0`);
      } catch (cause) {
        // mysql2 writes a code of its own onto the error that it is given.
        throw new Error("There is no token.", { cause });
      }
    };
  };
  const refuse = (plugin: string): AuthPlugin => {
    return () => {
      const found = `${host}:${port} wants a password of user ${user} by ${plugin} instead of a token.`;
      throw new DatabaseConnectionError("NOT_AN_IAM_USER", found);
    };
  };
  return Object.fromEntries([
    ["mysql_clear_password", giveToken],
    ...passwordPlugins.map((plugin) => [plugin, refuse(plugin)] as const),
  ]);
}

type Callback = Parameters<CorePool["getConnection"]>[0];

/** Every way to a connection of a pool leads through its `getConnection`. */
function makeResilient(
  pool: CorePool,
  connection: Connection,
  { deadlineMs, access }: Behaviour,
  refusals: WeakSet<Error>,
): void {
  const getConnection = pool.getConnection.bind(pool);
  const attempts = new WeakSet<Callback>();
  const checked = new WeakSet<PoolConnection>();

  const attempt = async (): Promise<PoolConnection> => {
    const got = await new Promise<PoolConnection>((resolve, reject) => {
      const callback: Callback = (error, found) => (error ? reject(error) : resolve(found));
      attempts.add(callback);
      getConnection(callback);
    });
    if (!checked.has(got)) {
      // Of a lost connection the next statement tells; an event that nobody listens to would end the process.
      got.on("error", () => {});
      leaveWhenReadOnly(got);
      if (access === "read-write") {
        await refuseReader(got, connection.host);
      }
      checked.add(got);
    }
    return got;
  };
  const explained = (error: unknown) => explain(error, connection, error instanceof Error && refusals.has(error));

  pool.getConnection = (callback) => {
    // The pool asks again itself, for those that wait, when a connection is gone.
    if (attempts.has(callback)) {
      getConnection(callback);
      return;
    }
    retrying(attempt, explained, deadlineMs).then(
      (got) => process.nextTick(callback, null, got),
      (error: Error) => process.nextTick(callback, error, undefined),
    );
  };
}
