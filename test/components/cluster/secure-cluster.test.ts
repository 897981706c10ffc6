import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecureCluster, type SecureClusterArgs } from "../../../components";
import { type Registered, type Run, run, scopes } from "../../support/mocks";

const types = {
  cluster: "aws:rds/cluster:Cluster",
  member: "aws:rds/clusterInstance:ClusterInstance",
  clusterGroup: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  group: "aws:rds/parameterGroup:ParameterGroup",
  global: "aws:rds/globalCluster:GlobalCluster",
  stream: "aws:rds/clusterActivityStream:ClusterActivityStream",
  log: "aws:cloudwatch/logGroup:LogGroup",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
} as const;

const password = { masterPassword: "correct-horse-battery" };
const key = "arn:aws:kms:eu-west-1:123456789012:key/key-of-orders";

async function made(
  args: SecureClusterArgs = {},
  scope: (typeof scopes)[keyof typeof scopes] = scopes.aws,
): Promise<Run> {
  const ran = await run(() => new SecureCluster("orders", args), scope);
  assert.equal(ran.error, undefined);
  return ran;
}

const all = ({ resources }: Run, type: string): Registered[] => resources.filter((one) => one.type === type);

/** The properties of a resource that a row names. */
function some(inputs: Readonly<Record<string, unknown>>, expected: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(expected).map((name) => [name, inputs[name]]));
}

