import assert from "node:assert/strict";
import { runAudit } from "../../audit/run";
import { awsError, stubClients } from "./read/stub-clients";

const account = "111122223333";
const key = `arn:aws:kms:eu-west-1:${account}:key/k1`;

const secure = {
  GetCallerIdentity: { Account: account },
  DescribeDBInstances: {
    DBInstances: [
      {
        DBInstanceIdentifier: "orders",
        DBInstanceArn: `arn:aws:rds:eu-west-1:${account}:db:orders`,
        Engine: "postgres",
        EngineVersion: "16.3",
        Endpoint: { Port: 5432 },
        BackupRetentionPeriod: 14,
        VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-db" }],
        DBParameterGroups: [{ DBParameterGroupName: "orders-16" }],
        OptionGroupMemberships: [{ OptionGroupName: "default:postgres-16" }],
        DBSubnetGroup: { DBSubnetGroupName: "private", Subnets: [{ SubnetIdentifier: "subnet-1" }] },
        MultiAZ: true,
        PubliclyAccessible: false,
        StorageEncrypted: true,
        KmsKeyId: key,
        IAMDatabaseAuthenticationEnabled: true,
        DeletionProtection: true,
        MonitoringInterval: 60,
        MonitoringRoleArn: `arn:aws:iam::${account}:role/monitoring`,
        PerformanceInsightsEnabled: true,
        PerformanceInsightsKMSKeyId: key,
      },
    ],
  },
  DescribeDBParameterGroups: {
    DBParameterGroups: [{ DBParameterGroupName: "orders-16", DBParameterGroupFamily: "postgres16" }],
  },
  DescribeDBParameters: {
    Parameters: [
      { ParameterName: "rds.force_ssl", ParameterValue: "1" },
      { ParameterName: "log_statement", ParameterValue: "ddl" },
      { ParameterName: "log_connections", ParameterValue: "1" },
      { ParameterName: "log_disconnections", ParameterValue: "1" },
    ],
  },
  DescribeSubnets: { Subnets: [{ SubnetId: "subnet-1", VpcId: "vpc-1" }] },
  DescribeRouteTables: {
    RouteTables: [
      {
        RouteTableId: "rtb-1",
        VpcId: "vpc-1",
        Associations: [{ Main: true, RouteTableAssociationId: "rtbassoc-1" }],
        Routes: [{ DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local" }],
      },
    ],
  },
  DescribeSecurityGroups: {
    SecurityGroups: [
      {
        GroupId: "sg-db",
        GroupName: "orders-db",
        VpcId: "vpc-1",
        IpPermissions: [{ IpProtocol: "tcp", FromPort: 5432, ToPort: 5432, UserIdGroupPairs: [{ GroupId: "sg-app" }] }],
      },
      { GroupId: "sg-app", GroupName: "app", VpcId: "vpc-1" },
    ],
  },
  DescribeKey: { KeyMetadata: { KeyId: "k1", Arn: key, KeyManager: "CUSTOMER" } },
  ListTables: { TableNames: ["carts"] },
  DescribeTable: {
    Table: {
      TableName: "carts",
      TableArn: `arn:aws:dynamodb:eu-west-1:${account}:table/carts`,
      DeletionProtectionEnabled: true,
      SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: key },
    },
  },
  DescribeContinuousBackups: {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: "ENABLED",
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "ENABLED", RecoveryPeriodInDays: 35 },
    },
  },
};

describe("runAudit", () => {
  const audit = (answers: object) =>
    runAudit({ region: "eu-west-1", clients: stubClients({ ...secure, ...answers }).clients });

  it("finds nothing in a secure account", async () => {
    const report = await audit({});
    assert.deepEqual(
      [report.findings, report.undecided, report.unread, report.incomplete, report.complete, report.account],
      [[], [], [], [], true, account],
    );
    assert.ok(report.counts.held >= 16);
  });

  it("finds a public route of the VPC's main route table", async () => {
    const [table] = secure.DescribeRouteTables.RouteTables;
    const Routes = [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }];
    const report = await audit({ DescribeRouteTables: { RouteTables: [{ ...table, Routes }] } });
    assert.deepEqual(
      report.findings.map(({ control, resource }) => [control, resource]),
      [["rds-instance-not-in-public-subnet", `arn:aws:rds:eu-west-1:${account}:db:orders`]],
    );
  });

  // Each call that is denied, the controls that then wait for it, and those that lack a list of their subjects.
  const rows: readonly [string, readonly string[], number][] = [
    ["DescribeDBParameters", ["rds-instance-tls-enforced", "rds-instance-statement-logging"], 0],
    ["DescribeSubnets", ["rds-instance-not-in-public-subnet"], 0],
    ["DescribeRouteTables", ["rds-instance-not-in-public-subnet"], 0],
    [
      "DescribeKey",
      [
        "rds-instance-customer-managed-key",
        "rds-instance-performance-insights-customer-managed-key",
        "dynamodb-table-customer-managed-key",
      ],
      0,
    ],
    ["DescribeTable", ["dynamodb-table-customer-managed-key", "dynamodb-table-deletion-protection"], 0],
    ["DescribeContinuousBackups", ["dynamodb-table-point-in-time-recovery"], 0],
    ["ListTables", [], 3],
    ["DescribeDBInstances", [], 12],
    ["DescribeSecurityGroups", [], 1],
  ];
  for (const [call, waiting, incomplete] of rows) {
    it(`${call} denied: ${waiting.length} controls undecided, ${incomplete} incomplete, no finding`, async () => {
      const report = await audit({ [call]: awsError("AccessDenied", "no", 403) });
      assert.deepEqual(report.findings, []);
      assert.deepEqual(report.undecided.map(({ control }) => control).sort(), [...waiting].sort());
      assert.equal(report.incomplete.length, incomplete);
      assert.equal(report.complete, false);
      assert.deepEqual(
        report.unread.map((unread) => unread.call.split(":")[1]),
        [call],
      );
      for (const { waitsFor } of report.undecided) {
        assert.match(waitsFor, new RegExp(`${call} was denied`));
      }
    });
  }
});
