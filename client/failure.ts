/**
 * What can go wrong on the way to a connection: what each code means, how to mend it, and whether trying again can help.
 * Only what a failover causes is tried again; the rest would fail the same way.
 */
export const failures = {
  OPTION_REFUSED: {
    what: "An option of the pool is unknown, missing, of another type or would weaken the connection.",
    mend: "Correct the option that the message names.",
    retried: false,
  },
  DRIVER_MISSING: {
    what: "The driver of the engine is not installed.",
    mend: "Install it: `npm install pg` for PostgreSQL, `npm install mysql2` for MySQL and MariaDB.",
    retried: false,
  },
  AUTHORITIES_UNKNOWN: {
    what: "The authorities of the region's databases, or of its RDS Proxies, are not among those that come with the package.",
    mend: "Download what the message names, AWS's bundle for the region or for a proxy Amazon's root certificates, and give its text as `ca`.",
    retried: false,
  },
  CREDENTIALS_MISSING: {
    what: "No AWS credentials were found to sign a token with, or their provider failed.",
    mend: "Give the process a role, a profile or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give `credentials`.",
    retried: false,
  },
  CREDENTIALS_EXPIRED: {
    what: "The AWS credentials to sign a token with have expired.",
    mend: "Sign in again (`aws sso login`), or give `credentials` as a provider that renews them.",
    retried: false,
  },
  HOST_UNKNOWN: {
    what: "The name of the host has no address.",
    mend: "Compare `host` (or `address`) with the endpoint of the database, and see that the network's DNS resolves it.",
    retried: false,
  },
  UNREACHABLE: {
    what: "The connection was refused, reset or not answered in time.",
    mend: "See that the database runs, and that its security group lets this machine in at the port.",
    retried: true,
  },
  UNAVAILABLE: {
    what: "The server is starting, stopping or recovering.",
    mend: "Wait for the failover or restart to end, or give a longer `deadlineMs`.",
    retried: true,
  },
  READ_ONLY: {
    what: "The server takes no writes: it is a reader, or was the writer until a failover.",
    mend: 'Give the writer\'s endpoint as `host`, or `access: "any"` if reading is all that is wanted.',
    retried: true,
  },
  ENGINE_OTHER: {
    what: "The server speaks the protocol of another engine, or of no database. No log-in was tried.",
    mend: "Give the port of the database and its own engine: `--engine` of the command, or the pool of that engine.",
    retried: false,
  },
  TLS_MISSING: {
    what: "The server offers no TLS. Nothing was sent to it.",
    mend: "See that `host` and `port` are those of the database and not of a proxy before it that cannot do TLS.",
    retried: false,
  },
  TLS_FAILED: {
    what: "TLS could not be set up, such as with a server that knows nothing newer than TLS 1.1.",
    mend: "Let the server speak TLS 1.2 or newer.",
    retried: false,
  },
  CERTIFICATE_UNTRUSTED: {
    what: "The server's certificate was not issued by an RDS authority of the region, or by `ca`.",
    mend: "See that nothing sits between this machine and the database, that `region` is the database's, and that the database's authority is a current one; give `ca` if it is another.",
    retried: false,
  },
  CERTIFICATE_NAME: {
    what: "The server's certificate is for another host name.",
    mend: "Give the endpoint that RDS shows as `host`, and a name or address of your own for it as `address`.",
    retried: false,
  },
  CERTIFICATE_EXPIRED: {
    what: "The server's certificate, or that of its authority, has expired.",
    mend: "Renew it: apply the pending certificate of the instance, or choose a current authority for it; see that this machine's clock is right.",
    retried: false,
  },
  CERTIFICATE_NOT_YET_VALID: {
    what: "The server's certificate is not valid yet.",
    mend: "Set this machine's clock.",
    retried: false,
  },
  TOKEN_REFUSED: {
    what: "The server checked the token and refused it.",
    mend: "See that there is such a user (MySQL does not say if not), that the identity may do rds-db:connect on this user of this database, that `host`, `port` and `region` are those that RDS shows for the database (a token is for these alone), that this machine's clock is right to within five minutes, and that the session of the credentials has not ended.",
    retried: false,
  },
  NOT_AN_IAM_USER: {
    what: "The server wants a password of the user instead of a token. None was sent.",
    mend: "Create the user, and let it log in by IAM: `GRANT rds_iam TO the_user` in PostgreSQL, `IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'` in MySQL; see that IAM database authentication is on.",
    retried: false,
  },
  USER_UNKNOWN: {
    what: "The server has no such user.",
    mend: "Create the user in the database, spelled as in `user`, and let it log in by IAM.",
    retried: false,
  },
  DATABASE_REFUSED: {
    what: "There is no such database on the server, or the user may not connect to it.",
    mend: "Correct `database`, or grant the user the right to connect to it.",
    retried: false,
  },
  POOL_FULL: {
    what: "Every connection of the pool is in use, and none became free within a limit of the driver.",
    mend: "Release each connection that is checked out, or give a larger `poolSize` or limit.",
    retried: false,
  },
  CONNECTION_FAILED: {
    what: "Something else went wrong; the driver's own error is the cause.",
    mend: "Look at the cause.",
    retried: false,
  },
} as const satisfies Readonly<Record<string, Failure>>;

interface Failure {
  readonly what: string;
  readonly mend: string;
  readonly retried: boolean;
}

/** What went wrong, of {@link failures}. */
export type FailureCode = keyof typeof failures;

/**
 * Why there is no connection. The message says what was found and how to mend it, and holds neither a token nor
 * credentials; `cause` is the error of the driver or of Node, where there is one.
 */
export class DatabaseConnectionError extends Error {
  override readonly name = "DatabaseConnectionError";

  constructor(
    readonly code: FailureCode,
    /** What was found, as a sentence. */
    readonly found: string,
    options: { readonly mend?: string; readonly cause?: unknown } = {},
  ) {
    super(`${found} ${options.mend ?? plain(failures[code].mend)}`, "cause" in options ? { cause: options.cause } : {});
  }

  /** Whether the pool tries again by itself, within its deadline. */
  get retried(): boolean {
    return failures[this.code].retried;
  }
}

/** Without the marks that the documentation shows code by. */
function plain(text: string): string {
  return text.replaceAll("`", "");
}
