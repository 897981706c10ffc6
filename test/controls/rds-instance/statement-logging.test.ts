import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectInstance, withParameters } from "../../support/rows";

const logged = (log_statement: string, log_connections: string, log_disconnections: string) =>
  Object.entries({ log_statement, log_connections, log_disconnections }).map(([name, value]) => ({ name, value }));

describeControl("rds-instance-statement-logging", [
  {
    shows: "DDL, connections, disconnections",
    given: withParameters({}, "postgres17", logged("ddl", "1", "1")),
    answer: "holds",
  },
  { shows: "every statement", given: withParameters({}, "postgres17", logged("ALL", "on", "ON")), answer: "holds" },
  {
    shows: "a list of stages, from version 18",
    given: withParameters({}, "postgres18", logged("mod", "receipt,authorization", "1")),
    answer: "holds",
  },
  {
    shows: "an empty list of stages",
    given: withParameters({}, "postgres18", logged("mod", "", "1")),
    answer: "fails",
    says: "log_connections is empty in parameter group group",
  },
  {
    shows: "no statements",
    given: withParameters({}, "postgres17", logged("none", "1", "1")),
    answer: "fails",
    says: "log_statement is none in parameter group group",
  },
  {
    shows: "no disconnections",
    given: withParameters({}, "postgres17", logged("ddl", "1", "0")),
    answer: "fails",
    says: "log_disconnections is 0 in parameter group group",
  },
  {
    shows: "the default group",
    given: [subjectInstance({ engineVersion: "17" })],
    answer: "fails",
    says: "log_statement is not set in its default parameter group (off by default)",
  },
  {
    shows: "a group known at deploy that comes from no resource",
    given: [subjectInstance({ parameterGroupName: pending() })],
    answer: "undecided",
  },
  {
    shows: "mysql with the audit plugin as it comes",
    given: [
      subjectInstance({ engine: "mysql", optionGroupName: pending("options") }),
      {
        type: "aws:rds/optionGroup:OptionGroup",
        name: "options",
        props: { engineName: "mysql", majorEngineVersion: "8.0", options: [{ optionName: "MARIADB_AUDIT_PLUGIN" }] },
      },
    ],
    answer: "holds",
  },
  {
    shows: "mysql with a plugin that audits one user only",
    given: [
      subjectInstance({ engine: "mysql", optionGroupName: pending("options") }),
      {
        type: "aws:rds/optionGroup:OptionGroup",
        name: "options",
        props: {
          engineName: "mysql",
          majorEngineVersion: "8.0",
          options: [
            {
              optionName: "MARIADB_AUDIT_PLUGIN",
              optionSettings: [{ name: "SERVER_AUDIT_INCL_USERS", value: "nobody" }],
            },
          ],
        },
      },
    ],
    answer: "fails",
    says: "server_audit_incl_users is nobody in option MARIADB_AUDIT_PLUGIN",
  },
]);
