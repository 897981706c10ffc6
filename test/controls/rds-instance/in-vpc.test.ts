import { describeControl } from "../../support/control-cases";
import { pending } from "../../support/program";
import { auroraInstance, inAccount, memberOf, memberOfCluster, subjectInstance } from "../../support/rows";

describeControl("rds-instance-in-vpc", [
  {
    shows: "a subnet group of the program",
    given: [
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "private", props: { subnetIds: ["subnet-1", "subnet-2"] } },
      subjectInstance({ dbSubnetGroupName: pending("private") }),
    ],
    answer: "holds",
  },
  { shows: "a subnet group by its name", given: [subjectInstance({ dbSubnetGroupName: "shared" })], answer: "holds" },
  {
    shows: "not set",
    given: [subjectInstance({ engine: "postgres" })],
    answer: "fails",
    says: "dbSubnetGroupName is not set (the default VPC)",
  },
  {
    shows: "the group of the default VPC, in capitals",
    given: [subjectInstance({ dbSubnetGroupName: "DEFAULT" })],
    answer: "fails",
    says: "dbSubnetGroupName is default (the default VPC)",
  },
  {
    shows: "known at deploy, from no resource",
    given: [subjectInstance({ dbSubnetGroupName: pending() })],
    answer: "undecided",
  },
  {
    shows: "a read replica, which inherits the group of its source",
    given: [subjectInstance({ replicateSourceDb: "orders" })],
    answer: "holds",
  },
  {
    shows: "a read replica from another region, which does not",
    given: [
      subjectInstance({ region: "eu-west-1", replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:orders" }),
    ],
    answer: "fails",
  },
  {
    shows: "a restore, which does not",
    given: [subjectInstance({ snapshotIdentifier: "before-the-move" })],
    answer: "fails",
  },
  {
    shows: "a replica of an account that lies in no VPC",
    given: inAccount([subjectInstance({ replicateSourceDb: "orders" })]),
    answer: "fails",
  },
  { shows: "a member of a cluster outside the program", given: memberOfCluster, answer: "undecided" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "undecided" },
  { shows: "a member of a cluster without a subnet group", given: memberOf({}), answer: "fails" },
  { shows: "a member of a cluster with one", given: memberOf({ dbSubnetGroupName: "orders" }), answer: "holds" },
]);
