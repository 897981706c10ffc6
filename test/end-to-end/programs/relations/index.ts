import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Nothing here names another resource by a value that is known before the first deploy.
const mistake = new pulumi.Config().get("mistake");

const vpc = new aws.ec2.Vpc("orders", { cidrBlock: "10.0.0.0/16" });
if (mistake === "main-route-table") {
  const gateway = new aws.ec2.InternetGateway("orders", { vpcId: vpc.id });
  new aws.ec2.Route("orders", {
    routeTableId: vpc.mainRouteTableId,
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: gateway.id,
  });
}

const subnets = ["us-east-1a", "us-east-1b"].map(
  (availabilityZone, index) =>
    new aws.ec2.Subnet(availabilityZone, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone }),
);
const subnetGroup = new aws.rds.SubnetGroup("orders", { subnetIds: subnets.map(({ id }) => id) });

const parameterGroup = new aws.rds.ParameterGroup("orders", {
  family: "postgres14",
  parameters: mistake === "parameter-group" ? [] : [{ name: "rds.force_ssl", value: "1" }],
});

const database = new aws.rds.Instance("orders", {
  engine: "postgres",
  engineVersion: "14",
  instanceClass: "db.m6g.large",
  allocatedStorage: 20,
  username: "orders_owner",
  manageMasterUserPassword: true,
  dbSubnetGroupName: subnetGroup.name,
  parameterGroupName: parameterGroup.name,
  skipFinalSnapshot: true,
});

if (mistake !== "flow-log") {
  const logGroup = new aws.cloudwatch.LogGroup("orders", {});
  const role = new aws.iam.Role("flow-log", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "vpc-flow-logs.amazonaws.com" }),
  });
  new aws.ec2.FlowLog("orders", {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestination: logGroup.arn,
    iamRoleArn: role.arn,
  });
}

const vault = new aws.backup.Vault("orders", {});
const plan = new aws.backup.Plan("orders", {
  rules: [{ ruleName: "daily", targetVaultName: vault.name, schedule: "cron(0 5 * * ? *)" }],
});
if (mistake !== "backup-selection") {
  const role = new aws.iam.Role("orders", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "backup.amazonaws.com" }),
  });
  new aws.backup.Selection("orders", { planId: plan.id, iamRoleArn: role.arn, resources: [database.arn] });
}