describe("SecureCluster", () => {
  it("registers its children under readable names", async () => {
    const { resources } = await made();
    const own = resources.filter(({ type }) => /^aws:(rds|cloudwatch|iam|backup)/.test(type));
    assert.deepEqual(own.map(({ type, name }) => `${type.replace(/^aws:.*:/, "")} ${name}`).sort(), [
      "Cluster orders",
      "ClusterInstance orders-1",
      "ClusterInstance orders-2",
      "ClusterParameterGroup orders",
      "EventSubscription orders-db-cluster",
      "EventSubscription orders-db-instance",
      "EventSubscription orders-db-parameter-group",
      "EventSubscription orders-db-security-group",
      "LogGroup orders-flow-logs",
      "LogGroup orders-postgresql",
      "LogMetricFilter orders-failed-logins",
      "MetricAlarm orders-cpu",
      "MetricAlarm orders-failed-logins",
      "MetricAlarm orders-readers-cpu",
      "MetricAlarm orders-readers-replica-lag",
      "ParameterGroup orders",
      "Plan orders",
      "Role orders-backup",
      "Role orders-flow-logs",
      "Role orders-monitoring",
      "RolePolicy orders-flow-logs",
      "RolePolicyAttachment orders-backup",
      "RolePolicyAttachment orders-monitoring",
      "Selection orders",
      "SubnetGroup orders",
      "Vault orders",
    ]);
  });

  const clusters: [title: string, args: SecureClusterArgs, expected: object][] = [
    [
      "of aurora-postgresql",
      {},
      {
        engine: "aurora-postgresql",
        engineVersion: "17",
        engineLifecycleSupport: "open-source-rds-extended-support-disabled",
        storageEncrypted: true,
        kmsKeyId: key,
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: key,
        masterUsername: "dbadmin",
        port: 5432,
        iamDatabaseAuthenticationEnabled: true,
        enabledCloudwatchLogsExports: ["postgresql"],
        databaseInsightsMode: "advanced",
        performanceInsightsRetentionPeriod: 465,
        backupRetentionPeriod: 35,
        deletionProtection: true,
        skipFinalSnapshot: false,
        deleteAutomatedBackups: false,
        copyTagsToSnapshot: true,
        autoMinorVersionUpgrade: undefined,
        storageType: undefined,
        enableHttpEndpoint: undefined,
        backtrackWindow: undefined,
        globalClusterIdentifier: undefined,
        dbClusterInstanceClass: undefined,
        monitoringInterval: undefined,
        serverlessv2ScalingConfiguration: undefined,
        dbInstanceParameterGroupName: undefined,
      },
    ],
    [
      "of aurora-mysql",
      { engine: "aurora-mysql", backtrackWindow: 3600, dataApi: true, databaseInsights: "standard" },
      {
        engineVersion: "8.4",
        port: 3306,
        backtrackWindow: 3600,
        enableHttpEndpoint: true,
        enabledCloudwatchLogsExports: ["audit", "error", "general", "slowquery"],
        databaseInsightsMode: "standard",
        performanceInsightsRetentionPeriod: 7,
      },
    ],
    [
      "that may be upgraded",
      { allowMajorVersionUpgrade: true, extendedSupport: false, storageType: "aurora-iopt1" },
      { allowMajorVersionUpgrade: true, dbInstanceParameterGroupName: "orders-1234567", storageType: "aurora-iopt1" },
    ],
    [
      "with members that pause",
      { serverlessV2: { minCapacity: 0, maxCapacity: 4 } },
      { serverlessv2ScalingConfiguration: { minCapacity: 0, maxCapacity: 4, secondsUntilAutoPause: 300 } },
    ],
    [
      "with a member without insights",
      { engine: "aurora-mysql", instances: [{ name: "a" }, { name: "b", instanceClass: "db.t3.medium" }] },
      { databaseInsightsMode: undefined, performanceInsightsEnabled: false, performanceInsightsKmsKeyId: undefined },
    ],
    [
      "of multi-AZ postgres",
      { engine: "postgres" },
      {
        dbClusterInstanceClass: "db.m6gd.large",
        storageType: "gp3",
        allocatedStorage: 400,
        iops: 12_000,
        caCertificateIdentifier: "rds-ca-rsa2048-g1",
        monitoringInterval: 60,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: key,
        enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      },
    ],
    [
      "of multi-AZ mysql on io2",
      { engine: "mysql", storageType: "io2", allocatedStorage: 3000 },
      { engineVersion: "8.4", storageType: "io2", allocatedStorage: 3000, iops: 1500 },
    ],
    [
      "that is the primary of a global database",
      { globalCluster: true, databaseName: "shop", ...password },
      {
        globalClusterIdentifier: "orders-id",
        manageMasterUserPassword: undefined,
        masterPasswordWoVersion: 1,
        masterUsername: "dbadmin",
        databaseName: "shop",
      },
    ],
    [
      "that is a secondary one",
      { globalClusterIdentifier: "shop-global", sourceRegion: "us-east-1" },
      {
        globalClusterIdentifier: "shop-global",
        sourceRegion: "us-east-1",
        storageEncrypted: true,
        kmsKeyId: key,
        manageMasterUserPassword: undefined,
        masterPasswordWo: undefined,
        masterUsername: undefined,
        databaseName: undefined,
      },
    ],
    [
      "that is restored from a snapshot",
      { snapshotIdentifier: "orders-final" },
      { snapshotIdentifier: "orders-final", kmsKeyId: key, masterUsername: undefined, manageMasterUserPassword: true },
    ],
    [
      "that is restored to a point in time",
      { restoreToPointInTime: { sourceClusterIdentifier: "old", restoreTime: "2026-05-01T12:00:00Z" } },
      {
        restoreToPointInTime: {
          sourceClusterIdentifier: "old",
          restoreToTime: "2026-05-01T12:00:00Z",
          restoreType: "full-copy",
        },
      },
    ],
    [
      "that is a clone",
      { restoreToPointInTime: { sourceClusterIdentifier: "old", useLatestRestorableTime: true, clone: true } },
      {
        restoreToPointInTime: {
          sourceClusterIdentifier: "old",
          useLatestRestorableTime: true,
          restoreType: "copy-on-write",
        },
      },
    ],
  ];
  for (const [title, args, expected] of clusters) {
    it(`makes a cluster ${title}`, async () => {
      const { inputs } = (await made(args)).one(types.cluster);
      assert.deepEqual(some(inputs, expected), expected);
    });
  }

  it("makes two members alike, and none of a Multi-AZ DB cluster", async () => {
    const expected = {
      instanceClass: "db.r6g.large",
      engine: "aurora-postgresql",
      publiclyAccessible: false,
      promotionTier: 1,
      availabilityZone: undefined,
      dbParameterGroupName: "orders-1234567",
      caCertIdentifier: "rds-ca-rsa2048-g1",
      monitoringInterval: 60,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: key,
      performanceInsightsRetentionPeriod: 465,
      autoMinorVersionUpgrade: true,
      copyTagsToSnapshot: true,
    };
    const members = all(await made(), types.member);
    assert.deepEqual(
      members.map(({ inputs }) => some(inputs, expected)),
      [expected, expected],
    );
    assert.notEqual(members[0]?.inputs.identifier, members[1]?.inputs.identifier);
    assert.deepEqual(all(await made({ engine: "postgres" }), types.member), []);
  });

  it("makes a writer and 15 readers", async () => {
    const members = all(await made({ instanceCount: 16 }), types.member);
    assert.equal(new Set(members.map(({ inputs }) => inputs.identifier)).size, 16);
  });

  it("makes members one by one", async () => {
    const members = all(
      await made({
        serverlessV2: {},
        instances: [{ name: "writer", instanceClass: "db.r6g.xlarge", promotionTier: 0 }, { name: "reports" }],
      }),
      types.member,
    );
    assert.deepEqual(
      members.map(({ name, inputs }) => [name, inputs.instanceClass, inputs.promotionTier]),
      [
        ["orders-writer", "db.r6g.xlarge", 0],
        ["orders-reports", "db.serverless", 1],
      ],
    );
  });

  it("makes the log groups beforehand, under the name of the cluster", async () => {
    const ran = await made({ engine: "aurora-mysql" });
    const { clusterIdentifier } = ran.one(types.cluster).inputs;
    const logs = all(ran, types.log).map(({ inputs }) => inputs);
    assert.deepEqual(
      logs.map(({ name }) => name).filter((name) => `${name}`.startsWith("/aws/rds/")),
      ["audit", "error", "general", "slowquery"].map((log) => `/aws/rds/cluster/${clusterIdentifier}/${log}`),
    );
  });

  it("spans three zones as a Multi-AZ DB cluster", async () => {
    const subnets = async (engine: string) => all(await made({ engine }), "aws:ec2/subnet:Subnet").length;
    assert.deepEqual([await subnets("aurora-mysql"), await subnets("mysql")], [2, 3]);
  });

  it("passes tags on to everything that takes them", async () => {
    const ran = await made({
      tags: { cost: "shop" },
      globalCluster: true,
      readerScaling: { maxReaders: 2 },
      ...password,
    });
    for (const type of [types.cluster, types.member, types.clusterGroup, types.group, types.global, types.log]) {
      for (const { name, inputs } of all(ran, type)) {
        assert.equal((inputs.tags as Record<string, unknown>)?.cost, "shop", `${type} ${name}`);
      }
    }
  });

  it("tells where to connect and what it is made of", async () => {
    let cluster: SecureCluster | undefined;
    await run(() => {
      cluster = new SecureCluster("orders", { activityStream: {}, proxy: { users: ["app"], readerEndpoint: true } });
    });
    const outputs = Object.entries(cluster ?? {}).filter(([, value]) => pulumi.Output.isInstance(value));
    const told = await resolved(pulumi.all(Object.fromEntries(outputs) as Record<string, pulumi.Output<unknown>>));
    const expected = {
      endpoint: "orders.cluster-example.rds.amazonaws.com",
      readerEndpoint: "orders.cluster-ro-example.rds.amazonaws.com",
      port: 5432,
      arn: "arn:aws:rds:eu-west-1:123456789012:cluster:orders-1234567",
      resourceId: "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
      masterUsername: "dbadmin",
      masterUserSecretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!cluster-orders",
      kmsKeyArn: key,
      subnetGroupName: "orders-1234567",
      globalClusterIdentifier: "",
      activityStreamName: "aws-rds-das-cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
      activityStreamKeyArn: key,
      proxyEndpoint: "orders.proxy.example.rds.amazonaws.com",
      proxyResourceId: "prx-0123456789abcdef0",
    };
    assert.deepEqual(some(told, expected), expected);
    assert.equal((told.memberIdentifiers as unknown as unknown[]).length, 2);
    assert.deepEqual(told.notApplicableControls, {
      "rds-cluster-backtrack": "aurora-postgresql has no backtracking",
    });
  });

  it("lets a role log in as one user of the cluster", async () => {
    let policy: pulumi.Output<string> | undefined;
    await run(() => {
      const cluster = new SecureCluster("orders");
      cluster.grantConnect("api", "reader");
      policy = cluster.connectPolicy("reader");
    });
    const { Statement } = JSON.parse(await resolved(policy as pulumi.Output<string>));
    assert.equal(
      Statement[0].Resource,
      "arn:aws:rds-db:eu-west-1:123456789012:dbuser:cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ/reader",
    );
  });
});

function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}
