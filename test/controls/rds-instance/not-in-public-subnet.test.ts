import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { subjectInstance } from "../../support/rows";

const vpc: Row = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { cidrBlock: "10.0.0.0/16" } };
const gateway: Row = { type: "aws:ec2/internetGateway:InternetGateway", name: "gateway" };
const subnet = (name: string): Row => ({ type: "aws:ec2/subnet:Subnet", name, props: { vpcId: pending("vpc") } });
const table = (name: string, routes: readonly Route[] = []): Row => ({
  type: "aws:ec2/routeTable:RouteTable",
  name,
  props: { vpcId: pending("vpc"), routes },
});
type Route = { readonly cidrBlock?: string; readonly gatewayId?: string | ReturnType<typeof pending> };
const association = (of: string, to: string): Row => ({
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  name: `${of}-${to}`,
  props: { subnetId: pending(of), routeTableId: pending(to) },
});
const toGateway: Row = {
  type: "aws:ec2/route:Route",
  name: "to-gateway",
  props: { routeTableId: pending("table"), destinationCidrBlock: "0.0.0.0/0", gatewayId: pending("gateway") },
};
const instanceIn = (...subnets: string[]): readonly Row[] => [
  vpc,
  gateway,
  ...subnets.map(subnet),
  {
    type: "aws:rds/subnetGroup:SubnetGroup",
    name: "group",
    props: { subnetIds: subnets.map((name) => pending(name)) },
  },
  subjectInstance({ dbSubnetGroupName: pending("group") }),
];
const says = "subnet a routes to an internet gateway";

describeControl("rds-instance-not-in-public-subnet", [
  {
    shows: "a route table of its own with local routes only",
    given: [...instanceIn("a", "b"), table("table"), association("a", "table"), association("b", "table")],
    answer: "holds",
  },
  {
    shows: "the main route table of a new VPC, which has only the local route",
    given: instanceIn("a"),
    answer: "holds",
  },
  {
    shows: "a NAT gateway is not an internet gateway",
    given: [
      ...instanceIn("a"),
      { type: "aws:ec2/natGateway:NatGateway", name: "nat" },
      table("table"),
      association("a", "table"),
      {
        type: "aws:ec2/route:Route",
        name: "to-nat",
        props: { routeTableId: pending("table"), destinationCidrBlock: "0.0.0.0/0", natGatewayId: pending("nat") },
      },
    ],
    answer: "holds",
  },
  {
    shows: "a separate route to an internet gateway",
    given: [...instanceIn("a"), table("table"), association("a", "table"), toGateway],
    answer: "fails",
    says,
  },
  {
    shows: "an inline route to an internet gateway",
    given: [
      ...instanceIn("a"),
      table("table", [{ cidrBlock: "0.0.0.0/0", gatewayId: pending("gateway") }]),
      association("a", "table"),
    ],
    answer: "fails",
    says,
  },
  {
    shows: "an inline route to a gateway by its id",
    given: [
      ...instanceIn("a"),
      table("table", [{ cidrBlock: "0.0.0.0/1", gatewayId: "igw-0123" }]),
      association("a", "table"),
    ],
    answer: "fails",
    says,
  },
  {
    shows: "one public subnet among private ones",
    given: [
      ...instanceIn("b", "a"),
      table("private"),
      table("table"),
      association("b", "private"),
      association("a", "table"),
      toGateway,
    ],
    answer: "fails",
    says,
  },
  {
    shows: "a list picked at deploy from a private and a public subnet",
    given: [
      vpc,
      gateway,
      subnet("b"),
      subnet("a"),
      table("private"),
      table("table"),
      association("b", "private"),
      association("a", "table"),
      toGateway,
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: pending("a", "b") } },
      subjectInstance({ dbSubnetGroupName: pending("group") }),
    ],
    answer: "undecided",
    says: "which of the subnets b, a its subnet group holds",
  },
  {
    shows: "a list made at deploy of private subnets only",
    given: [
      vpc,
      subnet("a"),
      subnet("b"),
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: pending("a", "b") } },
      subjectInstance({ dbSubnetGroupName: pending("group") }),
    ],
    answer: "holds",
  },
  {
    shows: "the VPC's main route table, by a route that names it through the VPC",
    given: [
      ...instanceIn("a"),
      {
        type: "aws:ec2/route:Route",
        name: "to-gateway",
        props: { routeTableId: pending("vpc"), destinationCidrBlock: "0.0.0.0/0", gatewayId: pending("gateway") },
      },
    ],
    answer: "fails",
    says,
  },
  {
    shows: "the default route table, taken over by the program",
    given: [
      ...instanceIn("a"),
      {
        type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
        name: "default",
        props: {
          defaultRouteTableId: pending("vpc"),
          routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: pending("gateway") }],
        },
      },
    ],
    answer: "fails",
    says,
  },
  {
    shows: "another table made the main one",
    given: [
      ...instanceIn("a"),
      table("table"),
      toGateway,
      {
        type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
        name: "main",
        props: { vpcId: pending("vpc"), routeTableId: pending("table") },
      },
    ],
    answer: "fails",
    says,
  },
  {
    shows: "no subnet group: the default VPC",
    given: [subjectInstance({})],
    answer: "fails",
    says: "dbSubnetGroupName is not set (the public subnets of the default VPC)",
  },
  {
    shows: "the subnet group of the default VPC by its name",
    given: [subjectInstance({ dbSubnetGroupName: "Default" })],
    answer: "fails",
    says: "dbSubnetGroupName is Default (the public subnets of the default VPC)",
  },
  {
    shows: "a subnet group of which the program says nothing",
    given: [subjectInstance({ dbSubnetGroupName: "shared" })],
    answer: "undecided",
    says: "the subnets of subnet group shared, which is not in this program",
  },
  {
    shows: "a subnet of a VPC of which the program says nothing",
    given: [
      { type: "aws:ec2/subnet:Subnet", name: "a", props: { vpcId: "vpc-0123" } },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: [pending("a")] } },
      subjectInstance({ dbSubnetGroupName: pending("group") }),
    ],
    answer: "undecided",
    says: "the main route table of the VPC of subnet a (vpc-0123 is not in this program)",
  },
  {
    shows: "a replica lies where its source lies",
    given: [
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres" } },
      subjectInstance({ replicateSourceDb: pending("source") }),
    ],
    answer: "fails",
  },
]);
