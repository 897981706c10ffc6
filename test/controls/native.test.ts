import assert from "node:assert/strict";
import type { ControlId } from "../../controls";
import type { Answer } from "../../controls/control";
import { answerOf } from "../support/control-cases";
import { type NativeRow, pending, type Row } from "../support/program";

type Props = NonNullable<NativeRow["props"]>;

interface NativeCase {
  readonly shows: string;
  readonly given: readonly Row[];
  readonly answer: Answer["answer"];
  readonly says?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

function native(type: NativeRow["type"], name: string, props: Props = {}): NativeRow {
  return { type, name, props };
}

const instance = (props: Props = {}): Row =>
  native("aws-native:rds:DbInstance", "subject", { engine: "postgres", engineVersion: "16.4", ...props });
const orders = (props: Props = {}): Row =>
  native("aws-native:rds:DbInstance", "orders", { engine: "postgres", ...props });
const cluster = (props: Props = {}): Row =>
  native("aws-native:rds:DbCluster", "subject", { engine: "aurora-postgresql", ...props });
const member = (name: string, props: Props = {}): Row =>
  native("aws-native:rds:DbInstance", name, {
    engine: "aurora-postgresql",
    dbInstanceClass: "db.r6g.large",
    dbClusterIdentifier: pending("subject"),
    ...props,
  });
const table = (props: Props = {}): Row => native("aws-native:dynamodb:Table", "subject", props);
const globalTable = (props: Props = {}): Row => native("aws-native:dynamodb:GlobalTable", "subject", props);
const key = native("aws-native:kms:Key", "key");
/** A resource of any CloudFormation type, with the names of CloudFormation. */
const extension = (type: string, properties: Props): Row =>
  native("aws-native:index:ExtensionResource", "subject", { type, properties });
const vpc = native("aws-native:ec2:Vpc", "vpc");
const gateway = native("aws-native:ec2:InternetGateway", "gateway");

/** An instance in one subnet whose route table has one route. */
function routed(route: Props, ...more: readonly Row[]): readonly Row[] {
  return [
    vpc,
    ...more,
    native("aws-native:ec2:Subnet", "subnet", { vpcId: pending("vpc"), availabilityZone: "eu-west-1a" }),
    native("aws-native:ec2:RouteTable", "routes", { vpcId: pending("vpc") }),
    native("aws-native:ec2:SubnetRouteTableAssociation", "association", {
      routeTableId: pending("routes"),
      subnetId: pending("subnet"),
    }),
    native("aws-native:ec2:Route", "route", {
      routeTableId: pending("routes"),
      destinationCidrBlock: "0.0.0.0/0",
      ...route,
    }),
    native("aws-native:rds:DbSubnetGroup", "group", { subnetIds: [pending("subnet")] }),
    instance({ dbSubnetGroupName: pending("group") }),
  ];
}

/** The security group of an instance. */
function guarding(props: Props, ...rules: readonly Row[]): readonly Row[] {
  return [
    native("aws-native:ec2:SecurityGroup", "subject", { groupDescription: "orders", ...props }),
    native("aws-native:rds:DbInstance", "orders", { engine: "postgres", vpcSecurityGroups: [pending("subject")] }),
    ...rules,
  ];
}

const ingress = (props: Props): Row =>
  native("aws-native:ec2:SecurityGroupIngress", "rule", {
    groupId: pending("subject"),
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
    description: "applications",
    ...props,
  });
const closedEgress = [{ cidrIp: "127.0.0.1/32", ipProtocol: "-1", description: "nowhere" }];

const parameters = (map: unknown): readonly Row[] => [
  native("aws-native:rds:DbParameterGroup", "parameters", { family: "postgres14", parameters: map }),
  instance({ engineVersion: "14.9", dbParameterGroupName: pending("parameters") }),
];
const document = (statement: object): object => ({ Version: "2012-10-17", Statement: [statement] });
const wide = document({ Effect: "Allow", Action: "rds-db:connect", Resource: "*" });
const narrow = document({
  Effect: "Allow",
  Action: "rds-db:connect",
  Resource: "arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ABCDEFGHIJKL/reader",
});

const cases: { readonly [Id in ControlId]?: readonly NativeCase[] } = {
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
  "database-secret-customer-managed-key": [
    {
      shows: "the managed master password under a key of the program",
      given: [key, instance({ manageMasterUserPassword: true, masterUserSecret: { kmsKeyId: pending("key") } })],
      answer: "holds",
    },
    { shows: "under the AWS managed key", given: [instance({ manageMasterUserPassword: true })], answer: "fails" },
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
  "database-security-group-described": [
    { shows: "described", given: guarding({}, ingress({ cidrIp: "10.0.0.0/8" })), answer: "holds" },
    {
      shows: "a rule without a description",
      given: guarding({}, ingress({ cidrIp: "10.0.0.0/8", description: undefined })),
      answer: "fails",
    },
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
    { shows: "not selected", given: [instance()], answer: "fails" },
  ],
  "dynamodb-table-customer-managed-key": [
    {
      shows: "a key of the program",
      given: [key, table({ sseSpecification: { sseEnabled: true, kmsMasterKeyId: pending("key") } })],
      answer: "holds",
    },
    { shows: "the AWS managed key", given: [table({ sseSpecification: { sseEnabled: true } })], answer: "fails" },
    { shows: "absent", given: [table()], answer: "fails" },
    { shows: "known at deploy", given: [table({ sseSpecification: pending() })], answer: "undecided" },
    {
      shows: "a global table with a key for its only replica",
      given: [
        key,
        globalTable({
          sseSpecification: { sseEnabled: true },
          replicas: [{ region: "eu-west-1", sseSpecification: { kmsMasterKeyId: pending("key") } }],
        }),
      ],
      answer: "holds",
    },
    {
      shows: "a global table without keys",
      given: [globalTable({ replicas: [{ region: "eu-west-1" }, { region: "eu-central-1" }] })],
      answer: "fails",
    },
  ],
  "dynamodb-table-point-in-time-recovery": [
    {
      shows: "on",
      given: [table({ pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } })],
      answer: "holds",
    },
    { shows: "absent", given: [table()], answer: "fails" },
    {
      shows: "a global table whose own replica lacks it",
      given: [
        globalTable({
          arn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
          replicas: [
            { region: "eu-west-1" },
            { region: "eu-central-1", pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } },
          ],
        }),
      ],
      answer: "fails",
    },
    {
      shows: "a global table of unknown region whose replicas differ",
      given: [
        globalTable({
          replicas: [
            { region: "eu-west-1" },
            { region: "eu-central-1", pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } },
          ],
        }),
      ],
      answer: "undecided",
      says: "the region of the table, as its replicas differ in pointInTimeRecovery",
    },
  ],
  "dynamodb-table-deletion-protection": [
    { shows: "on", given: [table({ deletionProtectionEnabled: true })], answer: "holds" },
    { shows: "absent", given: [table()], answer: "fails" },
    {
      shows: "on in the replicas of a global table",
      given: [globalTable({ replicas: [{ region: "eu-west-1", deletionProtectionEnabled: true }] })],
      answer: "holds",
    },
    { shows: "replicas known at deploy", given: [globalTable({ replicas: pending() })], answer: "undecided" },
  ],
  "dynamodb-table-scales": [
    { shows: "on demand", given: [table({ billingMode: "PAY_PER_REQUEST" })], answer: "holds" },
    { shows: "absent: PROVISIONED", given: [table()], answer: "fails" },
    {
      shows: "two scaling targets",
      given: [
        table({ tableName: "orders" }),
        ...["ReadCapacityUnits", "WriteCapacityUnits"].map((units) =>
          native("aws-native:applicationautoscaling:ScalableTarget", units, {
            serviceNamespace: "dynamodb",
            resourceId: "table/orders",
            scalableDimension: `dynamodb:table:${units}`,
          }),
        ),
      ],
      answer: "holds",
    },
    {
      shows: "a global table that scales itself",
      given: [
        globalTable({
          writeProvisionedThroughputSettings: { writeCapacityAutoScalingSettings: { maxCapacity: 9 } },
          replicas: [
            {
              region: "eu-west-1",
              readProvisionedThroughputSettings: { readCapacityAutoScalingSettings: { maxCapacity: 9 } },
            },
          ],
        }),
      ],
      answer: "holds",
    },
  ],
  "dynamodb-table-resource-policy-not-public": [
    {
      shows: "an inline policy for everybody",
      given: [
        table({
          resourcePolicy: {
            policyDocument: document({ Effect: "Allow", Principal: "*", Action: "dynamodb:*", Resource: "*" }),
          },
        }),
      ],
      answer: "fails",
    },
    { shows: "known at deploy", given: [table({ resourcePolicy: pending() })], answer: "undecided" },
    {
      shows: "a policy for everybody in the generic resource",
      given: [
        extension("AWS::DynamoDB::Table", {
          ResourcePolicy: {
            PolicyDocument: document({ Effect: "Allow", Principal: "*", Action: "dynamodb:*", Resource: "*" }),
          },
        }),
      ],
      answer: "fails",
    },
  ],
  "dynamodb-stream-consumer-encrypted": [
    {
      shows: "not encrypted",
      given: [
        native("aws-native:kinesis:Stream", "subject"),
        native("aws-native:dynamodb:Table", "orders", {
          kinesisStreamSpecification: { streamArn: pending("subject") },
        }),
      ],
      answer: "fails",
    },
    {
      shows: "encrypted",
      given: [
        native("aws-native:kinesis:Stream", "subject", {
          streamEncryption: { encryptionType: "KMS", keyId: "alias/streams" },
        }),
        native("aws-native:dynamodb:Table", "orders", {
          kinesisStreamSpecification: { streamArn: pending("subject") },
        }),
      ],
      answer: "holds",
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
    ...(["Key", "ReplicaKey"] as const).flatMap((type): NativeCase[] => [
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
  "iam-rds-connect-scoped": [
    ...(["ManagedPolicy", "RolePolicy", "UserPolicy", "GroupPolicy"] as const).map(
      (type): NativeCase => ({
        shows: `a wide ${type}`,
        given: [native(`aws-native:iam:${type}`, "subject", { policyDocument: wide })],
        answer: "fails",
      }),
    ),
    {
      shows: "a narrow text",
      given: [native("aws-native:iam:ManagedPolicy", "subject", { policyDocument: JSON.stringify(narrow) })],
      answer: "holds",
    },
    {
      shows: "known at deploy",
      given: [native("aws-native:iam:RolePolicy", "subject", { policyDocument: pending() })],
      answer: "undecided",
    },
    {
      shows: "the inline policy of a permission set",
      given: [native("aws-native:sso:PermissionSet", "subject", { inlinePolicy: wide })],
      answer: "fails",
    },
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
  "dynamodb-vpc-endpoint-policy-restricted": [
    {
      shows: "no policy",
      given: [native("aws-native:ec2:VpcEndpoint", "subject", { serviceName: "com.amazonaws.eu-west-1.dynamodb" })],
      options: { enabled: true },
      answer: "fails",
    },
  ],
};

describe("resources of aws-native are judged by", () => {
  for (const [id, list] of Object.entries(cases) as [ControlId, readonly NativeCase[]][]) {
    describe(id, () => {
      for (const described of list) {
        it(`${described.answer}: ${described.shows}`, () => {
          const found = answerOf(id, described);
          assert.equal(found.answer, described.answer, JSON.stringify(found));
          if (described.says !== undefined) {
            assert.equal(
              found.answer === "fails" ? found.found : (found as { waitsFor?: string }).waitsFor,
              described.says,
            );
          }
        });
      }
    });
  }
});
