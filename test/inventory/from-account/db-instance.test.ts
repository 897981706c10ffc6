import assert from "node:assert/strict";
import type { DBInstance } from "@aws-sdk/client-rds";
import { dbInstance } from "../../../inventory/from-account/db-instance";
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
  CopyTagsToSnapshot: true,
  AutoMinorVersionUpgrade: true,
  EngineLifecycleSupport: "open-source-rds-extended-support",
  EnabledCloudwatchLogsExports: ["postgresql"],
  MasterUsername: "owner",
  MasterUserSecret: { SecretArn: "arn:secret", KmsKeyId: "arn:secret-key" },
  DBInstanceClass: "db.m6g.large",
  CACertificateIdentifier: "rds-ca-rsa2048-g1",
  AvailabilityZone: "eu-west-1a",
  TagList: [{ Key: "team", Value: "shop" }],
};

describe("from-account: DB instance", () => {
  it("maps every property", () => {
    assert.deepEqual(dbInstance(orders, "eu-west-1"), {
      id: "arn:aws:rds:eu-west-1:111122223333:db:orders",
      name: "orders",
      identifiers: ["arn:aws:rds:eu-west-1:111122223333:db:orders", "orders", "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
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
      skipFinalSnapshot: undefined,
      copyTagsToSnapshot: true,
      autoMinorVersionUpgrade: true,
      engineLifecycleSupport: "open-source-rds-extended-support",
      logExports: ["postgresql"],
      masterUsername: "owner",
      masterPassword: "managed",
      masterUserSecret: "arn:secret",
      masterUserSecretKmsKeyId: "arn:secret-key",
      instanceClass: "db.m6g.large",
      caCertificate: "rds-ca-rsa2048-g1",
      availabilityZone: "eu-west-1a",
      domainFqdn: undefined,
      domainAuthSecret: undefined,
      tags: { team: "shop" },
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

  const absent: Partial<DbInstance> = {
    storageEncrypted: false,
    publiclyAccessible: false,
    deletionProtection: false,
    copyTagsToSnapshot: false,
    autoMinorVersionUpgrade: false,
    multiAz: false,
    iamAuthentication: false,
    performanceInsightsEnabled: false,
    backupRetentionPeriod: 0,
    monitoringInterval: 0,
    logExports: [],
    tags: {},
    masterPassword: undefined,
    optionGroup: undefined,
    parameterGroup: undefined,
  };
  for (const [property, value] of Object.entries(absent)) {
    it(`${property}: ${JSON.stringify(value)} where AWS returns nothing`, () => {
      assert.deepEqual(dbInstance({}, "eu-west-1")[property as keyof DbInstance], value);
    });
  }

  for (const property of ["monitoringInterval", "performanceInsightsEnabled"] as const) {
    it(`${property} of a member: what its cluster says, where AWS returns nothing`, () => {
      assert.equal(dbInstance({ DBClusterIdentifier: "shop" }, "eu-west-1")[property], undefined);
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
        identifiers: ["arn:aws-cn:rds:cn-north-1:111122223333:db:orders", "orders", "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
      },
    ],
    [
      "a parameter group that waits for a reboot",
      { DBParameterGroups: [{ DBParameterGroupName: "strict", ParameterApplyStatus: "pending-reboot" }] },
      { parameterGroup: unknown("parameter group strict, which is pending-reboot") },
    ],
    [
      "an option group that waits for the maintenance window, beside the one in force",
      {
        OptionGroupMemberships: [
          { OptionGroupName: "audit", Status: "pending-maintenance-apply" },
          { OptionGroupName: "default:postgres-16", Status: "pending-maintenance-removal" },
        ],
      },
      {},
    ],
    [
      "an option group that failed to apply",
      { OptionGroupMemberships: [{ OptionGroupName: "audit", Status: "failed" }] },
      { optionGroup: unknown("option group audit, which is failed") },
    ],
    [
      "a domain of one's own",
      { DomainMemberships: [{ Domain: "corp.example.com", FQDN: "corp.example.com", AuthSecretArn: "arn:join" }] },
      { domainFqdn: "corp.example.com", domainAuthSecret: "arn:join" },
    ],
    [
      "a domain of AWS Directory Service, which needs no secret",
      { DomainMemberships: [{ Domain: "d-1234567890", FQDN: "corp.example.com", IAMRoleName: "directory" }] },
      {},
    ],
    [
      "a password that is not managed",
      { MasterUserSecret: undefined },
      { masterPassword: undefined, masterUserSecret: undefined, masterUserSecretKmsKeyId: undefined },
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
});
