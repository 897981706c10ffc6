import { type Engine, on } from "./engine";
import { mariadbAuditPlugin } from "./mysql";

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html */
export const mariadb: Engine = {
  names: ["mariadb"],
  port: 3306,
  tls: {
    in: "parameters",
    settings: [
      {
        name: "require_secure_transport",
        holdsWith: on,
        holdsByDefaultFrom: "11.8",
        defaultVersionMayBeOlder: true,
        recommended: "1",
      },
    ],
  },
  audit: mariadbAuditPlugin,
  logExports: ["audit", "error", "general", "slowquery"],
  failedLogins: { log: "audit", pattern: "FAILED_CONNECT" },
  optionalLogExports: ["iam-db-auth-error"],
  logParameters: { log_output: "FILE", slow_query_log: "1" },
  iamAuthenticationFrom: "10.11",
};
