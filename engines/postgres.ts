import { type Engine, on } from "./engine";
import { pgaudit, statementLogging } from "./postgres-logging";

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.html
 */
export const postgres: Engine = {
  names: ["postgres"],
  port: 5432,
  tls: {
    in: "parameters",
    settings: [{ name: "rds.force_ssl", holdsWith: on, holdsByDefaultFrom: "15", recommended: "1" }],
  },
  audit: { in: "parameters", settings: statementLogging },
  strictAudit: { in: "parameters", settings: [...statementLogging, ...pgaudit] },
  logExports: ["postgresql", "upgrade"],
  failedLogins: { log: "postgresql", pattern: '"authentication failed for user"' },
  optionalLogExports: ["iam-db-auth-error"],
  iamAuthenticationFrom: "0",
  extendedSupport: true,
};
