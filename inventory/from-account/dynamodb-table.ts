import type { ContinuousBackupsDescription, SSEDescription, TableDescription } from "@aws-sdk/client-dynamodb";
import type { DynamodbTable } from "../model";
import { unknown, type Value } from "../value";
import { type DescribedTable, type Fact, readValue } from "./description";

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html */
export function dynamodbTable(described: DescribedTable, region: string): DynamodbTable {
  const { name, table, backups } = described;
  const id = readValue(table)?.TableArn ?? name;
  return {
    id,
    name,
    identifiers: [...new Set([id, name])],
    region,
    ...settings(name, table),
    ...recovery(name, backups),
  };
}

type Settings = Pick<DynamodbTable, "kmsEncryption" | "kmsKeyArn" | "deletionProtection">;

function settings(name: string, table: Fact<TableDescription>): Settings {
  if ("unread" in table) {
    const unread = unknown(`the table ${name} (${table.unread})`);
    return { kmsEncryption: unread, kmsKeyArn: unread, deletionProtection: unread };
  }
  return {
    kmsEncryption: isEncryptedByKms(table.value.SSEDescription),
    kmsKeyArn: table.value.SSEDescription?.KMSMasterKeyArn,
    deletionProtection: table.value.DeletionProtectionEnabled ?? false,
  };
}

/**
 * Without a description DynamoDB encrypts under the key that it owns; with one, under a key of AWS KMS, be it the
 * customer's or `alias/aws/dynamodb`.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSEDescription.html
 */
function isEncryptedByKms(description: SSEDescription | undefined): boolean {
  return description?.SSEType === "KMS" && description.Status !== "DISABLED" && description.Status !== "DISABLING";
}

type Recovery = Pick<DynamodbTable, "pointInTimeRecovery" | "recoveryPeriod">;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PointInTimeRecoveryDescription.html */
function recovery(name: string, backups: Fact<ContinuousBackupsDescription>): Recovery {
  if ("unread" in backups) {
    const unread: Value<never> = unknown(`the backups of ${name} (${backups.unread})`);
    return { pointInTimeRecovery: unread, recoveryPeriod: unread };
  }
  const description = backups.value.PointInTimeRecoveryDescription;
  return {
    pointInTimeRecovery: description?.PointInTimeRecoveryStatus === "ENABLED",
    recoveryPeriod: description?.RecoveryPeriodInDays,
  };
}
