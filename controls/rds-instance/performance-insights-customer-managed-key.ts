import { isUnknown } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";
import { leftToCustomer } from "../custom-engine";
import { mustNameCustomerManagedKey, type TrustedKeys, trustedKeysOption } from "../customer-managed-key";

export const performanceInsightsCustomerManagedKey = defineControl<"dbInstances", TrustedKeys>({
  id: "rds-instance-performance-insights-customer-managed-key",
  title: "RDS instance encrypts Performance Insights with a customer managed key",
  subject: "dbInstances",
  severity: "low",
  why: "Performance Insights keeps the text of queries, and with it what they ask about.",
  remediation:
    "Set performanceInsightsKmsKeyId to the ARN of a customer managed KMS key; to change it, switch Performance Insights off first.",
  peerIds: { checkov: ["CKV_AWS_354"], trivy: ["AWS-0078"] },
  options: trustedKeysOption,
  looksAt: "both",
  evaluate(instance, inventory, trusted) {
    const { performanceInsightsEnabled, performanceInsightsKmsKeyId, region } = instance;
    const elsewhere =
      judgedWithCluster(instance, "insights") ?? leftToCustomer(instance, inventory, "Performance Insights");
    if (elsewhere !== undefined) {
      return elsewhere;
    }
    if (isUnknown(performanceInsightsEnabled)) {
      return undecided(performanceInsightsEnabled.waitsFor);
    }
    return performanceInsightsEnabled === true
      ? mustNameCustomerManagedKey(
          inventory,
          "performanceInsightsKmsKeyId",
          performanceInsightsKmsKeyId,
          "the AWS managed key aws/rds",
          region,
          trusted,
        )
      : notApplicable("Performance Insights is off");
  },
});
