import { clusterRow, multiAzRow, nativeMultiAzRow, subjectMember } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { customerKey, subjectInstance } from "../../support/rows";

const orders = clusterRow("orders", {});

describeControl("rds-cluster-member-performance-insights", [
  {
    shows: "on, under a key of the program",
    given: [
      orders,
      subjectMember({ performanceInsightsEnabled: true, performanceInsightsKmsKeyId: pending("key") }),
      customerKey,
    ],
    answer: "holds",
  },
  {
    shows: "not set",
    given: [orders, subjectMember({})],
    answer: "fails",
    says: "performanceInsightsEnabled is not set (off by default)",
  },
  {
    shows: "on, under the AWS managed key",
    given: [orders, subjectMember({ performanceInsightsEnabled: true })],
    answer: "fails",
    says: "performanceInsightsKmsKeyId is not set (the AWS managed key aws/rds)",
  },
  {
    shows: "on by Database Insights of the cluster, under its key",
    given: [
      clusterRow("orders", {
        databaseInsightsMode: "advanced",
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: pending("key"),
      }),
      subjectMember({}),
      customerKey,
    ],
    answer: "holds",
  },
  {
    shows: "on by the member, under the key of the cluster",
    given: [
      clusterRow("orders", { performanceInsightsKmsKeyId: "alias/orders" }),
      subjectMember({ performanceInsightsEnabled: true }),
    ],
    answer: "holds",
  },
  {
    shows: "switched off for the member",
    given: [
      clusterRow("orders", { performanceInsightsEnabled: true, performanceInsightsKmsKeyId: "alias/orders" }),
      subjectMember({ performanceInsightsEnabled: false }),
    ],
    answer: "fails",
    says: "performanceInsightsEnabled is false",
  },
  {
    shows: "aurora-mysql on a class without it",
    given: [orders, subjectMember({ engine: "aurora-mysql", instanceClass: "db.t3.medium" })],
    answer: "not-applicable",
  },
  {
    shows: "aurora-mysql on the smallest class with it",
    given: [orders, subjectMember({ engine: "aurora-mysql", instanceClass: "db.t4g.medium" })],
    answer: "fails",
  },
  {
    shows: "not set on an instance class known at deploy",
    given: [orders, subjectMember({ instanceClass: pending() })],
    answer: "undecided",
  },
  {
    shows: "not set for an engine known at deploy, on a class where aurora-mysql has none",
    given: [orders, subjectMember({ engine: pending(), instanceClass: "db.t3.medium" })],
    answer: "undecided",
  },
  {
    shows: "known at deploy",
    given: [orders, subjectMember({ performanceInsightsEnabled: pending() })],
    answer: "undecided",
  },
  {
    shows: "a cluster of which the program says nothing",
    given: [subjectMember({ clusterIdentifier: "elsewhere" })],
    answer: "undecided",
  },
  { shows: "an instance of no cluster", given: [subjectInstance({})], answer: "not-applicable" },
  {
    shows: "the members of a Multi-AZ DB cluster without it",
    given: [multiAzRow({})],
    answer: "fails",
  },
  {
    shows: "the members of a Multi-AZ DB cluster with it",
    given: [
      multiAzRow({ performanceInsightsEnabled: true, performanceInsightsKmsKeyId: pending("key") }),
      { type: "aws:kms/key:Key", name: "key" },
    ],
    answer: "holds",
  },
  {
    shows: "the members of a Multi-AZ DB cluster of a class known at deploy",
    given: [multiAzRow({ dbClusterInstanceClass: pending() })],
    answer: "undecided",
  },
  {
    shows: "the members of a Multi-AZ DB cluster of aws-native without it",
    given: [nativeMultiAzRow({ performanceInsightsEnabled: false })],
    answer: "fails",
    says: "performanceInsightsEnabled is false",
  },
  {
    shows: "the members of a Multi-AZ DB cluster of aws-native with it",
    given: [
      nativeMultiAzRow({ performanceInsightsEnabled: true, performanceInsightsKmsKeyId: pending("key") }),
      { type: "aws:kms/key:Key", name: "key" },
    ],
    answer: "holds",
  },
]);
