import { defineControl } from "../control";
import { mustNameCustomerManagedKey, type TrustedKeys, trustedKeysOption } from "../customer-managed-key";

export const customerManagedKey = defineControl<"activityStreams", TrustedKeys>({
  id: "rds-activity-stream-customer-managed-key",
  title: "RDS activity stream is encrypted with a customer managed key",
  subject: "activityStreams",
  severity: "medium",
  why: "The stream carries the text of statements, which only a key of your own keeps from those who may not read it.",
  remediation: "Set kmsKeyId to the ARN of a customer managed KMS key; a change of it makes a new stream.",
  peerIds: { checkov: ["CKV_AWS_246"] },
  options: trustedKeysOption,
  looksAt: "both",
  evaluate: ({ kmsKeyId, region }, inventory, trusted) =>
    mustNameCustomerManagedKey(inventory, "kmsKeyId", kmsKeyId, "required by AWS", region, trusted),
});
