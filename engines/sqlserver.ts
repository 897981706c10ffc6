import { type Engine, on } from "./engine";

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.SQLServer.Options.Audit.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_SQLServerMultiAZ.html
 */
export const sqlserver: Engine = {
  names: ["sqlserver-ee", "sqlserver-se", "sqlserver-web", "sqlserver-dev-ee"],
  port: 1433,
  tls: { in: "parameters", settings: [{ name: "rds.force_ssl", holdsWith: on, recommended: "1", static: true }] },
  audit: {
    in: "option",
    option: "SQLSERVER_AUDIT",
    settings: [
      { name: "iam_role_arn", holdsWith: "any", recommended: "the ARN of the role that writes the audit" },
      { name: "s3_bucket_arn", holdsWith: "any", recommended: "the ARN of the bucket that keeps the audit" },
    ],
  },
  logExports: ["error", "agent"],
  failedLogins: { log: "error", pattern: '"Login failed for user"' },
  singleAzOnly: [{ name: "sqlserver-web", until: "16.00.4215.2" }],
};

/**
 * Express has no SQL Server Agent, and so no log of it.
 * https://learn.microsoft.com/sql/sql-server/editions-and-components-of-sql-server-2022
 */
export const sqlserverExpress: Engine = {
  ...sqlserver,
  names: ["sqlserver-ex"],
  logExports: ["error"],
  singleAzOnly: [{ name: "sqlserver-ex" }],
};
