import assert from "node:assert/strict";
import { SecureCluster, type SecureClusterArgs } from "../../../components";
import { type Registered, type Run, run, scopes } from "../../support/mocks";

const password = { masterPassword: "correct-horse-battery" };
const key = "arn:aws:kms:eu-west-1:123456789012:key/key-of-orders";
const clusterType = "aws:rds/cluster:Cluster";

async function made(
  args: SecureClusterArgs = {},
  scope: (typeof scopes)[keyof typeof scopes] = scopes.aws,
): Promise<Run> {
  const ran = await run(() => new SecureCluster("orders", args), scope);
  assert.equal(ran.error, undefined);
  return ran;
}

const all = ({ resources }: Run, type: string): Registered[] => resources.filter((one) => one.type === type);

describe("a SecureCluster that is asked for more", () => {
  it("makes an encrypted global database", async () => {
    const ran = await made({ globalCluster: true, databaseName: "shop", ...password });
    const { clusterIdentifier } = ran.one(clusterType).inputs;
    assert.deepEqual(ran.one("aws:rds/globalCluster:GlobalCluster").inputs, {
      globalClusterIdentifier: `${clusterIdentifier}-global`,
      engine: "aurora-postgresql",
      engineVersion: "17",
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
      databaseName: "shop",
      storageEncrypted: true,
      deletionProtection: true,
    });
  });

  const streams: [args: SecureClusterArgs, mode: string, kmsKeyId: string][] = [
    [{ activityStream: {} }, "async", key],
    [
      { activityStream: { mode: "sync", kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/0a" } },
      "sync",
      "arn:aws:kms:eu-west-1:123456789012:key/0a",
    ],
  ];
  for (const [args, mode, kmsKeyId] of streams) {
    it(`sends its activity to a stream: ${mode}`, async () => {
      const { inputs } = (await made(args)).one("aws:rds/clusterActivityStream:ClusterActivityStream");
      assert.deepEqual(inputs, {
        resourceArn: "arn:aws:rds:eu-west-1:123456789012:cluster:orders-1234567",
        mode,
        kmsKeyId,
      });
    });
  }

  it("adds readers by their processors or connections", async () => {
    const ran = await made({ readerScaling: { minReaders: 2, maxReaders: 5 } });
    const target = ran.one("aws:appautoscaling/target:Target").inputs;
    const { clusterIdentifier } = ran.one(clusterType).inputs;
    assert.deepEqual(target, {
      serviceNamespace: "rds",
      resourceId: `cluster:${clusterIdentifier}`,
      scalableDimension: "rds:cluster:ReadReplicaCount",
      minCapacity: 2,
      maxCapacity: 5,
    });
    const scaledBy = async (args: SecureClusterArgs) =>
      (await made(args)).one("aws:appautoscaling/policy:Policy").inputs.targetTrackingScalingPolicyConfiguration;
    assert.deepEqual(await scaledBy({ readerScaling: { maxReaders: 2 } }), {
      targetValue: 60,
      predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
    });
    assert.deepEqual(await scaledBy({ readerScaling: { maxReaders: 2, connections: 300 } }), {
      targetValue: 300,
      predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageDatabaseConnections" },
    });
  });

  const trusts: [args: SecureClusterArgs, resources: string | string[]][] = [
    [{}, "db:orders-*"],
    [{ readerScaling: { maxReaders: 3 } }, ["db:orders-*", "db:application-autoscaling-*"]],
    [{ engine: "postgres" }, ["db:orders-*", "cluster:orders-*"]],
  ];
  for (const { partition, region, accountId, ...rest } of Object.values(scopes)) {
    for (const [args, resources] of trusts) {
      it(`is monitored for its members alone in ${partition}: ${resources}`, async () => {
        const { inputs } = (await made(args, { partition, region, accountId, ...rest } as (typeof scopes)["aws"])).one(
          "aws:iam/role:Role",
          "orders-monitoring",
        );
        const arn = (resource: string) => `arn:${partition}:rds:${region}:${accountId}:${resource}`;
        const [statement] = JSON.parse(String(inputs.assumeRolePolicy)).Statement;
        assert.deepEqual(
          statement.Condition.ArnLike["aws:SourceArn"],
          typeof resources === "string" ? arn(resources) : resources.map(arn),
        );
      });
    }
  }

  it("has alarms of writer and readers, and of each member of a Multi-AZ DB cluster", async () => {
    const alarms = async (args: SecureClusterArgs) =>
      Object.fromEntries(
        all(await made(args), "aws:cloudwatch/metricAlarm:MetricAlarm").map(({ name, inputs }) => [name, inputs]),
      );
    const aurora = await alarms({ alarms: { replicaLagSeconds: 2 } });
    const { dimensions, metricName, threshold } = aurora["orders-readers-replica-lag"] ?? {};
    assert.equal((dimensions as Record<string, unknown>).Role, "READER");
    assert.deepEqual([metricName, threshold], ["AuroraReplicaLag", 2000]);
    const multiAz = await alarms({ engine: "postgres" });
    assert.deepEqual(
      ["1", "2", "3"].map((at) => multiAz[`orders-${at}-storage`]?.dimensions),
      ["1", "2", "3"].map((at) => ({ DBInstanceIdentifier: `orders-1234567-instance-${at}` })),
    );
  });
});
