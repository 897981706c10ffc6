import { defineControl } from "../control";
import { mustNameCustomerManagedKey, type TrustedKeys, trustedKeysOption } from "../customer-managed-key";

export const encrypted = defineControl<"replicatedBackups", TrustedKeys>({
  id: "rds-replicated-backup-encrypted",
  title: "RDS replicated backups are encrypted with a customer managed key",
  subject: "replicatedBackups",
  severity: "medium",
  why: "Only a customer managed key has a policy, rotation and audit trail of your own, and can be revoked.",
  remediation:
    "Set kmsKeyId to the ARN of a customer managed KMS key of the region that the backups are replicated to.",
  peerIds: { checkov: ["CKV_AWS_245"] },
  options: trustedKeysOption,
  looksAt: "both",
  evaluate: ({ kmsKeyId, region }, inventory, trusted) =>
    mustNameCustomerManagedKey(inventory, "kmsKeyId", kmsKeyId, "the AWS managed key aws/rds", region, trusted),
});
