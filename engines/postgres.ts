import { type Engine, on } from "./engine";

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
  audit: {
    in: "parameters",
    settings: [
      { name: "log_statement", holdsWith: [["ddl"], ["mod"], ["all"]], recommended: "ddl" },
      {
        name: "log_connections",
        // From version 18 the parameter also takes a list of the stages of a connection.
        holdsWith: [...on, ["all"], ["receipt"], ["authentication"], ["authorization"], ["setup_durations"]],
        recommended: "1",
      },
      { name: "log_disconnections", holdsWith: on, recommended: "1" },
    ],
  },
  logExports: ["postgresql", "upgrade"],
  iamAuthenticationFrom: "0",
};
