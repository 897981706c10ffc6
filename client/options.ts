import type { SignerConfig } from "@aws-sdk/rds-signer";
import type { MysqlConfig, PostgresConfig } from "./driver-types";
import type { mysqlDriverOptions } from "./mysql/driver-options";
import type { postgresDriverOptions } from "./postgres/driver-options";

/** The database, the user in it, and who asks for a token. */
export interface ConnectionOptions {
  /**
   * The endpoint of the database as RDS shows it, such as "orders.abc123.eu-west-1.rds.amazonaws.com". The server's
   * certificate must be for this name and the token is for it.
   */
  readonly host: string;
  /** The port of the database, which the token is for. Default: 5432 for PostgreSQL, 3306 for MySQL. */
  readonly port?: number;
  /** The database user, one that may log in by IAM. */
  readonly user: string;
  /** The database to use. Default: the one of the user's name in PostgreSQL, none in MySQL. */
  readonly database?: string;
  /** The region of the database. Default: the one in the name of the host; required where that names none. */
  readonly region?: string;
  /**
   * The AWS credentials to sign tokens with, or a provider of them. Default: the AWS SDK's chain (environment, profile,
   * web identity, container, instance).
   * https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/setting-credentials-node.html
   */
  readonly credentials?: SignerConfig["credentials"];
  /** The name or IP address to dial, where it is not `host`: of a tunnel, a port forward or a name of your own. */
  readonly address?: string;
  /** The port to dial, where it is not `port`. */
  readonly addressPort?: number;
  /**
   * The authorities that the server's certificate must come from, as PEM text. Default: those of RDS in the region, for
   * the regions that come with the package.
   */
  readonly ca?: string | readonly string[];
}

/** How a pool connects. */
export interface PoolBehaviour {
  /** The most connections at once. Default: 10. */
  readonly poolSize?: number;
  /** Milliseconds that one attempt to connect may take, log-in included. Default: 10,000. */
  readonly connectTimeoutMs?: number;
  /**
   * Milliseconds within which attempts to connect are repeated after a failover: none begins later. 0 is one attempt
   * alone. Default: 60,000. The failover of a Multi-AZ instance takes 60 to 120 seconds, that of Aurora mostly less
   * than 30.
   * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html
   */
  readonly deadlineMs?: number;
  /**
   * "read-write": a new connection to a server that takes no writes is given up and tried again, as DNS can still name
   * the old writer after a failover. "any": such a connection is good. Default: "any" for the reader endpoint of a
   * cluster, "read-write" for every other.
   */
  readonly access?: "read-write" | "any";
}

/** What {@link createPostgresPool} takes. */
export interface PostgresPoolOptions extends ConnectionOptions, PoolBehaviour {
  /** Further options of `pg`; those that decide where, as whom and how safely it connects are refused. */
  readonly driver?: Pick<PostgresConfig, keyof typeof postgresDriverOptions>;
}

/** What {@link createMysqlPool} takes. */
export interface MysqlPoolOptions extends ConnectionOptions, PoolBehaviour {
  /** Further options of `mysql2`; those that decide where, as whom and how safely it connects are refused. */
  readonly driver?: Pick<MysqlConfig, keyof typeof mysqlDriverOptions>;
}
