import { pending, type Row } from "../../support/program";

type GroupProps = NonNullable<Extract<Row, { type: "aws:cloudwatch/logGroup:LogGroup" }>["props"]>;

export const exported = "/aws/rds/instance/orders/postgresql";

export const group = (props: GroupProps): Row => ({ type: "aws:cloudwatch/logGroup:LogGroup", name: "subject", props });

/** A VPC with an instance in it, and its flow log that writes to the group. */
export const flowLog: readonly Row[] = [
  { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} },
  { type: "aws:ec2/subnet:Subnet", name: "private", props: { vpcId: pending("vpc") } },
  { type: "aws:rds/subnetGroup:SubnetGroup", name: "databases", props: { subnetIds: [pending("private")] } },
  {
    type: "aws:rds/instance:Instance",
    name: "orders",
    props: { engine: "postgres", dbSubnetGroupName: pending("databases") },
  },
  {
    type: "aws:ec2/flowLog:FlowLog",
    name: "log",
    props: { vpcId: pending("vpc"), trafficType: "ALL", logDestination: pending("subject") },
  },
];
