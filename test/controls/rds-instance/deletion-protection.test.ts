import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-deletion-protection", [
  { shows: "protected", given: [subjectInstance({ deletionProtection: true })], answer: "holds" },
  {
    shows: "switched off",
    given: [subjectInstance({ deletionProtection: false })],
    answer: "fails",
    says: "deletionProtection is false",
  },
  {
    shows: "not set",
    given: [subjectInstance({})],
    answer: "fails",
    says: "deletionProtection is not set (off by default)",
  },
  { shows: "known at deploy", given: [subjectInstance({ deletionProtection: pending() })], answer: "undecided" },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
]);
