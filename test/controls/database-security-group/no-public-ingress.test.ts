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
/** An instance that carries the group. */
const carrier: Row = {
  type: "aws:rds/instance:Instance",
  name: "orders",
  props: { engine: "postgres", vpcSecurityGroupIds: [pending("subject")] },
};
const ingress = (props: GroupProps["ingress"]): readonly Row[] => [carrier, group({ ingress: props })];
const rule = (props: RuleProps, name = "rule"): Row => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name,
  props: { securityGroupId: pending("subject"), ipProtocol: "tcp", fromPort: 5432, toPort: 5432, ...props },
});
const dax: Row = {
  type: "aws:dax/cluster:Cluster",
  name: "cache",
  props: { securityGroupIds: [pending("subject")] },
};
/** A further endpoint of a proxy, which carries the group as its proxy does not. */
const endpoint: readonly Row[] = [
  { type: "aws:rds/proxy:Proxy", name: "proxy", props: { engineFamily: "MYSQL", vpcSecurityGroupIds: ["sg-0123"] } },
  {
    type: "aws:rds/proxyEndpoint:ProxyEndpoint",
    name: "readers",
    props: { dbProxyName: pending("proxy"), vpcSecurityGroupIds: [pending("subject")] },
  },
];
type OptionProps = NonNullable<Extract<Row, { type: "aws:rds/optionGroup:OptionGroup" }>["props"]>;
/** An Oracle instance with options, and a rule that opens a port to everybody. */
const withOptions = (options: OptionProps["options"], port: number): readonly Row[] => [
  { type: "aws:rds/optionGroup:OptionGroup", name: "options", props: { engineName: "oracle-ee", options } },
  {
    ...carrier,
    props: { engine: "oracle-ee", optionGroupName: pending("options"), vpcSecurityGroupIds: [pending("subject")] },
  },
  group({ ingress: [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] }] }),
];
const eighths = Array.from({ length: 256 }, (_, first) => `${first}.0.0.0/8`);
const postgres = { protocol: "tcp", fromPort: 5432, toPort: 5432 };

