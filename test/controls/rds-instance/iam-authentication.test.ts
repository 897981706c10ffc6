import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

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
    given: [subjectInstance({ engine: "cockroach" })],
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
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "mariadb without a version, which is the newest",
    given: [subjectInstance({ engine: "mariadb" })],
    answer: "fails",
  },
  {
    shows: "SQL Server, which has none",
    given: [subjectInstance({ engine: "sqlserver-se" })],
    answer: "not-applicable",
  },
  { shows: "db2, which has none", given: [subjectInstance({ engine: "db2-se" })], answer: "not-applicable" },
  { shows: "mysql", given: [subjectInstance({ engine: "mysql", engineVersion: "5.7" })], answer: "fails" },
  {
    shows: "a restore whose engine is that of its source",
    given: [
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "oracle-se2" } },
      {
        type: "aws:rds/instance:Instance",
        name: "subject",
        props: { restoreToPointInTime: { sourceDbInstanceIdentifier: pending("source") } },
      },
    ],
    answer: "not-applicable",
  },
  {
    shows: "RDS Custom, whose host the customer runs",
    given: [subjectInstance({ engine: "custom-oracle-ee", engineVersion: "19.my_cev1" })],
    answer: "not-applicable",
  },
]);
