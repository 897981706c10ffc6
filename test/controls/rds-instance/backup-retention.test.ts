import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-backup-retention", [
  { shows: "7 days", given: [subjectInstance({ backupRetentionPeriod: 7 })], answer: "holds" },
  { shows: "35 days", given: [subjectInstance({ backupRetentionPeriod: 35 })], answer: "holds" },
  {
    shows: "6 days",
    given: [subjectInstance({ backupRetentionPeriod: 6 })],
    answer: "fails",
    says: "backupRetentionPeriod is 6",
  },
  { shows: "no backups", given: [subjectInstance({ backupRetentionPeriod: 0 })], answer: "fails" },
  {
    shows: "not set",
    given: [subjectInstance({})],
    answer: "fails",
    says: "backupRetentionPeriod is not set (no automated backups, or one day's)",
  },
  {
    shows: "7 days where 30 are configured",
    given: [subjectInstance({ backupRetentionPeriod: 7 })],
    options: { minimumDays: 30 },
    answer: "fails",
  },
  {
    shows: "a read replica",
    given: [subjectInstance({ replicateSourceDb: "orders", backupRetentionPeriod: 0 })],
    answer: "not-applicable",
  },
  { shows: "known at deploy", given: [subjectInstance({ backupRetentionPeriod: pending() })], answer: "undecided" },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
]);
