import { clusterRow, memberRow, multiAzRow, subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { inAccount } from "../../support/rows";

describeControl("rds-cluster-engine-version-supported", [
  { shows: "a supported version", given: [subjectCluster({ engineVersion: "18.1" })], answer: "holds" },
  {
    shows: "a version past its support",
    given: [subjectCluster({ engineVersion: "11.9" })],
    answer: "fails",
    says: "engineVersion is aurora-postgresql 11.9, whose standard support ended on 2024-02-29",
  },
  {
    shows: "Aurora Serverless version 1, which has no instances",
    given: [
      subjectCluster({ engine: "aurora-mysql", engineMode: "serverless", engineVersion: "5.7.mysql_aurora.2.11.4" }),
    ],
    answer: "fails",
    says: "engineVersion is aurora-mysql 5.7.mysql_aurora.2.11.4, whose standard support ended on 2024-10-31",
  },
  {
    shows: "a version whose support ends within the days to look ahead",
    given: [subjectCluster({ engineVersion: "17.7" })],
    options: { daysAhead: 3650 },
    answer: "fails",
  },
  {
    shows: "an instance of it, which is judged instead",
    given: [subjectCluster({ engineVersion: "11.9" }), memberRow("a")],
    answer: "not-applicable",
  },
  {
    shows: "an instance that only perhaps is one of it",
    given: [
      subjectCluster({ engineVersion: "11.9" }),
      clusterRow("other", {}),
      memberRow("a", { clusterIdentifier: pending("subject", "other") }),
    ],
    answer: "fails",
  },
  {
    shows: "a Multi-AZ DB cluster, whose instances RDS makes",
    given: [multiAzRow({ engineVersion: "11.5" })],
    answer: "not-applicable",
  },
  { shows: "not set: the newest", given: [subjectCluster({})], answer: "holds" },
  { shows: "known at deploy", given: [subjectCluster({ engineVersion: pending() })], answer: "undecided" },
  { shows: "an engine known at deploy", given: [subjectCluster({ engine: pending() })], answer: "undecided" },
  {
    shows: "a restore of a cluster of an old version that does not name it",
    given: [
      clusterRow("source", { engineVersion: "11.9" }),
      subjectCluster({ restoreToPointInTime: { sourceClusterIdentifier: pending("source") } }),
    ],
    answer: "fails",
  },
  {
    shows: "a restore of a snapshot that no resource declares",
    given: [subjectCluster({ snapshotIdentifier: "before" })],
    answer: "undecided",
    says: "the engine version, which AWS chooses where engineVersion is not set",
  },
  {
    shows: "a cluster of a global cluster, whose version it has",
    given: [subjectCluster({ globalClusterIdentifier: "world" })],
    answer: "undecided",
  },
  {
    shows: "a cluster of an account without instances",
    given: inAccount([subjectCluster({ engineVersion: "11.9" })]),
    answer: "fails",
  },
]);
