import { defineControl } from "../control";
import { type TrustedKeys, trustedKeysOption } from "../customer-managed-key";
import { clusterMustHaveKey } from "../storage-key";

export const customerManagedKey = defineControl<"dbClusters", TrustedKeys>({
  id: "rds-cluster-customer-managed-key",
  title: "RDS cluster is encrypted with a customer managed key",
  subject: "dbClusters",
  severity: "medium",
  why: "Only a customer managed key has a policy, rotation and audit trail of your own, and can be revoked.",
  remediation:
    "Set kmsKeyId to the ARN of a customer managed KMS key; on an existing cluster that makes a new one, so restore a snapshot under the key instead.",
  peerIds: { checkov: ["CKV_AWS_327"] },
  options: trustedKeysOption,
  looksAt: "both",
  evaluate: (cluster, inventory, trusted) => clusterMustHaveKey(cluster, inventory, trusted),
});
