import { describeControl } from "../../support/control-cases";
import { association, instanceIn, table, toGateway } from "../../support/network-rows";
import { pending, type Row } from "../../support/program";
import { auroraInstance, inAccount, memberOf, memberOfCluster, subjectInstance } from "../../support/rows";

const nat: Row = { type: "aws:ec2/natGateway:NatGateway", name: "nat" };
const toNat = (name: string, destinationCidrBlock: string): Row => ({
  type: "aws:ec2/route:Route",
  name,
  props: { routeTableId: pending("table"), destinationCidrBlock, natGatewayId: pending("nat") },
});
const inTable = [...instanceIn("a"), nat, table("table"), association("a", "table")];
const says = "subnet a has a default route to a NAT gateway";

describeControl("rds-instance-no-internet-egress-route", [
  {
    shows: "a route table of its own with local routes only",
    given: [...instanceIn("a"), table("table"), association("a", "table")],
    answer: "holds",
  },
  {
    shows: "a default route to a NAT gateway",
    given: [...inTable, toNat("to-nat", "0.0.0.0/0")],
    answer: "fails",
    says,
  },
  {
    shows: "the internet in two halves",
    given: [...inTable, toNat("lower", "0.0.0.0/1"), toNat("upper", "128.0.0.0/1")],
    answer: "fails",
    says,
  },
  { shows: "a quarter of the internet", given: [...inTable, toNat("quarter", "64.0.0.0/2")], answer: "fails", says },
  { shows: "a route to a private block", given: [...inTable, toNat("to-office", "10.0.0.0/8")], answer: "holds" },
  {
    shows: "an inline route through a NAT gateway by its id",
    given: [
      ...instanceIn("a"),
      {
        type: "aws:ec2/routeTable:RouteTable",
        name: "table",
        props: { vpcId: pending("vpc"), routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }] },
      },
      association("a", "table"),
    ],
    answer: "fails",
    says,
  },
  {
    shows: "a NAT instance, by its network interface",
    given: [
      ...instanceIn("a"),
      { type: "aws:ec2/networkInterface:NetworkInterface", name: "interface" },
      table("table"),
      association("a", "table"),
      {
        type: "aws:ec2/route:Route",
        name: "to-instance",
        props: {
          routeTableId: pending("table"),
          destinationCidrBlock: "0.0.0.0/0",
          networkInterfaceId: pending("interface"),
        },
      },
    ],
    answer: "fails",
    says: "subnet a has a default route to a network interface, as of a NAT instance",
  },
  {
    shows: "an egress-only internet gateway",
    given: [
      ...instanceIn("a"),
      { type: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", name: "out" },
      table("table"),
      association("a", "table"),
      {
        type: "aws:ec2/route:Route",
        name: "to-out",
        props: {
          routeTableId: pending("table"),
          destinationIpv6CidrBlock: "::/0",
          egressOnlyGatewayId: pending("out"),
        },
      },
    ],
    answer: "fails",
    says: "subnet a has a default route to an egress-only internet gateway",
  },
  {
    shows: "all public IPv6 addresses without the rest",
    given: [
      ...instanceIn("a"),
      table("table"),
      association("a", "table"),
      {
        type: "aws:ec2/route:Route",
        name: "to-out",
        props: { routeTableId: pending("table"), destinationIpv6CidrBlock: "2000::/3", egressOnlyGatewayId: "eigw-1" },
      },
    ],
    answer: "fails",
  },
  {
    shows: "the main route table of the VPC, by a route that names it through the VPC",
    given: [
      ...instanceIn("a"),
      nat,
      {
        type: "aws:ec2/route:Route",
        name: "to-nat",
        props: { routeTableId: pending("vpc"), destinationCidrBlock: "0.0.0.0/0", natGatewayId: pending("nat") },
      },
    ],
    answer: "fails",
    says,
  },
  {
    shows: "one subnet with a way out among others without",
    given: [
      ...instanceIn("b", "a"),
      nat,
      table("private"),
      table("table"),
      association("b", "private"),
      association("a", "table"),
      toNat("to-nat", "0.0.0.0/0"),
    ],
    answer: "fails",
    says,
  },
  {
    shows: "a prefix list that is the whole internet",
    given: [
      ...inTable,
      {
        type: "aws:ec2/managedPrefixList:ManagedPrefixList",
        name: "list",
        props: { id: "pl-1", addressFamily: "IPv4", maxEntries: 1, entries: [{ cidr: "0.0.0.0/0" }] },
      },
      {
        type: "aws:ec2/route:Route",
        name: "to-nat",
        props: { routeTableId: pending("table"), destinationPrefixListId: "pl-1", natGatewayId: pending("nat") },
      },
    ],
    answer: "fails",
    says,
  },
  {
    shows: "a prefix list of which the program says nothing",
    given: [
      ...inTable,
      {
        type: "aws:ec2/route:Route",
        name: "to-nat",
        props: { routeTableId: pending("table"), destinationPrefixListId: "pl-2", natGatewayId: pending("nat") },
      },
    ],
    answer: "undecided",
    says: "the addresses of prefix list pl-2, which is not in this program and not among the option allowedPrefixLists",
  },
  ...["pl-1", "pl-2"].map((list) => ({
    shows: `prefix list ${list}, which is allowed`,
    given: [
      ...inTable,
      {
        type: "aws:ec2/managedPrefixList:ManagedPrefixList" as const,
        name: "list",
        props: { id: "pl-1", addressFamily: "IPv4", maxEntries: 1, entries: [{ cidr: "0.0.0.0/0" }] },
      },
      {
        type: "aws:ec2/route:Route" as const,
        name: "to-nat",
        props: { routeTableId: pending("table"), destinationPrefixListId: list, natGatewayId: pending("nat") },
      },
    ],
    options: { allowedPrefixLists: [list] },
    answer: "holds" as const,
  })),
  {
    shows: "a prefix list that the option does not allow",
    given: [
      ...inTable,
      {
        type: "aws:ec2/route:Route",
        name: "to-nat",
        props: { routeTableId: pending("table"), destinationPrefixListId: "pl-3", natGatewayId: pending("nat") },
      },
    ],
    options: { allowedPrefixLists: ["pl-2"] },
    answer: "undecided",
    says: "the addresses of prefix list pl-3, which is not in this program and not among the option allowedPrefixLists",
  },
  {
    shows: "a destination known at deploy",
    given: [
      ...inTable,
      {
        type: "aws:ec2/route:Route",
        name: "to-nat",
        props: { routeTableId: pending("table"), destinationCidrBlock: pending(), natGatewayId: pending("nat") },
      },
    ],
    answer: "undecided",
    says: "destinationCidrBlock, known at deploy",
  },
  {
    shows: "an internet gateway, which the control of public subnets speaks about",
    given: [...instanceIn("a"), table("table"), association("a", "table"), toGateway],
    answer: "holds",
  },
  {
    shows: "a transit gateway, behind which the program does not see",
    given: [
      ...instanceIn("a"),
      table("table"),
      association("a", "table"),
      {
        type: "aws:ec2/route:Route",
        name: "to-transit",
        props: { routeTableId: pending("table"), destinationCidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-1" },
      },
    ],
    answer: "holds",
  },
  { shows: "the default VPC, whose subnets are public", given: [subjectInstance({})], answer: "not-applicable" },
  {
    shows: "a subnet group of which the program says nothing",
    given: [subjectInstance({ dbSubnetGroupName: "shared" })],
    answer: "undecided",
    says: "the subnets of subnet group shared, which is not in this program",
  },
  { shows: "a member of a cluster outside the program", given: memberOfCluster, answer: "undecided" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "undecided" },
  { shows: "a member of a cluster in the default VPC", given: memberOf({}), answer: "not-applicable" },
  {
    shows: "an instance of an account",
    given: inAccount([
      { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { id: "vpc-1", mainRouteTableId: "rtb-1" } },
      { type: "aws:ec2/subnet:Subnet", name: "a", props: { id: "subnet-1", vpcId: "vpc-1" } },
      {
        type: "aws:ec2/route:Route",
        name: "to-nat",
        props: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" },
      },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { name: "group", subnetIds: ["subnet-1"] } },
      subjectInstance({ dbSubnetGroupName: "group" }),
    ]),
    answer: "fails",
    says,
  },
  {
    shows: "the internet in 256 parts",
    given: [...inTable, ...Array.from({ length: 256 }, (_, first) => toNat(`part-${first}`, `${first}.0.0.0/8`))],
    answer: "fails",
    says: "subnet a has 256 routes out that together are a default route",
  },
  { shows: "one public block", given: [...inTable, toNat("part", "52.0.0.0/8")], answer: "holds" },
]);
