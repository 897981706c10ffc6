import { hasPerformanceInsights } from "../../engines/performance-insights";
import type { DbInstance, Inventory } from "../../inventory/model";
import { isUnknown, type Unknown } from "../../inventory/value";
import { fails, notApplicable, shown, undecided } from "../answers";
import { clusterOf } from "../cluster-of-member";
import { type Answer, defineControl } from "../control";
import { mustNameCustomerManagedKey, type TrustedKeys, trustedKeysOption } from "../customer-managed-key";

export const performanceInsights = defineControl<"dbInstances", TrustedKeys>({
  id: "rds-cluster-member-performance-insights",
  title: "RDS cluster member has Performance Insights under a customer managed key",
  subject: "dbInstances",
  severity: "low",
  why: "Performance Insights shows what loads the database, and keeps the text of queries with what they ask about.",
  remediation:
    "Set performanceInsightsEnabled to true and performanceInsightsKmsKeyId to the ARN of a customer managed KMS key, on the ClusterInstance or on its Cluster.",
  peerIds: { checkov: ["CKV_AWS_353", "CKV_AWS_354"], trivy: ["AWS-0133", "AWS-0078"] },
  options: trustedKeysOption,
  looksAt: "both",
  evaluate: judge,
});

/** Of the engines of clusters the one that lacks it on most classes. */
const pickiest = "aurora-mysql";

function judge(member: DbInstance, inventory: Inventory, trusted: TrustedKeys): Answer {
  if (member.cluster === undefined) {
    return notApplicable("it is no member of a cluster");
  }
  const { engine, instanceClass } = member;
  const name = typeof engine === "string" ? engine : pickiest;
  if (typeof instanceClass !== "string" || hasPerformanceInsights(name, instanceClass)) {
    return openIf(isUnknown(instanceClass) ? instanceClass : undefined, judgeInsights(member, inventory, trusted));
  }
  return isUnknown(engine)
    ? openIf(engine, judgeInsights(member, inventory, trusted))
    : notApplicable(`${shown(name, "name")} has no Performance Insights on its instance class`);
}

/** A failure is none yet where it may turn out that there is nothing to switch on. */
function openIf(open: Unknown | undefined, answer: Answer): Answer {
  return open !== undefined && answer.answer === "fails" ? undecided(open.waitsFor) : answer;
}

/** A member that says nothing has what its cluster sets for all: Database Insights is managed there. */
function judgeInsights(member: DbInstance, inventory: Inventory, trusted: TrustedKeys): Answer {
  const cluster = clusterOf(member, inventory);
  const enabled =
    member.performanceInsightsEnabled ?? (isUnknown(cluster) ? cluster : cluster.performanceInsightsEnabled);
  if (isUnknown(enabled)) {
    return undecided(enabled.waitsFor);
  }
  if (enabled !== true) {
    return fails(
      `performanceInsightsEnabled is ${enabled === undefined ? "not set (off by default)" : "false"}`,
      "it must be true, with a customer managed key",
    );
  }
  const key =
    member.performanceInsightsKmsKeyId ?? (isUnknown(cluster) ? cluster : cluster.performanceInsightsKmsKeyId);
  return mustNameCustomerManagedKey(
    inventory,
    "performanceInsightsKmsKeyId",
    key,
    "the AWS managed key aws/rds",
    member.region,
    trusted,
  );
}
