import { EncryptionKey, IsolatedNetwork, type IsolatedNetworkArgs } from "../../../components";
import { column } from "./case";
import { given } from "./given";

export const networks = column<IsolatedNetworkArgs>("IsolatedNetwork", (args) => new IsolatedNetwork("orders", args), [
  ["without an argument", {}, { everywhere: true }],
  ["two zones of two that are named", { availabilityZones: ["eu-west-1b", "eu-west-1c"], tags: given.tags }],
  ["three zones in a block of one's own", { availabilityZoneCount: 3, cidrBlock: "10.20.0.0/20" }],
  ["dual stack", { dualStack: true }],
  ["gateway endpoints", { gatewayEndpoints: ["dynamodb", "s3"], endpointRouteTableIds: ["rtb-0a"] }],
  [
    "interface endpoints",
    { interfaceEndpoints: ["kms", "secretsmanager", "logs", "monitoring", "rds", "sts"] },
    { everywhere: true },
  ],
  ["a proxy's group", { proxyAccess: true }],
  ["ports of several engines", { engines: ["postgres", "mysql", "oracle-ee"] }],
  ["ports by number", { ports: [6432, 6433] }],
  ["groups of applications that are there", { allowedSecurityGroupIds: ["sg-0a", "sg-0b"] }],
  ["clients of a peered VPC", { clientCidrBlocks: ["10.0.0.0/16", "10.9.0.0/16"] }],
  ["without a network ACL", { networkAcl: false }],
  [
    "flow logs under a shared key, kept for ever",
    () => ({ flowLogs: true, logRetentionDays: 0, kmsKeyArn: new EncryptionKey("shop").keyArn }),
  ],
  ["flow logs to a bucket", { flowLogBucketArn: "arn:aws:s3:::flow-logs" }],
  ["an existing VPC with free blocks", { vpcId: "vpc-0a", subnetCidrBlocks: ["10.1.0.0/26", "10.1.0.64/26"] }],
  [
    "an existing VPC whose default group is closed",
    { vpcId: "vpc-0a", subnetCidrBlocks: ["10.1.0.0/26", "10.1.0.64/26"], closeDefaultSecurityGroup: true },
  ],
  [
    "an existing VPC with given subnets",
    { vpcId: "vpc-0a", subnetIds: ["subnet-0a", "subnet-0b"] },
    {
      open: {
        "database-subnet-group-multi-az":
          "the zones of the subnets that it is given, which the component looks up itself",
      },
    },
  ],
]);
