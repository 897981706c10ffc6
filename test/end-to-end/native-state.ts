/** A resource of a state: what the program gave, and what AWS answered beside it. */
interface Stated {
  readonly type: string;
  readonly name: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly answers?: Readonly<Record<string, unknown>>;
}

const stack = "urn:pulumi:dev::shop";
const account = "eu-west-1:123456789012";
const keyArn = `arn:aws:kms:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** The text by which Pulumi marks a secret in a state. */
const secret = (ciphertext: string) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext,
});

/** The state of a stack of aws-native resources, as `pulumi stack export` writes it. */
export function exportOf(resources: readonly Stated[]): string {
  const time = "2026-01-01T00:00:00Z";
  const provider = `${stack}::pulumi:providers:aws-native::default`;
  const parent = `${stack}::pulumi:pulumi:Stack::shop-dev`;
  const region = { region: "eu-west-1" };
  return JSON.stringify({
    version: 3,
    deployment: {
      manifest: { time, magic: "", version: "v3.274.1" },
      secrets_providers: { type: "passphrase", state: { salt: "v1:hello:v1:hello" } },
      resources: [
        { urn: parent, custom: false, type: "pulumi:pulumi:Stack" },
        { urn: provider, custom: true, id: "p", type: "pulumi:providers:aws-native", inputs: region, outputs: region },
        ...resources.map(({ type, name, inputs = {}, answers = {} }) => ({
          urn: `${stack}::${type}::${name}`,
          custom: true,
          id: name,
          type,
          inputs,
          outputs: { ...inputs, ...answers },
          parent,
          provider: `${provider}::p`,
        })),
      ],
    },
  });
}

const subnets: readonly Stated[] = ["a", "b"].map((zone) => ({
  type: "aws-native:ec2:Subnet",
  name: zone,
  inputs: { vpcId: "vpc-1", availabilityZone: `eu-west-1${zone}`, cidrBlock: "10.0.0.0/24" },
  answers: { subnetId: `subnet-${zone}`, mapPublicIpOnLaunch: false },
}));

const associations: readonly Stated[] = ["a", "b"].map((zone) => ({
  type: "aws-native:ec2:SubnetRouteTableAssociation",
  name: zone,
  inputs: { subnetId: `subnet-${zone}`, routeTableId: "rtb-1" },
  answers: { awsId: `rtbassoc-${zone}` },
}));

const network: readonly Stated[] = [
  {
    type: "aws-native:ec2:Vpc",
    name: "vpc",
    inputs: { cidrBlock: "10.0.0.0/16" },
    answers: { vpcId: "vpc-1", defaultSecurityGroup: "sg-default" },
  },
  ...subnets,
  {
    type: "aws-native:ec2:RouteTable",
    name: "routes",
    inputs: { vpcId: "vpc-1" },
    answers: { routeTableId: "rtb-1" },
  },
  ...associations,
  {
    type: "aws-native:rds:DbSubnetGroup",
    name: "group",
    inputs: { dbSubnetGroupDescription: "two zones", subnetIds: ["subnet-a", "subnet-b"] },
    answers: { dbSubnetGroupName: "group-1", dbSubnetGroupArn: `arn:aws:rds:${account}:subgrp:group-1` },
  },
];

/** An instance and a table with next to nothing set, reachable from the internet. */
export const insecure: readonly Stated[] = [
  ...network,
  {
    type: "aws-native:ec2:Route",
    name: "internet",
    inputs: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
  },
  {
    type: "aws-native:ec2:SecurityGroup",
    name: "database",
    inputs: { groupDescription: "the database", vpcId: "vpc-1" },
    answers: { groupId: "sg-1", awsId: "sg-1" },
  },
  {
    type: "aws-native:ec2:SecurityGroupIngress",
    name: "everyone",
    inputs: {
      groupId: "sg-1",
      description: "everyone",
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      cidrIp: "0.0.0.0/0",
    },
  },
  {
    type: "aws-native:rds:DbParameterGroup",
    name: "parameters",
    inputs: { description: "postgres", family: "postgres16", parameters: { "rds.force_ssl": "0" } },
    answers: { dbParameterGroupName: "parameters-1" },
  },
  {
    type: "aws-native:rds:DbInstance",
    name: "orders",
    inputs: {
      engine: "postgres",
      dbInstanceClass: "db.m6g.large",
      dbSubnetGroupName: "group-1",
      dbParameterGroupName: "parameters-1",
      vpcSecurityGroups: ["sg-1"],
      publiclyAccessible: true,
      masterUsername: "postgres",
      masterUserPassword: secret("v1:abc:def"),
    },
    answers: {
      dbInstanceArn: `arn:aws:rds:${account}:db:orders-1`,
      dbInstanceIdentifier: "orders-1",
      engineVersion: "16.8",
      port: "5432",
      storageEncrypted: false,
      backupRetentionPeriod: 1,
      deletionProtection: false,
    },
  },
  {
    type: "aws-native:dynamodb:Table",
    name: "carts",
    inputs: { billingMode: "PAY_PER_REQUEST", keySchema: [{ attributeName: "id", keyType: "HASH" }] },
    answers: { tableName: "carts-1", arn: `arn:aws:dynamodb:${account}:table/carts-1` },
  },
  {
    type: "aws-native:iam:ManagedPolicy",
    name: "connect",
    inputs: { policyDocument: { Statement: [{ Effect: "Allow", Action: "rds-db:connect", Resource: "*" }] } },
  },
];

/** The same as they should be. */
export const secure: readonly Stated[] = [
  ...network,
  {
    type: "aws-native:kms:Key",
    name: "key",
    inputs: { enableKeyRotation: true },
    answers: { arn: keyArn, keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
  },
  {
    type: "aws-native:logs:LogGroup",
    name: "traffic",
    inputs: { logGroupName: "traffic", retentionInDays: 365, kmsKeyId: keyArn },
    answers: { arn: `arn:aws:logs:${account}:log-group:traffic:*` },
  },
  {
    type: "aws-native:ec2:FlowLog",
    name: "traffic",
    inputs: { resourceId: "vpc-1", resourceType: "VPC", trafficType: "ALL", logGroupName: "traffic" },
  },
  {
    type: "aws-native:ec2:SecurityGroup",
    name: "applications",
    inputs: { groupDescription: "applications", vpcId: "vpc-1" },
    answers: { groupId: "sg-2", awsId: "sg-2" },
  },
  {
    type: "aws-native:ec2:SecurityGroup",
    name: "database",
    inputs: {
      groupDescription: "the database",
      vpcId: "vpc-1",
      securityGroupIngress: [
        {
          sourceSecurityGroupId: "sg-2",
          description: "applications",
          ipProtocol: "tcp",
          fromPort: 5432,
          toPort: 5432,
        },
      ],
      securityGroupEgress: [{ cidrIp: "127.0.0.1/32", ipProtocol: "-1", description: "nowhere" }],
    },
    answers: { groupId: "sg-1", awsId: "sg-1" },
  },
  {
    type: "aws-native:rds:DbParameterGroup",
    name: "parameters",
    inputs: {
      description: "postgres",
      family: "postgres16",
      parameters: { log_statement: "ddl", log_connections: "1", log_disconnections: "1" },
    },
    answers: { dbParameterGroupName: "parameters-1" },
  },
  {
    type: "aws-native:rds:DbInstance",
    name: "orders",
    inputs: {
      engine: "postgres",
      engineVersion: "16.8",
      dbInstanceClass: "db.m6g.large",
      dbSubnetGroupName: "group-1",
      dbParameterGroupName: "parameters-1",
      vpcSecurityGroups: ["sg-1"],
      storageEncrypted: true,
      kmsKeyId: keyArn,
      masterUsername: "orders",
      manageMasterUserPassword: true,
      masterUserSecret: { kmsKeyId: keyArn },
      multiAz: true,
      backupRetentionPeriod: 35,
      deletionProtection: true,
      copyTagsToSnapshot: true,
      enableIamDatabaseAuthentication: true,
      enableCloudwatchLogsExports: ["postgresql", "upgrade"],
      enablePerformanceInsights: true,
      performanceInsightsKmsKeyId: keyArn,
      monitoringInterval: 60,
      monitoringRoleArn: "arn:aws:iam::123456789012:role/monitoring",
      tags: [{ key: "backup", value: "daily" }],
    },
    answers: {
      dbInstanceArn: `arn:aws:rds:${account}:db:orders-1`,
      dbInstanceIdentifier: "orders-1",
      publiclyAccessible: false,
      port: "5432",
    },
  },
  {
    type: "aws-native:dynamodb:GlobalTable",
    name: "carts",
    inputs: {
      billingMode: "PAY_PER_REQUEST",
      sseSpecification: { sseEnabled: true, sseType: "KMS" },
      replicas: [
        {
          region: "eu-west-1",
          sseSpecification: { kmsMasterKeyId: keyArn },
          pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
          deletionProtectionEnabled: true,
          tags: [{ key: "backup", value: "daily" }],
        },
      ],
    },
    answers: { tableName: "carts-1", arn: `arn:aws:dynamodb:${account}:table/carts-1` },
  },
  {
    type: "aws-native:backup:BackupVault",
    name: "vault",
    inputs: { backupVaultName: "vault", encryptionKeyArn: keyArn },
  },
  {
    type: "aws-native:backup:BackupPlan",
    name: "daily",
    inputs: { backupPlan: { backupPlanRule: [{ ruleName: "daily", targetBackupVault: "vault" }] } },
    answers: { backupPlanId: "plan-1" },
  },
  {
    type: "aws-native:backup:BackupSelection",
    name: "daily",
    inputs: {
      backupPlanId: "plan-1",
      backupSelection: {
        listOfTags: [{ conditionType: "STRINGEQUALS", conditionKey: "backup", conditionValue: "daily" }],
      },
    },
  },
  {
    type: "aws-native:rds:EventSubscription",
    name: "events",
    inputs: { snsTopicArn: `arn:aws:sns:${account}:events` },
  },
  {
    type: "aws-native:iam:ManagedPolicy",
    name: "connect",
    inputs: {
      policyDocument: {
        Statement: [
          {
            Effect: "Allow",
            Action: "rds-db:connect",
            Resource: `arn:aws:rds-db:${account}:dbuser:db-ABCDEFGHIJKLMNOPQRSTUVWXYZ/reader`,
          },
        ],
      },
    },
  },
];
