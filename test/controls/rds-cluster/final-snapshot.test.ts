import { subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

describeControl("rds-cluster-final-snapshot", [
  {
    shows: "a last snapshot with a name",
    given: [subjectCluster({ skipFinalSnapshot: false, finalSnapshotIdentifier: "orders-last" })],
    answer: "holds",
  },
  {
    shows: "skipped",
    given: [subjectCluster({ skipFinalSnapshot: true })],
    answer: "fails",
    says: "skipFinalSnapshot is true",
  },
  {
    shows: "skipped by a Multi-AZ DB cluster",
    given: [subjectCluster({ engine: "mysql", dbClusterInstanceClass: "db.m6gd.large", skipFinalSnapshot: true })],
    answer: "fails",
  },
  { shows: "not set: the provider asks for a name", given: [subjectCluster({})], answer: "holds" },
  { shows: "known at deploy", given: [subjectCluster({ skipFinalSnapshot: pending() })], answer: "undecided" },
]);
