import { type Pending, pending, type Row } from "./program";
import { subjectInstance } from "./rows";

interface InlineRoute {
  readonly cidrBlock?: string;
  readonly gatewayId?: string | Pending;
}

/** The VPC of all these rows. */
export const vpc: Row = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { cidrBlock: "10.0.0.0/16" } };

export const gateway: Row = { type: "aws:ec2/internetGateway:InternetGateway", name: "gateway" };

/** A separate route of the table called "table". */
export const toGateway: Row = {
  type: "aws:ec2/route:Route",
  name: "to-gateway",
  props: { routeTableId: pending("table"), destinationCidrBlock: "0.0.0.0/0", gatewayId: pending("gateway") },
};

export function subnet(name: string): Row {
  return { type: "aws:ec2/subnet:Subnet", name, props: { vpcId: pending("vpc") } };
}

export function table(name: string, routes: readonly InlineRoute[] = []): Row {
  return { type: "aws:ec2/routeTable:RouteTable", name, props: { vpcId: pending("vpc"), routes } };
}

/** The association of a subnet with a route table. */
export function association(of: string, to: string): Row {
  return {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    name: `${of}-${to}`,
    props: { subnetId: pending(of), routeTableId: pending(to) },
  };
}

/** An instance whose subnet group holds these subnets. */
export function instanceIn(...subnets: string[]): readonly Row[] {
  return [
    vpc,
    gateway,
    ...subnets.map(subnet),
    {
      type: "aws:rds/subnetGroup:SubnetGroup",
      name: "group",
      props: { subnetIds: subnets.map((name) => pending(name)) },
    },
    subjectInstance({ dbSubnetGroupName: pending("group") }),
  ];
}
