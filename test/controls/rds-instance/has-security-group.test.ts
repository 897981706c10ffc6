import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { auroraInstance, memberOf, memberOfCluster, subjectInstance } from "../../support/rows";

const group: Row = { type: "aws:ec2/securityGroup:SecurityGroup", name: "database", props: { vpcId: "vpc-1" } };
const vpc: Row = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { defaultSecurityGroupId: "sg-default" } };
const adopted: Row = {
  type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  name: "adopted",
  props: { vpcId: pending("vpc") },
};
const onlyDefault = "vpcSecurityGroupIds names the default group of a VPC and no other";

describeControl("rds-instance-has-security-group", [
  {
    shows: "a group of its own",
    given: [group, subjectInstance({ vpcSecurityGroupIds: [pending("database")] })],
    answer: "holds",
  },
  {
    shows: "not set",
    given: [subjectInstance({ engine: "postgres" })],
    answer: "fails",
    says: "vpcSecurityGroupIds is not set (the default group of its VPC)",
  },
  { shows: "an empty list", given: [subjectInstance({ vpcSecurityGroupIds: [] })], answer: "fails" },
  {
    shows: "the default group, adopted by the program",
    given: [vpc, adopted, subjectInstance({ vpcSecurityGroupIds: [pending("adopted")] })],
    answer: "fails",
    says: onlyDefault,
  },
  {
    shows: "the default group by its VPC, in a first preview",
    given: [vpc, subjectInstance({ vpcSecurityGroupIds: [pending("vpc")] })],
    answer: "fails",
    says: onlyDefault,
  },
  {
    shows: "the default group by its VPC, once that exists",
    given: [vpc, subjectInstance({ vpcSecurityGroupIds: ["sg-default"] })],
    answer: "fails",
    says: onlyDefault,
  },
  {
    shows: "the default group beside one of its own",
    given: [vpc, group, subjectInstance({ vpcSecurityGroupIds: [pending("vpc"), pending("database")] })],
    answer: "holds",
  },
  {
    shows: "a list made at deploy from one group",
    given: [group, subjectInstance({ vpcSecurityGroupIds: pending("database") })],
    answer: "holds",
  },
  {
    shows: "a list made at deploy from two groups",
    given: [
      group,
      { type: "aws:ec2/securityGroup:SecurityGroup", name: "clients", props: { vpcId: "vpc-1" } },
      subjectInstance({ vpcSecurityGroupIds: pending("database", "clients") }),
    ],
    answer: "holds",
  },
  {
    shows: "a list made at deploy from a group or the default one",
    given: [vpc, group, subjectInstance({ vpcSecurityGroupIds: pending("database", "vpc") })],
    answer: "undecided",
  },
  {
    shows: "a list that comes from no resource",
    given: [subjectInstance({ vpcSecurityGroupIds: pending() })],
    answer: "undecided",
    says: "vpcSecurityGroupIds, known at deploy",
  },
  {
    shows: "a group of another stack, which may be the default one",
    given: [subjectInstance({ vpcSecurityGroupIds: ["sg-1"] })],
    answer: "undecided",
    says: "whether security group sg-1, not in this program, is a default one (option trustedSecurityGroups)",
  },
  {
    shows: "a group of another stack that is trusted",
    given: [subjectInstance({ vpcSecurityGroupIds: ["sg-1"] })],
    options: { trustedSecurityGroups: ["sg-1"] },
    answer: "holds",
  },
  {
    shows: "a read replica, which does not take the groups of its source",
    given: [subjectInstance({ replicateSourceDb: "orders" })],
    answer: "fails",
  },
  { shows: "a member of a cluster outside the program", given: memberOfCluster, answer: "undecided" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "undecided" },
  { shows: "a member of a cluster without a group", given: memberOf({}), answer: "fails" },
  {
    shows: "a member of a cluster with a group of its own",
    given: [...memberOf({ vpcSecurityGroupIds: [pending("database")] }), group],
    answer: "holds",
  },
]);
