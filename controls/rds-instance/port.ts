import type { DbInstance, Inventory } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown, unknown, type Value } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { defineControl, offUnlessConfigured } from "../control";
import { factsOf, longestChain, namedEngineOf } from "../instance-engine";

export const port = defineControl<"dbInstances", { enabled: boolean }>({
  id: "rds-instance-port",
  title: "RDS instance listens on a port other than its engine's default",
  subject: "dbInstances",
  severity: "low",
  why: "Scanners try the default ports first; another one keeps the noise down, though it stops nobody.",
  remediation: "Set port to another one from 1150 to 65535 and tell the clients.",
  peerIds: {
    securityHub: ["RDS.23"],
    nist: ["AC-4", "AC-4(21)", "SC-7", "SC-7(4)", "SC-7(5)", "SC-7(11)", "SC-7(16)", "SC-7(21)"],
    prowler: ["rds_instance_non_default_port"],
  },
  options: { ...offUnlessConfigured },
  looksAt: "both",
  evaluate(instance, inventory) {
    const byCluster = judgedWithCluster(instance, "ports");
    if (byCluster !== undefined) {
      return byCluster;
    }
    const found = portOf(instance, inventory);
    if (isUnknown(found)) {
      return undecided(found.waitsFor);
    }
    const standard = standardPortOf(instance, inventory);
    if (isUnknown(standard)) {
      return undecided(standard.waitsFor);
    }
    const needed = `it must be another one than ${standard}`;
    if (found === undefined) {
      return fails(`port is not set (${standard} by default)`, needed);
    }
    return found === standard ? fails(`port is ${standard}, the default of its engine`, needed) : holds;
  },
});

function standardPortOf(instance: DbInstance, inventory: Inventory): number | Unknown {
  const engine = namedEngineOf(instance, inventory);
  if (isUnknown(engine)) {
    return engine;
  }
  // RDS Custom listens where the engine that it runs does, in every edition.
  const facts = factsOf(engine.name.replace(/^custom-(oracle|sqlserver)-.*$/i, "$1-ee"));
  return isUnknown(facts) ? facts : facts.port;
}

/** The port; a replica or a restore without one takes that of its source. */
function portOf(instance: DbInstance, inventory: Inventory, depth = 0): Value<number> {
  if (instance.port !== undefined) {
    return instance.port;
  }
  const snapshot = resolve(inventory, "dbSnapshots", instance.snapshot, instance);
  const reference =
    snapshot.to === "resource" ? snapshot.resource.instance : (instance.replicaSource ?? instance.restoreSource);
  if (reference === undefined && instance.snapshot === undefined) {
    return undefined;
  }
  const source = resolve(inventory, "dbInstances", reference, instance);
  return source.to === "resource" && depth < longestChain
    ? portOf(source.resource, inventory, depth + 1)
    : unknown("the port of what it is made from");
}
