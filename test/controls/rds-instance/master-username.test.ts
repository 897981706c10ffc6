import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, inAccount, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-master-username", [
  { shows: "a name of one's own", given: [subjectInstance({ username: "keeper" })], answer: "holds" },
  {
    shows: "the default of an engine",
    given: [subjectInstance({ username: "postgres" })],
    answer: "fails",
    says: "username is postgres, a default name",
  },
  ...["admin", "root", "sa", "administrator", "rdsadmin"].map((username) => ({
    shows: `the default name ${username}`,
    given: [subjectInstance({ username })],
    answer: "fails" as const,
  })),
  {
    shows: "a default name in capitals, with spaces",
    given: [subjectInstance({ username: " Admin " })],
    answer: "fails",
    says: "username is admin, a default name",
  },
  { shows: "known at deploy", given: [subjectInstance({ username: pending() })], answer: "undecided" },
  {
    shows: "a restore, which has that of its snapshot",
    given: [subjectInstance({ snapshotIdentifier: "before" })],
    answer: "not-applicable",
  },
  {
    shows: "a name that only this organisation counts as a default one",
    given: [subjectInstance({ username: "DBA" })],
    options: { defaultUsernames: ["dba"] },
    answer: "fails",
  },
  {
    shows: "an instance of an account",
    given: inAccount([subjectInstance({ username: "postgres" })]),
    answer: "fails",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
]);
