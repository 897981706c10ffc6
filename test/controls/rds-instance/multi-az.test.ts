import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-multi-az", [
  { shows: "two zones", given: [subjectInstance({ multiAz: true })], answer: "holds" },
  { shows: "one zone", given: [subjectInstance({ multiAz: false })], answer: "fails", says: "multiAz is false" },
  { shows: "not set", given: [subjectInstance({})], answer: "fails", says: "multiAz is not set (off by default)" },
  { shows: "known at deploy", given: [subjectInstance({ multiAz: pending() })], answer: "undecided" },
  { shows: "a read replica", given: [subjectInstance({ replicateSourceDb: "orders" })], answer: "not-applicable" },
  {
    shows: "a read replica where they are judged",
    given: [subjectInstance({ replicateSourceDb: "orders" })],
    options: { judgeReadReplicas: true },
    answer: "fails",
  },
  {
    shows: "SQL Server Express, which cannot",
    given: [subjectInstance({ engine: "sqlserver-ex" })],
    answer: "not-applicable",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "SQL Server Web, which can from 2022 on",
    given: [subjectInstance({ engine: "sqlserver-web", engineVersion: "16.00.4215.2.v1" })],
    answer: "fails",
  },
  {
    shows: "SQL Server Web before that",
    given: [subjectInstance({ engine: "sqlserver-web", engineVersion: "15.00.4420.2.v1" })],
    answer: "not-applicable",
  },
  {
    shows: "SQL Server Web of a version known at deploy",
    given: [subjectInstance({ engine: "sqlserver-web", engineVersion: pending() })],
    answer: "undecided",
  },
  {
    shows: "an engine known at deploy, which may be one that cannot",
    given: [subjectInstance({ engine: pending() })],
    answer: "undecided",
  },
]);
