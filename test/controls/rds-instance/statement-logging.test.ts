import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { auroraInstance, inAccount, memberOfCluster, subjectInstance, withParameters } from "../../support/rows";

const logged = (log_statement: string, log_connections: string, log_disconnections: string) =>
  Object.entries({ log_statement, log_connections, log_disconnections }).map(([name, value]) => ({ name, value }));

const withOption = (
  engine: string,
  optionName: string,
  optionSettings: readonly { readonly name: string; readonly value: string }[],
): readonly Row[] => [
  subjectInstance({ engine, optionGroupName: pending("options") }),
  {
    type: "aws:rds/optionGroup:OptionGroup",
    name: "options",
    props: { engineName: engine, majorEngineVersion: "1", options: [{ optionName, optionSettings }] },
  },
];

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
  ...["mysql", "mariadb"].flatMap((engine) =>
    (
      [
        ["rdsadmin", "holds"],
        ["", "holds"],
        ["admin", "fails"],
        ["rdsadmin,admin", "fails"],
      ] as const
    ).map(([value, answer]) => ({
      shows: `${engine} with a plugin that leaves out ${value || "nobody"}`,
      given: withOption(engine, "MARIADB_AUDIT_PLUGIN", [{ name: "SERVER_AUDIT_EXCL_USERS", value }]),
      answer,
    })),
  ),
  {
    shows: "mysql with an option group of another engine",
    given: [
      subjectInstance({ engine: "mysql", optionGroupName: pending("options") }),
      {
        type: "aws:rds/optionGroup:OptionGroup",
        name: "options",
        props: {
          engineName: "mariadb",
          majorEngineVersion: "10.11",
          options: [{ optionName: "MARIADB_AUDIT_PLUGIN" }],
        },
      },
    ],
    answer: "fails",
    says: "option group options is of engine mariadb",
  },
  {
    shows: "mysql with an option group whose engine is known at deploy",
    given: [
      subjectInstance({ engine: "mysql", optionGroupName: pending("options") }),
      {
        type: "aws:rds/optionGroup:OptionGroup",
        name: "options",
        props: { engineName: pending(), majorEngineVersion: "8.0", options: [{ optionName: "MARIADB_AUDIT_PLUGIN" }] },
      },
    ],
    answer: "holds",
  },
  {
    shows: "pgaudit that takes away what it adds, in the strict profile",
    given: withParameters({}, "postgres17", [
      ...logged("ddl", "1", "1"),
      { name: "shared_preload_libraries", value: "pgaudit" },
      { name: "pgaudit.log", value: "all,-all" },
    ]),
    options: { profile: "strict" },
    answer: "fails",
    says: "pgaudit.log is all,-all in parameter group group",
  },
  {
    shows: "pgaudit too, in the strict profile",
    given: withParameters({}, "postgres17", [
      ...logged("ddl", "1", "1"),
      { name: "shared_preload_libraries", value: "pg_stat_statements, pgaudit" },
      { name: "pgaudit.log", value: "DDL,role" },
    ]),
    options: { profile: "strict" },
    answer: "holds",
  },
  {
    shows: "no pgaudit in the strict profile",
    given: withParameters({}, "postgres17", logged("ddl", "1", "1")),
    options: { profile: "strict" },
    answer: "fails",
    says: "shared_preload_libraries is not set in parameter group group (off by default)",
  },
  {
    shows: "a pgaudit that logs nothing, in the strict profile",
    given: withParameters({}, "postgres17", [
      ...logged("ddl", "1", "1"),
      { name: "shared_preload_libraries", value: "pgaudit" },
      { name: "pgaudit.log", value: "none" },
    ]),
    options: { profile: "strict" },
    answer: "fails",
    says: "pgaudit.log is none in parameter group group",
  },
  {
    shows: "pgaudit that logs by default nothing, in the strict profile",
    given: withParameters({}, "postgres17", [
      ...logged("ddl", "1", "1"),
      { name: "shared_preload_libraries", value: "pgaudit" },
    ]),
    options: { profile: "strict" },
    answer: "fails",
    says: "pgaudit.log is not set in parameter group group (off by default)",
  },
  {
    shows: "set twice: the last one counts",
    given: withParameters({}, "postgres17", [...logged("ddl", "1", "1"), { name: "LOG_STATEMENT", value: "none" }]),
    answer: "fails",
  },
  {
    shows: "no connections",
    given: withParameters({}, "postgres17", logged("ddl", "0", "1")),
    answer: "fails",
  },
  {
    shows: "SQL Server with an audit to a bucket",
    given: withOption("sqlserver-se", "SQLSERVER_AUDIT", [
      { name: "IAM_ROLE_ARN", value: "arn:aws:iam::111122223333:role/audit" },
      { name: "S3_BUCKET_ARN", value: "arn:aws:s3:::audit" },
    ]),
    answer: "holds",
  },
  {
    shows: "SQL Server with an audit that names no bucket",
    given: withOption("sqlserver-se", "SQLSERVER_AUDIT", [
      { name: "IAM_ROLE_ARN", value: "arn:aws:iam::111122223333:role/audit" },
    ]),
    answer: "fails",
    says: "s3_bucket_arn is not set in option SQLSERVER_AUDIT (off by default)",
  },
  {
    shows: "db2 with an audit to a bucket, the option written in lower case",
    given: withOption("db2-se", "db2_audit", [
      { name: "IAM_ROLE_ARN", value: "arn:aws:iam::111122223333:role/audit" },
      { name: "S3_BUCKET_ARN", value: "arn:aws:s3:::audit" },
    ]),
    answer: "holds",
  },
  { shows: "db2 without options", given: [subjectInstance({ engine: "db2-se" })], answer: "fails" },
  { shows: "SQL Server without options", given: [subjectInstance({ engine: "sqlserver-ee" })], answer: "fails" },
  { shows: "mariadb without options", given: [subjectInstance({ engine: "mariadb" })], answer: "fails" },
  {
    shows: "mariadb that audits the whole of DDL and DCL",
    given: withOption("mariadb", "MARIADB_AUDIT_PLUGIN", [
      { name: "SERVER_AUDIT_EVENTS", value: "QUERY_DCL,QUERY_DDL,CONNECT" },
    ]),
    answer: "holds",
  },
  {
    shows: "mysql that audits connections alone",
    given: withOption("mysql", "MARIADB_AUDIT_PLUGIN", [{ name: "SERVER_AUDIT_EVENTS", value: "CONNECT" }]),
    answer: "fails",
    says: "server_audit_events is CONNECT in option MARIADB_AUDIT_PLUGIN",
  },
  {
    shows: "mysql where the option comes a second time, which counts",
    given: [
      subjectInstance({ engine: "mysql", optionGroupName: pending("options") }),
      {
        type: "aws:rds/optionGroup:OptionGroup",
        name: "options",
        props: {
          engineName: "mysql",
          majorEngineVersion: "8.4",
          options: [
            { optionName: "MARIADB_AUDIT_PLUGIN" },
            {
              optionName: "MARIADB_AUDIT_PLUGIN",
              optionSettings: [{ name: "SERVER_AUDIT_EVENTS", value: "CONNECT" }],
            },
          ],
        },
      },
    ],
    answer: "fails",
  },
  ...(
    [
      ["db,extended", "holds"],
      ["XML,EXTENDED", "holds"],
      ["os", "holds"],
      ["none", "fails"],
    ] as const
  ).map(([value, answer]) => ({
    shows: `oracle with audit_trail ${value}`,
    given: withParameters({ engine: "oracle-ee" }, "oracle-ee-19", [{ name: "audit_trail", value }]),
    answer,
  })),
  { shows: "oracle by default", given: [subjectInstance({ engine: "oracle-ee" })], answer: "fails" },
  {
    shows: "an instance of an account",
    given: inAccount([subjectInstance({ engineVersion: "17" })]),
    answer: "fails",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "RDS Custom, whose host the customer runs",
    given: [subjectInstance({ engine: "custom-oracle-ee", engineVersion: "19.my_cev1" })],
    answer: "not-applicable",
  },
]);
