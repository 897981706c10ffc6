import type { ClusterEngine } from "./cluster-engine";
import { on } from "./engine";

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html
 */
export const auroraMysql: ClusterEngine = {
  name: "aurora-mysql",
  port: 3306,
  tls: [{ name: "require_secure_transport", holdsWith: on, holdsByDefaultFrom: "8.4", recommended: "ON" }],
  audit: [
    { name: "server_audit_logging", holdsWith: on, recommended: "1" },
    {
      name: "server_audit_events",
      holdsWith: [
        ["connect", "query"],
        ["connect", "query_ddl", "query_dcl"],
      ],
      recommended: "CONNECT,QUERY_DDL,QUERY_DCL",
    },
    // Users listed here are the only ones audited, so the list must stay empty.
    { name: "server_audit_incl_users", holdsWith: [[]], alone: true, holdsByDefaultFrom: "0", recommended: "" },
    // What users listed here run is not audited; RDS's own administrator may be left out.
    {
      name: "server_audit_excl_users",
      holdsWith: [[], ["rdsadmin"]],
      alone: true,
      holdsByDefaultFrom: "0",
      recommended: "",
    },
  ],
  // Instance parameter groups have none of these parameters.
  instanceParameters: [],
  logExports: ["audit", "error", "general", "slowquery"],
  failedLogins: { log: "audit", pattern: "FAILED_CONNECT" },
  backtrack: true,
  activityStream: true,
};
