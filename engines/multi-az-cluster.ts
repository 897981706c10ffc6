import type { ClusterEngine } from "./cluster-engine";
import { on } from "./engine";
import { pgaudit, statementLogging } from "./postgres-logging";

/**
 * The engines of Multi-AZ DB clusters. These have no option groups, and so no audit plug-in of MySQL.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.Limitations.html
 */
export const multiAzMysql: ClusterEngine = {
  name: "mysql",
  port: 3306,
  tls: [{ name: "require_secure_transport", holdsWith: on, recommended: "1" }],
  instanceParameters: [],
  logExports: ["error", "general", "slowquery"],
};

export const multiAzPostgres: ClusterEngine = {
  name: "postgres",
  port: 5432,
  tls: [{ name: "rds.force_ssl", holdsWith: on, holdsByDefaultFrom: "15", recommended: "1" }],
  statementLogging,
  audit: pgaudit,
  instanceParameters: [],
  logExports: ["postgresql", "upgrade"],
  failedLogins: { log: "postgresql", pattern: '"authentication failed for user"' },
};
