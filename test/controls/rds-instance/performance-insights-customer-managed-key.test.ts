import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, customerKey, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-performance-insights-customer-managed-key", [
  {
    shows: "a key of the program",
    given: [
      customerKey,
      subjectInstance({ performanceInsightsEnabled: true, performanceInsightsKmsKeyId: pending("key") }),
    ],
    answer: "holds",
  },
  {
    shows: "no key",
    given: [subjectInstance({ performanceInsightsEnabled: true })],
    answer: "fails",
    says: "performanceInsightsKmsKeyId is not set (the AWS managed key aws/rds)",
  },
  {
    shows: "the AWS managed key",
    given: [subjectInstance({ performanceInsightsEnabled: true, performanceInsightsKmsKeyId: "alias/aws/rds" })],
    answer: "fails",
  },
  { shows: "Performance Insights off", given: [subjectInstance({})], answer: "not-applicable" },
  {
    shows: "known at deploy",
    given: [subjectInstance({ performanceInsightsEnabled: pending() })],
    answer: "undecided",
  },
  { shows: "a cluster member", given: memberOfCluster, answer: "not-applicable" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "not-applicable" },
  {
    shows: "RDS Custom, whose host the customer runs",
    given: [subjectInstance({ engine: "custom-oracle-ee", engineVersion: "19.my_cev1" })],
    answer: "not-applicable",
  },
]);
