import { isUnknown } from "../../inventory/value";
import { fails, undecided } from "../answers";
import { defineControl } from "../control";
import { mustNameCustomerManagedKey } from "../customer-managed-key";

export const customerManagedKey = defineControl<"dynamodbTables", object>({
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
  options: {},
  looksAt: "resource",
  evaluate({ kmsEncryption, kmsKeyArn, region }, inventory) {
    if (isUnknown(kmsEncryption)) {
      return undecided(kmsEncryption.waitsFor);
    }
    if (kmsEncryption !== true) {
      return fails(
        `serverSideEncryption is ${kmsEncryption === undefined ? "not set" : "not enabled"} (the AWS owned key)`,
        "it must be enabled with a customer managed KMS key",
      );
    }
    return mustNameCustomerManagedKey(
      inventory,
      "serverSideEncryption.kmsKeyArn",
      kmsKeyArn,
      "the AWS managed key aws/dynamodb",
      region,
    );
  },
});
