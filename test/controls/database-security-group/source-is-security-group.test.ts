import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type GroupProps = NonNullable<Extract<Row, { type: "aws:ec2/securityGroup:SecurityGroup" }>["props"]>;
type RuleProps = NonNullable<
  Extract<Row, { type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" }>["props"]
>;

const group = (props: GroupProps = {}, name = "subject"): Row => ({
  type: "aws:ec2/securityGroup:SecurityGroup",
  name,
  props,
});
const orders: Row = {
  type: "aws:rds/instance:Instance",
  name: "orders",
  props: { engine: "postgres", vpcSecurityGroupIds: [pending("subject")] },
};
const rule = (props: RuleProps, name = "rule"): Row => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name,
  props: { securityGroupId: pending("subject"), ipProtocol: "tcp", fromPort: 5432, toPort: 5432, ...props },
});
const postgres = { protocol: "tcp", fromPort: 5432, toPort: 5432 };

describeControl("database-security-group-source-is-security-group", [
  {
    shows: "the group of the application",
    given: [orders, group(), group({}, "application"), rule({ referencedSecurityGroupId: pending("application") })],
    answer: "holds",
  },
  {
    shows: "a private range",
    given: [orders, group(), rule({ cidrIpv4: "10.0.0.0/16" })],
    answer: "fails",
    says: "10.0.0.0/16 may connect to port 5432",
  },
  { shows: "the group itself", given: [orders, group({ ingress: [{ ...postgres, self: true }] })], answer: "holds" },
  {
    shows: "a private range, inline, beside a group",
    given: [orders, group({ ingress: [{ ...postgres, securityGroups: ["sg-1"], cidrBlocks: ["10.0.0.0/16"] }] })],
    answer: "fails",
  },
  {
    shows: "one address, by the older kind of rule",
    given: [
      orders,
      group(),
      {
        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        name: "rule",
        props: { type: "ingress", securityGroupId: pending("subject"), ...postgres, cidrBlocks: ["10.0.0.5/32"] },
      },
    ],
    answer: "fails",
  },
  { shows: "an IPv6 range", given: [orders, group(), rule({ cidrIpv6: "fd00::/8" })], answer: "fails" },
  {
    shows: "every port",
    given: [orders, group(), rule({ ipProtocol: "-1", cidrIpv4: "10.0.0.0/16" })],
    answer: "fails",
    says: "10.0.0.0/16 may connect to every port",
  },
  {
    shows: "a range that is allowed, and one inside it",
    given: [orders, group(), rule({ cidrIpv4: "10.0.7.0/24" })],
    options: { allowedCidrs: ["10.0.0.0/16"] },
    answer: "holds",
  },
  {
    shows: "a range wider than the allowed one",
    given: [orders, group(), rule({ cidrIpv4: "10.0.0.0/8" })],
    options: { allowedCidrs: ["10.0.0.0/16"] },
    answer: "fails",
  },
  {
    shows: "a prefix list",
    given: [orders, group(), rule({ prefixListId: "pl-0123" })],
    answer: "fails",
    says: "prefix list pl-0123 may connect to port 5432",
  },
  {
    shows: "a prefix list of the program, whatever it holds",
    given: [
      orders,
      group(),
      { type: "aws:ec2/managedPrefixList:ManagedPrefixList", name: "offices", props: { maxEntries: 1 } },
      rule({ prefixListId: pending("offices") }),
    ],
    answer: "fails",
    says: "prefix list offices may connect to port 5432",
  },
  {
    shows: "a prefix list that is allowed",
    given: [orders, group(), rule({ prefixListId: "pl-0123" })],
    options: { allowedPrefixLists: ["pl-0123"] },
    answer: "holds",
  },
  {
    shows: "a prefix list whose id is known at deploy, while some are allowed",
    given: [orders, group(), rule({ prefixListId: pending() })],
    options: { allowedPrefixLists: ["pl-0123"] },
    answer: "undecided",
  },
  {
    shows: "a range known at deploy",
    given: [orders, group(), rule({ cidrIpv4: pending() })],
    answer: "fails",
    says: "a range of addresses may connect to port 5432",
  },
  { shows: "rules known at deploy", given: [orders, group({ ingress: pending() })], answer: "undecided" },
  {
    shows: "another port",
    given: [orders, group(), rule({ fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16" })],
    answer: "holds",
  },
  {
    shows: "the port of a cluster",
    given: [
      {
        type: "aws:rds/cluster:Cluster",
        name: "orders",
        props: { engine: "aurora-mysql", vpcSecurityGroupIds: [pending("subject")] },
      },
      group(),
      rule({ fromPort: 3306, toPort: 3306, cidrIpv4: "10.0.0.0/16" }),
    ],
    answer: "fails",
    says: "10.0.0.0/16 may connect to port 3306",
  },
  {
    shows: "the port of a proxy",
    given: [
      {
        type: "aws:rds/proxy:Proxy",
        name: "orders",
        props: { engineFamily: "MYSQL", vpcSecurityGroupIds: [pending("subject")] },
      },
      group(),
      rule({ fromPort: 3306, toPort: 3306, cidrIpv4: "10.0.0.0/16" }),
    ],
    answer: "fails",
  },
  {
    shows: "a group for databases of another program",
    given: [group(), rule({ cidrIpv4: "10.0.0.0/16" })],
    answer: "fails",
  },
  {
    shows: "a group of a web server, with a range of ports",
    given: [group(), rule({ fromPort: 1024, toPort: 65535, cidrIpv4: "10.0.0.0/16" })],
    answer: "not-applicable",
  },
]);
