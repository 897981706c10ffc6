import { on, type RequiredSetting } from "./engine";

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_LogAccess.Concepts.PostgreSQL.overview.parameter-groups.html */
export const statementLogging: readonly RequiredSetting[] = [
  { name: "log_statement", holdsWith: [["ddl"], ["mod"], ["all"]], recommended: "ddl" },
  {
    name: "log_connections",
    // From version 18 the parameter also takes a list of the stages of a connection.
    holdsWith: [...on, ["all"], ["receipt"], ["authentication"], ["authorization"], ["setup_durations"]],
    recommended: "1",
  },
  { name: "log_disconnections", holdsWith: on, recommended: "1" },
];

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Appendix.PostgreSQL.CommonDBATasks.pgaudit.html */
export const pgaudit: readonly RequiredSetting[] = [
  { name: "shared_preload_libraries", holdsWith: [["pgaudit"]], recommended: "pgaudit", static: true },
  {
    name: "pgaudit.log",
    classes: ["ddl", "function", "misc", "misc_set", "read", "role", "write"],
    holdsWith: [["all"], ["ddl"], ["function"], ["misc"], ["read"], ["role"], ["write"]],
    recommended: "ddl,role",
  },
];
