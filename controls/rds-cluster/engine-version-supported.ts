import type { DbCluster, Inventory } from "../../inventory/model";
import { referrers } from "../../inventory/resolve";
import { isUnknown, type Value } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import { clusterVersionOf } from "../cluster-engine";
import { type Answer, defineControl } from "../control";
import { judgeVersionOf, type SupportOptions, supportOptions, supportPeerIds } from "../supported-version";

/**
 * Members are judged by the control of instances. Aurora Serverless version 1 has none, and those of other clusters may
 * be declared elsewhere.
 */
export const engineVersionSupported = defineControl<"dbClusters", SupportOptions>({
  id: "rds-cluster-engine-version-supported",
  title: "RDS cluster without instances of its own runs a version of its engine that is still supported",
  subject: "dbClusters",
  severity: "high",
  why: "A version past its support gets no more fixes for the holes that are found in it.",
  remediation:
    "Set engineVersion to a supported version, with allowMajorVersionUpgrade true where that is another major.",
  peerIds: supportPeerIds,
  options: supportOptions,
  looksAt: "inventory",
  evaluate: judge,
});

function judge(cluster: DbCluster, inventory: Inventory, options: SupportOptions): Answer {
  const { found } = referrers(inventory, "dbInstances", "cluster", "dbClusters", cluster);
  if (found.length > 0) {
    return notApplicable("its version is judged with its instances");
  }
  const { engine } = cluster;
  return engine === undefined || isUnknown(engine)
    ? undecided(engine?.waitsFor ?? "the engine, which is not set")
    : judgeVersionOf(engine, versionOf(cluster, inventory), options, new Date());
}

/** One that names no version and is made from nothing gets the newest. */
function versionOf(cluster: DbCluster, inventory: Inventory): Value<string> {
  const { engineVersion, snapshot, restoreSource, replicaSource, globalCluster } = cluster;
  const made = snapshot ?? restoreSource ?? replicaSource ?? globalCluster;
  return engineVersion === undefined && made === undefined ? undefined : clusterVersionOf(cluster, inventory);
}
