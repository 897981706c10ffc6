import * as pulumi from "@pulumi/pulumi";
import { Native } from "./native";

const secure = new pulumi.Config().requireBoolean("secure");
const tags = [{ key: "backup", value: "daily" }];

const key = new Native("aws-native:kms:Key", "key", { enableKeyRotation: secure });
const vpc = new Native("aws-native:ec2:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" });
const routes = new Native("aws-native:ec2:RouteTable", "routes", { vpcId: vpc.out("vpcId") });
const subnets = ["a", "b"].map((zone, index) => {
  const subnet = new Native("aws-native:ec2:Subnet", zone, {
    vpcId: vpc.out("vpcId"),
    availabilityZone: `eu-west-1${zone}`,
    cidrBlock: `10.0.${index}.0/24`,
  });
  new Native("aws-native:ec2:SubnetRouteTableAssociation", zone, {
    subnetId: subnet.out("subnetId"),
    routeTableId: routes.out("routeTableId"),
  });
  return subnet;
});
if (secure) {
  logTraffic();
} else {
  openToInternet();
}

const applications = new Native("aws-native:ec2:SecurityGroup", "applications", {
  groupDescription: "what connects to the database",
  vpcId: vpc.out("vpcId"),
});
const database = new Native("aws-native:ec2:SecurityGroup", "database", {
  groupDescription: "the database",
  vpcId: vpc.out("vpcId"),
  ...(secure
    ? { securityGroupEgress: [{ cidrIp: "127.0.0.1/32", ipProtocol: "-1", description: "it connects to nothing" }] }
    : {}),
});
new Native("aws-native:ec2:SecurityGroupIngress", "database", {
  groupId: database.out("groupId"),
  description: "applications",
  ipProtocol: "tcp",
  fromPort: 5432,
  toPort: 5432,
  ...(secure ? { sourceSecurityGroupId: applications.out("groupId") } : { cidrIp: "0.0.0.0/0" }),
});

const parameters = new Native("aws-native:rds:DbParameterGroup", "parameters", {
  description: "postgres",
  family: "postgres16",
  parameters: secure
    ? { "rds.force_ssl": 1, log_statement: "ddl", log_connections: 1, log_disconnections: 1 }
    : { "rds.force_ssl": 0 },
});
const group = new Native("aws-native:rds:DbSubnetGroup", "group", {
  dbSubnetGroupDescription: "two zones",
  subnetIds: subnets.map((subnet) => subnet.out("subnetId")),
});
const monitoring = new Native("aws-native:iam:Role", "monitoring", { assumeRolePolicyDocument: {} });
new Native("aws-native:rds:DbInstance", "orders", {
  engine: "postgres",
  engineVersion: "16.8",
  dbInstanceClass: "db.m6g.large",
  allocatedStorage: "20",
  dbSubnetGroupName: group.out("dbSubnetGroupName"),
  dbParameterGroupName: parameters.out("dbParameterGroupName"),
  vpcSecurityGroups: [database.out("groupId")],
  tags,
  ...(secure ? secureSettings() : { masterUsername: "postgres", masterUserPassword: "correct horse" }),
});

new Native("aws-native:dynamodb:Table", "carts", {
  keySchema: [{ attributeName: "id", keyType: "HASH" }],
  attributeDefinitions: [{ attributeName: "id", attributeType: "S" }],
  billingMode: "PAY_PER_REQUEST",
  tags,
  sseSpecification: { sseEnabled: true, sseType: "KMS", kmsMasterKeyId: key.out("arn") },
  ...(secure
    ? {
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        deletionProtectionEnabled: true,
      }
    : {}),
});

function secureSettings() {
  backUpByTag();
  const topic = new Native("aws-native:sns:Topic", "events");
  new Native("aws-native:rds:EventSubscription", "events", { snsTopicArn: topic.out("topicArn") });
  return {
    storageEncrypted: true,
    kmsKeyId: key.out("arn"),
    masterUsername: "orders",
    manageMasterUserPassword: true,
    masterUserSecret: { kmsKeyId: key.out("arn") },
    multiAz: true,
    backupRetentionPeriod: 35,
    deletionProtection: true,
    copyTagsToSnapshot: true,
    enableIamDatabaseAuthentication: true,
    enableCloudwatchLogsExports: ["postgresql", "upgrade"],
    enablePerformanceInsights: true,
    performanceInsightsKmsKeyId: key.out("arn"),
    monitoringInterval: 60,
    monitoringRoleArn: monitoring.out("arn"),
  };
}

function logTraffic(): void {
  const log = new Native("aws-native:logs:LogGroup", "traffic", { retentionInDays: 365, kmsKeyId: key.out("arn") });
  new Native("aws-native:ec2:FlowLog", "traffic", {
    resourceId: vpc.out("vpcId"),
    resourceType: "VPC",
    trafficType: "ALL",
    logDestinationType: "cloud-watch-logs",
    logDestination: log.out("arn"),
  });
}

function openToInternet(): void {
  const gateway = new Native("aws-native:ec2:InternetGateway", "gateway");
  const attachment = new Native("aws-native:ec2:VpcGatewayAttachment", "gateway", {
    vpcId: vpc.out("vpcId"),
    internetGatewayId: gateway.out("internetGatewayId"),
  });
  new Native(
    "aws-native:ec2:Route",
    "internet",
    {
      routeTableId: routes.out("routeTableId"),
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: gateway.out("internetGatewayId"),
    },
    { dependsOn: attachment },
  );
}

function backUpByTag(): void {
  const vault = new Native("aws-native:backup:BackupVault", "vault", { encryptionKeyArn: key.out("arn") });
  const plan = new Native("aws-native:backup:BackupPlan", "daily", {
    backupPlan: {
      backupPlanName: "daily",
      backupPlanRule: [{ ruleName: "daily", targetBackupVault: vault.out("backupVaultName") }],
    },
  });
  new Native("aws-native:backup:BackupSelection", "daily", {
    backupPlanId: plan.out("backupPlanId"),
    backupSelection: {
      selectionName: "daily",
      iamRoleArn: monitoring.out("arn"),
      listOfTags: [{ conditionType: "STRINGEQUALS", conditionKey: "backup", conditionValue: "daily" }],
    },
  });
}
