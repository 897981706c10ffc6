import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { checkAlarms, type DatabaseAlarms, type Watched } from "../../../components/monitoring/alarm-arguments";
import { watch } from "../../../components/monitoring/alarms";
import { ArgumentChecks } from "../../../components/shared/arguments";
import { run } from "../../support/mocks";

const topicArn = "arn:aws:sns:eu-west-1:123456789012:events";
const dimensions = { DBInstanceIdentifier: "orders-1234567" };

class Holder extends pulumi.ComponentResource {
  constructor() {
    super("test:index:Holder", "orders");
  }
}

async function alarmsOf(watched: Partial<Watched>, args?: DatabaseAlarms) {
  const settings = checkAlarms(new ArgumentChecks('SecureInstance "orders"', {}, {}), args);
  const registered = await run(() =>
    watch("orders", { suffix: "", dimensions, ...watched }, settings, topicArn, undefined, new Holder()),
  );
  assert.equal(registered.error, undefined);
  return registered;
}

describe("the alarms of a database", () => {
  it("tell of the processor, and send word when it is over", async () => {
    const { one } = await alarmsOf({});
    assert.deepEqual(one("aws:cloudwatch/metricAlarm:MetricAlarm").inputs, {
      alarmDescription: "Use of the processor over 90 percent of orders",
      namespace: "AWS/RDS",
      metricName: "CPUUtilization",
      dimensions,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 90,
      statistic: "Average",
      period: 300,
      evaluationPeriods: 3,
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  });

  const rows: [watched: Partial<Watched>, args: DatabaseAlarms, name: string, metric: string, threshold: number][] = [
    [{ allocatedStorage: pulumi.output(100) }, {}, "orders-storage", "FreeStorageSpace", 10_737_418_240],
    [{ allocatedStorage: 100 }, { freeStoragePercent: 20 }, "orders-storage", "FreeStorageSpace", 21_474_836_480],
    [{}, { connections: 80 }, "orders-connections", "DatabaseConnections", 80],
    [
      { suffix: "-reader", lag: { metric: "ReplicaLag", perSecond: 1 } },
      {},
      "orders-reader-replica-lag",
      "ReplicaLag",
      300,
    ],
    [
      { lag: { metric: "AuroraReplicaLagMaximum", perSecond: 1000 } },
      { replicaLagSeconds: 2 },
      "orders-replica-lag",
      "AuroraReplicaLagMaximum",
      2000,
    ],
  ];
  for (const [watched, args, name, metric, threshold] of rows) {
    it(`tell of ${metric} at ${threshold}`, async () => {
      const { inputs } = (await alarmsOf(watched, args)).one("aws:cloudwatch/metricAlarm:MetricAlarm", name);
      assert.deepEqual([inputs.metricName, inputs.threshold], [metric, threshold]);
    });
  }

  it("count failed log-ins, each database by itself", async () => {
    const logGroupName = "/aws/rds/instance/orders-1234567/postgresql";
    const pattern = '"password authentication failed"';
    const { one } = await alarmsOf({ failedLogins: { logGroupName, pattern } }, { failedLogins: 5 });
    const filter = one("aws:cloudwatch/logMetricFilter:LogMetricFilter").inputs;
    assert.deepEqual([filter.logGroupName, filter.pattern], [logGroupName, pattern]);
    const { metricName, namespace, threshold, statistic } = one(
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "orders-failed-logins",
    ).inputs;
    assert.deepEqual(
      [metricName, namespace, threshold, statistic],
      [`${logGroupName}/failed-logins`, "aws-secure-database", 5, "Sum"],
    );
  });

  const refused: [args: object, message: string][] = [
    [{ cpuPercent: 101 }, "alarms.cpuPercent is 101, but must be a whole number from 1 to 100 (percent)."],
    [{ connections: 0 }, "alarms.connections is 0, but must be a whole number from 1 to 100000 (connections)."],
    [
      { memory: 1 },
      "alarms.memory is no argument; allowed are connections, cpuPercent, failedLogins, freeStoragePercent, replicaLagSeconds.",
    ],
  ];
  for (const [args, message] of refused) {
    it(`refuse: ${message}`, () => {
      assert.throws(() => checkAlarms(new ArgumentChecks('SecureInstance "orders"', {}, {}), args), {
        message: `SecureInstance "orders": ${message}`,
      });
    });
  }
});
