import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, inAccount, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-auto-minor-version-upgrade", [
  { shows: "switched on", given: [subjectInstance({ autoMinorVersionUpgrade: true })], answer: "holds" },
  { shows: "not set: the provider sends true", given: [subjectInstance({})], answer: "holds" },
  {
    shows: "switched off",
    given: [subjectInstance({ autoMinorVersionUpgrade: false })],
    answer: "fails",
    says: "autoMinorVersionUpgrade is false",
  },
  { shows: "known at deploy", given: [subjectInstance({ autoMinorVersionUpgrade: pending() })], answer: "undecided" },
  {
    shows: "RDS Custom, which AWS does not upgrade",
    given: [subjectInstance({ engine: "custom-sqlserver-se", autoMinorVersionUpgrade: false })],
    answer: "not-applicable",
  },
  {
    shows: "an instance of an account",
    given: inAccount([subjectInstance({ autoMinorVersionUpgrade: false })]),
    answer: "fails",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
]);
