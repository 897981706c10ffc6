import type { ClusterEngine } from "./cluster-engine";
import { on } from "./engine";
import { pgaudit, statementLogging } from "./postgres-logging";

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Reference.ParameterGroups.html
 */
export const auroraPostgresql: ClusterEngine = {
  name: "aurora-postgresql",
  port: 5432,
  tls: [{ name: "rds.force_ssl", holdsWith: on, holdsByDefaultFrom: "17", recommended: "1" }],
  statementLogging,
  audit: pgaudit,
  instanceParameters: [...statementLogging, ...pgaudit].map(({ name }) => name),
  logExports: ["postgresql"],
  failedLogins: { log: "postgresql", pattern: '"authentication failed for user"' },
  activityStream: true,
};
