import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-performance-insights", [
  {
    shows: "switched on",
    given: [subjectInstance({ instanceClass: "db.m8g.large", performanceInsightsEnabled: true })],
    answer: "holds",
  },
  {
    shows: "switched off",
    given: [subjectInstance({ instanceClass: "db.m8g.large", performanceInsightsEnabled: false })],
    answer: "fails",
    says: "performanceInsightsEnabled is false",
  },
  {
    shows: "not set",
    given: [subjectInstance({ instanceClass: "db.t4g.micro" })],
    answer: "fails",
    says: "performanceInsightsEnabled is not set (off by default)",
  },
  {
    shows: "known at deploy",
    given: [subjectInstance({ performanceInsightsEnabled: pending() })],
    answer: "undecided",
  },
  {
    shows: "mysql on a class that is too small for it",
    given: [subjectInstance({ engine: "mysql", instanceClass: "db.t3.small" })],
    answer: "not-applicable",
  },
  {
    shows: "mariadb on a class that is too small for it, in capitals",
    given: [subjectInstance({ engine: "MariaDB", instanceClass: "db.T4G.micro" })],
    answer: "not-applicable",
  },
  {
    shows: "mysql on a class that has it",
    given: [subjectInstance({ engine: "mysql", instanceClass: "db.t3.medium" })],
    answer: "fails",
  },
  {
    shows: "mysql on a class known at deploy",
    given: [subjectInstance({ engine: "mysql", instanceClass: pending() })],
    answer: "undecided",
    says: "instanceClass, known at deploy",
  },
  {
    shows: "postgres on a class known at deploy, as all classes have it",
    given: [subjectInstance({ instanceClass: pending() })],
    answer: "fails",
  },
  {
    shows: "db2, which has none",
    given: [subjectInstance({ engine: "db2-se", instanceClass: "db.m6i.large" })],
    answer: "not-applicable",
  },
  {
    shows: "SQL Server",
    given: [subjectInstance({ engine: "sqlserver-se", instanceClass: "db.m6i.large" })],
    answer: "fails",
  },
  {
    shows: "oracle",
    given: [subjectInstance({ engine: "oracle-se2", instanceClass: "db.m6i.large" })],
    answer: "fails",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "RDS Custom, whose host the customer runs",
    given: [subjectInstance({ engine: "custom-oracle-ee", engineVersion: "19.my_cev1" })],
    answer: "not-applicable",
  },
]);
