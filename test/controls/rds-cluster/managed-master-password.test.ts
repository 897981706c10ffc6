import { inAccount, subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

describeControl("rds-cluster-managed-master-password", [
  { shows: "kept by Secrets Manager", given: [subjectCluster({ manageMasterUserPassword: true })], answer: "holds" },
  {
    shows: "set in the program",
    given: [subjectCluster({ masterPassword: "correct horse" })],
    answer: "fails",
    says: "masterPassword is set, which the state of the stack keeps",
  },
  {
    shows: "a password known at deploy, which the state keeps all the same",
    given: [subjectCluster({ masterPassword: pending() })],
    answer: "fails",
  },
  {
    shows: "a write-only password",
    given: [subjectCluster({ masterPasswordWo: "correct horse", masterPasswordWoVersion: 1 })],
    answer: "holds",
  },
  { shows: "known at deploy", given: [subjectCluster({ manageMasterUserPassword: pending() })], answer: "undecided" },
  {
    shows: "a secondary of a global cluster, which sets none",
    given: [subjectCluster({ globalClusterIdentifier: "orders" })],
    answer: "not-applicable",
  },
  { shows: "an account, which shows no password", given: inAccount([subjectCluster({})]), answer: "not-applicable" },
]);
