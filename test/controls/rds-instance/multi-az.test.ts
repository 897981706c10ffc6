import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectInstance } from "../../support/rows";

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
]);
