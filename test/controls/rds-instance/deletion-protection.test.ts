import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectInstance } from "../../support/rows";

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
]);
