import { subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

describeControl("rds-cluster-backup-retention", [
  { shows: "7 days", given: [subjectCluster({ backupRetentionPeriod: 7 })], answer: "holds" },
  {
    shows: "6 days",
    given: [subjectCluster({ backupRetentionPeriod: 6 })],
    answer: "fails",
    says: "backupRetentionPeriod is 6",
  },
  { shows: "not set", given: [subjectCluster({})], answer: "fails", says: "backupRetentionPeriod is not set (1 day)" },
  {
    shows: "7 days where 30 are configured",
    given: [subjectCluster({ backupRetentionPeriod: 7 })],
    options: { minimumDays: 30 },
    answer: "fails",
  },
  { shows: "known at deploy", given: [subjectCluster({ backupRetentionPeriod: pending() })], answer: "undecided" },
]);
