import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, inAccount, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-managed-master-password", [
  {
    shows: "managed by Secrets Manager",
    given: [subjectInstance({ username: "keeper", manageMasterUserPassword: true })],
    answer: "holds",
  },
  {
    shows: "a password in the program",
    given: [subjectInstance({ username: "keeper", password: "correct horse battery staple" })],
    answer: "fails",
    says: "password is set, which the state of the stack keeps",
  },
  {
    shows: "a password known at deploy, which is one all the same",
    given: [subjectInstance({ password: pending() })],
    answer: "fails",
  },
  {
    shows: "a password beside one that is managed",
    given: [subjectInstance({ manageMasterUserPassword: true, password: "correct horse battery staple" })],
    answer: "fails",
  },
  {
    shows: "a password that is only written",
    given: [subjectInstance({ passwordWo: "correct horse battery staple", passwordWoVersion: 1 })],
    answer: "holds",
  },
  {
    shows: "a password that was only written, of which the version is left",
    given: [subjectInstance({ passwordWoVersion: 2 })],
    answer: "holds",
  },
  {
    shows: "a switch known at deploy",
    given: [subjectInstance({ manageMasterUserPassword: pending() })],
    answer: "undecided",
    says: "manageMasterUserPassword, known at deploy",
  },
  {
    shows: "a read replica, which has that of its source",
    given: [subjectInstance({ replicateSourceDb: "orders" })],
    answer: "not-applicable",
  },
  {
    shows: "a restore that sets a password",
    given: [subjectInstance({ snapshotIdentifier: "before", password: pending() })],
    answer: "fails",
  },
  {
    shows: "an instance of an account that does not say where its password is from",
    given: inAccount([subjectInstance({})]),
    answer: "not-applicable",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
]);
