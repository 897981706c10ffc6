import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectTable } from "../../support/rows";

describeControl("dynamodb-table-deletion-protection", [
  { shows: "protected", given: [subjectTable({ deletionProtectionEnabled: true })], answer: "holds" },
  {
    shows: "switched off",
    given: [subjectTable({ deletionProtectionEnabled: false })],
    answer: "fails",
    says: "deletionProtectionEnabled is false",
  },
  {
    shows: "not set, as on a restored table",
    given: [subjectTable({ restoreSourceName: "orders", restoreToLatestTime: true })],
    answer: "fails",
    says: "deletionProtectionEnabled is not set (off by default)",
  },
  { shows: "known at deploy", given: [subjectTable({ deletionProtectionEnabled: pending() })], answer: "undecided" },
]);
