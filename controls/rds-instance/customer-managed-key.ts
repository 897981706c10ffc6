import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";
import { type TrustedKeys, trustedKeysOption } from "../customer-managed-key";
import { instanceMustHaveKey } from "../storage-key";

export const customerManagedKey = defineControl<"dbInstances", TrustedKeys>({
  id: "rds-instance-customer-managed-key",
  title: "RDS instance is encrypted with a customer managed key",
  subject: "dbInstances",
  severity: "medium",
  why: "Only a customer managed key has a policy, rotation and audit trail of your own, and can be revoked.",
  remediation:
    "Set kmsKeyId to the ARN of a customer managed KMS key; on an existing instance that makes a new one, so restore a snapshot copied under the key instead.",
  peerIds: {},
  options: trustedKeysOption,
  looksAt: "both",
  evaluate: (instance, inventory, trusted) =>
    judgedWithCluster(instance, "storage and its key") ?? instanceMustHaveKey(instance, inventory, trusted),
});
