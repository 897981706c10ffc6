import * as aws from "@pulumi/aws";

// Every mistake below is one that the policy pack stops. Do not copy.

// A network that the internet reaches and that reaches the internet, in one zone, and that keeps no record of it.
const vpc = new aws.ec2.Vpc("shop", {
  cidrBlock: "10.0.0.0/16",
  assignGeneratedIpv6CidrBlock: true,
  enableDnsHostnames: true,
});
const gateway = new aws.ec2.InternetGateway("shop", { vpcId: vpc.id });
const egressGateway = new aws.ec2.EgressOnlyInternetGateway("shop", { vpcId: vpc.id });
const routeTable = new aws.ec2.RouteTable("shop", {
  vpcId: vpc.id,
  routes: [
    { cidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
    { ipv6CidrBlock: "::/0", egressOnlyGatewayId: egressGateway.id },
  ],
});

const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;
const subnets = [0, 1].map((index) => {
  const subnet = new aws.ec2.Subnet(`shop-${index}`, {
    vpcId: vpc.id,
    cidrBlock: `10.0.${index}.0/24`,
    availabilityZone: zones[0],
    mapPublicIpOnLaunch: true,
  });
  new aws.ec2.RouteTableAssociation(`shop-${index}`, { subnetId: subnet.id, routeTableId: routeTable.id });
  return subnet;
});
const subnetIds = subnets.map(({ id }) => id);
const subnetGroup = new aws.rds.SubnetGroup("shop", { subnetIds });

const everywhere = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
new aws.ec2.DefaultSecurityGroup("shop", { vpcId: vpc.id, ingress: [everywhere], egress: [everywhere] });
const securityGroup = new aws.ec2.SecurityGroup("shop", {
  vpcId: vpc.id,
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/0"] }],
  egress: [everywhere],
});

// Version 13 is past its end. It does not force TLS by default, and no version logs statements or connections by default.
const database = new aws.rds.Instance("shop", {
  engine: "postgres",
  engineVersion: "13",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  username: "postgres",
  password: "not-a-secret",
  dbSubnetGroupName: subnetGroup.name,
  vpcSecurityGroupIds: [securityGroup.id],
  publiclyAccessible: true,
  performanceInsightsEnabled: true,
  autoMinorVersionUpgrade: false,
  caCertIdentifier: "rds-ca-2019",
  skipFinalSnapshot: true,
});
new aws.rds.Snapshot("shop", {
  dbInstanceIdentifier: database.identifier,
  dbSnapshotIdentifier: "shop",
  sharedAccounts: ["all"],
});

// Anybody may use the key, it never changes, it is gone in a week, and it is off.
const anybody = (actions: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: actions, Resource: "*" }],
  });
const key = new aws.kms.Key("shop", { policy: anybody("kms:*"), deletionWindowInDays: 7, isEnabled: false });

// Nothing says where: this one ends up in the default network. Nobody looks at how it performs.
const reports = new aws.rds.Instance("reports", {
  identifier: "reports",
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  username: "admin",
  manageMasterUserPassword: true,
  storageEncrypted: true,
  kmsKeyId: key.arn,
  enabledCloudwatchLogsExports: ["postgresql"],
  skipFinalSnapshot: true,
});
new aws.cloudwatch.LogGroup("reports", { name: "/aws/rds/instance/reports/postgresql", retentionInDays: 30 });
new aws.cloudwatch.LogResourcePolicy("reports", { policyName: "reports", policyDocument: anybody("logs:*") });

// One role for everything, and a policy that lets its holder do everything.
const role = new aws.iam.Role("shop", {
  assumeRolePolicy: {
    Version: "2012-10-17",
    Statement: ["backup", "dax", "rds"].map((service) => ({
      Effect: "Allow",
      Principal: { Service: `${service}.amazonaws.com` },
      Action: "sts:AssumeRole",
    })),
  },
});
new aws.iam.Policy("shop", {
  policy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["rds-db:connect", "rds:*", "dynamodb:*", "kms:Decrypt"], Resource: "*" }],
  },
});

// Backups that AWS's own key encrypts, of one of the databases only.
const vault = new aws.backup.Vault("shop");
const plan = new aws.backup.Plan("shop", {
  rules: [{ ruleName: "weekly", targetVaultName: vault.name, schedule: "cron(0 5 ? * SUN *)" }],
});
new aws.backup.Selection("shop", { planId: plan.id, iamRoleArn: role.arn, resources: [reports.arn] });

// A way around IAM and TLS, with a password that never changes.
const secret = new aws.secretsmanager.Secret("shop", { recoveryWindowInDays: 0 });
new aws.secretsmanager.SecretPolicy("shop", { secretArn: secret.arn, policy: anybody("secretsmanager:*") });
new aws.rds.Proxy("shop", {
  engineFamily: "POSTGRESQL",
  auths: [{ authScheme: "SECRETS", iamAuth: "DISABLED", secretArn: secret.arn }],
  requireTls: false,
  roleArn: role.arn,
  vpcSubnetIds: subnetIds,
});

// A table open to anybody, which cannot grow, with copies of it in clear.
const table = new aws.dynamodb.Table("carts", {
  billingMode: "PROVISIONED",
  readCapacity: 1,
  writeCapacity: 1,
  hashKey: "cartId",
  attributes: [{ name: "cartId", type: "S" }],
  streamEnabled: true,
  streamViewType: "NEW_AND_OLD_IMAGES",
  replicas: [{ regionName: "eu-west-1" }],
  tags: { "per-user": "true" },
});
new aws.dynamodb.ResourcePolicy("carts", { resourceArn: table.arn, policy: anybody("dynamodb:*") });
const stream = new aws.kinesis.Stream("carts", { shardCount: 1 });
new aws.dynamodb.KinesisStreamingDestination("carts", { tableName: table.name, streamArn: stream.arn });
new aws.dax.Cluster("carts", {
  clusterName: "carts",
  nodeType: "dax.t3.small",
  replicationFactor: 1,
  iamRoleArn: role.arn,
});

export const endpoint = database.endpoint;
export const tableName = table.name;
