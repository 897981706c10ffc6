import * as aws from "@pulumi/aws";

// What a network team has made before: a VPC, with its default group closed, the group of an application, and subnets.
const vpc = new aws.ec2.Vpc("given", { cidrBlock: "10.20.0.0/16" });
const vpcId = vpc.id;
new aws.ec2.DefaultSecurityGroup("given", { vpcId });
const application = new aws.ec2.SecurityGroup("application", { vpcId, description: "An application" });

const gateway = new aws.ec2.InternetGateway("given", { vpcId });
const isolated = new aws.ec2.RouteTable("isolated", { vpcId });
const leadingOut = new aws.ec2.RouteTable("leading-out", {
  vpcId,
  routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }],
});

function subnet(name: string, zone: string, cidrBlock: string, routeTable: aws.ec2.RouteTable) {
  const { id } = new aws.ec2.Subnet(name, { vpcId, cidrBlock, availabilityZone: `us-east-1${zone}` });
  new aws.ec2.RouteTableAssociation(name, { subnetId: id, routeTableId: routeTable.id });
  return id;
}

// And a VPC as AWS makes it.
const open = new aws.ec2.Vpc("open", { cidrBlock: "10.21.0.0/16" });

export const given = {
  vpcId,
  openVpcId: open.id,
  applicationSecurityGroupId: application.id,
  privateSubnetIds: [
    subnet("private-1", "a", "10.20.16.0/24", isolated),
    subnet("private-2", "b", "10.20.17.0/24", isolated),
  ],
  publicSubnetId: subnet("public", "c", "10.20.18.0/24", leadingOut),
};
