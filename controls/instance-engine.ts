import { type Engine, engineNamed } from "../engines";
import { isVersionFrom } from "../engines/version";
import type { DbCluster, DbInstance, DbSnapshot, Inventory, Reference } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown, unknown, type Value } from "../inventory/value";
import { shown } from "./answers";

/** Sources of sources that are followed: RDS chains fewer, and a circle of them must end. */
export const longestChain = 8;

/** What an instance runs. */
export interface NamedEngine {
  readonly name: string;
  /** Absent: the newest that RDS offers. */
  readonly version: Value<string>;
}

export interface RunningEngine extends NamedEngine {
  readonly facts: Engine;
}

/** What an instance runs, with the facts of its engine. */
export function engineOf(instance: DbInstance, inventory: Inventory): RunningEngine | Unknown {
  const engine = namedEngineOf(instance, inventory);
  if (isUnknown(engine)) {
    return engine;
  }
  const facts = factsOf(engine.name);
  return isUnknown(facts) ? facts : { ...engine, facts };
}

/** The facts of an engine by its API name. */
export function factsOf(name: string): Engine | Unknown {
  return engineNamed(name) ?? unknown(`the facts of engine ${shown(name, "name")}, which this version does not know`);
}

/**
 * Engine and version of an instance: a replica or a restore takes what it does not name from its source, a member of a
 * cluster from its cluster.
 */
export function namedEngineOf(instance: DbInstance, inventory: Inventory, depth = 0): NamedEngine | Unknown {
  const { engine, engineVersion } = instance;
  if (engine !== undefined && !isUnknown(engine) && engineVersion !== undefined) {
    return { name: engine, version: engineVersion };
  }
  const source = sourceOf(instance, inventory);
  const ofSource =
    source === undefined || isUnknown(source)
      ? source
      : "multiAz" in source
        ? depth < longestChain
          ? namedEngineOf(source, inventory, depth + 1)
          : unknown("the engine at the end of its sources")
        : engineOfCluster(source);
  const name = engine ?? (ofSource === undefined || isUnknown(ofSource) ? ofSource : ofSource.name);
  if (name === undefined) {
    return unknown("the engine, which is not set");
  }
  return isUnknown(name)
    ? name
    : {
        name,
        version: engineVersion ?? (ofSource === undefined || isUnknown(ofSource) ? ofSource : ofSource.version),
      };
}

/** Whether a version is `from` or later; one that nobody set is the newest. */
export function runsFrom(version: Value<string>, from: string): boolean | Unknown {
  if (from === "0" || version === undefined) {
    return true;
  }
  return isUnknown(version) ? version : isVersionFrom(version, from);
}

function engineOfCluster(cluster: DbCluster): NamedEngine | Unknown {
  const { engine, engineVersion, snapshot, restoreSource, replicaSource, globalCluster } = cluster;
  if (engine === undefined || isUnknown(engine)) {
    return engine ?? unknown("the engine of its cluster");
  }
  const made = snapshot ?? restoreSource ?? replicaSource ?? globalCluster;
  return {
    name: engine,
    version: engineVersion ?? (made === undefined ? undefined : unknown("the engine version of its cluster")),
  };
}

/** What an instance is a member of, replicates or is restored from; undefined for one that is made anew. */
function sourceOf(instance: DbInstance, inventory: Inventory): DbInstance | DbCluster | Unknown | undefined {
  const reference = instance.cluster ?? sourceReference(instance, inventory);
  if (reference === undefined && instance.snapshot === undefined) {
    return undefined;
  }
  const cluster = resolve(inventory, "dbClusters", reference, instance);
  if (cluster.to === "resource") {
    return cluster.resource;
  }
  const source = resolve(inventory, "dbInstances", reference, instance);
  return source.to === "resource" && source.resource.id !== instance.id
    ? source.resource
    : unknown(
        instance.cluster === undefined
          ? "the engine version of what it is made from"
          : "the engine version of its cluster",
      );
}

function sourceReference(instance: DbInstance, inventory: Inventory): Reference {
  if (instance.snapshot === undefined) {
    return instance.replicaSource ?? instance.restoreSource;
  }
  const snapshot = resolve(inventory, "dbSnapshots", instance.snapshot, instance);
  const original = snapshot.to === "resource" ? originalOf(snapshot.resource, inventory) : undefined;
  return original?.instance ?? original?.cluster;
}

/** The snapshot at the start of a row of copies. */
function originalOf(snapshot: DbSnapshot, inventory: Inventory, depth = 0): DbSnapshot {
  const copied = resolve(inventory, "dbSnapshots", snapshot.copyOf);
  return copied.to === "resource" && depth < longestChain
    ? originalOf(copied.resource, inventory, depth + 1)
    : snapshot;
}
