import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { detections } from "../../../activity/detections/catalogue";
import { metricNames, metricNamespace } from "../../../activity/metrics";
import { readSettings } from "../../../activity/settings";
import { ActivityMonitor, type ActivityMonitorArgs } from "../../../components";
import { type Run, run, scopes } from "../../support/mocks";
import { statements, statementsOfRole } from "../statements";

const cluster = {
  clusterArn: "arn:aws:rds:eu-west-1:123456789012:cluster:orders",
  clusterResourceId: "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  engine: "aurora-postgresql",
};
const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";
const given = { streamName: `aws-rds-das-${cluster.clusterResourceId}`, streamKmsKeyArn: keyArn };

type AnyScope = (typeof scopes)[keyof typeof scopes];

const make = (args: Partial<ActivityMonitorArgs> = {}, scope: AnyScope = scopes.aws) =>
  run(() => new ActivityMonitor("orders", { ...cluster, clusterArn: clusterOf(scope), ...args }), scope);

const clusterOf = ({ partition, region, accountId }: AnyScope) =>
  `arn:${partition}:rds:${region}:${accountId}:cluster:orders`;

const types = {
  stream: "aws:rds/clusterActivityStream:ClusterActivityStream",
  grant: "aws:kms/grant:Grant",
  function: "aws:lambda/function:Function",
  mapping: "aws:lambda/eventSourceMapping:EventSourceMapping",
  firehose: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  table: "aws:glue/catalogTable:CatalogTable",
  lifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  lock: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
};

const environmentOf = ({ one }: Run) =>
  (one(types.function).inputs.environment as { variables: Record<string, string> }).variables;

