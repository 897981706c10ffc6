import assert from "node:assert/strict";
import type { KinesisDataStreamDestination, SSEDescription, TableDescription } from "@aws-sdk/client-dynamodb";
import type { DescribedTable } from "../../../inventory/from-account/description";
import {
  dynamodbReplicas,
  dynamodbResourcePolicies,
  dynamodbTable,
  kinesisDestinations,
} from "../../../inventory/from-account/dynamodb-table";
import { unknown } from "../../../inventory/value";

const region = "eu-west-1";
const place = { region };
const arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const key = "arn:aws:kms:eu-west-1:111122223333:key/k1";
const stream = "arn:aws:kinesis:eu-west-1:111122223333:stream/changes";

const described = (table: TableDescription, parts: Partial<DescribedTable> = {}): DescribedTable => ({
  name: "orders",
  table: { value: { TableName: "orders", TableArn: arn, ...table } },
  backups: { value: { ContinuousBackupsStatus: "ENABLED" } },
  tags: { value: [] },
  policy: { value: undefined },
  destinations: { value: [] },
  ...parts,
});

const tableUnread = { unread: "dynamodb:DescribeTable was denied" };
const unreadTable = described({}, { table: tableUnread, tags: tableUnread, policy: tableUnread });

describe("from-account: DynamoDB table", () => {
  it("maps every property", () => {
    const table = described(
      {
        DeletionProtectionEnabled: true,
        BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
        SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: key },
      },
      {
        backups: {
          value: {
            ContinuousBackupsStatus: "ENABLED",
            PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "ENABLED", RecoveryPeriodInDays: 14 },
          },
        },
        tags: { value: [{ Key: "team", Value: "shop" }] },
      },
    );
    assert.deepEqual(dynamodbTable(table, place), {
      id: arn,
      name: "orders",
      identifiers: [arn, "orders"],
      region,
      kmsEncryption: true,
      kmsKeyArn: key,
      pointInTimeRecovery: true,
      recoveryPeriod: 14,
      deletionProtection: true,
      billingMode: "PAY_PER_REQUEST",
      tags: { team: "shop" },
    });
  });

  const encryption: readonly [string, SSEDescription | undefined, boolean][] = [
    ["no description: the key that DynamoDB owns", undefined, false],
    ["KMS", { Status: "ENABLED", SSEType: "KMS" }, true],
    ["KMS, changing its key", { Status: "UPDATING", SSEType: "KMS" }, true],
    ["KMS, on its way out", { Status: "DISABLING", SSEType: "KMS" }, false],
    ["AES256", { Status: "ENABLED", SSEType: "AES256" }, false],
  ];
  for (const [title, SSEDescription, expected] of encryption) {
    it(`${title}: kmsEncryption ${expected}`, () => {
      assert.equal(dynamodbTable(described({ SSEDescription }), place).kmsEncryption, expected);
    });
  }

  it("has no recovery and no protection where AWS returns none", () => {
    const table = dynamodbTable(described({}), place);
    assert.deepEqual(
      [table.pointInTimeRecovery, table.recoveryPeriod, table.deletionProtection, table.billingMode],
      [false, undefined, false, undefined],
    );
  });

  it("does not know what was denied", () => {
    const backups = { unread: "dynamodb:DescribeContinuousBackups was denied" };
    const waits = unknown("the table orders (dynamodb:DescribeTable was denied)");
    const recovery = unknown("the backups of orders (dynamodb:DescribeContinuousBackups was denied)");
    assert.deepEqual(dynamodbTable({ ...unreadTable, backups }, place), {
      id: "orders",
      name: "orders",
      identifiers: ["orders"],
      region,
      kmsEncryption: waits,
      kmsKeyArn: waits,
      deletionProtection: waits,
      billingMode: waits,
      pointInTimeRecovery: recovery,
      recoveryPeriod: recovery,
      tags: unknown("the tags of orders (dynamodb:DescribeTable was denied)"),
    });
  });

  for (const [far, made] of [
    ["eu-west-1", arn],
    ["cn-north-1", "arn:aws-cn:dynamodb:cn-north-1:111122223333:table/orders"],
    ["us-gov-west-1", "arn:aws-us-gov:dynamodb:us-gov-west-1:111122223333:table/orders"],
  ] as const) {
    it(`has the ARN ${made} where it could not be described as well`, () => {
      const there = { region: far, account: "111122223333" };
      const { id, identifiers } = dynamodbTable(unreadTable, there);
      assert.deepEqual([id, identifiers], [made, [made, "orders"]]);
    });
  }
});

