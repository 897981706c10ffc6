import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectTable } from "../../support/rows";

describeControl("dynamodb-table-point-in-time-recovery", [
  { shows: "enabled", given: [subjectTable({ pointInTimeRecovery: { enabled: true } })], answer: "holds" },
  {
    shows: "switched off",
    given: [subjectTable({ pointInTimeRecovery: { enabled: false } })],
    answer: "fails",
    says: "pointInTimeRecovery.enabled is false",
  },
  {
    shows: "not set, as on a restored table",
    given: [subjectTable({ restoreSourceName: "orders", restoreToLatestTime: true })],
    answer: "fails",
    says: "pointInTimeRecovery.enabled is not set (off by default)",
  },
  {
    shows: "7 days where 35 are configured",
    given: [subjectTable({ pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 7 } })],
    options: { minimumDays: 35 },
    answer: "fails",
    says: "pointInTimeRecovery.recoveryPeriodInDays is 7",
  },
  {
    shows: "35 days by default, where 35 are configured",
    given: [subjectTable({ pointInTimeRecovery: { enabled: true } })],
    options: { minimumDays: 35 },
    answer: "holds",
  },
  {
    shows: "known at deploy",
    given: [subjectTable({ pointInTimeRecovery: { enabled: pending() } })],
    answer: "undecided",
  },
]);
