import { type DbInstance, emptyInventory } from "../../../inventory/model";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type Props = NonNullable<Extract<Row, { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" }>["props"]>;

const group = (props: Props): Row => ({
  type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  name: "subject",
  props,
});
const inside = { protocol: "-1", fromPort: 0, toPort: 0, self: true };
const account = (
  name: string,
  databases = [{ id: "orders", name: "orders", identifiers: [], securityGroups: ["sg-1"] }],
) => ({
  ...emptyInventory("account"),
  dbInstances: databases as unknown as readonly DbInstance[],
  vpcs: [{ id: "vpc-1", name: "vpc-1", identifiers: ["vpc-1"], mainRouteTable: "rtb-1" }],
  securityGroups: [
    {
      id: "sg-1",
      name: "subject",
      identifiers: ["sg-1"],
      vpc: "vpc-1",
      default: name === "default",
      description: name,
    },
  ],
  securityGroupRules: [
    {
      id: "sg-1/egress",
      name: "sg-1/egress",
      identifiers: [],
      group: "sg-1",
      direction: "egress" as const,
      protocol: "-1",
      fromPort: undefined,
      toPort: undefined,
      cidr: "0.0.0.0/0",
      sourceGroup: undefined,
      prefixList: undefined,
      self: false,
      description: undefined,
    },
  ],
});

describeControl("default-security-group-closed", [
  { shows: "no rules", given: [group({ vpcId: "vpc-1" })], answer: "holds" },
  {
    shows: "the rule that AWS makes",
    given: [group({ vpcId: "vpc-1", ingress: [inside] })],
    answer: "fails",
    says: "it has an ingress rule",
  },
  {
    shows: "an egress rule",
    given: [group({ egress: [{ ...inside, self: false, cidrBlocks: ["10.0.0.0/8"] }] })],
    answer: "fails",
    says: "it has an egress rule",
  },
  {
    shows: "a separate rule",
    given: [
      group({}),
      {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name: "rule",
        props: { securityGroupId: pending("subject"), ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" },
      },
    ],
    answer: "fails",
  },
  {
    shows: "a rule on the default group of a VPC that the program does not take over",
    given: [
      { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} },
      {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name: "subject",
        props: { securityGroupId: pending("vpc"), ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" },
      },
    ],
    answer: "fails",
  },
  { shows: "rules known at deploy", given: [group({ ingress: pending() })], answer: "undecided" },
  {
    shows: "another group",
    given: [{ type: "aws:ec2/securityGroup:SecurityGroup", name: "subject", props: { ingress: [inside] } }],
    answer: "not-applicable",
  },
  { shows: "a default group of an account that is as AWS made it", given: account("default"), answer: "fails" },
  {
    shows: "a default group of an account in whose VPC no database lies",
    given: account("default", []),
    answer: "not-applicable",
  },
  { shows: "another group of an account", given: account("web"), answer: "not-applicable" },
]);
