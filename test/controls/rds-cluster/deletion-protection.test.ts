import { subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

describeControl("rds-cluster-deletion-protection", [
  { shows: "on", given: [subjectCluster({ deletionProtection: true })], answer: "holds" },
  {
    shows: "off",
    given: [subjectCluster({ deletionProtection: false })],
    answer: "fails",
    says: "deletionProtection is false",
  },
  {
    shows: "not set",
    given: [subjectCluster({})],
    answer: "fails",
    says: "deletionProtection is not set (off by default)",
  },
  { shows: "known at deploy", given: [subjectCluster({ deletionProtection: pending() })], answer: "undecided" },
]);