describe("from-account: DynamoDB table replica", () => {
  const farKey = "arn:aws:kms:us-east-1:111122223333:key/k2";
  for (const [title, KMSMasterKeyId, kmsEncryption] of [
    ["a key of its own", farKey, true],
    ["no key of its own", undefined, false],
  ] as const) {
    it(`maps one with ${title}`, () => {
      const elsewhere = unknown("what only us-east-1 tells about the replica of orders there");
      const Replicas = [{ RegionName: "us-east-1", KMSMasterKeyId }, { RegionName: region }];
      assert.deepEqual(dynamodbReplicas(described({ Replicas }), place), [
        {
          id: `${arn}/replica/us-east-1`,
          name: "orders (replica in us-east-1)",
          identifiers: [],
          region: "us-east-1",
          table: arn,
          kmsEncryption,
          kmsKeyArn: KMSMasterKeyId,
          pointInTimeRecovery: elsewhere,
          deletionProtection: elsewhere,
        },
      ]);
    });
  }

  it("is not known of a table that may not be described", () => {
    assert.deepEqual(dynamodbReplicas(unreadTable, place), []);
  });
});

describe("from-account: DynamoDB resource policy", () => {
  const streamArn = `${arn}/stream/1`;
  const streaming = { LatestStreamArn: streamArn };

  it("maps that of a table and that of its stream", () => {
    const table = described(streaming, { policy: { value: "{}" }, streamPolicy: { value: "[]" } });
    assert.deepEqual(dynamodbResourcePolicies(table, place), [
      { id: `${arn}/policy`, name: "orders", identifiers: [], region, resource: arn, document: "{}" },
      {
        id: `${streamArn}/policy`,
        name: "orders (stream)",
        identifiers: [],
        region,
        resource: streamArn,
        document: "[]",
      },
    ]);
  });

  it("is none where there is none", () => {
    const table = described(streaming, { streamPolicy: { value: undefined } });
    assert.deepEqual(dynamodbResourcePolicies(table, place), []);
  });

  const unread = "dynamodb:GetResourcePolicy was denied";
  for (const [title, table, expected] of [
    ["that was denied", described({}, { policy: { unread } }), unread],
    ["of a table that may not be described", unreadTable, tableUnread.unread],
  ] as const) {
    it(`is not known where it is one ${title}`, () => {
      const [policy] = dynamodbResourcePolicies(table, place);
      assert.deepEqual(policy?.document, unknown(`the resource policy of orders (${expected})`));
    });
  }
});

describe("from-account: Kinesis destination", () => {
  const status = (DestinationStatus: KinesisDataStreamDestination["DestinationStatus"]) =>
    kinesisDestinations(described({}, { destinations: { value: [{ StreamArn: stream, DestinationStatus }] } }), place);

  for (const state of ["ACTIVE", "ENABLING", "UPDATING"] as const) {
    it(`maps one that is ${state}`, () => {
      const id = `${arn}/destinations/${stream}`;
      assert.deepEqual(status(state), [{ id, name: "orders", identifiers: [], region, table: arn, stream }]);
    });
  }

  for (const state of ["DISABLED", "DISABLING", "ENABLE_FAILED"] as const) {
    it(`leaves out one that is ${state}`, () => {
      assert.deepEqual(status(state), []);
    });
  }

  it("may be any where it was denied", () => {
    const unread = "dynamodb:DescribeKinesisStreamingDestination was denied";
    const [destination] = kinesisDestinations(described({}, { destinations: { unread } }), place);
    assert.deepEqual(destination?.stream, unknown(`the Kinesis destinations of orders (${unread})`));
  });
});
