import type { Connection } from "./check-options";
import { DatabaseConnectionError, type FailureCode } from "./failure";
import { isReadOnly } from "./mysql/read-only";

/** The connection that failed, for the message. */
export type Place = Pick<Connection, "host" | "port" | "user" | "database" | "region" | "address" | "addressPort">;

/** A sentence on what was found at a place. */
type Found = (place: Place, error: NodeJS.ErrnoException) => string;
type Rule = readonly [code: FailureCode, found: Found];

const certificate: Found = ({ host }, { message }) =>
  `The certificate of ${host} is not from an authority that is trusted (${message}).`;
const unreachable: Found = (place, { message }) => `${dialled(place)} cannot be reached (${message}).`;

/** What Node and OpenSSL say, by the code of their errors. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const systemRules: Readonly<Record<string, Rule>> = {
  ENOTFOUND: ["HOST_UNKNOWN", ({ address }) => `${address} has no address in DNS.`],
  EAI_AGAIN: ["UNREACHABLE", ({ address }) => `DNS does not answer for ${address}.`],
  ...rulesFor("UNREACHABLE", unreachable, [
    "ECONNREFUSED",
    "ECONNRESET",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "EPIPE",
    "ETIMEDOUT",
    "PROTOCOL_CONNECTION_LOST",
  ]),
  ...rulesFor("CERTIFICATE_UNTRUSTED", certificate, [
    "CERT_SIGNATURE_FAILURE",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "INVALID_CA",
    "INVALID_PURPOSE",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  ]),
  CERT_HAS_EXPIRED: ["CERTIFICATE_EXPIRED", ({ host }) => `The certificate of ${host} has expired.`],
  CERT_NOT_YET_VALID: ["CERTIFICATE_NOT_YET_VALID", ({ host }) => `The certificate of ${host} is not valid yet.`],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    "CERTIFICATE_NAME",
    ({ host }, { message }) => `The certificate is not for ${host} (${message}).`,
  ],
  HANDSHAKE_NO_SSL_SUPPORT: ["TLS_MISSING", (place) => `${dialled(place)} offers no TLS.`],
};

/** Errors of PostgreSQL. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const postgresRules: Readonly<Record<string, Rule>> = {
  "57P01": ["UNAVAILABLE", stated],
  "57P02": ["UNAVAILABLE", stated],
  "57P03": ["UNAVAILABLE", stated],
  "08006": ["UNREACHABLE", unreachable],
  "25006": ["READ_ONLY", stated],
  "28P01": ["NOT_AN_IAM_USER", stated],
  "3D000": ["DATABASE_REFUSED", stated],
  "42501": ["DATABASE_REFUSED", stated],
};

/** Errors of MySQL and MariaDB, by number. https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html */
const mysqlRules: Readonly<Record<number, Rule>> = {
  1044: ["DATABASE_REFUSED", stated],
  1049: ["DATABASE_REFUSED", stated],
  1053: ["UNAVAILABLE", stated],
  1158: ["UNREACHABLE", unreachable],
  3169: ["UNAVAILABLE", stated],
};

/** What drivers say without a code. */
const messageRules: readonly (readonly [RegExp, FailureCode, Found])[] = [
  [/server does not support SSL connections/, "TLS_MISSING", (place) => `${dialled(place)} offers no TLS.`],
  [
    /Connection terminated|not queryable|closed state|timeout expired|connection timeout|socket disconnected/,
    "UNREACHABLE",
    unreachable,
  ],
  [
    /^timeout exceeded when trying to connect|^Queue limit reached|^No connections available/,
    "POOL_FULL",
    ({ host }, { message }) => `No connection of the pool for ${host} was free (${message.replace(/\.$/, "")}).`,
  ],
  [/authentication using unknown plugin/, "NOT_AN_IAM_USER", stated],
  [/error establishing an SSL connection/, "UNAVAILABLE", (place) => `${dialled(place)} takes no connections.`],
];

/**
 * What an error of a driver, of Node or of the AWS SDK means for a connection.
 * @param askedForToken whether the server had asked for the token: MySQL has one error for every log-in that fails
 */
