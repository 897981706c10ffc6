import type { DbInstance, Inventory } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, shown, undecided } from "../answers";
import { clusterOf } from "../cluster-of-member";
import { type Answer, defineControl, offUnlessConfigured } from "../control";
import { leftToCustomer } from "../custom-engine";
import { engineOf } from "../instance-engine";

const off = "open-source-rds-extended-support-disabled";

/** Members are judged by what their cluster says, which counts for them, and of which no control of clusters speaks. */
export const extendedSupportOff = defineControl<"dbInstances", { enabled: boolean }>({
  id: "rds-instance-extended-support-off",
  title: "RDS instance does not slip into paid Extended Support",
  subject: "dbInstances",
  severity: "low",
  why: "Enrolled without a word, an old major version runs on for three years at a price that rises, instead of being upgraded.",
  remediation: `Set engineLifecycleSupport to ${off}, which RDS takes only when it makes or restores the instance, or the cluster of a member.`,
  peerIds: { prowler: ["rds_instance_extended_support"] },
  options: { ...offUnlessConfigured },
  looksAt: "both",
  evaluate: judge,
});

function judge(instance: DbInstance, inventory: Inventory): Answer {
  if (instance.cluster !== undefined) {
    const cluster = clusterOf(instance, inventory);
    return isUnknown(cluster) ? undecided(cluster.waitsFor) : mustBeOff(cluster);
  }
  const leftAlone = leftToCustomer(instance, inventory, "Extended Support");
  if (leftAlone !== undefined) {
    return leftAlone;
  }
  const engine = engineOf(instance, inventory);
  if (isUnknown(engine)) {
    return undecided(engine.waitsFor);
  }
  return engine.facts.extendedSupport === true
    ? mustBeOff(instance)
    : notApplicable("its engine has no Extended Support");
}

function mustBeOff({ engineLifecycleSupport }: Pick<DbInstance, "engineLifecycleSupport">): Answer {
  if (isUnknown(engineLifecycleSupport)) {
    return undecided(engineLifecycleSupport.waitsFor);
  }
  if (engineLifecycleSupport === off) {
    return holds;
  }
  return fails(
    engineLifecycleSupport === undefined
      ? "engineLifecycleSupport is not set (Extended Support is on by default)"
      : `engineLifecycleSupport is ${shown(engineLifecycleSupport, "name")}`,
    `it must be ${off}`,
  );
}
