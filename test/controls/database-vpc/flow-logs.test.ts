import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type LogProps = NonNullable<Extract<Row, { type: "aws:ec2/flowLog:FlowLog" }>["props"]>;

const network: readonly Row[] = [
  { type: "aws:ec2/vpc:Vpc", name: "subject", props: { cidrBlock: "10.0.0.0/16" } },
  { type: "aws:ec2/subnet:Subnet", name: "private", props: { vpcId: pending("subject") } },
  { type: "aws:rds/subnetGroup:SubnetGroup", name: "databases", props: { subnetIds: [pending("private")] } },
];
const orders: Row = {
  type: "aws:rds/instance:Instance",
  name: "orders",
  props: { engine: "postgres", dbSubnetGroupName: pending("databases") },
};
const log = (props: LogProps): Row => ({ type: "aws:ec2/flowLog:FlowLog", name: "log", props });
const ofVpc = { vpcId: pending("subject") };

describeControl("database-vpc-flow-logs", [
  {
    shows: "a log of all traffic",
    given: [...network, orders, log({ ...ofVpc, trafficType: "ALL" })],
    answer: "holds",
  },
  { shows: "no flow log", given: [...network, orders], answer: "fails", says: "it has no flow log" },
  {
    shows: "a log of refused traffic",
    given: [...network, orders, log({ ...ofVpc, trafficType: "REJECT" })],
    answer: "holds",
  },
  {
    shows: "a log of accepted traffic",
    given: [...network, orders, log({ ...ofVpc, trafficType: "ACCEPT" })],
    answer: "fails",
    says: "its flow log is not of ALL or REJECT traffic",
  },
  {
    shows: "a log of one subnet",
    given: [...network, orders, log({ subnetId: pending("private"), trafficType: "ALL" })],
    answer: "fails",
  },
  {
    shows: "a kind of traffic known at deploy",
    given: [...network, orders, log({ ...ofVpc, trafficType: pending() })],
    answer: "undecided",
  },
  {
    shows: "a log of one of two VPCs",
    given: [
      ...network,
      orders,
      { type: "aws:ec2/vpc:Vpc", name: "other", props: {} },
      log({ vpcId: pending("subject", "other"), trafficType: "ALL" }),
    ],
    answer: "undecided",
  },
  {
    shows: "the VPC of a cluster, by a list of subnets known at deploy",
    given: [
      { type: "aws:ec2/vpc:Vpc", name: "subject", props: {} },
      { type: "aws:ec2/subnet:Subnet", name: "private", props: { vpcId: pending("subject") } },
      { type: "aws:ec2/subnet:Subnet", name: "other", props: { vpcId: pending("subject") } },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "databases", props: { subnetIds: pending("private", "other") } },
      {
        type: "aws:rds/cluster:Cluster",
        name: "orders",
        props: { engine: "aurora-mysql", dbSubnetGroupName: pending("databases") },
      },
    ],
    answer: "fails",
  },
  {
    shows: "the VPC of an instance, by its security group",
    given: [
      { type: "aws:ec2/vpc:Vpc", name: "subject", props: {} },
      { type: "aws:ec2/securityGroup:SecurityGroup", name: "group", props: { vpcId: pending("subject") } },
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", dbSubnetGroupName: "databases", vpcSecurityGroupIds: [pending("group")] },
      },
    ],
    answer: "fails",
  },
  {
    shows: "one of two VPCs that the database may lie in",
    given: [
      ...network.slice(0, 2),
      { type: "aws:ec2/vpc:Vpc", name: "other", props: {} },
      { type: "aws:ec2/subnet:Subnet", name: "elsewhere", props: { vpcId: pending("other") } },
      {
        type: "aws:rds/subnetGroup:SubnetGroup",
        name: "databases",
        props: { subnetIds: pending("private", "elsewhere") },
      },
      orders,
    ],
    answer: "undecided",
  },
  { shows: "a VPC without a database", given: network, answer: "not-applicable" },
  {
    shows: "a default VPC",
    given: [
      { type: "aws:ec2/defaultVpc:DefaultVpc", name: "subject", props: {} },
      { type: "aws:ec2/subnet:Subnet", name: "private", props: { vpcId: pending("subject") } },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "databases", props: { subnetIds: [pending("private")] } },
      orders,
    ],
    answer: "fails",
  },
]);
