import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-copy-tags-to-snapshot", [
  { shows: "copied", given: [subjectInstance({ copyTagsToSnapshot: true })], answer: "holds" },
  {
    shows: "not copied",
    given: [subjectInstance({ copyTagsToSnapshot: false })],
    answer: "fails",
    says: "copyTagsToSnapshot is false",
  },
  {
    shows: "not set",
    given: [subjectInstance({})],
    answer: "fails",
    says: "copyTagsToSnapshot is not set (off by default)",
  },
  { shows: "known at deploy", given: [subjectInstance({ copyTagsToSnapshot: pending() })], answer: "undecided" },
  {
    shows: "a read replica, which has snapshots too",
    given: [subjectInstance({ replicateSourceDb: "orders" })],
    answer: "fails",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
]);
