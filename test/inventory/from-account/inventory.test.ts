import assert from "node:assert/strict";
import { accountInventory } from "../../../inventory/from-account";
import type { AccountDescription, DescribedTable } from "../../../inventory/from-account/description";

const none = { items: [] };
const empty: AccountDescription = {
  region: "eu-west-1",
  dbInstances: none,
  dbClusters: none,
  globalClusters: none,
  dbSubnetGroups: none,
  dbSnapshots: none,
  dbClusterSnapshots: none,
  snapshotShares: new Map(),
  dbClusterSnapshotShares: new Map(),
  automatedBackups: none,
  dbProxies: none,
  dbProxyEndpoints: none,
  eventSubscriptions: none,
  dbParameterGroups: none,
  parameters: new Map(),
  dbClusterParameterGroups: none,
  clusterParameters: new Map(),
  dbOptionGroups: none,
  subnets: none,
  routeTables: none,
  securityGroups: none,
  prefixLists: new Map(),
  flowLogs: none,
  vpcEndpoints: none,
  backupVaults: none,
  backupPlans: none,
  recoveryPoints: none,
  logGroups: none,
  logResourcePolicies: none,
  detectors: none,
  iamPolicies: none,
  tables: [],
  scalingTargets: none,
  kinesisStreams: new Map(),
  daxClusters: none,
  daxSubnetGroups: none,
  keys: new Map(),
  secrets: new Map(),
};

