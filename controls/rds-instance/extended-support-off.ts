import { isUnknown } from "../../inventory/value";
import { fails, holds, notApplicable, shown, undecided } from "../answers";
import { defineControl, offUnlessConfigured } from "../control";
import { leftToCustomer } from "./custom";
import { engineOf } from "./engine";
import { judgedWithCluster } from "./member";

const off = "open-source-rds-extended-support-disabled";

export const extendedSupportOff = defineControl<"dbInstances", { enabled: boolean }>({
  id: "rds-instance-extended-support-off",
  title: "RDS instance does not slip into paid Extended Support",
  subject: "dbInstances",
  severity: "low",
  why: "Enrolled without a word, an old major version runs on for three years at a price that rises, instead of being upgraded.",
  remediation: `Set engineLifecycleSupport to ${off}, which RDS takes only when it makes or restores the instance.`,
  peerIds: { prowler: ["rds_instance_extended_support"] },
  options: { ...offUnlessConfigured },
  looksAt: "both",
  evaluate(instance, inventory) {
    const elsewhere =
      judgedWithCluster(instance, "upgrades") ?? leftToCustomer(instance, inventory, "Extended Support");
    if (elsewhere !== undefined) {
      return elsewhere;
    }
    const { engineLifecycleSupport } = instance;
    const engine = engineOf(instance, inventory);
    if (isUnknown(engine)) {
      return undecided(engine.waitsFor);
    }
    if (engine.facts.extendedSupport !== true) {
      return notApplicable("its engine has no Extended Support");
    }
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
  },
});
