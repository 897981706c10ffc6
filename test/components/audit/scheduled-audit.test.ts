import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { metricDimension, metricNames, metricNamespace } from "../../../audit/function/metrics";
import { readDelivery, readQuestion } from "../../../audit/function/settings";
import { formatNames } from "../../../audit/report/format-names";
import { ScheduledAudit, type ScheduledAuditArgs } from "../../../components";
import { reportFormats } from "../../../components/audit/scheduled-audit-settings";
import { textsOfCode } from "../../support/function-files";
import { type Run, run, scopes } from "../../support/mocks";

const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";
const topicArn = "arn:aws:sns:eu-west-1:123456789012:security";

const make = (args: ScheduledAuditArgs = {}, scope: (typeof scopes)[keyof typeof scopes] = scopes.aws) =>
  run(() => new ScheduledAudit("orders", args), scope);

const types = {
  function: "aws:lambda/function:Function",
  invoke: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  schedule: "aws:scheduler/schedule:Schedule",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  key: "aws:kms/key:Key",
  topic: "aws:sns/topic:Topic",
  topicPolicy: "aws:sns/topicPolicy:TopicPolicy",
  subscription: "aws:sns/topicSubscription:TopicSubscription",
  queue: "aws:sqs/queue:Queue",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  encryption: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  lifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  lock: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
};

const without = (made: Run, type: string) => made.resources.filter((resource) => resource.type === type).length === 0;

const environmentOf = ({ one }: Run): Record<string, string> => ({
  ...(one(types.function).inputs.environment as { variables: Record<string, string> }).variables,
  AWS_LAMBDA_FUNCTION_NAME: "orders-audit-1234567",
  AWS_REGION: "eu-west-1",
});

