import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecureTable, type SecureTableArgs } from "../../../components";
import { run } from "../../support/mocks";
import { statements } from "../statements";

const tableType = "aws:dynamodb/table:Table";
const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/key-of-sessions";
const sharedKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";
const hashKey = "userId";

describe("SecureTable", () => {
  it("needs no argument but its key", async () => {
    const { one } = await run(() => new SecureTable("sessions", { hashKey }));
    assert.deepEqual(one(tableType).inputs, {
      billingMode: "PAY_PER_REQUEST",
      hashKey,
      attributes: [{ name: hashKey, type: "S" }],
      serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: true,
    });
  });

  it("lets DynamoDB and AWS Backup alone use the key of its own", async () => {
    const { one } = await run(() => new SecureTable("sessions", { hashKey }));
    assert.match(
      String(one("aws:kms/key:Key").inputs.policy),
      /"kms:ViaService":\["backup\.\*\.amazonaws\.com","dynamodb\.eu-west-1\.amazonaws\.com"\]/,
    );
  });

  it("shares a key that it is given", async () => {
    const { resources, one } = await run(() => new SecureTable("sessions", { hashKey, kmsKeyArn: sharedKeyArn }));
    assert.deepEqual(one(tableType).inputs.serverSideEncryption, { enabled: true, kmsKeyArn: sharedKeyArn });
    assert.equal(one("aws:backup/vault:Vault").inputs.kmsKeyArn, sharedKeyArn);
    assert.deepEqual(
      resources.filter(({ type }) => type === "aws:kms/key:Key"),
      [],
    );
  });

  it("refuses whoever comes without TLS", async () => {
    const { one } = await run(() => new SecureTable("sessions", { hashKey }));
    const { resourceArn, policy } = one("aws:dynamodb/resourcePolicy:ResourcePolicy").inputs;
    assert.equal(resourceArn, one(tableType).state.arn);
    assert.deepEqual(statements(policy), [
      {
        Sid: "RefuseClearText",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Resource: [resourceArn, `${resourceArn}/index/*`],
        Action: "dynamodb:*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  const all = "ALL";
  const taken: [args: Partial<SecureTableArgs>, property: string, value: unknown][] = [
    [{ rangeKey: "startedAt" }, "rangeKey", "startedAt"],
    [
      { rangeKey: "startedAt", attributes: { startedAt: "N" } },
      "attributes",
      [
        { name: "startedAt", type: "N" },
        { name: "userId", type: "S" },
      ],
    ],
    [
      { globalSecondaryIndexes: [{ name: "byDevice", hashKey: "device" }] },
      "globalSecondaryIndexes",
      [{ name: "byDevice", hashKey: "device", projectionType: all }],
    ],
    [
      { globalSecondaryIndexes: [{ name: "byDevice", hashKey: "device", rangeKey: "userId" }] },
      "attributes",
      [
        { name: "device", type: "S" },
        { name: "userId", type: "S" },
      ],
    ],
    [
      {
        rangeKey: "startedAt",
        localSecondaryIndexes: [{ name: "byAge", rangeKey: "age", projectionType: "KEYS_ONLY" }],
      },
      "localSecondaryIndexes",
      [{ name: "byAge", rangeKey: "age", projectionType: "KEYS_ONLY" }],
    ],
    [{ localSecondaryIndexes: [] }, "localSecondaryIndexes", []],
    [{ timeToLiveAttribute: "expiresAt" }, "ttl", { attributeName: "expiresAt", enabled: true }],
    [{ tags: { team: "orders" } }, "tags", { team: "orders" }],
    [{ tableClass: "STANDARD_INFREQUENT_ACCESS" }, "tableClass", "STANDARD_INFREQUENT_ACCESS"],
    [{ pointInTimeRecoveryDays: 7 }, "pointInTimeRecovery", { enabled: true, recoveryPeriodInDays: 7 }],
    [{ streamViewType: "NEW_IMAGE" }, "streamViewType", "NEW_IMAGE"],
    [{ streamViewType: "NEW_IMAGE" }, "streamEnabled", true],
    [
      { onDemandMaximums: { readRequestUnits: 100, writeRequestUnits: pulumi.output(50) } },
      "onDemandThroughput",
      { maxReadRequestUnits: 100, maxWriteRequestUnits: 50 },
    ],
    [
      {
        onDemandMaximums: { readRequestUnits: 100 },
        globalSecondaryIndexes: [{ name: "byDevice", hashKey: "device" }],
      },
      "globalSecondaryIndexes",
      [
        {
          name: "byDevice",
          hashKey: "device",
          projectionType: all,
          onDemandThroughput: { maxReadRequestUnits: 100 },
        },
      ],
    ],
    [
      { importFromS3: { bucket: "seed", keyPrefix: "items/", format: "CSV", csvHeaders: ["userId", "name"] } },
      "importTable",
      {
        inputFormat: "CSV",
        inputCompressionType: "NONE",
        inputFormatOptions: { csv: { headerLists: ["userId", "name"] } },
        s3BucketSource: { bucket: "seed", keyPrefix: "items/" },
      },
    ],
    [
      { deletionProtection: false, acceptedRisks: { "dynamodb-table-deletion-protection": "a trial" } },
      "deletionProtectionEnabled",
      false,
    ],
    [
      { pointInTimeRecovery: false, acceptedRisks: { "dynamodb-table-point-in-time-recovery": "a cache" } },
      "pointInTimeRecovery",
      { enabled: false },
    ],
  ];
  for (const [args, property, value] of taken) {
    it(`takes ${JSON.stringify(args)}`, async () => {
      const { one, error } = await run(() => new SecureTable("sessions", { hashKey, ...args }));
      assert.equal(error, undefined);
      assert.deepEqual(one(tableType).inputs[property], value);
    });
  }

  const acceptable =
    "dynamodb-table-point-in-time-recovery, dynamodb-table-deletion-protection, dynamodb-table-backup-plan";
  const rangeKey = "startedAt";
  const refused: [args: object | undefined, message: string][] = [
    [undefined, "hashKey is missing, but must be the name of an attribute, 1 to 255 characters."],
    [{}, "hashKey is missing, but must be the name of an attribute, 1 to 255 characters."],
    [{ hashKey: "" }, 'hashKey is "", but must be the name of an attribute, 1 to 255 characters.'],
    [
      { hashKey, attributes: { userId: "String" } },
      'attributes["userId"] is "String", but must be one of "S", "N", "B".',
    ],
    [
      { hashKey, attributes: "N" as unknown as Record<string, string> },
      'attributes is "N", but must be an object of attribute to type, plain (not an output).',
    ],
    [{ hashKey, attributes: { age: "N" } }, 'attributes names "age", but must name key attributes only: userId.'],
    [
      { hashKey, globalSecondaryIndexes: [{ name: "byDevice" }] },
      "globalSecondaryIndexes[0].hashKey is missing, but must be the name of an attribute, 1 to 255 characters.",
    ],
    [
      { hashKey: pulumi.output(hashKey) },
      "hashKey is an output, but must be the name of an attribute, 1 to 255 characters.",
    ],
    [{ hashKey, rangeKey: hashKey }, 'rangeKey is "userId", but must be another attribute than hashKey.'],
    [
      { hashKey, globalSecondaryIndexes: [{ name: "byDevice", hashKey: "device", rangeKey: "device" }] },
      'globalSecondaryIndexes[0].rangeKey is "device", ' +
        "but must be another attribute than globalSecondaryIndexes[0].hashKey.",
    ],
    [
      { hashKey, rangeKey: "age", localSecondaryIndexes: [{ name: "byUser", rangeKey: hashKey }] },
      'localSecondaryIndexes[0].rangeKey is "userId", but must be another attribute than hashKey.',
    ],
    [
      { hashKey, rangeKey, localSecondaryIndexes: [{ name: "byAge", rangeKey: "age", projectionType: "INCLUDE" }] },
      'localSecondaryIndexes[0] has projectionType "INCLUDE" and 0 nonKeyAttributes, ' +
        'but must have nonKeyAttributes with "INCLUDE" and only then.',
    ],
    [
      { hashKey, rangeKey, localSecondaryIndexes: [{ name: "byAge", rangeKey: "age", nonKeyAttributes: ["name"] }] },
      'localSecondaryIndexes[0] has projectionType "ALL" and 1 nonKeyAttributes, ' +
        'but must have nonKeyAttributes with "INCLUDE" and only then.',
    ],
    [
      { hashKey, localSecondaryIndexes: [{ name: "byAge", rangeKey: "age" }] },
      "localSecondaryIndexes is given without rangeKey, but must come with it; " +
        "DynamoDB takes local indexes only in a table with a sort key.",
    ],
    [
      { hashKey, rangekey: "startedAt" },
      "rangekey is no argument; allowed are acceptedRisks, access, attributes, backupPlan, backupPlanId, " +
        "backupRoleArn, contributorInsights, deletionProtection, globalSecondaryIndexes, hashKey, importFromS3, " +
        "kinesis, kmsKeyArn, localSecondaryIndexes, onDemandMaximums, pointInTimeRecovery, pointInTimeRecoveryDays, " +
        "provisioned, rangeKey, replicas, streamViewType, tableClass, tags, timeToLiveAttribute. Did you mean rangeKey?",
    ],
    [
      { hashKey, globalSecondaryIndexes: [{ name: "byDevice", hashKey: "device", projection: "ALL" }] },
      "globalSecondaryIndexes[0].projection is no argument; " +
        "allowed are hashKey, name, nonKeyAttributes, projectionType, rangeKey. Did you mean projectionType?",
    ],
    [
      { hashKey, rangeKey, localSecondaryIndexes: [{ name: "byAge", hashKey, rangeKey: "age" }] },
      "localSecondaryIndexes[0].hashKey is no argument; allowed are name, nonKeyAttributes, projectionType, rangeKey.",
    ],
    [
      { hashKey, globalSecondaryIndexes: [null] },
      "globalSecondaryIndexes[0] is null, but must be an object of argument name to value, plain (not an output).",
    ],
    [
      { hashKey, acceptedRisks: ["dynamodb-table-deletion-protection"] },
      'acceptedRisks is ["dynamodb-table-deletion-protection"], ' +
        "but must be an object of control id to reason, plain (not an output).",
    ],
    [
      { hashKey, kmsKeyArn: "alias/aws/dynamodb" },
      'kmsKeyArn is "alias/aws/dynamodb", but must be the ARN of a customer managed key, ' +
        "arn:aws:kms:<region>:<account>:key/<id>.",
    ],
    [
      { hashKey, acceptedRisks: { "rds-instance-multi-az": "a trial" } },
      `acceptedRisks names "rds-instance-multi-az", which no argument here can weaken; allowed are ${acceptable}.`,
    ],
    [
      { hashKey, deletionProtection: false },
      "deletionProtection is false, which fails the control dynamodb-table-deletion-protection; " +
        'make it true, or state the reason in acceptedRisks["dynamodb-table-deletion-protection"].',
    ],
    [
      { hashKey, pointInTimeRecovery: false },
      "pointInTimeRecovery is false, which fails the control dynamodb-table-point-in-time-recovery; " +
        'make it true, or state the reason in acceptedRisks["dynamodb-table-point-in-time-recovery"].',
    ],
  ];
  for (const [args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await run(() => new SecureTable("sessions", args as SecureTableArgs));
      assert.equal(error?.message, `SecureTable "sessions": ${message}`);
      assert.deepEqual(resources, []);
    });
  }

  it("refuses an output that weakens a control, and registers no table", async () => {
    const args = { hashKey, deletionProtection: pulumi.output(false) };
    const { resources, error } = await run(() => new SecureTable("sessions", args));
    assert.match(error?.message ?? "", /deletionProtection is false, which fails .*dynamodb-table-deletion-protection/);
    assert.deepEqual(
      resources.filter(({ type }) => type === tableType),
      [],
    );
  });
});
