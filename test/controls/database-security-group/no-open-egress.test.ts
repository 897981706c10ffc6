import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type GroupProps = NonNullable<Extract<Row, { type: "aws:ec2/securityGroup:SecurityGroup" }>["props"]>;

const group = (props: GroupProps = {}): Row => ({
  type: "aws:ec2/securityGroup:SecurityGroup",
  name: "subject",
  props,
});
const orders: Row = {
  type: "aws:rds/instance:Instance",
  name: "orders",
  props: { engine: "postgres", vpcSecurityGroupIds: [pending("subject")] },
};
const egress = (props: NonNullable<GroupProps["egress"]>): readonly Row[] => [orders, group({ egress: props })];
const eighths = Array.from({ length: 256 }, (_, first) => `${first}.0.0.0/8`);
const everything = { protocol: "-1", fromPort: 0, toPort: 0 };
const list = (...cidrs: string[]): readonly Row[] => [
  {
    type: "aws:ec2/managedPrefixList:ManagedPrefixList",
    name: "list",
    props: { entries: cidrs.map((cidr) => ({ cidr })) },
  },
  orders,
  group({ egress: [{ ...everything, prefixListIds: [pending("list")] }] }),
];

describeControl("database-security-group-no-open-egress", [
  { shows: "no egress rule, as the provider removes the one of AWS", given: [orders, group()], answer: "holds" },
  {
    shows: "everything",
    given: egress([{ ...everything, cidrBlocks: ["0.0.0.0/0"] }]),
    answer: "fails",
    says: "it may connect to 0.0.0.0/0",
  },
  {
    shows: "one port of everything",
    given: egress([{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }]),
    answer: "fails",
  },
  { shows: "everything on IPv6", given: egress([{ ...everything, ipv6CidrBlocks: ["::/0"] }]), answer: "fails" },
  {
    shows: "everything in two halves",
    given: egress([{ ...everything, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }]),
    answer: "fails",
  },
  {
    shows: "everything, by a separate rule",
    given: [
      orders,
      group(),
      {
        type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        name: "rule",
        props: { securityGroupId: pending("subject"), ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
      },
    ],
    answer: "fails",
  },
  {
    shows: "everything, by the older kind of rule",
    given: [
      orders,
      group(),
      {
        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        name: "rule",
        props: { type: "egress", securityGroupId: pending("subject"), ...everything, cidrBlocks: ["0.0.0.0/0"] },
      },
    ],
    answer: "fails",
  },
  { shows: "a private range", given: egress([{ ...everything, cidrBlocks: ["10.0.0.0/8"] }]), answer: "holds" },
  { shows: "a public /8", given: egress([{ ...everything, cidrBlocks: ["52.0.0.0/8"] }]), answer: "holds" },
  {
    shows: "a prefix list of everything",
    given: list("0.0.0.0/0"),
    answer: "fails",
    says: "it may connect to prefix list list with 0.0.0.0/0",
  },
  { shows: "a prefix list of a few addresses", given: list("203.0.113.0/24"), answer: "holds" },
  {
    shows: "a prefix list outside the program",
    given: egress([{ ...everything, prefixListIds: ["pl-0123"] }]),
    answer: "undecided",
    says: "the addresses of prefix list pl-0123, which is not in this program and not among the option allowedPrefixLists",
  },
  {
    shows: "a prefix list outside the program that is allowed",
    given: egress([{ ...everything, prefixListIds: ["pl-0123"] }]),
    options: { allowedPrefixLists: ["pl-0123"] },
    answer: "holds",
  },
  {
    shows: "a destination known at deploy",
    given: egress([{ ...everything, cidrBlocks: [pending()] }]),
    answer: "undecided",
  },
  {
    shows: "a group that no database carries",
    given: [group({ egress: [{ ...everything, cidrBlocks: ["0.0.0.0/0"] }] })],
    answer: "not-applicable",
  },
  {
    shows: "the group of an application that a database lets in",
    given: [
      {
        type: "aws:ec2/securityGroup:SecurityGroup",
        name: "database",
        props: { ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [pending("subject")] }] },
      },
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", vpcSecurityGroupIds: [pending("database")] },
      },
      group({ egress: [{ ...everything, cidrBlocks: ["0.0.0.0/0"] }] }),
    ],
    answer: "not-applicable",
  },
  {
    shows: "the internet in 256 parts",
    given: egress([{ ...everything, cidrBlocks: eighths }]),
    answer: "fails",
    says: "it may connect to 256 blocks that together are the internet",
  },
  {
    shows: "the internet in parts, by several rules",
    given: egress(eighths.map((cidr) => ({ ...everything, cidrBlocks: [cidr] }))),
    answer: "fails",
  },
  { shows: "the internet in parts, by a prefix list", given: list(...eighths), answer: "fails" },
  {
    shows: "one part, and what lies in it",
    given: egress([{ ...everything, cidrBlocks: ["52.0.0.0/8", "52.1.0.0/16", "52.0.0.0/9", "10.0.0.0/8"] }]),
    answer: "holds",
  },
]);
