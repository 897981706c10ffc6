import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type Props = NonNullable<Extract<Row, { type: "aws:ec2/subnet:Subnet" }>["props"]>;

const group: Row = {
  type: "aws:rds/subnetGroup:SubnetGroup",
  name: "subject",
  props: { subnetIds: [pending("first"), pending("second")] },
};
const subnets = (first: Props, second: Props): readonly Row[] => [
  { type: "aws:ec2/subnet:Subnet", name: "first", props: first },
  { type: "aws:ec2/subnet:Subnet", name: "second", props: second },
];
const a = { availabilityZone: "eu-west-1a" };
const b = { availabilityZone: "eu-west-1b" };

describeControl("database-subnet-group-multi-az", [
  { shows: "two zones", given: [group, ...subnets(a, b)], answer: "holds" },
  {
    shows: "one zone",
    given: [group, ...subnets(a, a)],
    answer: "fails",
    says: "its subnets lie in eu-west-1a alone",
  },
  {
    shows: "two zones by their ids",
    given: [group, ...subnets({ availabilityZoneId: "euw1-az1" }, { availabilityZoneId: "euw1-az2" })],
    answer: "holds",
  },
  {
    shows: "zones by name and by id, which may be one",
    given: [group, ...subnets(a, { availabilityZoneId: "euw1-az1" })],
    answer: "undecided",
  },
  {
    shows: "a zone that AWS chooses",
    given: [group, ...subnets(a, {})],
    answer: "undecided",
    says: "the zone that AWS chooses for subnet second",
  },
  {
    shows: "a zone known at deploy",
    given: [group, ...subnets(a, { availabilityZone: pending() })],
    answer: "undecided",
  },
  {
    shows: "a subnet outside the program",
    given: [{ type: "aws:rds/subnetGroup:SubnetGroup", name: "subject", props: { subnetIds: ["subnet-1"] } }],
    answer: "undecided",
    says: "the zone of subnet subnet-1, which is not in this program",
  },
  {
    shows: "a list known at deploy that comes from subnets of two zones",
    given: [
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "subject", props: { subnetIds: pending("first", "second") } },
      ...subnets(a, b),
    ],
    answer: "holds",
  },
  {
    shows: "a list known at deploy that comes from subnets of one zone",
    given: [
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "subject", props: { subnetIds: pending("first", "second") } },
      ...subnets(a, a),
    ],
    answer: "fails",
  },
  {
    shows: "no subnets",
    given: [{ type: "aws:rds/subnetGroup:SubnetGroup", name: "subject", props: {} }],
    answer: "fails",
  },
]);
