import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, inAccount, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-logs-exported", [
  {
    shows: "all of its engine",
    given: [subjectInstance({ enabledCloudwatchLogsExports: ["postgresql", "upgrade"] })],
    answer: "holds",
  },
  {
    shows: "one is missing",
    given: [subjectInstance({ enabledCloudwatchLogsExports: ["postgresql"] })],
    answer: "fails",
    says: "enabledCloudwatchLogsExports lacks upgrade",
  },
  {
    shows: "not set",
    given: [subjectInstance({})],
    answer: "fails",
    says: "enabledCloudwatchLogsExports is not set (no log is exported)",
  },
  { shows: "an empty list", given: [subjectInstance({ enabledCloudwatchLogsExports: [] })], answer: "fails" },
  {
    shows: "a list known at deploy",
    given: [subjectInstance({ enabledCloudwatchLogsExports: pending() })],
    answer: "undecided",
    says: "enabledCloudwatchLogsExports, known at deploy",
  },
  {
    shows: "an element known at deploy that may be the missing one",
    given: [subjectInstance({ enabledCloudwatchLogsExports: ["postgresql", pending()] })],
    answer: "undecided",
  },
  {
    shows: "an element known at deploy where two are missing",
    given: [subjectInstance({ enabledCloudwatchLogsExports: [pending()] })],
    answer: "fails",
    says: "enabledCloudwatchLogsExports lacks postgresql, upgrade",
  },
  {
    shows: "the logs of another engine",
    given: [subjectInstance({ engine: "sqlserver-ee", enabledCloudwatchLogsExports: ["postgresql", "upgrade"] })],
    answer: "fails",
    says: "enabledCloudwatchLogsExports lacks error, agent",
  },
  ...(
    [
      ["mysql", ["audit", "error", "general", "slowquery"]],
      ["mariadb", ["slowquery", "general", "error", "audit"]],
      ["sqlserver-se", ["agent", "error"]],
      ["oracle-ee-cdb", ["alert", "audit", "trace", "listener"]],
      ["db2-ae", ["diag.log", "notify.log"]],
    ] as const
  ).map(([engine, enabledCloudwatchLogsExports]) => ({
    shows: `all of ${engine}`,
    given: [subjectInstance({ engine, enabledCloudwatchLogsExports })],
    answer: "holds" as const,
  })),
  {
    shows: "only what is asked for",
    given: [subjectInstance({ enabledCloudwatchLogsExports: ["postgresql"] })],
    options: { types: ["postgresql", "audit", "error"] },
    answer: "holds",
  },
  {
    shows: "a log asked for that is not of the usual ones",
    given: [subjectInstance({ enabledCloudwatchLogsExports: ["postgresql"] })],
    options: { types: ["postgresql", "iam-db-auth-error"] },
    answer: "fails",
    says: "enabledCloudwatchLogsExports lacks iam-db-auth-error",
  },
  {
    shows: "none of what is asked for is a log of its engine",
    given: [subjectInstance({ engine: "db2-se" })],
    options: { types: ["postgresql"] },
    answer: "not-applicable",
  },
  {
    shows: "an engine that is not known",
    given: [subjectInstance({ engine: "cockroach" })],
    answer: "undecided",
  },
  {
    shows: "an instance of an account",
    given: inAccount([subjectInstance({ enabledCloudwatchLogsExports: [] })]),
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
