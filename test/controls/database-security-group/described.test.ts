import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";

type GroupProps = NonNullable<Extract<Row, { type: "aws:ec2/securityGroup:SecurityGroup" }>["props"]>;

const group = (props: GroupProps): Row => ({ type: "aws:ec2/securityGroup:SecurityGroup", name: "subject", props });
const orders: Row = {
  type: "aws:rds/instance:Instance",
  name: "orders",
  props: { engine: "postgres", vpcSecurityGroupIds: [pending("subject")] },
};
const description = "Orders database";
const postgres = { protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: ["sg-1"] };

describeControl("database-security-group-described", [
  {
    shows: "a description of the group and of its rule",
    given: [orders, group({ description, ingress: [{ ...postgres, description: "Web shop" }] })],
    answer: "holds",
  },
  { shows: "no description", given: [orders, group({})], answer: "fails", says: "description is not set" },
  {
    shows: "what the provider writes where nobody gives one",
    given: [orders, group({ description: "Managed by Pulumi" })],
    answer: "fails",
  },
  {
    shows: "what Terraform writes where nobody gives one",
    given: [orders, group({ description: "Managed by Terraform" })],
    answer: "fails",
  },
  {
    shows: "an inline rule without description",
    given: [orders, group({ description, ingress: [postgres] })],
    answer: "fails",
    says: "description of an ingress rule is not set",
  },
  {
    shows: "a separate rule without description",
    given: [
      orders,
      group({ description }),
      {
        type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        name: "rule",
        props: { securityGroupId: pending("subject"), ipProtocol: "-1", referencedSecurityGroupId: "sg-1" },
      },
    ],
    answer: "fails",
    says: "description of an egress rule is not set",
  },
  {
    shows: "the older kind of rule without description",
    given: [
      orders,
      group({ description }),
      {
        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        name: "rule",
        props: {
          type: "ingress",
          securityGroupId: pending("subject"),
          ...{ protocol: "tcp", fromPort: 1, toPort: 1 },
          self: true,
        },
      },
    ],
    answer: "fails",
  },
  {
    shows: "a description known at deploy",
    given: [orders, group({ description: pending() })],
    answer: "undecided",
    says: "description, known at deploy",
  },
  {
    shows: "the default group of a VPC, which AWS describes",
    given: [
      { type: "aws:rds/instance:Instance", name: "orders", props: { engine: "postgres" } },
      { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", name: "subject", props: {} },
    ],
    answer: "holds",
  },
  { shows: "a group that no database carries", given: [group({})], answer: "not-applicable" },
]);
