import assert from "node:assert/strict";
import { isFailover } from "../../client";
import { explain } from "../../client/explain";
import { DatabaseConnectionError, type FailureCode, failures } from "../../client/failure";

const place = {
  host: "orders.abc123.eu-west-1.rds.amazonaws.com",
  port: 5432,
  user: "app",
  database: "shop",
  region: "eu-west-1",
  address: "127.0.0.1",
  addressPort: 15432,
};

/** Errors as drivers and Node make them. What servers of the tests make themselves is in test/servers. */
const cases: readonly (readonly [code: FailureCode, text: string, fields: Readonly<Record<string, unknown>>])[] = [
  ["UNREACHABLE", "connect ECONNREFUSED", { code: "ECONNREFUSED", errno: -111 }],
  ["UNREACHABLE", "read ECONNRESET", { code: "ECONNRESET", errno: -104 }],
  ["UNREACHABLE", "timeout expired", {}],
  ["UNREACHABLE", "Connection terminated unexpectedly", {}],
  ["UNREACHABLE", "Client has encountered a connection error and is not queryable", {}],
  ["UNREACHABLE", "Can't add new command when connection is in closed state", {}],
  ["UNREACHABLE", "read ECONNRESET", { code: "HANDSHAKE_SSL_ERROR" }],
  ["UNREACHABLE", "getaddrinfo EAI_AGAIN", { code: "EAI_AGAIN" }],
  ["POOL_FULL", "timeout exceeded when trying to connect", {}],
  ["POOL_FULL", "Queue limit reached.", {}],
  ["POOL_FULL", "No connections available.", {}],
  ["HOST_UNKNOWN", "getaddrinfo ENOTFOUND", { code: "ENOTFOUND" }],
  ["UNAVAILABLE", "the database system is starting up", { code: "57P03" }],
  ["UNAVAILABLE", "terminating connection due to administrator command", { code: "57P01" }],
  ["UNAVAILABLE", "Server shutdown in progress", { code: "ER_SERVER_SHUTDOWN", errno: 1053 }],
  ["READ_ONLY", "cannot execute INSERT in a read-only transaction", { code: "25006" }],
  ["READ_ONLY", "The MySQL server is running with the --read-only option", { errno: 1290 }],
  ["READ_ONLY", "Running in read-only mode", { errno: 1836 }],
  ["CONNECTION_FAILED", "The MySQL server is running with the --secure-file-priv option", { errno: 1290 }],
  ["TOKEN_REFUSED", 'PAM authentication failed for user "app"', { code: "28000" }],
  ["USER_UNKNOWN", 'role "app" does not exist', { code: "28000" }],
  ["CONNECTION_FAILED", 'role "app" is not permitted to log in', { code: "28000" }],
  ["NOT_AN_IAM_USER", 'password authentication failed for user "app"', { code: "28P01" }],
  [
    "NOT_AN_IAM_USER",
    "Server requests authentication using unknown plugin client_ed25519.",
    { code: "AUTH_SWITCH_PLUGIN_ERROR" },
  ],
  ["DATABASE_REFUSED", 'permission denied for database "shop"', { code: "42501" }],
  ["DATABASE_REFUSED", "Access denied for user to database 'shop'", { errno: 1044 }],
  ["TLS_FAILED", "unsupported protocol", { code: "ERR_SSL_UNSUPPORTED_PROTOCOL" }],
  ["TLS_FAILED", "unsupported protocol", { code: "HANDSHAKE_SSL_ERROR" }],
  [
    "TLS_FAILED",
    "806C:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:rec_layer_s3.c:1601:",
    { code: "HANDSHAKE_SSL_ERROR", library: "SSL routines", reason: "tlsv1 alert protocol version" },
  ],
  [
    "CERTIFICATE_NAME",
    "Hostname/IP does not match certificate's altnames: DNS:certificate has expired",
    { code: "HANDSHAKE_SSL_ERROR", reason: "Host: orders. is not cert's CN: certificate has expired", cert: {} },
  ],
  ...["certificate signature failure", "unsupported certificate purpose", "EE certificate key too weak"].map(
    (text) => ["CERTIFICATE_UNTRUSTED", text, { code: "HANDSHAKE_SSL_ERROR" }] as const,
  ),
  ["CERTIFICATE_UNTRUSTED", "self-signed certificate", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }],
  ["CONNECTION_FAILED", "sorry, too many clients already", { code: "53300" }],
  ["CONNECTION_FAILED", "Too many connections", { errno: 1040 }],
];

describe("what an error means", () => {
  for (const [code, text, fields] of cases) {
    it(`${text} (${Object.values(fields).join(", ") || "no code"}): ${code}`, () => {
      const cause = Object.assign(new Error(text), fields);
      const error = explain(cause, place);
      assert.equal(error.code, code);
      assert.equal(error.cause, cause);
      assert.equal(error.retried, failures[code].retried);
      assert.equal(isFailover(cause), failures[code].retried);
      assert.match(error.message, /^\S.*\. \S.*\.$/);
    });
  }

  it("MySQL refuses a log-in without asking for the token: the user has a password", () => {
    const denied = Object.assign(new Error("Access denied for user 'app'@'%' (using password: NO)"), { errno: 1045 });
    assert.equal(explain(denied, place, false).code, "NOT_AN_IAM_USER");
    assert.equal(explain(denied, place, true).code, "TOKEN_REFUSED");
  });

  it("what OpenSSL says is told without the place in its source", () => {
    const text = "write EPROTO 807C:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:a.c:16:\n";
    const { found } = explain(Object.assign(new Error(text), { code: "EPROTO" }), place);
    assert.equal(found, `TLS with ${place.host} could not be set up (tlsv1 alert protocol version).`);
  });

  it("an error of ours is found in that of a driver", () => {
    const own = new DatabaseConnectionError("CREDENTIALS_EXPIRED", "They expired.");
    assert.equal(explain(new Error("There is no token.", { cause: own }), place), own);
  });

  it("what is no error is told as well", () => assert.equal(explain("broken", place).code, "CONNECTION_FAILED"));

  it("only what a failover causes is tried again", () =>
    assert.deepEqual(
      Object.entries(failures)
        .filter(([, { retried }]) => retried)
        .map(([code]) => code),
      ["UNREACHABLE", "UNAVAILABLE", "READ_ONLY"],
    ));
});
