import assert from "node:assert/strict";
import type { DBInstance } from "@aws-sdk/client-rds";
import { dbInstance, isRdsInstance } from "../../../inventory/from-account/db-instance";
import type { DbInstance } from "../../../inventory/model";
import { unknown } from "../../../inventory/value";

const orders: DBInstance = {
  DBInstanceIdentifier: "orders",
  DBInstanceArn: "arn:aws:rds:eu-west-1:111122223333:db:orders",
  DbiResourceId: "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  Engine: "postgres",
  EngineVersion: "16.3",
  DBInstanceStatus: "available",
  Endpoint: { Address: "orders.abc.eu-west-1.rds.amazonaws.com", Port: 5432, HostedZoneId: "Z1" },
  DbInstancePort: 0,
  BackupRetentionPeriod: 14,
  VpcSecurityGroups: [
    { VpcSecurityGroupId: "sg-1", Status: "active" },
    { VpcSecurityGroupId: "sg-2", Status: "active" },
  ],
  DBParameterGroups: [{ DBParameterGroupName: "orders-16", ParameterApplyStatus: "in-sync" }],
  OptionGroupMemberships: [{ OptionGroupName: "default:postgres-16", Status: "in-sync" }],
  DBSubnetGroup: { DBSubnetGroupName: "private", VpcId: "vpc-1" },
  MultiAZ: true,
  PubliclyAccessible: false,
  StorageEncrypted: true,
  KmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/k1",
  IAMDatabaseAuthenticationEnabled: true,
  DeletionProtection: true,
  MonitoringInterval: 60,
  MonitoringRoleArn: "arn:aws:iam::111122223333:role/monitoring",
  PerformanceInsightsEnabled: true,
  PerformanceInsightsKMSKeyId: "arn:aws:kms:eu-west-1:111122223333:key/k2",
};

describe("from-account: DB instance", () => {
  it("maps every property", () => {
    assert.deepEqual(dbInstance(orders, "eu-west-1"), {
      id: "arn:aws:rds:eu-west-1:111122223333:db:orders",
      name: "orders",
      identifiers: ["arn:aws:rds:eu-west-1:111122223333:db:orders", "orders"],
      region: "eu-west-1",
      cluster: undefined,
      engine: "postgres",
      engineVersion: "16.3",
      storageEncrypted: true,
      kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/k1",
      publiclyAccessible: false,
      subnetGroup: "private",
      securityGroups: ["sg-1", "sg-2"],
      port: 5432,
      parameterGroup: "orders-16",
      optionGroup: "default:postgres-16",
      backupRetentionPeriod: 14,
      deletionProtection: true,
      multiAz: true,
      iamAuthentication: true,
      monitoringInterval: 60,
      monitoringRole: "arn:aws:iam::111122223333:role/monitoring",
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/k2",
      replicaSource: undefined,
      snapshot: undefined,
      restoreSource: undefined,
    } satisfies DbInstance);
  });

  const off = ["storageEncrypted", "publiclyAccessible", "deletionProtection", "multiAz", "iamAuthentication"] as const;
  for (const property of [...off, "performanceInsightsEnabled"] as const) {
    it(`${property}: off where AWS returns nothing`, () => {
      assert.equal(dbInstance({}, "eu-west-1")[property], false);
    });
  }

  for (const property of ["backupRetentionPeriod", "monitoringInterval"] as const) {
    it(`${property}: 0 where AWS returns nothing`, () => {
      assert.equal(dbInstance({}, "eu-west-1")[property], 0);
    });
  }

  const rows: readonly [string, DBInstance, Partial<DbInstance>][] = [
    ["a cluster member", { DBClusterIdentifier: "shop" }, { cluster: "shop" }],
    ["a replica", { ReadReplicaSourceDBInstanceIdentifier: "orders" }, { replicaSource: "orders" }],
    ["a replica of a Multi-AZ cluster", { ReadReplicaSourceDBClusterIdentifier: "shop" }, { replicaSource: "shop" }],
    ["the port of a member without endpoint", { Endpoint: undefined, DbInstancePort: 3307 }, { port: 3307 }],
    ["no port while it is created", { Endpoint: undefined }, { port: unknown("the endpoint of orders") }],
    ["what is in force, not what is pending", { PendingModifiedValues: { BackupRetentionPeriod: 0 } }, {}],
    [
      "China",
      { DBInstanceArn: "arn:aws-cn:rds:cn-north-1:111122223333:db:orders" },
      {
        id: "arn:aws-cn:rds:cn-north-1:111122223333:db:orders",
        identifiers: ["arn:aws-cn:rds:cn-north-1:111122223333:db:orders", "orders"],
      },
    ],
    [
      "a parameter group that waits for a reboot",
      { DBParameterGroups: [{ DBParameterGroupName: "strict", ParameterApplyStatus: "pending-reboot" }] },
      { parameterGroup: unknown("parameter group strict, which is pending-reboot") },
    ],
    [
      "GovCloud",
      { KmsKeyId: "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/k1" },
      { kmsKeyId: "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/k1" },
    ],
  ];
  for (const [title, changes, expected] of rows) {
    it(`maps ${title}`, () => {
      const mapped = dbInstance({ ...orders, ...changes }, "eu-west-1");
      assert.deepEqual(mapped, { ...dbInstance(orders, "eu-west-1"), ...expected });
    });
  }

  for (const [engine, expected] of [
    ["postgres", true],
    ["aurora-mysql", true],
    ["custom-oracle-ee", true],
    ["docdb", false],
    ["neptune", false],
  ] as const) {
    it(`${engine} is ${expected ? "" : "not "}of RDS`, () => {
      assert.equal(isRdsInstance({ Engine: engine }), expected);
    });
  }
});