describe("ActivityMonitor", () => {
  it("starts the cluster's activity stream under a key that the consumer may use for that cluster alone", async () => {
    const made = await make();
    assert.equal(made.error, undefined);
    const { resourceArn, mode, kmsKeyId } = made.one(types.stream).inputs;
    assert.deepEqual([resourceArn, mode], [cluster.clusterArn, "async"]);
    assert.equal(kmsKeyId, made.one("aws:kms/key:Key", "orders-stream").state.arn);
    assert.deepEqual(made.one(types.grant).inputs.constraints, [
      { encryptionContextSubset: { "aws:rds:dbc-id": cluster.clusterResourceId } },
    ]);
    const decrypt = statementsOfRole(made, "orders-consumer").find(({ Sid }) => Sid === "DecryptDataKeysOfCluster");
    assert.deepEqual(
      [decrypt?.Resource, decrypt?.Condition],
      [kmsKeyId, { StringEquals: { "kms:EncryptionContext:aws:rds:dbc-id": cluster.clusterResourceId } }],
    );
  });

  it("reads a stream that is there already, and starts none", async () => {
    const made = await make(given);
    assert.equal(made.error, undefined);
    assert.deepEqual(
      made.resources.filter(({ type }) => type === types.stream),
      [],
    );
    assert.equal(made.one(types.grant).inputs.keyId, keyArn);
    assert.equal(
      made.one(types.mapping).inputs.eventSourceArn,
      `arn:aws:kinesis:eu-west-1:123456789012:stream/${given.streamName}`,
    );
  });

  it("gives the consumer settings that it takes", async () => {
    const made = await make({
      formats: ["ocsf", "aws"],
      mask: ["text"],
      detections: { failedLogins: 5, maintenanceWindow: "mon:00:30-mon:01:00", off: ["bulk-read"] },
    });
    const { forms, masking, detection, bucket } = readSettings({ ...environmentOf(made), AWS_REGION: "eu-west-1" });
    assert.deepEqual(
      [forms, masking, bucket],
      [["ocsf", "aws"], { text: true, parameters: false }, "orders-activity-1234567"],
    );
    assert.deepEqual(
      [detection.failedLogins, detection.bulkReadRows, detection.maintenanceWindow, detection.off],
      [5, 10_000, { start: 30, length: 30 }, ["bulk-read"]],
    );
  });

  it("takes every detection that the consumer has", async () => {
    const made = await make({ detections: { off: detections.map(({ id }) => id) } });
    assert.equal(made.error, undefined);
  });

  it("comes again to what was not delivered, until the stream drops it", async () => {
    const { functionResponseTypes, maximumRetryAttempts, maximumRecordAgeInSeconds, bisectBatchOnFunctionError } = (
      await make()
    ).one(types.mapping).inputs;
    assert.deepEqual(
      [functionResponseTypes, maximumRetryAttempts, maximumRecordAgeInSeconds, bisectBatchOnFunctionError],
      [["ReportBatchItemFailures"], -1, -1, true],
    );
  });

  it("keeps objects by cluster and day, encrypted", async () => {
    const made = await make();
    const { prefix, kmsKeyArn, compressionFormat } = made.one(types.firehose).inputs.extendedS3Configuration as Record<
      string,
      unknown
    >;
    assert.deepEqual(
      [prefix, compressionFormat],
      [`activity/cluster=${cluster.clusterResourceId}/day=!{timestamp:yyyy-MM-dd}/`, "GZIP"],
    );
    assert.equal(kmsKeyArn, made.one("aws:kms/key:Key", "orders").state.arn);
  });

  it("alarms to its topic, of metrics that the consumer writes", async () => {
    const made = await make({ maxDelayMinutes: 30 });
    const alarms = made.resources.filter(({ type }) => type === types.alarm);
    assert.deepEqual(
      alarms.map(({ name, inputs }) => [name, inputs.metricName, inputs.threshold, inputs.treatMissingData]).sort(),
      [
        ["orders-behind", "IteratorAge", 1_800_000, "notBreaching"],
        ["orders-dead-letters", "ApproximateNumberOfMessagesVisible", 0, "notBreaching"],
        ["orders-errors", "Errors", 0, "notBreaching"],
        ["orders-key-unavailable", "KeyUnavailable", 0, "notBreaching"],
        ["orders-no-heartbeat", "Heartbeats", 1, "breaching"],
        ["orders-not-delivered", "DeliveryToS3.DataFreshness", 1_800, "notBreaching"],
        ["orders-stream-stopped", "IncomingRecords", 1, "breaching"],
      ],
    );
    const own = alarms
      .filter(({ inputs }) => inputs.namespace === metricNamespace)
      .map(({ inputs }) => String(inputs.metricName));
    assert.deepEqual(
      own.filter((name) => !Object.values(metricNames).includes(name)),
      [],
    );
    assert.equal(own.length, 2);
    const topic = made.one("aws:sns/topic:Topic").state.arn;
    assert.ok(alarms.every(({ inputs }) => (inputs.alarmActions as unknown[])[0] === topic));
  });

  it("lets CloudWatch's alarms alone to its topic by the topic's policy", async () => {
    const made = await make();
    assert.deepEqual(
      statements(made.one("aws:sns/topicPolicy:TopicPolicy").inputs.policy).map(({ Principal }) => Principal),
      [{ Service: "cloudwatch.amazonaws.com" }],
    );
  });

  it("names every resource of its roles but the one that takes none", async () => {
    const made = await make();
    const wide = ["orders-consumer", "orders-delivery"]
      .flatMap((name) => statementsOfRole(made, name))
      .filter(
        ({ Resource, Action }) =>
          [Resource].flat().includes("*") || [Action].flat().some((action) => action.endsWith("*")),
      );
    assert.deepEqual(
      wide.map(({ Sid }) => Sid),
      ["ListStreams"],
    );
  });

  for (const [partition, scope] of Object.entries(scopes)) {
    it(`names ARNs of its partition in ${partition}`, async () => {
      const made = await make({}, scope);
      const arns = JSON.stringify(statementsOfRole(made, "orders-consumer")).match(/arn:[^:]+:/g) ?? [];
      assert.deepEqual([...new Set(arns)], [`arn:${scope.partition}:`]);
    });
  }

  it("keeps, locks and moves objects as it is told", async () => {
    const made = await make({
      bucket: { expireDays: 400, objectLockDays: 365, objectLockMode: "COMPLIANCE", archiveDays: 60 },
    });
    assert.deepEqual(made.one(types.lock).inputs.rule, { defaultRetention: { mode: "COMPLIANCE", days: 365 } });
    const [rule] = made.one(types.lifecycle).inputs.rules as Record<string, unknown>[];
    assert.deepEqual(
      [rule?.expiration, rule?.transitions, rule?.noncurrentVersionExpiration],
      [{ days: 400 }, [{ days: 60, storageClass: "GLACIER_IR" }], { noncurrentDays: 30 }],
    );
    assert.equal(made.one("aws:s3/bucket:Bucket").inputs.objectLockEnabled, undefined);
  });

  it("makes a table when it is asked to", async () => {
    const made = await make({ table: {} });
    const { parameters, name, databaseName } = made.one(types.table).inputs as Record<string, Record<string, string>>;
    assert.deepEqual([name, databaseName], ["orders_activity", "orders_activity"]);
    assert.equal(
      parameters?.["storage.location.template"],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena fills it in.
      "s3://orders-activity-1234567/activity/cluster=${cluster}/day=${day}/",
    );
    assert.equal(
      (await make({ table: { databaseName: "security" } })).one(types.table).inputs.databaseName,
      "security",
    );
  });

  const refused: readonly [args: Partial<ActivityMonitorArgs> & Record<string, unknown>, message: string][] = [
    [
      { engine: "oracle-ee" },
      'engine is "oracle-ee", but must be one of "aurora-postgresql", "aurora-mysql": the activity stream of an instance of RDS can be started by the RDS API, and not by the AWS provider.',
    ],
    [
      { engine: "sqlserver-se" },
      'engine is "sqlserver-se", but must be one of "aurora-postgresql", "aurora-mysql": the activity stream of an instance of RDS can be started by the RDS API, and not by the AWS provider.',
    ],
    [{ engine: "postgres" }, 'engine is "postgres", but must be one of "aurora-postgresql", "aurora-mysql".'],
    [{ engine: "aurora-mysql", mode: "sync" }, 'mode is "sync", but must be "async".'],
    [{ mode: "later" }, 'mode is "later", but must be one of "async", "sync".'],
    [{ ...given, mode: "async" }, "mode is given beside streamName, but must be absent: that stream has its mode."],
    [
      { streamName: given.streamName },
      "streamKmsKeyArn is missing, but must be the key of the stream that streamName names.",
    ],
    [
      { ...given, stopStreamOnDestroy: true },
      "stopStreamOnDestroy is given beside streamName, but must be absent: that stream is another's.",
    ],
    [
      { clusterArn: "orders" },
      'clusterArn is "orders", but must be the ARN of a cluster, arn:aws:rds:<region>:<account>:cluster:<identifier>.',
    ],
    [
      { clusterResourceId: "orders" },
      'clusterResourceId is "orders", but must be the resource id of a cluster, "cluster-" and letters and digits.',
    ],
    [
      { formats: ["csv"] },
      'formats is ["csv"], but must be a list of at least one form, each one of "ocsf", "aws", and none twice.',
    ],
    [
      { mask: ["all"] },
      'mask is ["all"], but must be a list of at least one part, each one of "text", "parameters", and none twice.',
    ],
    [
      { detections: { failedLogins: 1 } },
      "detections.failedLogins is 1, but must be a whole number from 2 to 100 (log-ins).",
    ],
    [
      { detections: { maintenanceWindow: "sunday" } },
      'detections.maintenanceWindow is "sunday", but must be a span of the week in UTC of at least a minute, such as "sun:03:00-sun:05:00".',
    ],
    [
      { streamName: "aws-rds-das-cluster-DEF", streamKmsKeyArn: keyArn },
      'streamName is "aws-rds-das-cluster-DEF", but must be "aws-rds-das-cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ", the stream of the cluster that clusterResourceId names.',
    ],
    [
      { streamName: "orders", streamKmsKeyArn: keyArn },
      'streamName is "orders", but must be the name of the stream that RDS made for the cluster, "aws-rds-das-" and its resource id.',
    ],
    [
      { kmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1" },
      'kmsKeyArn is "arn:aws:kms:eu-central-1:123456789012:key/1", but must be of partition aws, region eu-west-1 and account 123456789012, those of clusterArn.',
    ],
    [
      { ...given, streamKmsKeyArn: "arn:aws:kms:eu-west-1:210987654321:key/1" },
      'streamKmsKeyArn is "arn:aws:kms:eu-west-1:210987654321:key/1", but must be of partition aws, region eu-west-1 and account 123456789012, those of clusterArn.',
    ],
    [
      { detections: { applicationUsers: Array.from({ length: 60 }, (_, at) => `${"user".repeat(15)}${at}`) } },
      "detections takes 3951 bytes as JSON, but must take at most 3000: name fewer applicationUsers.",
    ],
    [{ bucket: { objectLockMode: "COMPLIANCE" } }, "bucket.objectLockMode is given, but needs bucket.objectLockDays."],
    [
      { bucket: { objectLockDays: 30, expireDays: 7 } },
      "bucket.objectLockDays is 30, but must be at most the bucket.expireDays, 7.",
    ],
    [
      { bucket: { archiveDays: 30, expireDays: 30 } },
      "bucket.archiveDays is 30, but must be less than the bucket.expireDays, 30.",
    ],
    [
      { table: { databaseName: "My DB" } },
      'table.databaseName is "My DB", but must be 1 to 255 lower-case letters, digits and underscores.',
    ],
    [{ maxDelayMinutes: 1441 }, "maxDelayMinutes is 1441, but must be a whole number from 1 to 1380 (minutes)."],
  ];
  for (const [args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await make(args);
      assert.equal(error?.message, `ActivityMonitor "orders": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});

describe("an ActivityMonitor whose arguments", () => {
  it("are left out, as JavaScript can, names the first that is missing", async () => {
    const { resources, error } = await run(
      () => new (ActivityMonitor as never as new (name: string) => object)("orders"),
    );
    assert.equal(
      error?.message,
      'ActivityMonitor "orders": engine is missing, but must be one of "aurora-postgresql", "aurora-mysql".',
    );
    assert.deepEqual(resources, []);
  });

  const elsewhere: readonly (readonly [what: string, Partial<ActivityMonitorArgs>, message: string])[] = [
    [
      "are of another region than the provider's",
      { clusterArn: "arn:aws:rds:eu-central-1:123456789012:cluster:orders" },
      'clusterArn is "arn:aws:rds:eu-central-1:123456789012:cluster:orders", but must be of partition aws, region eu-west-1 and account 123456789012, those of the provider.',
    ],
    [
      "are of another account than the provider's",
      { clusterArn: "arn:aws:rds:eu-west-1:210987654321:cluster:orders" },
      'clusterArn is "arn:aws:rds:eu-west-1:210987654321:cluster:orders", but must be of partition aws, region eu-west-1 and account 123456789012, those of the provider.',
    ],
    [
      "name, as an output, a cluster of another partition",
      { clusterArn: pulumi.output("arn:aws-cn:rds:cn-north-1:123456789012:cluster:orders") },
      'clusterArn is "arn:aws-cn:rds:cn-north-1:123456789012:cluster:orders", but must be of partition aws, region eu-west-1 and account 123456789012, those of the provider.',
    ],
    [
      "name, as an output, a key of another region",
      { kmsKeyArn: pulumi.output("arn:aws:kms:eu-central-1:123456789012:key/1") },
      'kmsKeyArn is "arn:aws:kms:eu-central-1:123456789012:key/1", but must be of partition aws, region eu-west-1 and account 123456789012, those of clusterArn.',
    ],
    [
      "name, as an output, the stream of another cluster",
      { ...given, streamName: pulumi.output("aws-rds-das-cluster-DEF") },
      'streamName is "aws-rds-das-cluster-DEF", but must be "aws-rds-das-cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ", the stream of the cluster that clusterResourceId names.',
    ],
    [
      "name, as an output, another cluster than the stream is of",
      { ...given, clusterResourceId: pulumi.output("cluster-DEF") },
      'streamName is "aws-rds-das-cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ", but must be "aws-rds-das-cluster-DEF", the stream of the cluster that clusterResourceId names.',
    ],
  ];
  for (const [what, args, message] of elsewhere) {
    it(`${what} is refused when that is known, and nothing is made`, async () => {
      const { resources, error } = await make(args);
      assert.equal(error?.message, `ActivityMonitor "orders": ${message}`);
      assert.deepEqual(
        resources.map(({ type }) => type).filter((type) => type !== "aws-secure-database:index:ActivityMonitor"),
        [],
      );
    });
  }

  const week = ["sun:03:00-sun:03:01", "sun:03:01-sun:03:00", "sun:23:59-mon:00:00", "mon:00:00-mon:00:00"];
  for (const [what, detections] of [
    ...week.map((window) => [window, { maintenanceWindow: window }] as const),
    ["the fewest log-ins and rows", { failedLogins: 2, bulkReadRows: 1 }],
    ["the most log-ins and rows", { failedLogins: 100, bulkReadRows: 1_000_000_000_000 }],
    ["too few rows", { bulkReadRows: 0 }],
  ] as const) {
    it(`hold ${what}: its consumer takes them, or they are refused beforehand`, async () => {
      const made = await make({ detections });
      if (made.error === undefined) {
        assert.doesNotThrow(() => readSettings({ ...environmentOf(made), AWS_REGION: "eu-west-1" }));
      } else {
        assert.match(made.error.message, /^ActivityMonitor "orders": detections\.\w+ is /);
        assert.deepEqual(made.resources, []);
      }
    });
  }
});

describe("what stays when an ActivityMonitor is destroyed", () => {
  const rows: readonly [Partial<ActivityMonitorArgs>, boolean][] = [
    [{}, true],
    [{ stopStreamOnDestroy: true }, false],
  ];
  for (const [args, retained] of rows) {
    it(`with ${JSON.stringify(args)} the stream and its key ${retained ? "stay" : "go"}, and nothing else stays`, async () => {
      const kept: string[] = [];
      await run(() => {
        new ActivityMonitor(
          "orders",
          { ...cluster, ...args },
          {
            transformations: [
              ({ type, name, opts }) => {
                if (opts.retainOnDelete === true) {
                  kept.push(`${type.split(":").at(-1)} ${name}`);
                }
                return undefined;
              },
            ],
          },
        );
      });
      assert.deepEqual(
        kept.sort(),
        retained
          ? [
              "Alias orders-stream",
              "ClusterActivityStream orders",
              "EncryptionKey orders-stream",
              "Grant orders-stream-activity-monitor",
              "Key orders-stream",
            ]
          : [],
      );
    });
  }
});
