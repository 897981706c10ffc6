import { emptyInventory } from "../../../inventory/model";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

function cluster(props: Extract<Row, { type: "aws:dax/cluster:Cluster" }>["props"]): Row {
  return { type: "aws:dax/cluster:Cluster", name: "subject", props };
}

const group: Row = {
  type: "aws:dax/subnetGroup:SubnetGroup",
  name: "group",
  props: { name: "group", subnetIds: [pending("first"), pending("second")] },
};

function subnets(
  first: string | ReturnType<typeof pending>,
  second: string | ReturnType<typeof pending>,
): readonly Row[] {
  return [
    { type: "aws:ec2/subnet:Subnet", name: "first", props: { vpcId: "vpc-1", availabilityZone: first } },
    { type: "aws:ec2/subnet:Subnet", name: "second", props: { vpcId: "vpc-1", availabilityZone: second } },
  ];
}

describeControl("dax-cluster-multi-az", [
  {
    shows: "three nodes in zones of their own",
    given: [cluster({ replicationFactor: 3, availabilityZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] })],
    answer: "holds",
  },
  {
    shows: "one node",
    given: [cluster({ replicationFactor: 1, availabilityZones: ["eu-west-1a"] })],
    answer: "fails",
    says: "replicationFactor is 1",
  },
  {
    shows: "two nodes in one zone",
    given: [cluster({ replicationFactor: 2, availabilityZones: ["eu-west-1a", "eu-west-1a"] })],
    answer: "fails",
    says: "all its nodes lie in eu-west-1a",
  },
  {
    shows: "a subnet group over two zones, by dependency in a first preview",
    given: [
      cluster({ replicationFactor: 2, subnetGroupName: pending("group") }),
      group,
      ...subnets("eu-west-1a", "eu-west-1b"),
    ],
    answer: "holds",
  },
  {
    shows: "a subnet group in one zone",
    given: [cluster({ replicationFactor: 2, subnetGroupName: "group" }), group, ...subnets("eu-west-1a", "eu-west-1a")],
    answer: "fails",
    says: "all subnets of subnet group group lie in eu-west-1a",
  },
  {
    shows: "a subnet whose zone is known at deploy",
    given: [cluster({ replicationFactor: 2, subnetGroupName: "group" }), group, ...subnets("eu-west-1a", pending())],
    answer: "undecided",
  },
  {
    shows: "one node in a subnet group that the program does not hold",
    given: [cluster({ replicationFactor: 1, subnetGroupName: "shared" })],
    answer: "fails",
  },
  {
    shows: "a subnet group that the program does not hold",
    given: [cluster({ replicationFactor: 2, subnetGroupName: "shared" })],
    answer: "undecided",
    says: "the zones of subnet group shared, which is not in this program",
  },
  {
    shows: "the default subnet group",
    given: [cluster({ replicationFactor: 2 })],
    answer: "undecided",
    says: "the zones of the default subnet group of DAX",
  },
  {
    shows: "a number of nodes that is known at deploy",
    given: [cluster({ replicationFactor: pending(), availabilityZones: ["eu-west-1a", "eu-west-1b"] })],
    answer: "undecided",
  },
  {
    shows: "a cluster of an account",
    given: {
      ...emptyInventory("account"),
      daxClusters: [
        {
          id: "cluster",
          name: "subject",
          identifiers: [],
          encryptedAtRest: true,
          endpointEncryption: "TLS",
          nodes: 2,
          availabilityZones: ["eu-west-1b", "eu-west-1b"],
          securityGroups: [],
          subnetGroup: "group",
        },
      ],
    },
    answer: "fails",
  },
]);
