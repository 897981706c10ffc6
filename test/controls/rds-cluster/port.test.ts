import { clusterRow, subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

const options = { enabled: true };

describeControl("rds-cluster-port", [
  { shows: "a port of its own", given: [subjectCluster({ port: 6543 })], options, answer: "holds" },
  {
    shows: "the default port",
    given: [subjectCluster({ port: 5432 })],
    options,
    answer: "fails",
    says: "port is 5432",
  },
  {
    shows: "not set",
    given: [subjectCluster({ engine: "aurora-mysql" })],
    options,
    answer: "fails",
    says: "port is not set (3306)",
  },
  { shows: "known at deploy", given: [subjectCluster({ port: pending() })], options, answer: "undecided" },
  {
    shows: "a restore, which has the port of its source",
    given: [
      subjectCluster({ restoreToPointInTime: { sourceClusterIdentifier: pending("source") } }),
      clusterRow("source", { port: 6543 }),
    ],
    options,
    answer: "holds",
  },
  {
    shows: "a restore of which the program says nothing",
    given: [subjectCluster({ snapshotIdentifier: "before-the-move" })],
    options,
    answer: "undecided",
  },
]);