describe("from-account: inventory", () => {
  it("holds once what databases share", () => {
    const instance = {
      Engine: "mysql",
      DBParameterGroups: [{ DBParameterGroupName: "default.mysql8.0" }],
      OptionGroupMemberships: [{ OptionGroupName: "default:mysql-8-0" }],
    };
    const cluster = { Engine: "aurora-mysql", DBClusterParameterGroup: "default.aurora-mysql8.0" };
    const inventory = accountInventory({
      ...empty,
      dbInstances: {
        items: [
          { ...instance, DBInstanceIdentifier: "a" },
          { ...instance, DBInstanceIdentifier: "b" },
        ],
      },
      dbClusters: {
        items: [
          { ...cluster, DBClusterIdentifier: "c" },
          { ...cluster, DBClusterIdentifier: "d" },
        ],
      },
    });
    assert.equal(inventory.scope, "account");
    const { dbInstances, dbClusters, dbParameterGroups, dbClusterParameterGroups, dbOptionGroups } = inventory;
    assert.deepEqual(
      [dbInstances, dbClusters, dbParameterGroups, dbClusterParameterGroups, dbOptionGroups].map((list) =>
        list.map(({ name }) => name),
      ),
      [["a", "b"], ["c", "d"], ["default.mysql8.0"], ["default.aurora-mysql8.0"], ["default:mysql-8-0"]],
    );
    assert.deepEqual(
      inventory.databaseRegions.map(({ region, databases }) => [region, databases]),
      [["eu-west-1", ["db-instance", "db-cluster"]]],
    );
  });

  it("holds a key once that is named in two ways", () => {
    const arn = "arn:aws:kms:eu-west-1:111122223333:key/k1";
    const key = { metadata: { value: { KeyId: "k1", Arn: arn, KeyManager: "CUSTOMER" as const } } };
    const inventory = accountInventory({
      ...empty,
      keys: new Map([
        [arn, key],
        ["alias/orders", key],
      ]),
    });
    assert.deepEqual(
      inventory.kmsKeys.map(({ id }) => id),
      [arn],
    );
    assert.deepEqual(
      inventory.kmsAliases.map(({ name, target }) => [name, target]),
      [["alias/orders", arn]],
    );
  });

  it("holds streams of instances and clusters, and snapshots of both", () => {
    const inventory = accountInventory({
      ...empty,
      dbInstances: { items: [{ DBInstanceIdentifier: "erp", ActivityStreamStatus: "started" }] },
      dbClusters: { items: [{ DBClusterIdentifier: "shop", ActivityStreamStatus: "started" }] },
      dbSnapshots: { items: [{ DBSnapshotIdentifier: "orders-1" }] },
      dbClusterSnapshots: { items: [{ DBClusterSnapshotIdentifier: "shop-1" }] },
    });
    assert.deepEqual(
      [...inventory.activityStreams, ...inventory.dbSnapshots].map(({ name }) => name),
      ["shop (activity stream)", "erp (activity stream)", "orders-1", "shop-1"],
    );
  });

  const denied = (call: string) => ({ items: [], unread: `${call} was denied` });
  const fact = { unread: "it was denied" };
  const table: DescribedTable = {
    name: "orders",
    table: { value: {} },
    backups: { value: { ContinuousBackupsStatus: "ENABLED" } },
    tags: { value: [] },
    policy: { value: undefined },
    destinations: { value: [] },
  };
  const keys = ["kmsAliases", "kmsKeys"];
  const secrets = ["secretPolicies", "secretRotations", "secrets"];
  const rows: readonly [string, Partial<AccountDescription>, readonly string[]][] = [
    ["nothing", {}, []],
    [
      "instances",
      { dbInstances: denied("rds:DescribeDBInstances") },
      ["activityStreams", "databaseRegions", "dbInstances", "dbParameterGroups", ...keys, ...secrets],
    ],
    [
      "clusters",
      { dbClusters: denied("rds:DescribeDBClusters") },
      ["activityStreams", "databaseRegions", "dbClusterParameterGroups", "dbClusters", ...keys, ...secrets],
    ],
    ["global clusters", { globalClusters: denied("rds:DescribeGlobalClusters") }, ["globalClusters"]],
    ["subnet groups", { dbSubnetGroups: denied("rds:DescribeDBSubnetGroups") }, ["dbSubnetGroups"]],
    ["snapshots", { dbSnapshots: denied("rds:DescribeDBSnapshots") }, ["dbSnapshots", ...keys]],
    ["cluster snapshots", { dbClusterSnapshots: denied("rds:DescribeDBClusterSnapshots") }, ["dbSnapshots", ...keys]],
    [
      "replicated backups",
      { automatedBackups: denied("rds:DescribeDBInstanceAutomatedBackups") },
      [...keys, "replicatedBackups"],
    ],
    ["proxies", { dbProxies: denied("rds:DescribeDBProxies") }, ["dbProxies", ...keys, ...secrets]],
    ["endpoints of proxies", { dbProxyEndpoints: denied("rds:DescribeDBProxyEndpoints") }, ["dbProxyEndpoints"]],
    ["subscriptions", { eventSubscriptions: denied("rds:DescribeEventSubscriptions") }, ["eventSubscriptions"]],
    ["option groups", { dbOptionGroups: denied("rds:DescribeOptionGroups") }, ["dbOptionGroups"]],
    ["subnets", { subnets: denied("ec2:DescribeSubnets") }, ["subnets", "vpcs"]],
    [
      "route tables",
      { routeTables: denied("ec2:DescribeRouteTables") },
      ["routeTableAssociations", "routeTables", "routes"],
    ],
    [
      "security groups",
      { securityGroups: denied("ec2:DescribeSecurityGroups") },
      ["prefixLists", "securityGroupRules", "securityGroups"],
    ],
    ["flow logs", { flowLogs: denied("ec2:DescribeFlowLogs") }, ["flowLogs", "logGroups"]],
    ["endpoints", { vpcEndpoints: denied("ec2:DescribeVpcEndpoints") }, ["vpcEndpoints"]],
    ["vaults", { backupVaults: denied("backup:ListBackupVaults") }, ["backupVaults", ...keys, "recoveryPoints"]],
    ["recovery points", { recoveryPoints: denied("backup:ListRecoveryPointsByBackupVault") }, ["recoveryPoints"]],
    ["plans", { backupPlans: denied("backup:ListBackupPlans") }, ["backupPlans", "backupSelections"]],
    ["log groups", { logGroups: denied("logs:DescribeLogGroups") }, ["logGroups"]],
    ["log policies", { logResourcePolicies: denied("logs:DescribeResourcePolicies") }, ["logResourcePolicies"]],
    ["detectors", { detectors: denied("guardduty:ListDetectors") }, ["guarddutyDetectors"]],
    ["IAM policies", { iamPolicies: denied("iam:GetAccountAuthorizationDetails") }, ["iamPolicies"]],
    ["scaling targets", { scalingTargets: denied("DescribeScalableTargets") }, ["scalingTargets"]],
    ["DAX clusters", { daxClusters: denied("dax:DescribeClusters") }, ["daxClusters"]],
    ["DAX subnet groups", { daxSubnetGroups: denied("dax:DescribeSubnetGroups") }, ["daxSubnetGroups"]],
    [
      "table names",
      { tablesUnread: "dynamodb:ListTables was denied" },
      [
        "dynamodbReplicas",
        "dynamodbResourcePolicies",
        "dynamodbTables",
        "kinesisDestinations",
        "kinesisStreams",
        ...keys,
      ],
    ],
    ["one table", { tables: [table, { ...table, table: fact }] }, ["dynamodbReplicas", ...keys]],
    ["the destinations of one table", { tables: [{ ...table, destinations: fact }] }, ["kinesisStreams"]],
    ["one stream", { kinesisStreams: new Map([["arn:stream", fact]]) }, keys],
    ["one secret", { secrets: new Map([["arn:secret", { secret: fact, policy: fact }]]) }, keys],
    ["one key", { keys: new Map([["arn:key", { metadata: fact }]]) }, []],
  ];
  for (const [title, changes, kinds] of rows) {
    it(`${title} unread: ${kinds.join(", ") || "nothing"} unread`, () => {
      const { unread } = accountInventory({ ...empty, ...changes });
      assert.deepEqual(Object.keys(unread).sort(), [...kinds].sort());
      assert.ok(Object.values(unread).every((reason) => reason.endsWith(" was denied")));
    });
  }
});
