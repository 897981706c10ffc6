import * as aws from "@pulumi/aws";

// Every mistake below is one that the policy pack stops. Do not copy.

const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
const gateway = new aws.ec2.InternetGateway("shop", { vpcId: vpc.id });
const routeTable = new aws.ec2.RouteTable("shop", {
  vpcId: vpc.id,
  routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }],
});

const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;
const subnets = [0, 1].map((index) => {
  const availabilityZone = zones[index];
  const subnet = new aws.ec2.Subnet(`shop-${index}`, {
    vpcId: vpc.id,
    cidrBlock: `10.0.${index}.0/24`,
    availabilityZone,
    mapPublicIpOnLaunch: true,
  });
  new aws.ec2.RouteTableAssociation(`shop-${index}`, { subnetId: subnet.id, routeTableId: routeTable.id });
  return subnet;
});
const subnetGroup = new aws.rds.SubnetGroup("shop", { subnetIds: subnets.map(({ id }) => id) });

const securityGroup = new aws.ec2.SecurityGroup("shop", {
  vpcId: vpc.id,
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/0"] }],
});

// Version 14 does not force TLS by default, and no version logs statements or connections by default.
const database = new aws.rds.Instance("shop", {
  engine: "postgres",
  engineVersion: "14",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  username: "shopkeeper",
  manageMasterUserPassword: true,
  dbSubnetGroupName: subnetGroup.name,
  vpcSecurityGroupIds: [securityGroup.id],
  publiclyAccessible: true,
  performanceInsightsEnabled: true,
  skipFinalSnapshot: true,
});

const table = new aws.dynamodb.Table("carts", {
  billingMode: "PAY_PER_REQUEST",
  hashKey: "cartId",
  attributes: [{ name: "cartId", type: "S" }],
});

export const endpoint = database.endpoint;
export const tableName = table.name;
