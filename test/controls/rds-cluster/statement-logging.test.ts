import { memberRow, parameterGroupRow, subjectCluster, withClusterParameters } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

const logging = [
  { name: "log_statement", value: "ddl" },
  { name: "log_connections", value: "1" },
  { name: "log_disconnections", value: "1" },
];
const pgaudit = [
  { name: "shared_preload_libraries", value: "pg_stat_statements,pgaudit" },
  { name: "pgaudit.log", value: "ddl,role" },
];

describeControl("rds-cluster-statement-logging", [
  {
    shows: "statements, connections and disconnections",
    given: withClusterParameters({}, "aurora-postgresql16", logging),
    answer: "holds",
  },
  {
    shows: "without disconnections",
    given: withClusterParameters({}, "aurora-postgresql16", logging.slice(0, 2)),
    answer: "fails",
    says: "log_disconnections is not set in cluster parameter group group (off by default)",
  },
  {
    shows: "the default group",
    given: [subjectCluster({ engineVersion: "16.4" })],
    answer: "fails",
    says: "log_statement is not set in its default cluster parameter group (off by default)",
  },
  {
    shows: "an instance parameter group of a member that switches it off",
    given: [
      ...withClusterParameters({}, "aurora-postgresql16", logging),
      memberRow("writer", { dbParameterGroupName: pending("instances") }),
      parameterGroupRow("instances", "aurora-postgresql16", [{ name: "LOG_STATEMENT", value: "none" }]),
    ],
    answer: "fails",
    says: "log_statement is none in parameter group instances of a member",
  },
  {
    shows: "an instance parameter group of the cluster's members that switches it off",
    given: [
      ...withClusterParameters(
        { dbInstanceParameterGroupName: pending("instances"), allowMajorVersionUpgrade: true },
        "aurora-postgresql16",
        logging,
      ),
      parameterGroupRow("instances", "aurora-postgresql16", [{ name: "log_connections", value: "0" }]),
    ],
    answer: "fails",
  },
  {
    shows: "an instance parameter group that sets something else",
    given: [
      ...withClusterParameters({}, "aurora-postgresql16", logging),
      memberRow("writer", { dbParameterGroupName: pending("instances") }),
      parameterGroupRow("instances", "aurora-postgresql16", [{ name: "log_min_duration_statement", value: "1000" }]),
    ],
    answer: "holds",
  },
  {
    shows: "an instance parameter group of which the program says nothing",
    given: [
      ...withClusterParameters({}, "aurora-postgresql16", logging),
      memberRow("writer", { dbParameterGroupName: "shared" }),
    ],
    answer: "undecided",
    says: "the parameters of group shared, which is not in this program",
  },
  {
    shows: "an instance that may be a member and switches it off",
    given: [
      ...withClusterParameters({}, "aurora-postgresql16", logging),
      memberRow("writer", { clusterIdentifier: pending(), dbParameterGroupName: pending("instances") }),
      parameterGroupRow("instances", "aurora-postgresql16", [{ name: "log_statement", value: "none" }]),
    ],
    answer: "undecided",
  },
  {
    shows: "without pgaudit where the strict profile asks for it",
    given: withClusterParameters({}, "aurora-postgresql16", logging),
    options: { profile: "strict" },
    answer: "fails",
    says: "shared_preload_libraries is not set in cluster parameter group group (off by default)",
  },
  {
    shows: "with pgaudit where the strict profile asks for it",
    given: withClusterParameters({}, "aurora-postgresql16", [...logging, ...pgaudit]),
    options: { profile: "strict" },
    answer: "holds",
  },
  {
    shows: "a list of stages of the connection",
    given: withClusterParameters({}, "aurora-postgresql18", [
      ...logging,
      { name: "log_connections", value: "receipt,authorization" },
    ]),
    answer: "holds",
  },
  {
    shows: "postgres on a Multi-AZ DB cluster",
    given: withClusterParameters({ engine: "postgres" }, "postgres16", logging),
    answer: "holds",
  },
  {
    shows: "aurora-mysql, whose audit trail has a control of its own",
    given: [subjectCluster({ engine: "aurora-mysql" })],
    answer: "not-applicable",
  },
  {
    shows: "a group known at deploy",
    given: [subjectCluster({ dbClusterParameterGroupName: pending() })],
    answer: "undecided",
  },
]);