export function explain(error: unknown, place: Place, askedForToken = true): DatabaseConnectionError {
  const known = ours(error);
  if (known !== undefined) {
    return known;
  }
  const given = asError(error);
  const [code, found] = ruleFor(given, askedForToken);
  return new DatabaseConnectionError(code, found(place, given), { cause: given });
}

/** The code alone of what an error means, of a connection or of a statement. */
export function failureOf(error: unknown): FailureCode {
  return ours(error)?.code ?? ruleFor(asError(error), true)[0];
}

function asError(error: unknown): NodeJS.ErrnoException {
  return error instanceof Error ? error : new Error(String(error));
}

/** The error that this client itself gave to a driver, which may have put it into one of its own. */
function ours(error: unknown): DatabaseConnectionError | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof DatabaseConnectionError) {
      return each;
    }
  }
  return undefined;
}

function ruleFor(error: NodeJS.ErrnoException, askedForToken: boolean): Rule {
  const { code = "", errno = 0, message } = innermost(error);
  if (code === "28000") {
    return postgresLogIn(message);
  }
  if (errno === 1045 || errno === 1698) {
    return [askedForToken ? "TOKEN_REFUSED" : "NOT_AN_IAM_USER", stated];
  }
  if (isReadOnly({ errno, message })) {
    return ["READ_ONLY", stated];
  }
  const known = systemRules[code] ?? postgresRules[code] ?? mysqlRules[errno];
  if (known !== undefined) {
    return known;
  }
  if (/^(ERR_SSL_|EPROTO|ERR_TLS_)/.test(code)) {
    return ["TLS_FAILED", ({ host }, tls) => `TLS with ${host} could not be set up (${reasonOf(tls)}).`];
  }
  const [, byMessage, found] = messageRules.find(([pattern]) => pattern.test(message)) ?? [];
  return [byMessage ?? "CONNECTION_FAILED", found ?? stated];
}

/** mysql2 puts a code of its own on what TLS says; Node's is found again by the text. */
function innermost(error: NodeJS.ErrnoException): NodeJS.ErrnoException {
  if (error.code !== "HANDSHAKE_SSL_ERROR") {
    return error;
  }
  const code = tlsTexts.find(([pattern]) => pattern.test(error.message))?.[1];
  return {
    ...error,
    message: error.message,
    // Node's error about a name holds the certificate, and what OpenSSL says does not.
    code: "cert" in error ? "ERR_TLS_CERT_ALTNAME_INVALID" : (code ?? "ERR_TLS_OTHER"),
  };
}

const tlsTexts: readonly (readonly [RegExp, string])[] = [
  [/certificate has expired/, "CERT_HAS_EXPIRED"],
  [/certificate is not yet valid/, "CERT_NOT_YET_VALID"],
  [
    /self[- ]signed certificate|unable to get (local )?issuer|unable to verify|invalid CA/,
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  ],
  [/does not match certificate's altnames/, "ERR_TLS_CERT_ALTNAME_INVALID"],
  [/socket disconnected before secure|ECONNRESET/, "ECONNRESET"],
  // What else Node says of one: its signature, its purpose, its key.
  [/certificate/, "CERT_SIGNATURE_FAILURE"],
];

/** What OpenSSL says, without its number and the place in its source; else the message. */
function reasonOf({ message }: Error): string {
  return /:SSL routines:[^:]*:([^:\n]+)/.exec(message)?.[1] ?? message;
}

/** The log-ins that PostgreSQL refuses under one code. Where it asked for a token, as RDS does by PAM, it names the way. */
function postgresLogIn(message: string): Rule {
  if (/^role ".*" does not exist$/.test(message)) {
    return ["USER_UNKNOWN", stated];
  }
  return [/authentication failed for user/.test(message) ? "TOKEN_REFUSED" : "CONNECTION_FAILED", stated];
}

function rulesFor(code: FailureCode, found: Found, names: readonly string[]): Readonly<Record<string, Rule>> {
  return Object.fromEntries(names.map((name) => [name, [code, found]]));
}

function stated(place: Place, { message }: Error): string {
  return `${place.host}:${place.port} answered user ${place.user}: ${message.replace(/\.$/, "")}.`;
}

function dialled({ address, addressPort }: Place): string {
  return `${address}:${addressPort}`;
}
