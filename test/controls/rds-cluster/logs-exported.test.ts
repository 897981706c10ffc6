import { subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

const aurora = (...enabledCloudwatchLogsExports: string[]) =>
  subjectCluster({ engine: "aurora-mysql", enabledCloudwatchLogsExports });

describeControl("rds-cluster-logs-exported", [
  {
    shows: "the log of aurora-postgresql",
    given: [subjectCluster({ enabledCloudwatchLogsExports: ["postgresql"] })],
    answer: "holds",
  },
  {
    shows: "not set",
    given: [subjectCluster({})],
    answer: "fails",
    says: "enabledCloudwatchLogsExports is not set (no logs)",
  },
  {
    shows: "another log of aurora-postgresql",
    given: [subjectCluster({ enabledCloudwatchLogsExports: ["instance"] })],
    answer: "fails",
    says: "enabledCloudwatchLogsExports lacks postgresql",
  },
  { shows: "every log of aurora-mysql", given: [aurora("audit", "error", "general", "slowquery")], answer: "holds" },
  {
    shows: "aurora-mysql without its audit log",
    given: [aurora("error", "general", "slowquery")],
    answer: "fails",
    says: "enabledCloudwatchLogsExports lacks audit",
  },
  {
    shows: "mysql on a Multi-AZ DB cluster, which has no audit log",
    given: [subjectCluster({ engine: "mysql", enabledCloudwatchLogsExports: ["error", "general", "slowquery"] })],
    answer: "holds",
  },
  {
    shows: "postgres on a Multi-AZ DB cluster without its upgrade log",
    given: [subjectCluster({ engine: "postgres", enabledCloudwatchLogsExports: ["postgresql"] })],
    answer: "fails",
  },
  {
    shows: "Aurora Serverless version 1, which exports by itself",
    given: [subjectCluster({ engineMode: "serverless" })],
    answer: "not-applicable",
  },
  {
    shows: "a log type known at deploy that may be the missing one",
    given: [subjectCluster({ enabledCloudwatchLogsExports: [pending()] })],
    answer: "undecided",
  },
  {
    shows: "one log type known at deploy where more are missing",
    given: [subjectCluster({ engine: "aurora-mysql", enabledCloudwatchLogsExports: ["error", pending()] })],
    answer: "fails",
  },
  {
    shows: "known at deploy",
    given: [subjectCluster({ enabledCloudwatchLogsExports: pending() })],
    answer: "undecided",
  },
  {
    shows: "an engine that is not known",
    given: [subjectCluster({ engine: "aurora-next" })],
    answer: "undecided",
    says: "the facts of engine aurora-next, which this version does not know",
  },
]);
