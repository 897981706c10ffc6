import { multiAzRow } from "../../support/cluster-rows";
import { describeControl } from "../../support/control-cases";
import { association, gateway, instanceIn, subnet, table, toGateway, vpc } from "../../support/network-rows";
import { pending, type Row } from "../../support/program";
import { auroraInstance, inAccount, memberOf, memberOfCluster, subjectInstance } from "../../support/rows";

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
    says: "which of the subnets a, b its subnet group holds",
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
    shows: "the default route table by its id, before the provider tells its VPC",
    given: [
      ...instanceIn("a").map((row) =>
        row.type === "aws:ec2/vpc:Vpc" ? { ...row, props: { ...row.props, mainRouteTableId: "rtb-0a1b" } } : row,
      ),
      {
        type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
        name: "default",
        props: {
          defaultRouteTableId: "rtb-0a1b",
          vpcId: pending(),
          routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: pending("gateway") }],
        },
        // The VPC is an output, which a policy sees among the properties.
      } as Row,
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
    says: "dbSubnetGroupName is default (the public subnets of the default VPC)",
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
    says: "the main route table of the VPC of subnet a, which is not in this program",
  },
  {
    shows: "a replica lies where its source lies",
    given: [
      { type: "aws:rds/instance:Instance", name: "source", props: { engine: "postgres" } },
      subjectInstance({ replicateSourceDb: pending("source") }),
    ],
    answer: "fails",
  },
  {
    shows: "an IPv6 route to an internet gateway, by a separate route",
    given: [
      ...instanceIn("a"),
      table("table"),
      association("a", "table"),
      {
        type: "aws:ec2/route:Route",
        name: "to-gateway",
        props: { routeTableId: pending("table"), destinationIpv6CidrBlock: "::/0", gatewayId: pending("gateway") },
      },
    ],
    answer: "fails",
    says,
  },
  {
    shows: "an egress-only gateway lets nobody in",
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
    answer: "holds",
  },
  {
    shows: "a subnet with no association in a VPC whose main table is public, beside one with",
    given: [
      ...instanceIn("b", "a"),
      table("private"),
      association("b", "private"),
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
    shows: "a default subnet, which AWS made public",
    given: [
      { type: "aws:ec2/defaultSubnet:DefaultSubnet", name: "a", props: { availabilityZone: "eu-west-1a" } },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: [pending("a")] } },
      subjectInstance({ dbSubnetGroupName: pending("group") }),
    ],
    answer: "fails",
    says,
  },
  {
    shows: "a default subnet with a private route table of its own",
    given: [
      vpc,
      { type: "aws:ec2/defaultSubnet:DefaultSubnet", name: "a", props: { availabilityZone: "eu-west-1a" } },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: [pending("a")] } },
      table("table"),
      association("a", "table"),
      subjectInstance({ dbSubnetGroupName: pending("group") }),
    ],
    answer: "holds",
  },
  {
    shows: "a default subnet beside the default VPC that the program adopts",
    given: [
      { type: "aws:ec2/defaultVpc:DefaultVpc", name: "default" },
      { type: "aws:ec2/defaultSubnet:DefaultSubnet", name: "a", props: { availabilityZone: "eu-west-1a" } },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: [pending("a")] } },
      subjectInstance({ dbSubnetGroupName: pending("group") }),
    ],
    answer: "fails",
    says,
  },
  {
    shows: "a default subnet of a default VPC whose route table the program empties",
    given: [
      { type: "aws:ec2/defaultVpc:DefaultVpc", name: "default" },
      {
        type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
        name: "main",
        props: { defaultRouteTableId: pending("default"), routes: [] },
      },
      { type: "aws:ec2/defaultSubnet:DefaultSubnet", name: "a", props: { availabilityZone: "eu-west-1a" } },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: [pending("a")] } },
      subjectInstance({ dbSubnetGroupName: pending("group") }),
    ],
    answer: "holds",
  },
  {
    shows: "a subnet that the program puts into the default VPC",
    given: [
      { type: "aws:ec2/defaultVpc:DefaultVpc", name: "vpc" },
      subnet("a"),
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: [pending("a")] } },
      subjectInstance({ dbSubnetGroupName: pending("group") }),
    ],
    answer: "fails",
    says,
  },
  {
    shows: "two VPCs whose main route tables name each other",
    given: [
      gateway,
      { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { mainRouteTableId: "rtb-1" } },
      { type: "aws:ec2/vpc:Vpc", name: "other", props: { mainRouteTableId: "rtb-2" } },
      ...(["vpc", "other"] as const).map(
        (vpcName, index): Row => ({
          type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
          name: `main-${vpcName}`,
          props: { vpcId: pending(vpcName), routeTableId: `rtb-${2 - index}` },
        }),
      ),
      subnet("a"),
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { subnetIds: [pending("a")] } },
      subjectInstance({ dbSubnetGroupName: pending("group") }),
    ],
    answer: "holds",
  },
  {
    shows: "a replica from another region, which takes the default group there",
    given: [
      subjectInstance({ region: "eu-west-1", replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:orders" }),
    ],
    answer: "fails",
  },
  {
    shows: "a replica of a Multi-AZ DB cluster, which lies where that lies",
    given: [
      { type: "aws:rds/cluster:Cluster", name: "source", props: { engine: "postgres", dbSubnetGroupName: "default" } },
      subjectInstance({ replicateSourceDb: pending("source") }),
    ],
    answer: "fails",
  },
  {
    shows: "a restore, which does not take the group of its source",
    given: [subjectInstance({ snapshotIdentifier: "before" })],
    answer: "fails",
  },
  {
    shows: "a circle of replicas",
    given: [
      {
        type: "aws:rds/instance:Instance",
        name: "source",
        props: { engine: "postgres", replicateSourceDb: pending("subject") },
      },
      subjectInstance({ replicateSourceDb: pending("source") }),
    ],
    answer: "undecided",
  },
  { shows: "a member of a cluster outside the program", given: memberOfCluster, answer: "undecided" },
  { shows: "an instance of an Aurora engine", given: auroraInstance, answer: "undecided" },
  { shows: "a member of a cluster in the default VPC", given: memberOf({}), answer: "fails" },
  {
    shows: "an instance of an account whose main route table is public",
    given: inAccount([
      { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { id: "vpc-1", mainRouteTableId: "rtb-1" } },
      { type: "aws:ec2/subnet:Subnet", name: "a", props: { id: "subnet-1", vpcId: "vpc-1" } },
      {
        type: "aws:ec2/route:Route",
        name: "to-gateway",
        props: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
      },
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "group", props: { name: "group", subnetIds: ["subnet-1"] } },
      subjectInstance({ dbSubnetGroupName: "group" }),
    ]),
    answer: "fails",
    says,
  },
  {
    shows: "a Multi-AZ DB cluster without a subnet group",
    given: [multiAzRow({})],
    answer: "fails",
    says: "dbSubnetGroupName is not set (the public subnets of the default VPC)",
  },
]);
