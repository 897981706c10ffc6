import type { Engine } from "./engine";

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Concepts.SSL.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Options.Audit.html
 */
export const db2: Engine = {
  names: ["db2-ae", "db2-ce", "db2-se"],
  port: 50000,
  tls: {
    in: "parameters",
    // "TCPIP,SSL" opens a second port and leaves clear text possible on the first.
    settings: [{ name: "db2comm", holdsWith: [["ssl"]], alone: true, recommended: "SSL", static: true }],
  },
  tlsPort: { parameter: "ssl_svcename", port: 50443 },
  audit: {
    in: "option",
    option: "DB2_AUDIT",
    settings: [
      { name: "iam_role_arn", holdsWith: "any", recommended: "the ARN of the role that writes the audit" },
      { name: "s3_bucket_arn", holdsWith: "any", recommended: "the ARN of the bucket that keeps the audit" },
    ],
  },
  logExports: ["diag.log", "notify.log"],
  optionalLogExports: ["iam-db-auth-error"],
};
