import type { Case } from "../../support/control-cases";
import {
  closedEgress,
  describeNative,
  document,
  guarding,
  ingress,
  instance,
  key,
  native,
  orders,
} from "../../support/native-rows";
import { pending } from "../../support/program";

describeNative({
  "database-secret-customer-managed-key": [
    {
      shows: "the managed master password under a key of the program",
      given: [key, instance({ manageMasterUserPassword: true, masterUserSecret: { kmsKeyId: pending("key") } })],
      answer: "holds",
    },
    { shows: "under the AWS managed key", given: [instance({ manageMasterUserPassword: true })], answer: "fails" },
  ],

  "database-subnet-group-multi-az": [
    {
      shows: "two zones",
      given: [
        native("aws-native:ec2:Subnet", "a", { availabilityZone: "eu-west-1a" }),
        native("aws-native:ec2:Subnet", "b", { availabilityZone: "eu-west-1b" }),
        native("aws-native:rds:DbSubnetGroup", "subject", { subnetIds: [pending("a"), pending("b")] }),
      ],
      answer: "holds",
    },
    {
      shows: "one zone, of a subnet of each provider",
      given: [
        native("aws-native:ec2:Subnet", "a", { availabilityZone: "eu-west-1a" }),
        { type: "aws:ec2/subnet:Subnet", name: "b", props: { availabilityZone: "eu-west-1a" } },
        native("aws-native:rds:DbSubnetGroup", "subject", { subnetIds: [pending("a"), pending("b")] }),
      ],
      answer: "fails",
    },
  ],

  "database-subnet-no-public-ip": [
    {
      shows: "public addresses on launch",
      given: [
        native("aws-native:ec2:Subnet", "subject", { mapPublicIpOnLaunch: true }),
        native("aws-native:rds:DbSubnetGroup", "group", { subnetIds: [pending("subject")] }),
      ],
      answer: "fails",
    },
    {
      shows: "none",
      given: [
        native("aws-native:ec2:Subnet", "subject"),
        native("aws-native:rds:DbSubnetGroup", "group", { subnetIds: [pending("subject")] }),
      ],
      answer: "holds",
    },
  ],

  "database-security-group-no-public-ingress": [
    {
      shows: "an inline rule from everywhere",
      given: guarding({
        securityGroupIngress: [{ cidrIp: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 5432, toPort: 5432 }],
      }),
      answer: "fails",
    },
    {
      shows: "ports as texts",
      given: guarding({
        securityGroupIngress: [{ cidrIpv6: "::/0", ipProtocol: "6", fromPort: "0", toPort: "65535" }],
      }),
      answer: "fails",
    },
    { shows: "a separate rule", given: guarding({}, ingress({ cidrIp: "128.0.0.0/1" })), answer: "fails" },
    {
      shows: "a separate rule of a prefix list of the program",
      given: guarding(
        {},
        native("aws-native:ec2:PrefixList", "list", { entries: [{ cidr: "0.0.0.0/0" }] }),
        ingress({ sourcePrefixListId: pending("list") }),
      ),
      answer: "fails",
    },
    {
      shows: "every port of a group that an endpoint of a proxy carries",
      given: [
        native("aws-native:rds:DbProxyEndpoint", "readers", {
          dbProxyName: "orders",
          vpcSecurityGroupIds: [pending("subject")],
        }),
        native("aws-native:ec2:SecurityGroup", "subject", {
          securityGroupIngress: [{ cidrIp: "0.0.0.0/0", ipProtocol: "-1" }],
        }),
      ],
      answer: "fails",
    },
    {
      shows: "a separate rule known at deploy",
      given: guarding({}, ingress({ cidrIp: pending() })),
      answer: "undecided",
    },
    {
      shows: "a security group as the source",
      given: guarding(
        {},
        native("aws-native:ec2:SecurityGroup", "applications"),
        ingress({ sourceSecurityGroupId: pending("applications") }),
      ),
      answer: "holds",
    },
  ],

  "database-security-group-no-open-egress": [
    {
      shows: "absent: AWS lets it connect to everywhere",
      given: guarding({}),
      answer: "fails",
      says: "it may connect to 0.0.0.0/0",
    },
    { shows: "an empty list, which leaves that rule", given: guarding({ securityGroupEgress: [] }), answer: "fails" },
    { shows: "a rule to nowhere", given: guarding({ securityGroupEgress: closedEgress }), answer: "holds" },
    { shows: "rules known at deploy", given: guarding({ securityGroupEgress: pending() }), answer: "undecided" },
    {
      shows: "a separate rule to everywhere",
      given: guarding(
        { securityGroupEgress: closedEgress },
        native("aws-native:ec2:SecurityGroupEgress", "rule", {
          groupId: pending("subject"),
          ipProtocol: "-1",
          cidrIpv6: "::/0",
        }),
      ),
      answer: "fails",
    },
  ],

  "default-security-group-closed": [
    {
      shows: "a rule on the default group of a VPC",
      given: [
        native("aws-native:ec2:Vpc", "vpc"),
        native("aws-native:ec2:SecurityGroupIngress", "subject", {
          groupId: pending("vpc"),
          ipProtocol: "tcp",
          fromPort: 5432,
          toPort: 5432,
          cidrIp: "10.0.0.0/8",
        }),
      ],
      answer: "fails",
    },
    {
      shows: "a group of the program's own",
      given: [native("aws-native:ec2:SecurityGroup", "subject", { securityGroupIngress: [{ ipProtocol: "-1" }] })],
      answer: "not-applicable",
    },
  ],

  "database-security-group-described": [
    { shows: "described", given: guarding({}, ingress({ cidrIp: "10.0.0.0/8" })), answer: "holds" },
    {
      shows: "a rule without a description",
      given: guarding({}, ingress({ cidrIp: "10.0.0.0/8", description: undefined })),
      answer: "fails",
    },
  ],

  "database-vpc-flow-logs": [
    {
      shows: "a flow log of the VPC",
      given: [
        native("aws-native:ec2:Vpc", "subject"),
        native("aws-native:ec2:FlowLog", "log", {
          resourceId: pending("subject"),
          resourceType: "VPC",
          trafficType: "ALL",
        }),
        native("aws-native:ec2:Subnet", "subnet", { vpcId: pending("subject") }),
        native("aws-native:rds:DbSubnetGroup", "group", { subnetIds: [pending("subnet")] }),
        native("aws-native:rds:DbInstance", "orders", { dbSubnetGroupName: pending("group") }),
      ],
      answer: "holds",
    },
    {
      shows: "one of a subnet alone",
      given: [
        native("aws-native:ec2:Vpc", "subject"),
        native("aws-native:ec2:Subnet", "subnet", { vpcId: pending("subject") }),
        native("aws-native:ec2:FlowLog", "log", {
          resourceId: pending("subnet"),
          resourceType: "Subnet",
          trafficType: "ALL",
        }),
        native("aws-native:rds:DbSubnetGroup", "group", { subnetIds: [pending("subnet")] }),
        native("aws-native:rds:DbInstance", "orders", { dbSubnetGroupName: pending("group") }),
      ],
      answer: "fails",
    },
  ],

  "database-key-rotation": [
    {
      shows: "off",
      given: [native("aws-native:kms:Key", "subject"), orders({ kmsKeyId: pending("subject") })],
      answer: "fails",
    },
    {
      shows: "on, by an alias",
      given: [
        native("aws-native:kms:Key", "subject", { enableKeyRotation: true }),
        native("aws-native:kms:Alias", "alias", { aliasName: "alias/orders", targetKeyId: pending("subject") }),
        orders({ kmsKeyId: "alias/orders" }),
      ],
      answer: "holds",
    },
    {
      shows: "a key with imported material",
      given: [
        native("aws-native:kms:Key", "subject", { origin: "EXTERNAL" }),
        orders({ kmsKeyId: pending("subject") }),
      ],
      answer: "not-applicable",
    },
  ],

  "database-key-policy-not-public": [
    {
      shows: "an object for everybody",
      given: [
        native("aws-native:kms:Key", "subject", {
          keyPolicy: document({ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }),
        }),
      ],
      answer: "fails",
    },
    {
      shows: "a text for one account",
      given: [
        native("aws-native:kms:Key", "subject", {
          keyPolicy: JSON.stringify(
            document({
              Effect: "Allow",
              Principal: { AWS: "arn:aws:iam::123456789012:root" },
              Action: "kms:*",
              Resource: "*",
            }),
          ),
        }),
      ],
      answer: "holds",
    },
    {
      shows: "known at deploy",
      given: [native("aws-native:kms:Key", "subject", { keyPolicy: pending() })],
      answer: "undecided",
    },
  ],

  "database-key-deletion-window": [
    ...(["Key", "ReplicaKey"] as const).flatMap((type): Case[] => [
      {
        shows: `absent on a ${type}: 30 days`,
        given: [native(`aws-native:kms:${type}`, "subject"), orders({ kmsKeyId: pending("subject") })],
        answer: "holds",
      },
      {
        shows: `7 days on a ${type}`,
        given: [
          native(`aws-native:kms:${type}`, "subject", { pendingWindowInDays: 7 }),
          orders({ kmsKeyId: pending("subject") }),
        ],
        answer: "fails",
      },
    ]),
  ],

  "database-secret-rotation": [
    {
      shows: "every month",
      given: [
        native("aws-native:secretsmanager:Secret", "subject"),
        native("aws-native:secretsmanager:RotationSchedule", "schedule", {
          secretId: pending("subject"),
          rotationRules: { automaticallyAfterDays: 30 },
        }),
        native("aws-native:rds:DbProxy", "proxy", { auth: [{ secretArn: pending("subject") }] }),
      ],
      answer: "holds",
    },
    {
      shows: "never",
      given: [
        native("aws-native:secretsmanager:Secret", "subject"),
        native("aws-native:rds:DbProxy", "proxy", { auth: [{ secretArn: pending("subject") }] }),
      ],
      answer: "fails",
    },
  ],

  "database-secret-policy-not-public": [
    {
      shows: "everybody",
      given: [
        native("aws-native:secretsmanager:Secret", "secret"),
        native("aws-native:secretsmanager:ResourcePolicy", "subject", {
          secretId: pending("secret"),
          resourcePolicy: document({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }),
        }),
        native("aws-native:rds:DbProxy", "proxy", { auth: [{ secretArn: pending("secret") }] }),
      ],
      answer: "fails",
    },
  ],

  "database-backup-vault-customer-managed-key": [
    {
      shows: "the vault of the plan of an instance",
      given: [
        native("aws-native:backup:BackupVault", "subject"),
        native("aws-native:backup:BackupPlan", "plan", {
          backupPlan: { backupPlanRule: [{ targetBackupVault: pending("subject") }] },
        }),
        orders(),
        native("aws-native:backup:BackupSelection", "selection", {
          backupPlanId: pending("plan"),
          backupSelection: { resources: [pending("orders")] },
        }),
      ],
      answer: "fails",
    },
  ],

  "guardduty-rds-protection": [
    {
      shows: "the feature is off",
      given: [
        native("aws-native:guardduty:Detector", "subject", {
          enable: true,
          features: [{ name: "RDS_LOGIN_EVENTS", status: "DISABLED" }],
        }),
      ],
      answer: "fails",
    },
    {
      shows: "nothing is said about it",
      given: [native("aws-native:guardduty:Detector", "subject", { enable: true })],
      answer: "holds",
    },
  ],

  "database-log-group-retention": [
    {
      shows: "30 days",
      given: [
        native("aws-native:logs:LogGroup", "subject", {
          logGroupName: "/aws/rds/instance/orders/postgresql",
          retentionInDays: 30,
        }),
      ],
      answer: "fails",
    },
  ],

  "database-log-group-policy-not-public": [
    {
      shows: "a policy of the log group itself",
      given: [
        native("aws-native:logs:LogGroup", "subject", {
          logGroupName: "/aws/rds/instance/orders/postgresql",
          resourcePolicyDocument: document({ Effect: "Allow", Principal: "*", Action: "logs:*", Resource: "*" }),
        }),
      ],
      answer: "fails",
    },
  ],
});
