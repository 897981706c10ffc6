import { subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

describeControl("rds-cluster-copy-tags-to-snapshot", [
  { shows: "on", given: [subjectCluster({ copyTagsToSnapshot: true })], answer: "holds" },
  {
    shows: "off",
    given: [subjectCluster({ copyTagsToSnapshot: false })],
    answer: "fails",
    says: "copyTagsToSnapshot is false",
  },
  { shows: "not set", given: [subjectCluster({})], answer: "fails" },
  { shows: "known at deploy", given: [subjectCluster({ copyTagsToSnapshot: pending() })], answer: "undecided" },
]);
