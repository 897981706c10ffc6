import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectInstance } from "../../support/rows";

describeControl("rds-instance-iam-authentication", [
  { shows: "switched on", given: [subjectInstance({ iamDatabaseAuthenticationEnabled: true })], answer: "holds" },
  {
    shows: "switched off",
    given: [subjectInstance({ iamDatabaseAuthenticationEnabled: false })],
    answer: "fails",
    says: "iamDatabaseAuthenticationEnabled is false",
  },
  { shows: "not set", given: [subjectInstance({})], answer: "fails" },
  {
    shows: "known at deploy",
    given: [subjectInstance({ iamDatabaseAuthenticationEnabled: pending() })],
    answer: "undecided",
  },
  {
    shows: "an engine that is not known",
    given: [subjectInstance({ engine: "custom-sqlserver-ee" })],
    answer: "undecided",
  },
  { shows: "oracle, which has none", given: [subjectInstance({ engine: "oracle-ee" })], answer: "not-applicable" },
  {
    shows: "mariadb before 10.11",
    given: [subjectInstance({ engine: "mariadb", engineVersion: "10.6.21" })],
    answer: "not-applicable",
  },
  {
    shows: "mariadb from 10.11",
    given: [subjectInstance({ engine: "mariadb", engineVersion: "10.11.9" })],
    answer: "fails",
  },
]);
