import { memberRow, subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

describeControl("rds-cluster-auto-minor-version-upgrade", [
  {
    shows: "on for the cluster and its instance",
    given: [subjectCluster({ autoMinorVersionUpgrade: true }), memberRow("writer", { autoMinorVersionUpgrade: true })],
    answer: "holds",
  },
  {
    shows: "off for the cluster",
    given: [subjectCluster({ autoMinorVersionUpgrade: false }), memberRow("writer")],
    answer: "fails",
    says: "autoMinorVersionUpgrade is false",
  },
  {
    shows: "off for one instance",
    given: [
      subjectCluster({ autoMinorVersionUpgrade: true }),
      memberRow("writer"),
      memberRow("reader", { autoMinorVersionUpgrade: false }),
    ],
    answer: "fails",
    says: "autoMinorVersionUpgrade is false on its instance reader",
  },
  { shows: "not set, which is on", given: [subjectCluster({}), memberRow("writer")], answer: "holds" },
  { shows: "known at deploy", given: [subjectCluster({ autoMinorVersionUpgrade: pending() })], answer: "undecided" },
  {
    shows: "known at deploy for an instance",
    given: [subjectCluster({}), memberRow("writer", { autoMinorVersionUpgrade: pending() })],
    answer: "undecided",
  },
  {
    shows: "off for an instance whose cluster is known at deploy",
    given: [subjectCluster({}), memberRow("writer", { clusterIdentifier: pending(), autoMinorVersionUpgrade: false })],
    answer: "undecided",
  },
  {
    shows: "on for an instance whose cluster is known at deploy",
    given: [subjectCluster({}), memberRow("writer", { clusterIdentifier: pending(), autoMinorVersionUpgrade: true })],
    answer: "holds",
  },
  {
    shows: "Aurora Serverless version 1",
    given: [subjectCluster({ engineMode: "serverless" })],
    answer: "not-applicable",
  },
]);
