import {
  cluster,
  describeNative,
  extension,
  gateway,
  instance,
  key,
  member,
  native,
  parameters,
  routed,
  vpc,
} from "../../support/native-rows";
import { pending } from "../../support/program";

describeNative({
  "rds-instance-storage-encrypted": [
    { shows: "encrypted", given: [instance({ storageEncrypted: true })], answer: "holds" },
    { shows: "absent", given: [instance()], answer: "fails", says: "storageEncrypted is not set (off by default)" },
    { shows: "known at deploy", given: [instance({ storageEncrypted: pending() })], answer: "undecided" },
    {
      shows: "a restore, which must not set it, of a snapshot of an encrypted instance",
      given: [
        native("aws-native:rds:DbInstance", "source", { storageEncrypted: true }),
        native("aws-native:rds:DbSnapshot", "snapshot", { dbInstanceIdentifier: pending("source") }),
        instance({ dbSnapshotIdentifier: pending("snapshot") }),
      ],
      answer: "holds",
    },
    {
      shows: "a restore to a point in time of an unencrypted instance",
      given: [
        native("aws-native:rds:DbInstance", "source"),
        instance({ sourceDbInstanceIdentifier: pending("source"), useLatestRestorableTime: true }),
      ],
      answer: "fails",
      says: "the source that it is made from fails: storageEncrypted is not set (off by default)",
    },
    {
      shows: "a replica of an encrypted instance",
      given: [
        native("aws-native:rds:DbInstance", "source", { storageEncrypted: true }),
        instance({ sourceDbInstanceIdentifier: pending("source") }),
      ],
      answer: "holds",
    },
  ],

  "rds-instance-deletion-protection": [
    {
      shows: "on, set by the generic resource",
      given: [extension("AWS::RDS::DBInstance", { Engine: "postgres", DeletionProtection: true })],
      answer: "holds",
    },
    {
      shows: "absent in the generic resource",
      given: [extension("AWS::RDS::DBInstance", { Engine: "postgres" })],
      answer: "fails",
    },
  ],

  "rds-instance-customer-managed-key": [
    {
      shows: "a key of the program in the generic resource",
      given: [key, extension("AWS::RDS::DBInstance", { KmsKeyId: pending("key") })],
      answer: "holds",
    },
    { shows: "a key of the program", given: [key, instance({ kmsKeyId: pending("key") })], answer: "holds" },
    { shows: "the AWS managed key", given: [instance({ kmsKeyId: "alias/aws/rds" })], answer: "fails" },
    { shows: "known at deploy", given: [instance({ kmsKeyId: pending() })], answer: "undecided" },
  ],

  "rds-instance-not-public": [
    {
      shows: "absent without a subnet group: RDS gives it a public address",
      given: [instance()],
      answer: "fails",
      says: "publiclyAccessible is true",
    },
    { shows: "absent in the group 'default'", given: [instance({ dbSubnetGroupName: "Default" })], answer: "fails" },
    { shows: "absent in a group of its own", given: [instance({ dbSubnetGroupName: "orders" })], answer: "holds" },
    {
      shows: "absent in a group that the program makes",
      given: [native("aws-native:rds:DbSubnetGroup", "group"), instance({ dbSubnetGroupName: pending("group") })],
      answer: "holds",
    },
    {
      shows: "absent in a group known at deploy",
      given: [instance({ dbSubnetGroupName: pending() })],
      answer: "undecided",
    },
    { shows: "false without a subnet group", given: [instance({ publiclyAccessible: false })], answer: "holds" },
    {
      shows: "a text",
      given: [instance({ publiclyAccessible: "true", dbSubnetGroupName: "orders" })],
      answer: "fails",
    },
    {
      shows: "a replica that says nothing",
      given: [instance({ sourceDbInstanceIdentifier: "orders" })],
      answer: "undecided",
      says: "publiclyAccessible, which is not set and which RDS chooses by what it replicates",
    },
  ],

  "rds-cluster-member-not-public": [
    {
      shows: "absent: Aurora gives it no public address",
      given: [
        native("aws-native:rds:DbCluster", "orders"),
        member("subject", { dbClusterIdentifier: pending("orders") }),
      ],
      answer: "holds",
    },
    {
      shows: "absent in the group 'default'",
      given: [member("subject", { dbClusterIdentifier: "orders", dbSubnetGroupName: "default" })],
      answer: "fails",
    },
    {
      shows: "set",
      given: [member("subject", { dbClusterIdentifier: "orders", publiclyAccessible: true })],
      answer: "fails",
    },
  ],

  "rds-instance-backup-retention": [
    { shows: "absent: one day", given: [instance()], answer: "fails", says: "backupRetentionPeriod is 1" },
    { shows: "seven days", given: [instance({ backupRetentionPeriod: 7 })], answer: "holds" },
    { shows: "known at deploy", given: [instance({ backupRetentionPeriod: pending() })], answer: "undecided" },
    {
      shows: "a restore, which keeps what its source had",
      given: [instance({ dbSnapshotIdentifier: "orders-1" })],
      answer: "undecided",
      says: "backupRetentionPeriod, which what it is restored from decides",
    },
    { shows: "a replica", given: [instance({ sourceDbInstanceIdentifier: "orders" })], answer: "not-applicable" },
    { shows: "a member of a cluster", given: [instance({ dbClusterIdentifier: "orders" })], answer: "not-applicable" },
  ],

  "rds-instance-iam-authentication": [
    { shows: "on", given: [instance({ enableIamDatabaseAuthentication: true })], answer: "holds" },
    { shows: "absent", given: [instance()], answer: "fails" },
    {
      shows: "on, set by the generic resource",
      given: [extension("AWS::RDS::DBInstance", { Engine: "postgres", EnableIAMDatabaseAuthentication: true })],
      answer: "holds",
    },
  ],

  "rds-instance-auto-minor-version-upgrade": [
    { shows: "absent: on", given: [instance()], answer: "holds" },
    { shows: "off", given: [instance({ autoMinorVersionUpgrade: false })], answer: "fails" },
  ],

  "rds-instance-final-snapshot": [{ shows: "Cloud Control takes it", given: [instance()], answer: "holds" }],

  "rds-snapshot-private": [
    {
      shows: "a snapshot, which its type cannot share",
      given: [native("aws-native:rds:DbSnapshot", "subject", { dbInstanceIdentifier: "orders" })],
      answer: "holds",
    },
  ],

  "rds-instance-performance-insights": [
    { shows: "on", given: [instance({ enablePerformanceInsights: true })], answer: "holds" },
    { shows: "absent", given: [instance({ dbInstanceClass: "db.m6g.large" })], answer: "fails" },
  ],

  "rds-instance-logs-exported": [
    { shows: "all", given: [instance({ enableCloudwatchLogsExports: ["postgresql", "upgrade"] })], answer: "holds" },
    { shows: "none", given: [instance()], answer: "fails" },
  ],

  "rds-instance-ca-certificate": [
    { shows: "an expired one", given: [instance({ caCertificateIdentifier: "rds-ca-2019" })], answer: "fails" },
    { shows: "absent", given: [instance()], answer: "holds" },
  ],

  "rds-instance-managed-master-password": [
    { shows: "managed", given: [instance({ manageMasterUserPassword: true })], answer: "holds" },
    { shows: "a plain one", given: [instance({ masterUserPassword: "correct horse" })], answer: "fails" },
    { shows: "a plain one known at deploy", given: [instance({ masterUserPassword: pending() })], answer: "fails" },
  ],

  "rds-instance-port": [
    {
      shows: "a text that is the engine's default",
      given: [instance({ port: "5432" })],
      options: { enabled: true },
      answer: "fails",
    },
    {
      shows: "another text",
      given: [instance({ port: "6543" })],
      options: { enabled: true },
      answer: "holds",
    },
  ],

  "rds-instance-tls-enforced": [
    { shows: "a number in the map of parameters", given: parameters({ "rds.force_ssl": 1 }), answer: "holds" },
    {
      shows: "off",
      given: parameters({ "RDS.FORCE_SSL": "0" }),
      answer: "fails",
      says: "rds.force_ssl is 0 in parameter group parameters",
    },
    { shows: "absent before version 15", given: parameters({}), answer: "fails" },
    { shows: "a value known at deploy", given: parameters({ "rds.force_ssl": pending() }), answer: "undecided" },
    { shows: "a map known at deploy", given: parameters(pending()), answer: "undecided" },
    {
      shows: "an option of Oracle",
      given: [
        native("aws-native:rds:OptionGroup", "options", {
          engineName: "oracle-ee",
          optionConfigurations: [
            {
              optionName: "NATIVE_NETWORK_ENCRYPTION",
              optionSettings: [{ name: "SQLNET.ENCRYPTION_SERVER", value: "REQUIRED" }],
            },
          ],
        }),
        instance({ engine: "oracle-ee", engineVersion: "19", optionGroupName: pending("options") }),
      ],
      answer: "holds",
    },
  ],

  "rds-instance-not-in-public-subnet": [
    {
      shows: "a route to an internet gateway, by dependencies",
      given: routed({ gatewayId: pending("gateway") }, gateway),
      answer: "fails",
    },
    {
      shows: "a route by the attachment of an internet gateway",
      given: routed(
        { gatewayId: pending("attachment") },
        gateway,
        native("aws-native:ec2:VpcGatewayAttachment", "attachment", { internetGatewayId: pending("gateway") }),
      ),
      answer: "fails",
    },
    {
      shows: "a route by the attachment of a virtual private gateway",
      given: routed(
        { gatewayId: pending("attachment") },
        native("aws-native:ec2:VpcGatewayAttachment", "attachment", { vpnGatewayId: "vgw-1" }),
      ),
      answer: "holds",
    },
    { shows: "a gateway known at deploy", given: routed({ gatewayId: pending() }), answer: "undecided" },
    { shows: "a NAT gateway", given: routed({ natGatewayId: "nat-1" }), answer: "holds" },
  ],

  "rds-instance-no-internet-egress-route": [
    { shows: "a NAT gateway", given: routed({ natGatewayId: pending() }), answer: "fails" },
    {
      shows: "an egress-only gateway",
      given: routed({
        destinationCidrBlock: undefined,
        destinationIpv6CidrBlock: "::/0",
        egressOnlyInternetGatewayId: "eigw-1",
      }),
      answer: "fails",
    },
    { shows: "a peering connection", given: routed({ vpcPeeringConnectionId: "pcx-1" }), answer: "holds" },
  ],

  "rds-instance-has-security-group": [
    {
      shows: "one of the program",
      given: [native("aws-native:ec2:SecurityGroup", "group"), instance({ vpcSecurityGroups: [pending("group")] })],
      answer: "holds",
    },
    {
      shows: "the default group of a VPC",
      given: [vpc, instance({ vpcSecurityGroups: [pending("vpc")] })],
      answer: "fails",
    },
    { shows: "none", given: [instance()], answer: "fails" },
  ],

  "rds-no-ec2-classic-security-group": [
    {
      shows: "named by an instance",
      given: [instance({ dbSecurityGroups: ["classic"] })],
      answer: "fails",
    },
  ],

  "rds-cluster-storage-encrypted": [
    { shows: "encrypted", given: [cluster({ storageEncrypted: true })], answer: "holds" },
    { shows: "absent", given: [cluster()], answer: "fails" },
    { shows: "known at deploy", given: [cluster({ storageEncrypted: pending() })], answer: "undecided" },
  ],

  "rds-cluster-iam-authentication": [
    { shows: "on", given: [cluster({ enableIamDatabaseAuthentication: true })], answer: "holds" },
    { shows: "absent", given: [cluster()], answer: "fails" },
  ],

  "rds-cluster-multi-az": [
    { shows: "two members", given: [cluster(), member("a"), member("b")], answer: "holds" },
    { shows: "one member", given: [cluster(), member("a")], answer: "fails", says: "it has one instance" },
  ],

  "rds-cluster-tls-enforced": [
    {
      shows: "by its parameter group",
      given: [
        native("aws-native:rds:DbClusterParameterGroup", "parameters", {
          family: "aurora-postgresql16",
          parameters: { "rds.force_ssl": "1" },
        }),
        cluster({ engineVersion: "16.4", dbClusterParameterGroupName: pending("parameters") }),
      ],
      answer: "holds",
    },
    {
      shows: "not by its parameter group",
      given: [
        native("aws-native:rds:DbClusterParameterGroup", "parameters", {
          family: "aurora-postgresql16",
          parameters: {},
        }),
        cluster({ engineVersion: "16.4", dbClusterParameterGroupName: pending("parameters") }),
      ],
      answer: "fails",
    },
  ],

  "rds-cluster-member-performance-insights": [
    {
      shows: "on with a key",
      given: [
        key,
        member("subject", {
          dbClusterIdentifier: "orders",
          enablePerformanceInsights: true,
          performanceInsightsKmsKeyId: pending("key"),
        }),
      ],
      answer: "holds",
    },
    {
      shows: "absent",
      given: [
        native("aws-native:rds:DbCluster", "orders", { engine: "aurora-postgresql" }),
        member("subject", { dbClusterIdentifier: pending("orders") }),
      ],
      answer: "fails",
    },
  ],

  "rds-replicated-backup-encrypted": [
    {
      shows: "no key for the other region",
      given: [instance({ automaticBackupReplicationRegion: "eu-central-1" })],
      answer: "fails",
    },
    {
      shows: "a key of the other region",
      given: [
        instance({
          automaticBackupReplicationRegion: "eu-central-1",
          automaticBackupReplicationKmsKeyId: "arn:aws:kms:eu-central-1:123456789012:alias/backups",
        }),
      ],
      answer: "holds",
    },
  ],

  "rds-instance-tagged": [
    {
      shows: "a list of tags",
      given: [instance({ tags: [{ key: "owner", value: "shop" }] })],
      options: { requiredTags: ["owner"] },
      answer: "holds",
    },
    {
      shows: "a key known at deploy",
      given: [instance({ tags: [{ key: pending(), value: "shop" }] })],
      options: { requiredTags: ["owner"] },
      answer: "undecided",
    },
    {
      shows: "another tag",
      given: [instance({ tags: [{ key: "team", value: "shop" }] })],
      options: { requiredTags: ["owner"] },
      answer: "fails",
    },
  ],

  "rds-instance-backup-plan": [
    {
      shows: "named by a selection that comes from a role as well",
      given: [
        { type: "aws:iam/role:Role", name: "role" },
        instance(),
        native("aws-native:backup:BackupSelection", "selection", {
          backupSelection: { iamRoleArn: pending("role"), resources: [pending("subject")] },
        }),
      ],
      answer: "holds",
    },
    {
      shows: "selected by a tag",
      given: [
        instance({ tags: [{ key: "backup", value: "daily" }] }),
        native("aws-native:backup:BackupSelection", "selection", {
          backupSelection: {
            listOfTags: [{ conditionType: "STRINGEQUALS", conditionKey: "backup", conditionValue: "daily" }],
          },
        }),
      ],
      answer: "holds",
    },
    ...(
      [
        ["stringEquals", "daily", "holds"],
        ["stringNotEquals", "daily", "fails"],
        ["stringLike", "d*", "holds"],
        ["stringNotLike", "d*", "fails"],
      ] as const
    ).map(([test, conditionValue, answer]) => ({
      shows: `a condition: ${test} ${conditionValue}`,
      given: [
        instance({ tags: [{ key: "backup", value: "daily" }] }),
        native("aws-native:backup:BackupSelection", "selection", {
          backupSelection: {
            resources: ["*"],
            conditions: { [test]: [{ conditionKey: "aws:ResourceTag/backup", conditionValue }] },
          },
        }),
      ],
      answer,
    })),
    { shows: "not selected", given: [instance()], answer: "fails" },
  ],

  "rds-proxy-requires-tls": [
    { shows: "on", given: [native("aws-native:rds:DbProxy", "subject", { requireTls: true })], answer: "holds" },
    { shows: "absent", given: [native("aws-native:rds:DbProxy", "subject")], answer: "fails" },
  ],

  "rds-proxy-iam-authentication": [
    {
      shows: "required",
      given: [
        native("aws-native:rds:DbProxy", "subject", {
          auth: [{ iamAuth: "REQUIRED", secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders" }],
        }),
      ],
      answer: "holds",
    },
    { shows: "not required", given: [native("aws-native:rds:DbProxy", "subject", { auth: [{}] })], answer: "fails" },
  ],

  "rds-global-cluster-encrypted": [
    {
      shows: "encrypted",
      given: [native("aws-native:rds:GlobalCluster", "subject", { storageEncrypted: true })],
      answer: "holds",
    },
    { shows: "absent", given: [native("aws-native:rds:GlobalCluster", "subject")], answer: "fails" },
  ],
});
