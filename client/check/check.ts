import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { type Connection, checkConnectionOptions, connectionOf } from "../check-options";
import { explain } from "../explain";
import type { DatabaseConnectionError } from "../failure";
import { mysql, mysqlPool } from "../mysql/pool";
import type { ConnectionOptions } from "../options";
import { postgres, postgresPool } from "../postgres/pool";
import { type TokenSource, tokenSeconds, tokenSource } from "../token";
import { certificateOf, dial } from "./certificate";
import type { EngineName } from "./start-tls";

/** A step of a check that was taken. */
export interface Step {
  readonly name: "DNS" | "TCP" | "certificate" | "TLS" | "token" | "log-in" | "query";
  /** What was seen, a line each. */
  readonly seen: readonly string[];
  /** Why it failed; it is then the last. */
  readonly failure?: DatabaseConnectionError;
}

const engines = { postgres, mysql } as const;
const timeoutMs = 10_000;
const dayMs = 24 * 3_600_000;

/**
 * Checks a connection step by step, each once, and tells each as it is taken; ends with the first that fails.
 * @throws DatabaseConnectionError OPTION_REFUSED, AUTHORITIES_UNKNOWN, before any step
 */
export async function* checkConnection(
  engine: EngineName,
  options: ConnectionOptions,
  profile?: string,
): AsyncGenerator<Step> {
  checkConnectionOptions(options);
  const connection = connectionOf(options, engines[engine]);
  try {
    yield* stepsOf(engine, connection, profile);
  } catch (error) {
    if (!(error instanceof FailedStep)) {
      throw error;
    }
    yield { name: error.step, seen: error.seen, failure: explain(error.cause, connection) };
  }
}

/**
 * A token for a connection, as text.
 * @throws DatabaseConnectionError OPTION_REFUSED, CREDENTIALS_MISSING, CREDENTIALS_EXPIRED
 */
export async function createToken(engine: EngineName, options: ConnectionOptions, profile?: string): Promise<string> {
  checkConnectionOptions(options);
  // A token needs no authorities: it is whoever connects with it who needs them.
  return tokenSource(connectionOf({ ca: [], ...options }, engines[engine]), profile)();
}

async function* stepsOf(engine: EngineName, connection: Connection, profile?: string): AsyncGenerator<Step> {
  const { host, port, user, region, address, addressPort } = connection;
  const addresses = await step("DNS", () => lookup(address, { all: true }));
  const found =
    isIP(address) === 0 ? `is ${addresses.map((each) => each.address).join(", ")}` : "is an address already";
  yield { name: "DNS", seen: [`${address} ${found}`] };

  const socket = await step("TCP", () => dial(connection, timeoutMs));
  yield { name: "TCP", seen: [`${socket.remoteAddress ?? address} answers at port ${addressPort}`] };

  const certificate = await step("certificate", () => certificateOf(engine, connection, socket)).finally(() =>
    socket.destroy(),
  );
  const { subject, issuer, validTo, failure } = certificate;
  const days = Math.trunc((validTo.getTime() - Date.now()) / dayMs);
  const validity = validTo.getTime() < Date.now() ? `expired; days ago: ${-days}` : `days left: ${days}`;
  const seen = [
    `subject ${subject}`,
    `issuer ${issuer}`,
    `valid to ${validTo.toISOString().slice(0, 10)}, ${validity}`,
  ];
  if (failure !== undefined) {
    throw new FailedStep("certificate", failure, seen);
  }
  yield { name: "certificate", seen: [...seen, `it is from a trusted authority and for ${host}`] };
  yield { name: "TLS", seen: [`${certificate.protocol}, ${certificate.cipher}`] };

  const token = await step("token", tokenSource(connection, profile));
  const expires = new Date(Date.now() + tokenSeconds * 1000).toISOString().slice(0, 19);
  yield { name: "token", seen: [`for user ${user} at ${host}:${port} in ${region}, good until ${expires}Z`] };

  const session = await step("log-in", () => logIn(engine, connection, async () => token));
  try {
    yield { name: "log-in", seen: [`user ${user} is let in`] };
    yield { name: "query", seen: [await step("query", session.whoAmI)] };
  } finally {
    await session.end();
  }
}

interface Session {
  /** What the server says of itself and of the user. */
  whoAmI(): Promise<string>;
  end(): Promise<void>;
}

async function logIn(engine: EngineName, connection: Connection, token: TokenSource): Promise<Session> {
  const behaviour = { poolSize: 1, connectTimeoutMs: timeoutMs, deadlineMs: 0, access: "any" } as const;
  if (engine === "postgres") {
    const pool = postgresPool(connection, behaviour, token);
    const client = await pool.connect();
    return {
      whoAmI: async () => {
        const { rows } = await client.query("SELECT current_user, current_database(), version()");
        return described(
          "current_user, current_database()",
          rows[0]?.current_user,
          rows[0]?.current_database,
          rows[0]?.version,
        );
      },
      end: async () => {
        client.release();
        await pool.end();
      },
    };
  }
  const pool = mysqlPool(connection, behaviour, token);
  const session = await pool.getConnection();
  return {
    whoAmI: async () => {
      const [rows] = await session.query({ sql: "SELECT current_user(), database(), version()", rowsAsArray: true });
      const [[user, database, version] = []] = rows as unknown as readonly (readonly unknown[])[];
      return described("current_user(), database()", user, database, version);
    },
    end: async () => {
      session.release();
      await pool.end();
    },
  };
}

function described(asked: string, user: unknown, database: unknown, version: unknown): string {
  return `SELECT ${asked}: ${user}, ${database ?? "no database"} (${String(version).split(/ \(| on /)[0]})`;
}

class FailedStep extends Error {
  constructor(
    readonly step: Step["name"],
    override readonly cause: unknown,
    readonly seen: readonly string[] = [],
  ) {
    super(step);
  }
}

async function step<T>(name: Step["name"], take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (error) {
    throw new FailedStep(name, error);
  }
}
