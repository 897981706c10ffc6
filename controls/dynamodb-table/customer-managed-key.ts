import type { DynamodbTable, Inventory } from "../../inventory/model";
import { type Resolution, resolve } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, shown, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { mustNameCustomerManagedKey, type TrustedKeys, trustedKeysOption } from "../customer-managed-key";

const needed = "it must be enabled with a customer managed KMS key";

export const customerManagedKey = defineControl<"dynamodbTables", TrustedKeys>({
  id: "dynamodb-table-customer-managed-key",
  title: "DynamoDB table is encrypted with a customer managed key",
  subject: "dynamodbTables",
  severity: "medium",
  why: "Only a customer managed key has a policy, rotation and audit trail of your own, and can be revoked.",
  remediation: "Set serverSideEncryption with enabled true and kmsKeyArn the ARN of a customer managed KMS key.",
  peerIds: {
    checkov: ["CKV_AWS_119"],
    trivy: ["AWS-0025"],
    prowler: ["dynamodb_tables_kms_cmk_encryption_enabled"],
  },
  options: trustedKeysOption,
  looksAt: "both",
  evaluate: (table, inventory, trusted) => judge(table, inventory, trusted, new Set()),
});

/** @param seen ids of the tables that it is restored from, as a program can make a circle of them */
function judge(table: DynamodbTable, inventory: Inventory, trusted: TrustedKeys, seen: ReadonlySet<string>): Answer {
  const { kmsEncryption, kmsKeyArn, restoreSource, region } = table;
  if (isUnknown(kmsEncryption)) {
    return undecided(kmsEncryption.waitsFor);
  }
  if (kmsEncryption === undefined && restoreSource !== undefined && !seen.has(table.id)) {
    return judgeBySource(resolve(inventory, "dynamodbTables", restoreSource, table), inventory, trusted, seen, table);
  }
  if (kmsEncryption !== true) {
    return fails(
      `serverSideEncryption is ${kmsEncryption === undefined ? "not set" : "not enabled"} (the AWS owned key)`,
      needed,
    );
  }
  return mustNameCustomerManagedKey(
    inventory,
    "serverSideEncryption.kmsKeyArn",
    kmsKeyArn,
    "the AWS managed key aws/dynamodb",
    region,
    trusted,
  );
}

/**
 * A restored table takes the encryption of its source.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html
 */
function judgeBySource(
  source: Resolution<DynamodbTable>,
  inventory: Inventory,
  trusted: TrustedKeys,
  seen: ReadonlySet<string>,
  table: DynamodbTable,
): Answer {
  switch (source.to) {
    case "resource": {
      const answer = judge(source.resource, inventory, trusted, new Set([...seen, table.id]));
      return answer.answer === "fails"
        ? fails(`the table that it is restored from fails: ${answer.found}`, answer.needed)
        : answer;
    }
    case "outside":
      return undecided(
        `the encryption of the table ${shown(source.identifier, source.identifier.startsWith("arn:") ? "arn" : "name")} that it is restored from, which is not in this ${inventory.scope}`,
      );
    case "unknown":
      return undecided(`the encryption of the table that it is restored from (${source.unknown.waitsFor})`);
    case "nothing":
      return undecided("the encryption of the table that it is restored from");
  }
}
