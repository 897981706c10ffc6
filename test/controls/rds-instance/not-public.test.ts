import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, inAccount, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-not-public", [
  { shows: "switched off", given: [subjectInstance({ publiclyAccessible: false })], answer: "holds" },
  { shows: "not set: the provider sends false", given: [subjectInstance({})], answer: "holds" },
  {
    shows: "switched on",
    given: [subjectInstance({ publiclyAccessible: true })],
    answer: "fails",
    says: "publiclyAccessible is true",
  },
  {
    shows: "known at deploy",
    given: [subjectInstance({ publiclyAccessible: pending() })],
    answer: "undecided",
    says: "publiclyAccessible, known at deploy",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "protected, imported and renamed all the same",
    given: [
      subjectInstance({
        identifier: "orders",
        arn: "arn:aws:rds:eu-west-1:111122223333:db:orders",
        publiclyAccessible: true,
      }),
    ],
    answer: "fails",
  },
  {
    shows: "an instance of an account",
    given: inAccount([subjectInstance({ publiclyAccessible: true })]),
    answer: "fails",
  },
]);
