import { type Engine, on, type Requirement } from "./engine";

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Options.AuditPlugin.html */
export const mariadbAuditPlugin: Requirement = {
  in: "option",
  option: "MARIADB_AUDIT_PLUGIN",
  settings: [
    {
      name: "server_audit_events",
      holdsWith: [
        ["connect", "query"],
        ["connect", "query_ddl", "query_dcl"],
      ],
      holdsByDefaultFrom: "0",
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
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html */
export const mysql: Engine = {
  names: ["mysql"],
  port: 3306,
  tls: { in: "parameters", settings: [{ name: "require_secure_transport", holdsWith: on, recommended: "1" }] },
  audit: mariadbAuditPlugin,
  logExports: ["audit", "error", "general", "slowquery"],
  failedLogins: { log: "audit", pattern: "FAILED_CONNECT" },
  optionalLogExports: ["iam-db-auth-error"],
  logParameters: { log_output: "FILE", slow_query_log: "1" },
  iamAuthenticationFrom: "0",
  extendedSupport: true,
};
