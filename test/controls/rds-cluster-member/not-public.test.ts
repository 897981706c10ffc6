import { clusterRow, inAccount, multiAzRow, nativeMultiAzRow, subjectMember } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { subjectInstance } from "../../support/rows";

const orders = clusterRow("orders", {});
const group: Row = { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: ["subnet-0a1"] } };

describeControl("rds-cluster-member-not-public", [
  { shows: "switched off", given: [orders, subjectMember({ publiclyAccessible: false })], answer: "holds" },
  {
    shows: "public",
    given: [orders, subjectMember({ publiclyAccessible: true })],
    answer: "fails",
    says: "publiclyAccessible is true",
  },
  { shows: "not set, for which the provider sends false", given: [orders, subjectMember({})], answer: "holds" },
  { shows: "known at deploy", given: [orders, subjectMember({ publiclyAccessible: pending() })], answer: "undecided" },
  {
    shows: "an instance of no cluster",
    given: [subjectInstance({ publiclyAccessible: true })],
    answer: "not-applicable",
  },
  {
    shows: "a member of an account",
    given: inAccount([orders, subjectMember({ publiclyAccessible: true })]),
    answer: "fails",
  },
  {
    shows: "a Multi-AZ DB cluster without a subnet group, which RDS makes public",
    given: [multiAzRow({})],
    answer: "fails",
    says: "publiclyAccessible is true",
  },
  {
    shows: "a Multi-AZ DB cluster in the default subnet group",
    given: [multiAzRow({ dbSubnetGroupName: "Default" })],
    answer: "fails",
  },
  {
    shows: "a Multi-AZ DB cluster in a subnet group that is still to be made",
    given: [multiAzRow({ dbSubnetGroupName: pending("group") }), group],
    answer: "holds",
  },
  {
    shows: "a Multi-AZ DB cluster in a subnet group known at deploy",
    given: [multiAzRow({ dbSubnetGroupName: pending() })],
    answer: "undecided",
  },
  {
    shows: "a cluster without a subnet group that may turn out one of Aurora",
    given: [multiAzRow({ engine: pending(), dbClusterInstanceClass: pending() })],
    answer: "undecided",
  },
  {
    shows: "a public Multi-AZ DB cluster of aws-native",
    given: [nativeMultiAzRow({ publiclyAccessible: true, dbSubnetGroupName: "orders" })],
    answer: "fails",
  },
  {
    shows: "a Multi-AZ DB cluster of aws-native that is not public",
    given: [nativeMultiAzRow({ publiclyAccessible: false })],
    answer: "holds",
  },
  {
    shows: "a Multi-AZ DB cluster of aws-native, known at deploy",
    given: [nativeMultiAzRow({ publiclyAccessible: pending() })],
    answer: "undecided",
  },
]);
