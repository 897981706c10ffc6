import { hasPerformanceInsights } from "../../engines/performance-insights";
import type { DbInstance, Inventory } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { mustBeOn, notApplicable, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { type Answer, defineControl } from "../control";
import { leftToCustomer } from "../custom-engine";
import { namedEngineOf } from "../instance-engine";

export const performanceInsights = defineControl<"dbInstances", object>({
  id: "rds-instance-performance-insights",
  title: "RDS instance records what its load comes from",
  subject: "dbInstances",
  severity: "low",
  why: "Without it nobody can tell afterwards which queries, users and hosts loaded the database, as in an attack or an outage.",
  remediation:
    "Set performanceInsightsEnabled to true with a performanceInsightsKmsKeyId, which cannot be changed while it is on.",
  peerIds: { checkov: ["CKV_AWS_353"], trivy: ["AWS-0133"] },
  options: {},
  looksAt: "both",
  evaluate(instance, inventory) {
    const answer = mustBeOn("performanceInsightsEnabled", instance.performanceInsightsEnabled, "off by default");
    return (
      judgedWithCluster(instance, "insights") ??
      leftToCustomer(instance, inventory, "Performance Insights") ??
      (answer.answer === "holds" ? answer : whereSupported(instance, inventory, answer))
    );
  },
});

const smallest = "db.t4g.micro";

function whereSupported(instance: DbInstance, inventory: Inventory, answer: Answer): Answer {
  const engine = namedEngineOf(instance, inventory);
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  const { instanceClass } = instance;
  if (!hasPerformanceInsights(engine.name, "")) {
    return notApplicable("its engine has no Performance Insights");
  }
  if (instanceClass !== undefined && !isUnknown(instanceClass)) {
    return hasPerformanceInsights(engine.name, instanceClass)
      ? answer
      : notApplicable("its engine has no Performance Insights on this instance class");
  }
  // An engine that has it on the smallest class has it on all.
  return hasPerformanceInsights(engine.name, smallest)
    ? answer
    : undecided(instanceClass?.waitsFor ?? "instanceClass, which is not set");
}
