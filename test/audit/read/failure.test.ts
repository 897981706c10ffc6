import assert from "node:assert/strict";
import { failureOf } from "../../../audit/read/failure";
import { awsError } from "./stub-clients";

function networkError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

const rows: readonly [string, unknown, ReturnType<typeof failureOf>][] = [
  [
    "RDS denies",
    awsError("AccessDenied", "User: x is not authorized", 403),
    { outcome: "denied", message: "AccessDenied: User: x is not authorized" },
  ],
  [
    "EC2 denies",
    awsError("UnauthorizedOperation", "You are not authorized", 403),
    { outcome: "denied", message: "UnauthorizedOperation: You are not authorized" },
  ],
  ["KMS denies", awsError("AccessDeniedException", "no"), { outcome: "denied", message: "AccessDeniedException: no" }],
  [
    "a key is gone",
    awsError("NotFoundException", "Key 'k' does not exist"),
    { outcome: "not-found", message: "NotFoundException: Key 'k' does not exist" },
  ],
  [
    "a parameter group is gone",
    awsError("DBParameterGroupNotFoundFault", "gone", 404),
    { outcome: "not-found", message: "DBParameterGroupNotFoundFault: gone" },
  ],
  [
    "no credentials",
    Object.assign(new Error("Could not load credentials"), { name: "CredentialsProviderError" }),
    { outcome: "credentials", message: "CredentialsProviderError: Could not load credentials" },
  ],
  [
    "a region that is not enabled",
    awsError("AuthFailure", "not able to validate", 401),
    { outcome: "credentials", message: "AuthFailure: not able to validate" },
  ],
  [
    "throttling",
    awsError("ThrottlingException", "slow"),
    { outcome: "throttled", message: "ThrottlingException: slow" },
  ],
  [
    "no such host",
    networkError("ENOTFOUND", "getaddrinfo ENOTFOUND rds.mars-1.amazonaws.com"),
    { outcome: "unreachable", message: "getaddrinfo ENOTFOUND rds.mars-1.amazonaws.com" },
  ],
  [
    "no address answers",
    Object.assign(new AggregateError([new Error("connect ECONNREFUSED ::1:443")]), { code: "ECONNREFUSED" }),
    { outcome: "unreachable", message: "connect ECONNREFUSED ::1:443" },
  ],
  [
    "an unknown authority",
    networkError("SELF_SIGNED_CERT_IN_CHAIN", "self-signed certificate in certificate chain"),
    { outcome: "unreachable", message: "self-signed certificate in certificate chain" },
  ],
  [
    "a proxy that refuses",
    new Error("Bad response: 403"),
    { outcome: "unreachable", message: "the proxy refused the connection (Bad response: 403)" },
  ],
  [
    "an answer that is none of AWS's",
    awsError("Error", "char '<' is not expected.:1:1\n  Deserialization error: to see the raw response", 502),
    { outcome: "failed", message: "the answer was HTTP 502" },
  ],
  [
    "anything else that AWS says",
    awsError("InvalidParameterValue", "what?"),
    { outcome: "failed", message: "InvalidParameterValue: what?" },
  ],
  ["a mistake of ours", new TypeError("x is undefined"), undefined],
  ["no error at all", "text", undefined],
];

describe("failureOf", () => {
  for (const [title, error, expected] of rows) {
    it(`${title}: ${expected?.outcome ?? "none of AWS"}`, () => {
      assert.deepEqual(failureOf(error), expected);
    });
  }
});
