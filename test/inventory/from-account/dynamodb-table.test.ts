import assert from "node:assert/strict";
import type { SSEDescription } from "@aws-sdk/client-dynamodb";
import { dynamodbTable } from "../../../inventory/from-account/dynamodb-table";
import { unknown } from "../../../inventory/value";

const arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const key = "arn:aws:kms:eu-west-1:111122223333:key/k1";
const noBackups = { value: { ContinuousBackupsStatus: "ENABLED" as const } };

describe("from-account: DynamoDB table", () => {
  it("maps every property", () => {
    const table = dynamodbTable(
      {
        name: "orders",
        table: {
          value: {
            TableName: "orders",
            TableArn: arn,
            DeletionProtectionEnabled: true,
            SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: key },
          },
        },
        backups: {
          value: {
            ContinuousBackupsStatus: "ENABLED",
            PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "ENABLED", RecoveryPeriodInDays: 14 },
          },
        },
      },
      "eu-west-1",
    );
    assert.deepEqual(table, {
      id: arn,
      name: "orders",
      identifiers: [arn, "orders"],
      region: "eu-west-1",
      kmsEncryption: true,
      kmsKeyArn: key,
      pointInTimeRecovery: true,
      recoveryPeriod: 14,
      deletionProtection: true,
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
      const described = { name: "orders", table: { value: { TableArn: arn, SSEDescription } }, backups: noBackups };
      assert.equal(dynamodbTable(described, "eu-west-1").kmsEncryption, expected);
    });
  }

  it("has no recovery and no protection where AWS returns none", () => {
    const table = dynamodbTable({ name: "orders", table: { value: {} }, backups: noBackups }, "eu-west-1");
    assert.deepEqual(
      [table.pointInTimeRecovery, table.recoveryPeriod, table.deletionProtection],
      [false, undefined, false],
    );
  });

  it("does not know what was denied", () => {
    const table = dynamodbTable(
      {
        name: "orders",
        table: { unread: "dynamodb:DescribeTable was denied" },
        backups: { unread: "dynamodb:DescribeContinuousBackups was denied" },
      },
      "eu-west-1",
    );
    const described = unknown("the table orders (dynamodb:DescribeTable was denied)");
    const backups = unknown("the backups of orders (dynamodb:DescribeContinuousBackups was denied)");
    assert.deepEqual(table, {
      id: "orders",
      name: "orders",
      identifiers: ["orders"],
      region: "eu-west-1",
      kmsEncryption: described,
      kmsKeyArn: described,
      deletionProtection: described,
      pointInTimeRecovery: backups,
      recoveryPeriod: backups,
    });
  });
});
