import type { DbInstance, Inventory, Reference } from "../../inventory/model";
import { type Answer, defineControl } from "../control";
import { mustNameCustomerManagedKey } from "../customer-managed-key";
import { judgeBySource } from "./source";

export const customerManagedKey = defineControl<"dbInstances", object>({
  id: "rds-instance-customer-managed-key",
  title: "RDS instance is encrypted with a customer managed key",
  subject: "dbInstances",
  severity: "medium",
  why: "Only a customer managed key has a policy, rotation and audit trail of your own, and can be revoked.",
  remediation:
    "Set kmsKeyId to the ARN of a customer managed KMS key; on an existing instance that makes a new one, so restore a snapshot copied under the key instead.",
  peerIds: {},
  options: {},
  looksAt: "resource",
  evaluate: judge,
});

function judge(instance: DbInstance, inventory: Inventory): Answer {
  const judgeKey = (kmsKeyId: Reference): Answer =>
    mustNameCustomerManagedKey(
      inventory,
      "kmsKeyId",
      kmsKeyId,
      "not encrypted, or with the AWS managed key aws/rds",
      instance.region,
    );
  const bySource = judgeBySource(instance, inventory, {
    instance: (source) => judge(source, inventory),
    snapshot: ({ kmsKeyId }) => (kmsKeyId === undefined ? undefined : judgeKey(kmsKeyId)),
  });
  return bySource ?? judgeKey(instance.kmsKeyId);
}
