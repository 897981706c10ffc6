import { subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";

describeControl("rds-cluster-iam-authentication", [
  { shows: "on", given: [subjectCluster({ iamDatabaseAuthenticationEnabled: true })], answer: "holds" },
  {
    shows: "off",
    given: [subjectCluster({ iamDatabaseAuthenticationEnabled: false })],
    answer: "fails",
    says: "iamDatabaseAuthenticationEnabled is false",
  },
  { shows: "not set", given: [subjectCluster({})], answer: "fails" },
  {
    shows: "not set on a Multi-AZ DB cluster",
    given: [subjectCluster({ engine: "postgres", dbClusterInstanceClass: "db.m5d.large" })],
    answer: "fails",
  },
  {
    shows: "Aurora Serverless version 1, which cannot",
    given: [subjectCluster({ engineMode: "serverless" })],
    answer: "not-applicable",
  },
  {
    shows: "known at deploy",
    given: [subjectCluster({ iamDatabaseAuthenticationEnabled: pending() })],
    answer: "undecided",
  },
]);
