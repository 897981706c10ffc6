import { clusterRow, multiAzRow, nativeMultiAzRow, subjectMember } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { subjectInstance } from "../../support/rows";

const role = "arn:aws:iam::111122223333:role/monitoring";
const orders = clusterRow("orders", {});

describeControl("rds-cluster-member-enhanced-monitoring", [
  {
    shows: "every minute",
    given: [orders, subjectMember({ monitoringInterval: 60, monitoringRoleArn: role })],
    answer: "holds",
  },
  {
    shows: "not set",
    given: [orders, subjectMember({})],
    answer: "fails",
    says: "monitoringInterval is not set (off by default)",
  },
  {
    shows: "set for all instances by the cluster",
    given: [clusterRow("orders", { monitoringInterval: 30, monitoringRoleArn: role }), subjectMember({})],
    answer: "holds",
  },
  {
    shows: "switched off for one instance",
    given: [
      clusterRow("orders", { monitoringInterval: 30, monitoringRoleArn: role }),
      subjectMember({ monitoringInterval: 0 }),
    ],
    answer: "fails",
    says: "monitoringInterval is 0",
  },
  {
    shows: "without a role",
    given: [orders, subjectMember({ monitoringInterval: 60 })],
    answer: "fails",
    says: "monitoringRoleArn is not set",
  },
  { shows: "known at deploy", given: [orders, subjectMember({ monitoringInterval: pending() })], answer: "undecided" },
  {
    shows: "a cluster of which the program says nothing",
    given: [subjectMember({ clusterIdentifier: "elsewhere" })],
    answer: "undecided",
    says: "the settings of cluster elsewhere, not in this program",
  },
  { shows: "an instance of no cluster", given: [subjectInstance({})], answer: "not-applicable" },
  {
    shows: "the members of a Multi-AZ DB cluster, every minute",
    given: [multiAzRow({ monitoringInterval: 60, monitoringRoleArn: role })],
    answer: "holds",
  },
  {
    shows: "the members of a Multi-AZ DB cluster, not at all",
    given: [multiAzRow({})],
    answer: "fails",
    says: "monitoringInterval is not set (off by default)",
  },
  {
    shows: "the members of a Multi-AZ DB cluster, which the deploy tells",
    given: [multiAzRow({ dbClusterInstanceClass: pending(), monitoringInterval: pending() })],
    answer: "undecided",
  },
  {
    shows: "a cluster that may turn out one of Aurora, whose members say it themselves",
    given: [multiAzRow({ engine: pending(), dbClusterInstanceClass: pending() })],
    answer: "undecided",
    says: "dbClusterInstanceClass, known at deploy",
  },
  {
    shows: "the members of a Multi-AZ DB cluster of aws-native, not at all",
    given: [nativeMultiAzRow({ monitoringInterval: 0 })],
    answer: "fails",
    says: "monitoringInterval is 0",
  },
  {
    shows: "the members of a Multi-AZ DB cluster of aws-native, every minute",
    given: [nativeMultiAzRow({ monitoringInterval: 60, monitoringRoleArn: role })],
    answer: "holds",
  },
]);
