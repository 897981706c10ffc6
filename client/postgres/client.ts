import type { Client, ClientConfig, PoolClient } from "pg";
import type { Behaviour, Connection } from "../check-options";
import { socketTo } from "../dial";
import { DatabaseConnectionError } from "../failure";
import type { TokenSource } from "../token";

/** SQLSTATE of a write that a reader refuses. */
const readOnlyTransaction = "25006";

/** A client of pg, with what its pool must know of it. */
export interface IamClient extends Client {
  /** Whether the server refused a write for being a reader. */
  isStale(): boolean;
}

/**
 * The class of the pool's clients: it makes a token when the server asks for one, in the clear inside verified TLS, and
 * for nothing else.
 */
export function iamClient(
  pg: typeof import("pg"),
  connection: Connection,
  { connectTimeoutMs }: Pick<Behaviour, "connectTimeoutMs">,
  token: TokenSource,
): new (
  config?: ClientConfig,
) => IamClient {
  const { host, port, user, address, addressPort } = connection;
  return class extends pg.Client implements IamClient {
    #stale = false;

    constructor(config?: ClientConfig) {
      let wanted: string | undefined;
      super({
        ...config,
        // pg verifies the name that it believes it dials.
        stream: () => socketTo(address, addressPort),
        connectionTimeoutMillis: connectTimeoutMs,
        password: () => (wanted === undefined ? token() : Promise.reject(notAnIamUser(host, port, user, wanted))),
      });
      this.connection.once("authenticationMD5Password", () => {
        wanted = "MD5";
      });
      this.connection.once("authenticationSASL", () => {
        wanted = "SCRAM";
      });
      // Of a lost connection the next statement tells; an event that nobody listens to would end the process.
      this.on("error", () => {});
      this.connection.on("errorMessage", ({ code }: { readonly code?: string }) => {
        this.#stale ||= code === readOnlyTransaction;
      });
    }

    isStale(): boolean {
      return this.#stale;
    }

    override connect(): Promise<this>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<this> | undefined {
      if (callback === undefined) {
        return new Promise((resolve, reject) => {
          this.connect((error: Error | null) => (error ? reject(error) : resolve(this)));
        });
      }
      super.connect((error: Error) => {
        // pg keeps the password that it got from the function, which would show in util.inspect with hidden fields.
        forget(this);
        if (error) {
          // pg-pool forgets a client that could not connect, but leaves its socket open.
          this.connection.stream.destroy();
        }
        callback(error);
      });
      return undefined;
    }
  };
}

function forget(client: object): void {
  for (const holder of [client, (client as { readonly connectionParameters?: object }).connectionParameters]) {
    if (holder !== undefined) {
      Object.assign(holder, { password: undefined });
    }
  }
}

function notAnIamUser(host: string, port: number, user: string, wanted: string): DatabaseConnectionError {
  return new DatabaseConnectionError(
    "NOT_AN_IAM_USER",
    `${host}:${port} wants a password of user ${user} by ${wanted} instead of a token.`,
  );
}

/** A connection to a server in recovery is one to a reader, or to the old writer after a failover. */
export async function refuseReader(client: PoolClient, host: string): Promise<void> {
  const { rows } = await client.query<{ readonly reader: boolean }>("SELECT pg_is_in_recovery() AS reader");
  if (rows[0]?.reader === true) {
    throw new DatabaseConnectionError("READ_ONLY", `${host} led to a server that takes no writes.`);
  }
}
