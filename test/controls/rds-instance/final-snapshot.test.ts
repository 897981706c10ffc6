import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-final-snapshot", [
  {
    shows: "a last snapshot with a name",
    given: [subjectInstance({ skipFinalSnapshot: false, finalSnapshotIdentifier: "orders-last" })],
    answer: "holds",
  },
  {
    shows: "skipped",
    given: [subjectInstance({ skipFinalSnapshot: true })],
    answer: "fails",
    says: "skipFinalSnapshot is true",
  },
  { shows: "not set: the provider asks for a name", given: [subjectInstance({})], answer: "holds" },
  { shows: "known at deploy", given: [subjectInstance({ skipFinalSnapshot: pending() })], answer: "undecided" },
  {
    shows: "a read replica, of which AWS takes none",
    given: [subjectInstance({ replicateSourceDb: "orders", skipFinalSnapshot: true })],
    answer: "not-applicable",
  },
  {
    shows: "RDS Custom, of which AWS takes none",
    given: [subjectInstance({ engine: "custom-oracle-ee", skipFinalSnapshot: true })],
    answer: "not-applicable",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
]);
