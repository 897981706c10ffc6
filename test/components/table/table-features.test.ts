import assert from "node:assert/strict";
import { SecureTable } from "../../../components";
import { replicaArn } from "../../../components/table/table-features";
import { streamPolicy, tablePolicy } from "../../../components/table/table-policy";
import { type Run, run } from "../../support/mocks";
import { statements } from "../statements";

const tableType = "aws:dynamodb/table:Table";
const hashKey = "userId";
const index = { name: "byDevice", hashKey: "device" };

function all({ resources }: Run, type: string): readonly Readonly<Record<string, unknown>>[] {
  return resources.filter((one) => one.type === type).map(({ inputs }) => inputs);
}

describe("the features of a SecureTable", () => {
  it("let provisioned capacity follow the load, of the table and its indexes", async () => {
    const registered = await run(
      () =>
        new SecureTable("sessions", {
          hashKey,
          globalSecondaryIndexes: [index],
          provisioned: { minReadUnits: 2, maxReadUnits: 20, targetUtilization: 60 },
        }),
    );
    const { billingMode, readCapacity, writeCapacity } = registered.one(tableType).inputs;
    assert.deepEqual([billingMode, readCapacity, writeCapacity], ["PROVISIONED", 2, 5]);
    assert.deepEqual(
      all(registered, "aws:appautoscaling/target:Target").map((target) => [
        target.resourceId,
        target.scalableDimension,
        target.minCapacity,
        target.maxCapacity,
      ]),
      [
        ["table/sessions-1234567", "dynamodb:table:ReadCapacityUnits", 2, 20],
        ["table/sessions-1234567", "dynamodb:table:WriteCapacityUnits", 5, 100],
        ["table/sessions-1234567/index/byDevice", "dynamodb:index:ReadCapacityUnits", 2, 20],
        ["table/sessions-1234567/index/byDevice", "dynamodb:index:WriteCapacityUnits", 5, 100],
      ],
    );
    assert.deepEqual(
      all(registered, "aws:appautoscaling/policy:Policy").map(
        (policy) => policy.targetTrackingScalingPolicyConfiguration,
      ),
      ["Read", "Write", "Read", "Write"].map((way) => ({
        targetValue: 60,
        predefinedMetricSpecification: { predefinedMetricType: `DynamoDB${way}CapacityUtilization` },
      })),
    );
  });

  it("send changes to a Kinesis stream under the table's key, or to one that is there", async () => {
    const { one } = await run(() => new SecureTable("sessions", { hashKey, kinesis: { retentionHours: 48 } }));
    const { encryptionType, kmsKeyId, retentionPeriod } = one("aws:kinesis/stream:Stream").inputs;
    assert.deepEqual([encryptionType, kmsKeyId, retentionPeriod], ["KMS", one("aws:kms/key:Key").state.arn, 48]);
    const streamArn = "arn:aws:kinesis:eu-west-1:123456789012:stream/changes";
    const given = await run(() => new SecureTable("sessions", { hashKey, kinesis: { streamArn } }));
    assert.equal(
      given.one("aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination").inputs.streamArn,
      streamArn,
    );
    assert.deepEqual(all(given, "aws:kinesis/stream:Stream"), []);
  });

  it("keep each replica under a key of its region, protected and guarded as the table is", async () => {
    const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/0000-1111";
    const registered = await run(
      () =>
        new SecureTable("sessions", {
          hashKey,
          replicas: [{ region: "eu-central-1" }, { region: "us-east-1", kmsKeyArn }],
        }),
    );
    const { one } = registered;
    const own = one("aws:kms/key:Key", "sessions-eu-central-1");
    assert.equal(own.inputs.region, "eu-central-1");
    const kept = { pointInTimeRecovery: true, deletionProtectionEnabled: true, propagateTags: true };
    assert.deepEqual(one(tableType).inputs.replicas, [
      { regionName: "eu-central-1", kmsKeyArn: own.state.arn, ...kept },
      { regionName: "us-east-1", kmsKeyArn, ...kept },
    ]);
    assert.equal(one(tableType).inputs.streamViewType, "NEW_AND_OLD_IMAGES");
    const policy = one("aws:dynamodb/resourcePolicy:ResourcePolicy", "sessions-eu-central-1").inputs;
    const arn = replicaArn(String(one(tableType).state.arn), "eu-central-1");
    assert.equal(arn, "arn:aws:dynamodb:eu-central-1:123456789012:table/sessions-1234567");
    assert.deepEqual([policy.resourceArn, policy.region, policy.policy], [arn, "eu-central-1", tablePolicy(arn, {})]);
    const selection = one("aws:backup/selection:Selection", "sessions-eu-central-1").inputs;
    assert.deepEqual([selection.resources, selection.region], [[arn], "eu-central-1"]);
    const vault = one("aws:backup/vault:Vault", "sessions-us-east-1").inputs;
    assert.deepEqual([vault.kmsKeyArn, vault.region], [kmsKeyArn, "us-east-1"]);
  });

  it("keep out who is of another organization, and items from what comes past the endpoint", () => {
    const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/sessions";
    const [, organization, items] = statements(
      tablePolicy(arn, { organizationId: "o-0123456789", vpcEndpointIds: ["vpce-0a"] }),
    );
    const notByService = { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" };
    assert.deepEqual(organization?.Condition, {
      StringNotEquals: { "aws:PrincipalOrgID": "o-0123456789" },
      BoolIfExists: notByService,
    });
    assert.deepEqual(items?.Condition, {
      StringNotEquals: { "aws:SourceVpce": ["vpce-0a"] },
      BoolIfExists: notByService,
    });
    assert.ok(!items?.Action.includes("dynamodb:UpdateTable") && items?.Action.includes("dynamodb:PartiQLSelect"));
  });

  const policyType = "aws:dynamodb/resourcePolicy:ResourcePolicy";
  const access = { organizationId: "o-0123456789", vpcEndpointIds: ["vpce-0a"] };
  const guarded: [what: string, args: object, names: string[]][] = [
    ["a stream", { streamViewType: "KEYS_ONLY", access }, ["sessions", "sessions-stream"]],
    ["no stream", { access }, ["sessions"]],
    ["no organization", { streamViewType: "KEYS_ONLY" }, ["sessions"]],
  ];
  for (const [what, args, names] of guarded) {
    it(`guard, with ${what}: ${names}`, async () => {
      const { resources } = await run(() => new SecureTable("sessions", { hashKey, ...args }));
      assert.deepEqual(
        resources
          .filter(({ type }) => type === policyType)
          .map(({ name }) => name)
          .sort(),
        names,
      );
    });
  }

  it("keep out of the stream who is of another organization, and no trigger of Lambda", () => {
    const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/sessions/stream/2026-11-28T00:00:00.000";
    assert.deepEqual(statements(streamPolicy(arn, "o-0123456789")), [
      {
        Sid: "RefuseOtherOrganizations",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Resource: arn,
        Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
        Condition: {
          StringNotEquals: { "aws:PrincipalOrgID": "o-0123456789" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
        },
      },
    ]);
  });

  it("count the keys of the table and each index", async () => {
    const registered = await run(
      () => new SecureTable("sessions", { hashKey, contributorInsights: true, globalSecondaryIndexes: [index] }),
    );
    assert.deepEqual(all(registered, "aws:dynamodb/contributorInsights:ContributorInsights"), [
      { tableName: "sessions-1234567" },
      { tableName: "sessions-1234567", indexName: "byDevice" },
    ]);
  });

  const refused: [args: object, message: string][] = [
    [
      { provisioned: {}, onDemandMaximums: {} },
      "onDemandMaximums is given beside provisioned, but a table is one or the other; leave one of them out.",
    ],
    [
      { provisioned: { minReadUnits: 10, maxReadUnits: 5 } },
      "provisioned.maxReadUnits is 5, but must be at least minReadUnits, 10.",
    ],
    [
      { provisioned: { targetUtilization: 100 } },
      "provisioned.targetUtilization is 100, but must be a whole number from 20 to 90 (percent).",
    ],
    [
      { onDemandMaximums: { readRequestUnits: 0 } },
      "onDemandMaximums.readRequestUnits is 0, but must be a whole number from 1 to 10000000 (units a second).",
    ],
    [
      { onDemandMaximums: { reads: 1 } },
      "onDemandMaximums.reads is no argument; allowed are readRequestUnits, writeRequestUnits.",
    ],
    [
      { streamViewType: "ALL" },
      'streamViewType is "ALL", but must be one of "KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES".',
    ],
    [
      { streamViewType: "NEW_IMAGE", replicas: [{ region: "us-east-1" }] },
      'streamViewType is "NEW_IMAGE" beside replicas, but must be "NEW_AND_OLD_IMAGES" with them.',
    ],
    [
      { replicas: [{ region: "us-east-1" }, { region: "us-east-1" }] },
      'replicas[1].region is "us-east-1", but must be another than those before it.',
    ],
    [{ replicas: [{}] }, 'replicas[0].region is missing, but must be the name of a region, such as "eu-central-1".'],
    [
      { kinesis: { streamArn: "changes" } },
      'kinesis.streamArn is "changes", but must be the ARN of a Kinesis stream, arn:aws:kinesis:<region>:<account>:stream/<name>.',
    ],
    [
      { kinesis: { streamArn: "arn:aws:kinesis:eu-west-1:123456789012:stream/changes", retentionHours: 24 } },
      "kinesis.retentionHours is given beside streamArn, but a stream that is there keeps changes as it does; leave one of them out.",
    ],
    [
      { access: { organizationId: "acme" } },
      'access.organizationId is "acme", but must be the id of an organization, "o-" and 10 to 32 letters and digits.',
    ],
    [{ access: { vpcEndpointIds: [] } }, "access.vpcEndpointIds is [], but must be a list of at least one id."],
    [
      { importFromS3: { bucket: "seed", format: "ION", csvDelimiter: ";" } },
      'importFromS3.csvDelimiter is given with format "ION", but is for "CSV" only.',
    ],
    [
      { importFromS3: { bucket: "Seed!", format: "ION" } },
      'importFromS3.bucket is "Seed!", but must be the name of a bucket, 3 to 63 characters.',
    ],
    [{ pointInTimeRecoveryDays: 36 }, "pointInTimeRecoveryDays is 36, but must be a whole number from 1 to 35 (days)."],
    [{ tableClass: "COLD" }, 'tableClass is "COLD", but must be one of "STANDARD", "STANDARD_INFREQUENT_ACCESS".'],
  ];
  for (const [args, message] of refused) {
    it(`refuse: ${message}`, async () => {
      const { resources, error } = await run(() => new SecureTable("sessions", { hashKey, ...args }));
      assert.equal(error?.message, `SecureTable "sessions": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});