describeControl("database-security-group-no-public-ingress", [
  { shows: "no rules", given: [carrier, group()], answer: "holds" },
  {
    shows: "a security group as the source",
    given: [carrier, group(), group({}, "application"), rule({ referencedSecurityGroupId: pending("application") })],
    answer: "holds",
  },
  { shows: "a private range", given: ingress([{ ...postgres, cidrBlocks: ["10.0.0.0/8"] }]), answer: "holds" },
  { shows: "the group itself", given: ingress([{ ...postgres, self: true }]), answer: "holds" },
  {
    shows: "everybody, inline",
    given: ingress([{ ...postgres, cidrBlocks: ["0.0.0.0/0"] }]),
    answer: "fails",
    says: "0.0.0.0/0 may connect to port 5432",
  },
  {
    shows: "everybody, by a separate ingress rule",
    given: [carrier, group(), rule({ cidrIpv4: "0.0.0.0/0" })],
    answer: "fails",
    says: "0.0.0.0/0 may connect to port 5432",
  },
  {
    shows: "everybody, by the older kind of separate rule",
    given: [
      carrier,
      group(),
      {
        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        name: "rule",
        props: { type: "ingress", securityGroupId: pending("subject"), ...postgres, cidrBlocks: ["0.0.0.0/0"] },
      },
    ],
    answer: "fails",
    says: "0.0.0.0/0 may connect to port 5432",
  },
  {
    shows: "everybody on IPv6",
    given: [carrier, group(), rule({ cidrIpv6: "::/0" })],
    answer: "fails",
    says: "::/0 may connect to port 5432",
  },
  {
    shows: "everybody in two halves",
    given: ingress([{ ...postgres, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }]),
    answer: "fails",
  },
  { shows: "a public /8", given: ingress([{ ...postgres, cidrBlocks: ["52.0.0.0/8"] }]), answer: "fails" },
  {
    shows: "a private range before a public one",
    given: ingress([{ ...postgres, cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"] }]),
    answer: "fails",
  },
  {
    shows: "every port",
    given: ingress([{ protocol: "tcp", fromPort: 0, toPort: 65535, cidrBlocks: ["0.0.0.0/0"] }]),
    answer: "fails",
    says: "0.0.0.0/0 may connect to ports 0 to 65535",
  },
  {
    shows: "a range that holds the port",
    given: ingress([{ protocol: "6", fromPort: 5000, toPort: 6000, cidrBlocks: ["0.0.0.0/0"] }]),
    answer: "fails",
    says: "0.0.0.0/0 may connect to ports 5000 to 6000",
  },
  {
    shows: "every protocol",
    given: ingress([{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }]),
    answer: "fails",
    says: "0.0.0.0/0 may connect to every port",
  },
  {
    shows: "every protocol, by another name",
    given: ingress([{ protocol: "ALL", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }]),
    answer: "fails",
  },
  {
    shows: "a port of another service",
    given: ingress([{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }]),
    answer: "holds",
  },
  { shows: "UDP", given: ingress([{ ...postgres, protocol: "udp", cidrBlocks: ["0.0.0.0/0"] }]), answer: "holds" },
  {
    shows: "the port that its database listens on",
    given: [
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", port: 6000, vpcSecurityGroupIds: [pending("subject")] },
      },
      group({ ingress: [{ protocol: "tcp", fromPort: 6000, toPort: 6000, cidrBlocks: ["0.0.0.0/0"] }] }),
    ],
    answer: "fails",
  },
  {
    shows: "a prefix list that holds a public range",
    given: [
      carrier,
      {
        type: "aws:ec2/managedPrefixList:ManagedPrefixList",
        name: "list",
        props: { addressFamily: "IPv4", maxEntries: 2, entries: [{ cidr: "10.0.0.0/8" }, { cidr: "0.0.0.0/0" }] },
      },
      group(),
      rule({ prefixListId: pending("list") }),
    ],
    answer: "fails",
    says: "prefix list list with 0.0.0.0/0 may connect to port 5432",
  },
  {
    shows: "a prefix list of which the program says nothing",
    given: [carrier, group(), rule({ prefixListId: "pl-0123" })],
    answer: "undecided",
    says: "the addresses of prefix list pl-0123, which is not in this program and not among the option allowedPrefixLists",
  },
  {
    shows: "that prefix list, allowed by configuration",
    given: [carrier, group(), rule({ prefixListId: "pl-0123" })],
    options: { allowedPrefixLists: ["pl-0123"] },
    answer: "holds",
  },
  {
    shows: "a range allowed by configuration",
    given: ingress([{ ...postgres, cidrBlocks: ["203.0.113.0/24"] }]),
    options: { allowedCidrs: ["203.0.113.0/24"] },
    answer: "holds",
  },
  {
    shows: "a group that lets everyone in and is itself the allowed source",
    given: [
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", vpcSecurityGroupIds: [pending("database")] },
      },
      group({ ingress: [{ ...postgres, securityGroups: [pending("subject")] }] }, "database"),
      group({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] }),
    ],
    answer: "fails",
  },
  {
    shows: "a group of a web server, which no database carries",
    given: [group({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] })],
    answer: "holds",
  },
  {
    shows: "a group that no database of the program carries, opened on a database port",
    given: [group({ ingress: [{ ...postgres, cidrBlocks: ["0.0.0.0/0"] }] })],
    answer: "fails",
  },
  {
    shows: "a rule on a group of which the program says nothing",
    given: [rule({ securityGroupId: "sg-0123", cidrIpv4: "0.0.0.0/0" }, "subject")],
    answer: "fails",
    says: "0.0.0.0/0 may connect to port 5432",
  },
  {
    shows: "a rule on a group that comes from another stack",
    given: [rule({ securityGroupId: pending(), cidrIpv4: "0.0.0.0/0" }, "subject")],
    answer: "fails",
  },
  {
    shows: "every port of the default group of a VPC, which an instance without groups carries",
    given: [
      { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} },
      { type: "aws:rds/instance:Instance", name: "orders", props: { engine: "postgres" } },
      rule({ securityGroupId: pending("vpc"), ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }, "subject"),
    ],
    answer: "fails",
    says: "0.0.0.0/0 may connect to every port",
  },
  {
    shows: "a rule on one of two groups, known at deploy",
    given: [
      carrier,
      group(),
      group({}, "other"),
      rule({ securityGroupId: pending("subject", "other"), cidrIpv4: "0.0.0.0/0" }),
    ],
    answer: "undecided",
    says: "whether rule rule is one of it (0.0.0.0/0 may connect to port 5432)",
  },
  {
    shows: "the default group, taken over by the program, of an instance without groups on a port of its own",
    given: [
      { type: "aws:rds/instance:Instance", name: "orders", props: { engine: "postgres", port: 5433 } },
      {
        type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        name: "subject",
        props: { ingress: [{ protocol: "tcp", fromPort: 5433, toPort: 5433, cidrBlocks: ["0.0.0.0/0"] }] },
      },
    ],
    answer: "fails",
  },
  {
    shows: "rules known at deploy",
    given: [carrier, group({ ingress: pending() })],
    answer: "undecided",
  },
  {
    shows: "a source known at deploy",
    given: [carrier, group(), rule({ cidrIpv4: pending() })],
    answer: "undecided",
    says: "cidrIpv4, known at deploy",
  },
  {
    shows: "the internet in parts, each of them public",
    given: ingress([{ ...postgres, cidrBlocks: eighths }]),
    answer: "fails",
  },
  {
    shows: "the TLS port of Oracle alone, which its option opens",
    given: withOptions([{ optionName: "SSL", port: 2484 }], 2484),
    answer: "fails",
    says: "0.0.0.0/0 may connect to port 2484",
  },
  {
    shows: "the TLS port of Oracle, at its default",
    given: withOptions([{ optionName: "SSL" }], 2484),
    answer: "fails",
  },
  {
    shows: "a port that Oracle has nothing at",
    given: withOptions([{ optionName: "SSL", port: 2500 }], 2484),
    answer: "holds",
  },
  {
    shows: "the TLS port of Db2 alone, which a parameter opens",
    given: [
      {
        type: "aws:rds/parameterGroup:ParameterGroup",
        name: "parameters",
        props: { family: "db2-se-11.5", parameters: [{ name: "ssl_svcename", value: "50443" }] },
      },
      {
        ...carrier,
        props: {
          engine: "db2-se",
          parameterGroupName: pending("parameters"),
          vpcSecurityGroupIds: [pending("subject")],
        },
      },
      group({ ingress: [{ protocol: "tcp", fromPort: 50443, toPort: 50443, cidrBlocks: ["0.0.0.0/0"] }] }),
    ],
    answer: "fails",
    says: "0.0.0.0/0 may connect to port 50443",
  },
  ...[8111, 9111].map((port) => ({
    shows: `port ${port} of a DAX cluster`,
    given: [dax, group({ ingress: [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] }] })],
    answer: "fails" as const,
    says: `0.0.0.0/0 may connect to port ${port}`,
  })),
  {
    shows: "port 5432 of a group that a DAX cluster alone carries",
    given: [dax, group({ ingress: [{ ...postgres, cidrBlocks: ["0.0.0.0/0"] }] })],
    answer: "holds",
  },
  {
    shows: "every port of a group that an endpoint of a proxy carries",
    given: [...endpoint, group({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] })],
    answer: "fails",
    says: "0.0.0.0/0 may connect to every port",
  },
  {
    shows: "a port of another engine than the proxy's, of a group that its endpoint carries",
    given: [...endpoint, group({ ingress: [{ ...postgres, cidrBlocks: ["0.0.0.0/0"] }] })],
    answer: "holds",
  },
  {
    shows: "every port of a group that an endpoint of a proxy carries perhaps",
    given: [
      {
        type: "aws:rds/proxyEndpoint:ProxyEndpoint",
        name: "readers",
        props: { dbProxyName: "orders", vpcSecurityGroupIds: pending() },
      },
      group({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] }),
    ],
    answer: "undecided",
    says: "vpcSecurityGroupIds, known at deploy",
  },
  ...(
    [
      ["aws:rds/instance:Instance", { engine: "postgres", vpcSecurityGroupIds: ["sg-0123"] }],
      ["aws:rds/cluster:Cluster", { engine: "aurora-mysql", vpcSecurityGroupIds: ["sg-0123"] }],
      ["aws:rds/proxy:Proxy", { engineFamily: "MYSQL", vpcSecurityGroupIds: ["sg-0123"] }],
      ["aws:dax/cluster:Cluster", { securityGroupIds: ["sg-0123"] }],
    ] as const
  ).flatMap(([type, props]) => {
    const carried = { type, name: "subject", props } as Row;
    return [
      {
        shows: `a group of another stack that ${type} carries`,
        given: [carried],
        answer: "undecided" as const,
        says: "the rules of security group sg-0123, which is not in this program and not among the option trustedSecurityGroups",
      },
      {
        shows: `a group of another stack that ${type} carries, which is trusted`,
        given: [carried],
        options: { trustedSecurityGroups: ["sg-0123"] },
        answer: "holds" as const,
      },
    ];
  }),
  {
    shows: "a group of another stack that two databases carry, once",
    given: [
      {
        type: "aws:rds/instance:Instance",
        name: "subject",
        props: { engine: "postgres", vpcSecurityGroupIds: ["sg-0123"] },
      },
      {
        type: "aws:rds/instance:Instance",
        name: "subject (another)",
        props: { engine: "postgres", vpcSecurityGroupIds: ["sg-0123"] },
      },
    ],
    answer: "undecided",
  },
  {
    shows: "a group of another stack to which the program adds a rule for everybody",
    given: [
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", vpcSecurityGroupIds: ["sg-0123"] },
      },
      rule({ securityGroupId: "sg-0123", cidrIpv4: "0.0.0.0/0" }, "subject"),
    ],
    options: { trustedSecurityGroups: ["sg-0123"] },
    answer: "fails",
    says: "0.0.0.0/0 may connect to port 5432",
  },
]);
