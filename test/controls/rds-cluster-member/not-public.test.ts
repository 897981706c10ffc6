import { clusterRow, inAccount, subjectMember } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectInstance } from "../../support/rows";

const orders = clusterRow("orders", {});

describeControl("rds-cluster-member-not-public", [
  { shows: "switched off", given: [orders, subjectMember({ publiclyAccessible: false })], answer: "holds" },
  {
    shows: "public",
    given: [orders, subjectMember({ publiclyAccessible: true })],
    answer: "fails",
    says: "publiclyAccessible is true",
  },
  { shows: "not set, for which the provider sends false", given: [orders, subjectMember({})], answer: "holds" },
  { shows: "known at deploy", given: [orders, subjectMember({ publiclyAccessible: pending() })], answer: "undecided" },
  {
    shows: "an instance of no cluster",
    given: [subjectInstance({ publiclyAccessible: true })],
    answer: "not-applicable",
  },
  {
    shows: "a member of an account",
    given: inAccount([orders, subjectMember({ publiclyAccessible: true })]),
    answer: "fails",
  },
]);