describe("ScheduledAudit", () => {
  it("audits this region daily, without an argument", async () => {
    const made = await make();
    assert.equal(made.error, undefined);
    const { handler, architectures, runtime, timeout, memorySize, reservedConcurrentExecutions } = made.one(
      types.function,
    ).inputs;
    assert.deepEqual(
      [handler, architectures, runtime, timeout, memorySize, reservedConcurrentExecutions],
      ["index.scheduled", ["arm64"], "nodejs22.x", 900, 1024, 1],
    );
    const { scheduleExpression, scheduleExpressionTimezone, target } = made.one(types.schedule).inputs;
    assert.deepEqual([scheduleExpression, scheduleExpressionTimezone], ["cron(0 5 * * ? *)", "UTC"]);
    assert.deepEqual(target, {
      arn: made.one(types.function).state.arn,
      roleArn: made.one(types.role, "orders-schedule").state.arn,
      retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 10 },
      deadLetterConfig: { arn: made.one(types.queue).state.arn },
    });
    const question = readQuestion(environmentOf(made), () => assert.fail("no file is named"));
    assert.deepEqual(question, { regions: ["eu-west-1"], severity: "low" });
    assert.ok(without(made, types.subscription));
  });

  it("encrypts everything under one key", async () => {
    const made = await make();
    const key = made.one(types.key).state.arn;
    const [rule] = made.one(types.encryption).inputs.rules as {
      applyServerSideEncryptionByDefault: { kmsMasterKeyId: string };
    }[];
    assert.deepEqual(
      [
        rule?.applyServerSideEncryptionByDefault.kmsMasterKeyId,
        made.one(types.topic).inputs.kmsMasterKeyId,
        made.one(types.queue).inputs.kmsMasterKeyId,
        made.one(types.logGroup).inputs.kmsKeyId,
        environmentOf(made).KEY_ARN,
      ],
      [key, key, key, key, key],
    );
  });

  it("gives the function settings that it takes, and what it is asked as files", async () => {
    const configuration = '{"all": "advisory"}';
    const exceptions = "exceptions: []\n";
    const made = await make({
      regions: ["all"],
      controls: ["rds-instance-not-public"],
      severity: "high",
      configuration,
      exceptions,
      reportFormats: ["csv"],
      securityHub: true,
    });
    const env = environmentOf(made);
    const files = await textsOfCode(made.one(types.function));
    assert.deepEqual(
      readQuestion(env, (name) => files[name] ?? assert.fail(name)),
      {
        regions: "all",
        severity: "high",
        controls: ["rds-instance-not-public"],
        configuration,
        exceptions,
      },
    );
    const { formats, securityHub, bucket } = readDelivery(env);
    assert.deepEqual([formats, securityHub, bucket], [["json", "csv"], true, "orders-reports-1234567"]);
  });

  it("publishes to a topic of others, under its key, and makes none", async () => {
    const topicKmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/2222-3333";
    const made = await make({ topicArn, topicKmsKeyArn, emails: ["security@example.com", "dba@example.com"] });
    assert.ok(without(made, types.topic) && without(made, types.topicPolicy));
    const subscribed = made.resources.filter(({ type }) => type === types.subscription);
    assert.deepEqual(
      subscribed.map(({ inputs }) => [inputs.topic, inputs.protocol, inputs.endpoint]),
      [
        [topicArn, "email", "security@example.com"],
        [topicArn, "email", "dba@example.com"],
      ],
    );
  });

  it("takes keys and a topic of another account in its region, which AWS lets accounts share", async () => {
    const [key, topicKey] = ["1", "2"].map((id) => `arn:aws:kms:eu-west-1:210987654321:key/${id}`);
    const shared = "arn:aws:sns:eu-west-1:345678901234:security";
    const made = await make({ kmsKeyArn: key, topicArn: shared, topicKmsKeyArn: topicKey });
    assert.equal(made.error, undefined);
    assert.deepEqual([environmentOf(made).KEY_ARN, environmentOf(made).TOPIC_ARN], [key, shared]);
  });

  const elsewhere: readonly [title: string, args: ScheduledAuditArgs, message: string][] = [
    [
      "a key of another region",
      { kmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1" },
      'kmsKeyArn is "arn:aws:kms:eu-central-1:123456789012:key/1", but must be of partition aws and region eu-west-1, those of the provider.',
    ],
    [
      "a key of another partition, as an output",
      { kmsKeyArn: pulumi.output("arn:aws-cn:kms:cn-north-1:123456789012:key/1") },
      'kmsKeyArn is "arn:aws-cn:kms:cn-north-1:123456789012:key/1", but must be of partition aws and region eu-west-1, those of the provider.',
    ],
    [
      "a topic of another region",
      {
        topicArn: "arn:aws:sns:eu-central-1:123456789012:security",
        topicKmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1",
      },
      'topicArn is "arn:aws:sns:eu-central-1:123456789012:security", but must be of partition aws and region eu-west-1, those of the provider.',
    ],
    [
      "a topic of another partition",
      {
        topicArn: "arn:aws-cn:sns:cn-north-1:123456789012:security",
        topicKmsKeyArn: "arn:aws-cn:kms:cn-north-1:123456789012:key/1",
      },
      'topicArn is "arn:aws-cn:sns:cn-north-1:123456789012:security", but must be of partition aws and region eu-west-1, those of the provider.',
    ],
    [
      "a topic and, as an output, a key of another region",
      { topicArn, topicKmsKeyArn: pulumi.output("arn:aws:kms:eu-central-1:123456789012:key/1") },
      'topicKmsKeyArn is "arn:aws:kms:eu-central-1:123456789012:key/1", but must be of partition aws and region eu-west-1, those of topicArn.',
    ],
    [
      "regions of another partition",
      { regions: ["cn-north-1", "cn-northwest-1"] },
      'regions is ["cn-north-1","cn-northwest-1"], but must be regions of partition aws, that of the provider.',
    ],
  ];
  for (const [title, args, message] of elsewhere) {
    it(`refuses, where the provider is known, ${title}`, async () => {
      const { error } = await make(args);
      assert.equal(error?.message, `ScheduledAudit "orders": ${message}`);
    });
  }

  for (const [partition, region] of [
    ["aws-cn", "cn-northwest-1"],
    ["aws-us-gov", "us-gov-east-1"],
  ] as const) {
    it(`audits ${region} from ${partition}`, async () => {
      const made = await make({ regions: [region] }, scopes[partition]);
      assert.equal(made.error, undefined);
      assert.equal(environmentOf(made).REGIONS, region);
    });
  }

  it("audits the European Sovereign Cloud", async () => {
    const place = { ...scopes.aws, partition: "aws-eusc", dnsSuffix: "amazonaws.eu", region: "eusc-de-east-1" };
    const made = await run(() => new ScheduledAudit("orders", { regions: ["eusc-de-east-1"] }), place);
    assert.equal(made.error, undefined);
    assert.equal(environmentOf(made).REGIONS, "eusc-de-east-1");
  });

  it("makes no key where one is given", async () => {
    const made = await make({ kmsKeyArn: keyArn });
    assert.ok(without(made, types.key));
    assert.equal(made.one(types.queue).inputs.kmsMasterKeyId, keyArn);
  });

  it("tries an audit that failed once more, and sets it aside then", async () => {
    const made = await make();
    const { maximumRetryAttempts, destinationConfig } = made.one(types.invoke).inputs;
    assert.deepEqual(
      [maximumRetryAttempts, destinationConfig],
      [1, { onFailure: { destination: made.one(types.queue).state.arn } }],
    );
  });

  it("alarms to its topic, of metrics that the function writes", async () => {
    const made = await make();
    const alarms = made.resources.filter(({ type }) => type === types.alarm);
    assert.deepEqual(
      alarms
        .map(({ name, inputs }) => [
          name,
          inputs.metricName,
          inputs.treatMissingData,
          inputs.period,
          inputs.evaluationPeriods,
        ])
        .sort(),
      [
        ["orders-dead-letters", "ApproximateNumberOfMessagesVisible", "notBreaching", 300, 1],
        ["orders-failed", "Errors", "ignore", 300, 1],
        ["orders-incomplete", "IncompleteScopes", "ignore", 300, 1],
        ["orders-overdue", "Audits", "breaching", 3600, 26],
        ["orders-throttled", "Throttles", "notBreaching", 300, 1],
      ],
    );
    const own = alarms.filter(({ inputs }) => inputs.namespace === metricNamespace);
    assert.deepEqual(own.map(({ inputs }) => String(inputs.metricName)).sort(), [
      metricNames.audits,
      metricNames.incompleteScopes,
    ]);
    assert.ok(
      own.every(({ inputs }) => {
        const dimensions = inputs.dimensions as Record<string, string>;
        return dimensions[metricDimension] === made.one(types.function).state.name;
      }),
    );
    const topic = made.one(types.topic).state.arn;
    assert.ok(alarms.every(({ inputs }) => (inputs.alarmActions as unknown[])[0] === topic));
  });

  const overdue: readonly [args: ScheduledAuditArgs, periods: number | undefined][] = [
    [{ schedule: "rate(1 hour)" }, 3],
    [{ schedule: "rate(90 minutes)" }, 4],
    [{ schedule: "rate(6 days)" }, 146],
    [{ schedule: "cron(30 6 ? * * *)" }, 26],
    [{ schedule: "cron(0 6 ? * MON-FRI *)", overdueHours: 75 }, 75],
    [{ schedule: "cron(0 6 1 * ? *)", overdueHours: 0 }, undefined],
    [{ schedule: "cron(0 6 ? * 2-6 *)" }, 74],
    [{ schedule: "cron(15 0/6 * * ? *)" }, 8],
    [{ schedule: "cron(0 6 ? * FRI#2 *)", overdueHours: 0 }, undefined],
    [{ schedule: "cron(0 6 LW * ? *)", overdueHours: 0 }, undefined],
    [{ schedule: "cron(0 6 ? * 6L *)", overdueHours: 0 }, undefined],
    [{ schedule: "cron(0 5 ? * MON *)", overdueHours: 168 }, 168],
    [{ schedule: "cron(0 5 ? * L *)", overdueHours: 168 }, 168],
    [{ overdueHours: 24 }, 24],
    // The night on which the clocks are set back is an hour longer.
    [{ timeZone: "Europe/Berlin" }, 27],
    [{ timeZone: "Africa/Lagos" }, 26],
    [{ timeZone: "Asia/Kathmandu", overdueHours: 24 }, 24],
    [{ timeZone: "Australia/Lord_Howe" }, 27],
    [{ timeZone: "Europe/Berlin", schedule: "cron(0 * * * ? *)" }, 4],
    [{ timeZone: "Europe/Berlin", schedule: "rate(1 day)" }, 26],
    // 2:30 is left out when they are set forward.
    [{ timeZone: "Europe/Berlin", schedule: "cron(30 2 * * ? *)" }, 49],
    [{ timeZone: "Europe/Berlin", schedule: "cron(0 5 ? * MON *)", overdueHours: 168 }, 168],
    [{ timeZone: "America/New_York", schedule: "cron(0 6 ? * MON-FRI *)" }, 75],
  ];
  for (const [args, periods] of overdue) {
    it(`${periods === undefined ? "has no alarm for" : `waits ${periods} hours for`} an audit: ${JSON.stringify(args)}`, async () => {
      const made = await make(args);
      assert.equal(made.error, undefined);
      const alarm = made.resources.find(({ name, type }) => type === types.alarm && name === "orders-overdue");
      assert.equal(alarm?.inputs.evaluationPeriods, periods);
    });
  }

  it("keeps reports for 400 days, the latest for ever, and what is replaced or deleted for 30 days more", async () => {
    const made = await make();
    assert.deepEqual(made.one(types.lifecycle).inputs.rules, [
      { id: "reports", status: "Enabled", filter: { prefix: "reports/" }, expiration: { days: 400 } },
      {
        id: "old-versions",
        status: "Enabled",
        filter: { prefix: "" },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ]);
    assert.ok(without(made, types.lock));
  });

  it("keeps and locks reports as it is told", async () => {
    const made = await make({ bucket: { expireDays: 800, objectLockDays: 400, objectLockMode: "COMPLIANCE" } });
    assert.deepEqual(made.one(types.lock).inputs.rule, { defaultRetention: { mode: "COMPLIANCE", days: 400 } });
    assert.equal(made.one("aws:s3/bucket:Bucket").inputs.objectLockEnabled, undefined);
  });

  it("takes every form that the audit writes", () => {
    assert.deepEqual(["json", ...reportFormats].sort(), [...formatNames].sort());
  });

  const anySchedule =
    'be a "rate(...)" or a "cron(...)" of six fields whose audits are 1 hour or more apart, such as "rate(12 hours)" or "cron(0 5 * * ? *)"';
  const schedule = `but must ${anySchedule}.`;
  const sixFields = "have the six fields minute, hour, day of the month, month, day of the week, year";
  const oneDay = 'have "?" as either its day of the month or its day of the week, as AWS takes one of them alone';
  const another = (field: string, found: string) =>
    `have another ${field} than "${found}", which EventBridge Scheduler does not take`;
  const refused: readonly [args: Record<string, unknown>, message: string][] = [
    [{ schedule: "daily" }, `schedule is "daily", ${schedule}`],
    [{ schedule: "at(2027-01-01T00:00:00)" }, `schedule is "at(2027-01-01T00:00:00)", ${schedule}`],
    [{ schedule: "rate(0 hours)" }, `schedule is "rate(0 hours)", ${schedule}`],
    [{ schedule: "rate(2 weeks)" }, `schedule is "rate(2 weeks)", ${schedule}`],
    [{ schedule: "rate(100000 hours)" }, `schedule is "rate(100000 hours)", ${schedule}`],
    [{ schedule: 5 }, `schedule is 5, ${schedule}`],
    ...(
      [
        ["rate(1 hours)", 'have "minute", "hour" or "day" for 1, and "minutes", "hours" or "days" for more'],
        ["rate(2 hour)", 'have "minute", "hour" or "day" for 1, and "minutes", "hours" or "days" for more'],
        ["rate(59 minutes)", "have audits that are 1 hour or more apart, not 59 minutes"],
        ["cron(0,30 5 * * ? *)", "have audits that are 1 hour or more apart, not 30 minutes"],
        ["cron(* * * * ? *)", "have audits that are 1 hour or more apart, not 1 minute"],
        ["cron(0 5 * * *)", `${sixFields}, and has 5`],
        ["cron()", `${sixFields}, and has 0`],
        ["cron(0  5 * * ? *)", anySchedule],
        ["cron(0 5 * * ? * *)", `${sixFields}, and has 7`],
        ["cron(0 5 * * * *)", oneDay],
        ["cron(0 5 ? * ? *)", oneDay],
        ["cron(99 5 * * ? *)", another("minute", "99")],
        ["cron(0 24 * * ? *)", another("hour", "24")],
        ["cron(0 */0 * * ? *)", another("hour", "*/0")],
        ["cron(0 5 32 * ? *)", another("day of the month", "32")],
        ["cron(0 5 1 13 ? *)", another("month", "13")],
        ["cron(0 5 1 FOO ? *)", another("month", "FOO")],
        ["cron(0 5 ? * 0 *)", another("day of the week", "0")],
        ["cron(0 5 ? * 8 *)", another("day of the week", "8")],
        ["cron(0 5 ? * 6#6 *)", another("day of the week", "6#6")],
        ["cron(0 5 1 1 ? 2030-2300)", another("year", "2030-2300")],
        ["cron(0 5 30 2 ? *)", "be of a day that comes: no audit would ever be run"],
        ["cron(0 5 1 1 ? 1999)", "be of a day that comes: no audit would ever be run"],
        ["cron(? 5 * * ? *)", anySchedule],
      ] as const
    ).map(([wrong, needed]): [Record<string, unknown>, string] => [
      { schedule: wrong },
      `schedule is "${wrong}", but must ${needed}.`,
    ]),
    [{ timeZone: "Mars" }, 'timeZone is "Mars", but must be the name of a time zone, such as "Europe/Berlin".'],
    [{ timeZone: "+01:00" }, 'timeZone is "+01:00", but must be the name of a time zone, such as "Europe/Berlin".'],
    [
      { timeZone: "Europe/Berlin", overdueHours: 24 },
      'overdueHours is 24, but must be from 25 to 168, as audits of "cron(0 5 * * ? *)", where the clocks of Europe/Berlin change, are up to 25 hours apart, or 0 for no alarm.',
    ],
    [{ overdueHours: 169 }, "overdueHours is 169, but must be a whole number from 0 to 168 (hours)."],
    [
      { schedule: "cron(0 5 ? * MON *)" },
      'overdueHours is missing, but must be 168, as audits of "cron(0 5 ? * MON *)" are up to 168 hours apart, or 0 for no alarm.',
    ],
    [
      { schedule: "rate(8 days)" },
      'overdueHours is missing, but must be 0, for no alarm: audits of "rate(8 days)" are more than 168 hours apart.',
    ],
    // More runs in a row than are looked at, and then none for ten months.
    [
      { schedule: "cron(0 * * 1-2 ? *)" },
      'overdueHours is missing, but must be 0, for no alarm: audits of "cron(0 * * 1-2 ? *)" are more than 168 hours apart.',
    ],
    [
      { schedule: "cron(0 5 1 * ? *)", overdueHours: 75 },
      'overdueHours is 75, but must be 0, for no alarm: audits of "cron(0 5 1 * ? *)" are more than 168 hours apart.',
    ],
    [
      { schedule: "rate(12 hours)", overdueHours: 6 },
      'overdueHours is 6, but must be from 12 to 168, as audits of "rate(12 hours)" are up to 12 hours apart, or 0 for no alarm.',
    ],
    [
      { schedule: "cron(0 6 ? * MON-FRI *)", overdueHours: 26 },
      'overdueHours is 26, but must be from 72 to 168, as audits of "cron(0 6 ? * MON-FRI *)" are up to 72 hours apart, or 0 for no alarm.',
    ],
    [
      { regions: [] },
      'regions is [], but must be a list of at least one region, such as "eu-central-1", and none twice, at most 60, or ["all"].',
    ],
    [
      { regions: ["all", "eu-west-1"] },
      'regions is ["all","eu-west-1"], but must be a list of at least one region, such as "eu-central-1", and none twice, at most 60, or ["all"].',
    ],
    [
      { regions: ["us-gov-west-1", "us-east-1"] },
      'regions names "us-gov-west-1" of partition aws-us-gov and "us-east-1" of partition aws, but must name regions of one partition: an audit has the credentials of one.',
    ],
    [
      { controls: ["rds-instance-public"] },
      'controls names "rds-instance-public", which is no control; docs/controls.md lists them. Did you mean rds-instance-not-public?',
    ],
    [
      { controls: ["rds-instance-multiaz"] },
      'controls names "rds-instance-multiaz", which is no control; docs/controls.md lists them. Did you mean rds-instance-multi-az?',
    ],
    [{ controls: ["database"] }, 'controls names "database", which is no control; docs/controls.md lists them.'],
    [
      { controls: [] },
      "controls is [], but must be a list of at least one control, each the id of a control, and none twice.",
    ],
    [{ severity: "worst" }, 'severity is "worst", but must be one of "critical", "high", "medium", "low".'],
    [
      { configuration: "[]" },
      'configuration is "[]", but must be the text of a JSON object, as the policy pack\'s configuration is, not the name of its file.',
    ],
    [
      { configuration: "all: advisory" },
      'configuration is "all: advisory", but must be the text of a JSON object, as the policy pack\'s configuration is, not the name of its file.',
    ],
    [{ exceptions: " " }, 'exceptions is " ", but must be the text of a file of exceptions, not its name.'],
    [
      { exceptions: "./exceptions.yaml" },
      'exceptions is "./exceptions.yaml", but must be the text of a file of exceptions, not its name.',
    ],
    [
      { configuration: '{"rds-instance-public": "mandatory"}' },
      "configuration has an error in line 1: rds-instance-public is not a control, and Pulumi would ignore it silently; `npx aws-secure-database controls` lists them. Did you mean rds-instance-not-public?",
    ],
    [
      {
        exceptions:
          "exceptions:\n  - id: EXC-1\n    controls: [rds-instance-public]\n    resources: ['*']\n    reason: r\n    owner: o\n    expires: '2030-01-01'\n",
      },
      'exceptions has an error in line 3: exception EXC-1: controls[0] is "rds-instance-public", which is not a control; `npx aws-secure-database controls` lists them. Did you mean rds-instance-not-public?',
    ],
    [
      { exceptions: "exceptions: 1\n" },
      "exceptions has an error in line 1: exceptions is 1; the file holds one key, exceptions, with a list of them.",
    ],
    [{ configuration: '{"all": "disabled"}' }, "configuration leaves no control to ask, but must leave at least one."],
    [
      { controls: ["rds-instance-multi-az"], severity: "critical" },
      'controls ["rds-instance-multi-az"] with severity "critical" leaves no control to ask, but must leave at least one.',
    ],
    [
      {
        controls: ["rds-instance-not-public"],
        severity: "high",
        configuration: '{"rds-instance-not-public": "disabled"}',
      },
      'controls ["rds-instance-not-public"] with severity "high" and configuration leaves no control to ask, but must leave at least one.',
    ],
    // Off by default, so that it would find nothing for ever.
    [
      { controls: ["rds-instance-port"] },
      'controls ["rds-instance-port"] leaves no control to ask, but must leave at least one: rds-instance-port is off; set its option `enabled` to true in configuration.',
    ],
    [
      { reportFormats: ["json"] },
      'reportFormats is ["json"], but must be a list of at least one form, each one of "text", "csv", "markdown", "sarif", "junit", "asff", "ocsf", "html", and none twice.',
    ],
    [{ securityHub: "yes" }, 'securityHub is "yes", but must be true or false.'],
    [{ bucket: { objectLockMode: "COMPLIANCE" } }, "bucket.objectLockMode is given, but needs bucket.objectLockDays."],
    [
      { bucket: { objectLockDays: 401 } },
      "bucket.objectLockDays is 401, but must be at most the bucket.expireDays, 400.",
    ],
    [{ bucket: { expireDays: 0 } }, "bucket.expireDays is 0, but must be a whole number from 1 to 36500 (days)."],
    [
      { bucket: { archiveDays: 30 } },
      "bucket.archiveDays is no argument; allowed are expireDays, objectLockDays, objectLockMode.",
    ],
    [
      { kmsKeyArn: "alias/audit" },
      'kmsKeyArn is "alias/audit", but must be the ARN of a customer managed key, arn:aws:kms:<region>:<account>:key/<id>.',
    ],
    [
      { topicArn: "security", topicKmsKeyArn: keyArn },
      'topicArn is "security", but must be the ARN of a topic, arn:aws:sns:<region>:<account>:<name>.',
    ],
    ...["foo", ""].map((wrong): [Record<string, unknown>, string] => [
      { topicArn: wrong },
      `topicArn is "${wrong}", but must be the ARN of a topic, arn:aws:sns:<region>:<account>:<name>.`,
    ]),
    [
      { topicArn, topicKmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1" },
      'topicKmsKeyArn is "arn:aws:kms:eu-central-1:123456789012:key/1", but must be of partition aws and region eu-west-1, those of topicArn.',
    ],
    // The key of the audit is not taken for that of a topic of others.
    [
      { topicArn, kmsKeyArn: keyArn },
      "topicKmsKeyArn is missing, but must be the key of the topic that topicArn names.",
    ],
    [
      { topicKmsKeyArn: keyArn },
      "topicKmsKeyArn is given, but needs topicArn: a topic of its own has the key of the audit.",
    ],
    [
      { topicArn: "arn:aws:sns:eu-west-1:123456789012:security" },
      "topicKmsKeyArn is missing, but must be the key of the topic that topicArn names.",
    ],
    [
      { topicArn, topicKmsKeyArn: "alias/topic" },
      'topicKmsKeyArn is "alias/topic", but must be the ARN of a customer managed key, arn:aws:kms:<region>:<account>:key/<id>.',
    ],
    [
      { emails: ["security"] },
      'emails is ["security"], but must be a list of at least one address, each an e-mail address, and none twice.',
    ],
    [{ memorySize: Number.NaN }, "memorySize is NaN, but must be a whole number from 512 to 10240 (MiB)."],
    [
      { regions: null },
      'regions is null, but must be a list of at least one region, such as "eu-central-1", and none twice, at most 60, or ["all"].',
    ],
    [{ tags: null }, "tags is null, but must be an object of tag key to value."],
    [{ memorySize: 256 }, "memorySize is 256, but must be a whole number from 512 to 10240 (MiB)."],
    [
      { logRetentionDays: 2 },
      "logRetentionDays is 2, but must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.",
    ],
    [{ tags: ["a"] }, 'tags is ["a"], but must be an object of tag key to value.'],
  ];
  it("needs no arguments in a program without types, and names what are none", async () => {
    const Untyped = ScheduledAudit as unknown as new (name: string, args?: unknown) => ScheduledAudit;
    assert.equal((await run(() => new Untyped("orders"))).error, undefined);
    for (const [args, shown] of [
      [null, "null"],
      ["daily", '"daily"'],
    ]) {
      assert.equal(
        (await run(() => new Untyped("orders", args))).error?.message,
        `ScheduledAudit "orders": args is ${shown}, but must be an object of argument name to value, plain (not an output).`,
      );
    }
  });

  for (const [args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await make(args as ScheduledAuditArgs);
      assert.equal(error?.message, `ScheduledAudit "orders": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});
