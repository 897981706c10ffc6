import { type ClusterEngine, clusterEngineNamed } from "../engines";
import type { DbCluster, Inventory } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown, unknown, type Value } from "../inventory/value";
import { notApplicable, shown, undecided } from "./answers";
import type { Answer } from "./control";

/** The facts of what a cluster runs. */
export function clusterEngineOf({ engine }: DbCluster): ClusterEngine | Unknown {
  if (engine === undefined) {
    return unknown("the engine, which is not set");
  }
  if (isUnknown(engine)) {
    return engine;
  }
  return (
    clusterEngineNamed(engine) ??
    unknown(`the facts of engine ${shown(engine, "name")}, which this version does not know`)
  );
}

/** The version of a cluster: its own, that of what it is made from, or one that AWS chooses. */
export function clusterVersionOf(
  cluster: DbCluster,
  inventory: Inventory,
  seen: readonly DbCluster[] = [],
): Value<string> {
  if (cluster.engineVersion !== undefined) {
    return cluster.engineVersion;
  }
  const source = sourceClusterOf(cluster, inventory);
  return source === undefined || source === cluster || seen.includes(source) || seen.length > 8
    ? unknown("the engine version, which AWS chooses where engineVersion is not set")
    : clusterVersionOf(source, inventory, [...seen, cluster]);
}

/** The cluster of the inventory whose data a cluster starts with. */
export function sourceClusterOf(cluster: DbCluster, inventory: Inventory): DbCluster | undefined {
  const snapshot = resolve(inventory, "dbSnapshots", cluster.snapshot, cluster);
  const reference =
    snapshot.to === "resource" ? snapshot.resource.cluster : (cluster.restoreSource ?? cluster.replicaSource);
  const source = resolve(inventory, "dbClusters", reference, cluster);
  return source.to === "resource" ? source.resource : undefined;
}

/** Whether a cluster is a Multi-AZ DB cluster, not one of Aurora. */
export function isMultiAzCluster({ engine, instanceClass }: DbCluster): boolean | Unknown {
  if (typeof engine === "string") {
    return ["mysql", "postgres"].includes(engine.toLowerCase());
  }
  return isUnknown(instanceClass) ? instanceClass : instanceClass !== undefined;
}

/** Keeps an answer off the clusters of Aurora Serverless version 1, which lack what it asks for or do it by themselves. */
export function exceptServerless({ engineMode }: DbCluster, because: string, answer: Answer): Answer {
  if (engineMode === "serverless") {
    return notApplicable(because);
  }
  return isUnknown(engineMode) && answer.answer === "fails" ? undecided(engineMode.waitsFor) : answer;
}
