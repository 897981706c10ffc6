import assert from "node:assert/strict";
import type { DBCluster } from "@aws-sdk/client-rds";
import { dbCluster } from "../../../inventory/from-account/db-cluster";
import type { DbCluster } from "../../../inventory/model";
import { unknown } from "../../../inventory/value";

const region = "eu-west-1";
const arn = "arn:aws:rds:eu-west-1:111122223333:cluster:shop";
const key = "arn:aws:kms:eu-west-1:111122223333:key/k1";
const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds!cluster-1";

const shop: DBCluster = {
  DBClusterIdentifier: "shop",
  DBClusterArn: arn,
  DbClusterResourceId: "cluster-ABC",
  Engine: "aurora-postgresql",
  EngineVersion: "17.5",
  EngineMode: "provisioned",
  StorageEncrypted: true,
  KmsKeyId: key,
  DBSubnetGroup: "private",
  VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1", Status: "active" }],
  Port: 5432,
  DBClusterParameterGroup: "shop-17",
  DBClusterMembers: [
    { DBInstanceIdentifier: "shop-1", IsClusterWriter: true, DBClusterParameterGroupStatus: "in-sync" },
    { DBInstanceIdentifier: "shop-2", IsClusterWriter: false, DBClusterParameterGroupStatus: "in-sync" },
  ],
  BackupRetentionPeriod: 14,
  DeletionProtection: true,
  CopyTagsToSnapshot: true,
  IAMDatabaseAuthenticationEnabled: true,
  AutoMinorVersionUpgrade: true,
  EngineLifecycleSupport: "open-source-rds-extended-support-disabled",
  EnabledCloudwatchLogsExports: ["postgresql"],
  MasterUsername: "owner",
  MasterUserSecret: { SecretArn: secret, SecretStatus: "active", KmsKeyId: key },
  MonitoringInterval: 60,
  MonitoringRoleArn: "arn:aws:iam::111122223333:role/monitoring",
  PerformanceInsightsEnabled: true,
  PerformanceInsightsKMSKeyId: key,
  CertificateDetails: { CAIdentifier: "rds-ca-rsa2048-g1" },
  BacktrackWindow: 3600,
  GlobalClusterIdentifier: "world",
  AvailabilityZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
  TagList: [{ Key: "team", Value: "shop" }],
};

describe("from-account: DB cluster", () => {
  it("maps every property", () => {
    assert.deepEqual(dbCluster(shop, region), {
      id: arn,
      name: "shop",
      identifiers: [arn, "shop", "cluster-ABC"],
      region,
      engine: "aurora-postgresql",
      engineVersion: "17.5",
      engineMode: "provisioned",
      storageEncrypted: true,
      kmsKeyId: key,
      subnetGroup: "private",
      securityGroups: ["sg-1"],
      port: 5432,
      parameterGroup: "shop-17",
      instanceParameterGroup: undefined,
      backupRetentionPeriod: 14,
      deletionProtection: true,
      skipFinalSnapshot: undefined,
      copyTagsToSnapshot: true,
      iamAuthentication: true,
      autoMinorVersionUpgrade: true,
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
      logExports: ["postgresql"],
      masterUsername: "owner",
      masterPassword: "managed",
      masterUserSecret: secret,
      masterUserSecretKmsKeyId: key,
      monitoringInterval: 60,
      monitoringRole: "arn:aws:iam::111122223333:role/monitoring",
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: key,
      publiclyAccessible: false,
      instanceClass: undefined,
      caCertificate: "rds-ca-rsa2048-g1",
      backtrackWindow: 3600,
      globalCluster: "world",
      replicaSource: undefined,
      availabilityZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
      memberCount: 2,
      snapshot: undefined,
      restoreSource: undefined,
      tags: { team: "shop" },
    } satisfies DbCluster);
  });

  const absent: Partial<DbCluster> = {
    storageEncrypted: false,
    deletionProtection: false,
    copyTagsToSnapshot: false,
    iamAuthentication: false,
    performanceInsightsEnabled: false,
    publiclyAccessible: false,
    backupRetentionPeriod: 1,
    monitoringInterval: 0,
    backtrackWindow: 0,
    memberCount: 0,
    logExports: [],
    tags: {},
    masterPassword: undefined,
    autoMinorVersionUpgrade: undefined,
  };
  for (const [property, value] of Object.entries(absent)) {
    it(`${property}: ${JSON.stringify(value)} where AWS returns nothing`, () => {
      assert.deepEqual(dbCluster({}, region)[property as keyof DbCluster], value);
    });
  }

  const member = (status: string) => [
    { DBInstanceIdentifier: "shop-1", DBClusterParameterGroupStatus: "in-sync" },
    { DBInstanceIdentifier: "shop-2", DBClusterParameterGroupStatus: status },
  ];
  const rows: readonly [string, DBCluster, Partial<DbCluster>][] = [
    ["a Multi-AZ DB cluster", { DBClusterInstanceClass: "db.m6gd.large" }, { instanceClass: "db.m6gd.large" }],
    ["a replica", { ReplicationSourceIdentifier: "arn:source" }, { replicaSource: "arn:source" }],
    ["upgrades that are off", { AutoMinorVersionUpgrade: false }, { autoMinorVersionUpgrade: false }],
    ["what is in force, not what is pending", { PendingModifiedValues: { BackupRetentionPeriod: 1 } }, {}],
    ["a parameter group that is being applied", { DBClusterMembers: member("applying") }, {}],
    [
      "a parameter group for which a member waits for a reboot",
      { DBClusterMembers: member("pending-reboot") },
      { parameterGroup: unknown("cluster parameter group shop-17, which is pending-reboot on shop-2") },
    ],
    [
      "a password that is not managed",
      { MasterUserSecret: undefined },
      { masterPassword: undefined, masterUserSecret: undefined, masterUserSecretKmsKeyId: undefined },
    ],
  ];
  for (const [title, changes, expected] of rows) {
    it(`maps ${title}`, () => {
      assert.deepEqual(dbCluster({ ...shop, ...changes }, region), { ...dbCluster(shop, region), ...expected });
    });
  }
});
