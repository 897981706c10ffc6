import { memberRow, parameterGroupRow, subjectCluster, withClusterParameters } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

const audit = (logging: string, events: string, ...more: { name: string; value: string }[]) =>
  withClusterParameters({ engine: "aurora-mysql" }, "aurora-mysql8.0", [
    { name: "server_audit_logging", value: logging },
    { name: "server_audit_events", value: events },
    ...more,
  ]);
const pgaudit = (libraries: string, log: string) =>
  withClusterParameters({}, "aurora-postgresql16", [
    { name: "shared_preload_libraries", value: libraries },
    { name: "pgaudit.log", value: log },
  ]);

describeControl("rds-cluster-audit-logging", [
  { shows: "aurora-mysql with every query", given: audit("1", "CONNECT,QUERY"), answer: "holds" },
  {
    shows: "aurora-mysql without connections",
    given: audit("1", "QUERY"),
    answer: "fails",
    says: "server_audit_events is QUERY in cluster parameter group group",
  },
  { shows: "aurora-mysql in other cases", given: audit("ON", "connect,query_ddl,query_dcl"), answer: "holds" },
  { shows: "aurora-mysql switched off", given: audit("0", "CONNECT,QUERY"), answer: "fails" },
  {
    shows: "aurora-mysql without events",
    given: audit("1", ""),
    answer: "fails",
    says: "server_audit_events is empty in cluster parameter group group",
  },
  {
    shows: "aurora-mysql for some users only",
    given: audit("1", "CONNECT,QUERY", { name: "server_audit_incl_users", value: "admin" }),
    answer: "fails",
  },
  { shows: "aurora-mysql by default", given: [subjectCluster({ engine: "aurora-mysql" })], answer: "fails" },
  {
    shows: "aurora-postgresql with pgaudit",
    given: pgaudit("pg_stat_statements,pgaudit", "ddl,role"),
    answer: "holds",
  },
  ...["all,-all", "ddl,-ddl", "-ddl", "read,write,-read,-write"].map((log) => ({
    shows: `aurora-postgresql with pgaudit that takes away what it adds: ${log}`,
    given: pgaudit("pgaudit", log),
    answer: "fails" as const,
  })),
  ...["all,-misc", "-ddl,ddl"].map((log) => ({
    shows: `aurora-postgresql with pgaudit that keeps some of it: ${log}`,
    given: pgaudit("pgaudit", log),
    answer: "holds" as const,
  })),
  {
    shows: "aurora-mysql that leaves RDS's own administrator out",
    given: audit("1", "CONNECT,QUERY", { name: "server_audit_excl_users", value: "rdsadmin" }),
    answer: "holds",
  },
  {
    shows: "aurora-mysql that leaves out somebody else as well",
    given: audit("1", "CONNECT,QUERY", { name: "server_audit_excl_users", value: "rdsadmin,admin" }),
    answer: "fails",
    says: "server_audit_excl_users is rdsadmin,admin in cluster parameter group group",
  },
  { shows: "aurora-postgresql with pgaudit that logs nothing", given: pgaudit("pgaudit", "none"), answer: "fails" },
  {
    shows: "aurora-postgresql that does not load pgaudit",
    given: pgaudit("pg_stat_statements", "all"),
    answer: "fails",
  },
  {
    shows: "a member whose instance parameter group does not load pgaudit",
    given: [
      ...pgaudit("pgaudit", "all"),
      memberRow("writer", { dbParameterGroupName: pending("instances") }),
      parameterGroupRow("instances", "aurora-postgresql16", [
        { name: "shared_preload_libraries", value: "pg_stat_statements" },
      ]),
    ],
    answer: "fails",
    says: "shared_preload_libraries is pg_stat_statements in parameter group instances of a member",
  },
  {
    shows: "mysql on a Multi-AZ DB cluster, which has no audit plug-in",
    given: [subjectCluster({ engine: "mysql" })],
    answer: "not-applicable",
  },
  {
    shows: "a group known at deploy",
    given: [subjectCluster({ engine: "aurora-mysql", dbClusterParameterGroupName: pending() })],
    answer: "undecided",
  },
]);
