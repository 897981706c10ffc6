import { inAccount, memberRow, subjectCluster } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { pending, program } from "../../support/program";

const counted = (memberCount: number, members: readonly string[]) => {
  const rows = members.map((zone, index) => memberRow(`member-${index}`, { availabilityZone: zone }));
  const inventory = inAccount([subjectCluster({}), ...rows]);
  return { ...inventory, dbClusters: inventory.dbClusters.map((cluster) => ({ ...cluster, memberCount })) };
};

describeControl("rds-cluster-multi-az", [
  {
    shows: "two instances, which Aurora puts into two zones",
    given: [subjectCluster({}), memberRow("writer"), memberRow("reader")],
    answer: "holds",
  },
  {
    shows: "one instance",
    given: [subjectCluster({}), memberRow("writer")],
    answer: "fails",
    says: "it has one instance",
  },
  { shows: "no instance", given: [subjectCluster({})], answer: "fails", says: "it has no instance" },
  {
    shows: "two instances that name the same zone",
    given: [
      subjectCluster({}),
      memberRow("writer", { availabilityZone: "eu-west-1a" }),
      memberRow("reader", { availabilityZone: "eu-west-1a" }),
    ],
    answer: "fails",
    says: "its 2 instances are all in one availability zone",
  },
  {
    shows: "two instances in zones of their own",
    given: [
      subjectCluster({}),
      memberRow("writer", { availabilityZone: "eu-west-1a" }),
      memberRow("reader", { availabilityZone: "eu-west-1b" }),
    ],
    answer: "holds",
  },
  {
    shows: "two instances of which one zone is known at deploy",
    given: [
      subjectCluster({}),
      memberRow("writer", { availabilityZone: "eu-west-1a" }),
      memberRow("reader", { availabilityZone: pending() }),
    ],
    answer: "undecided",
  },
  {
    shows: "one instance, and one whose cluster is known at deploy",
    given: [subjectCluster({}), memberRow("writer"), memberRow("reader", { clusterIdentifier: pending() })],
    answer: "undecided",
  },
  {
    shows: "instances of another cluster of the same stack",
    given: [
      subjectCluster({ clusterIdentifier: "orders" }),
      memberRow("writer", { clusterIdentifier: "orders" }),
      memberRow("other", { clusterIdentifier: "carts" }),
    ],
    answer: "fails",
  },
  {
    shows: "a Multi-AZ DB cluster",
    given: [subjectCluster({ engine: "mysql", dbClusterInstanceClass: "db.m5d.large" })],
    answer: "holds",
  },
  {
    shows: "one instance of Aurora, with a class of Multi-AZ DB clusters known at deploy",
    given: [subjectCluster({ dbClusterInstanceClass: pending() }), memberRow("writer")],
    answer: "fails",
    says: "it has one instance",
  },
  {
    shows: "a cluster that may turn out a Multi-AZ DB cluster",
    given: [subjectCluster({ engine: pending(), dbClusterInstanceClass: pending() })],
    answer: "undecided",
  },
  {
    shows: "Aurora Serverless version 1",
    given: [subjectCluster({ engineMode: "serverless" })],
    answer: "not-applicable",
  },
  { shows: "two members of an account in two zones", given: counted(2, ["eu-west-1a", "eu-west-1b"]), answer: "holds" },
  { shows: "two members of an account in one zone", given: counted(2, ["eu-west-1a", "eu-west-1a"]), answer: "fails" },
  {
    shows: "two members of an account that could not be listed",
    given: { ...counted(2, []), unread: { dbInstances: "rds:DescribeDBInstances was denied" } },
    answer: "undecided",
  },
  {
    shows: "one member of an account",
    given: counted(1, ["eu-west-1a"]),
    answer: "fails",
    says: "it has one instance",
  },
  { shows: "a program without the members", given: program([subjectCluster({})]), answer: "fails" },
]);
