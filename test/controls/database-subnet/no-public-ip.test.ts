import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type Props = NonNullable<Extract<Row, { type: "aws:ec2/subnet:Subnet" }>["props"]>;

const group: Row = {
  type: "aws:rds/subnetGroup:SubnetGroup",
  name: "databases",
  props: { subnetIds: [pending("subject")] },
};
const subnet = (props: Props): Row => ({ type: "aws:ec2/subnet:Subnet", name: "subject", props });

describeControl("database-subnet-no-public-ip", [
  { shows: "AWS's default", given: [group, subnet({ vpcId: "vpc-1" })], answer: "holds" },
  {
    shows: "public addresses",
    given: [group, subnet({ vpcId: "vpc-1", mapPublicIpOnLaunch: true })],
    answer: "fails",
    says: "mapPublicIpOnLaunch is true",
  },
  {
    shows: "IPv6 addresses",
    given: [group, subnet({ assignIpv6AddressOnCreation: true })],
    answer: "fails",
    says: "assignIpv6AddressOnCreation is true",
  },
  {
    shows: "both off",
    given: [group, subnet({ mapPublicIpOnLaunch: false, assignIpv6AddressOnCreation: false })],
    answer: "holds",
  },
  {
    shows: "a default subnet, which AWS made public",
    given: [group, { type: "aws:ec2/defaultSubnet:DefaultSubnet", name: "subject", props: {} }],
    answer: "fails",
  },
  {
    shows: "a default subnet that is told otherwise",
    given: [
      group,
      { type: "aws:ec2/defaultSubnet:DefaultSubnet", name: "subject", props: { mapPublicIpOnLaunch: false } },
    ],
    answer: "holds",
  },
  {
    shows: "a setting known at deploy",
    given: [group, subnet({ mapPublicIpOnLaunch: pending() })],
    answer: "undecided",
  },
  { shows: "a subnet of no database", given: [subnet({ mapPublicIpOnLaunch: true })], answer: "not-applicable" },
  {
    shows: "one of two subnets that a list may come from",
    given: [
      { type: "aws:rds/subnetGroup:SubnetGroup", name: "databases", props: { subnetIds: pending("subject", "other") } },
      subnet({ mapPublicIpOnLaunch: true }),
      { type: "aws:ec2/subnet:Subnet", name: "other", props: {} },
    ],
    answer: "undecided",
  },
]);
