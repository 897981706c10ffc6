import { type Engine, engineNamed } from "../../engines";
import { isVersionFrom } from "../../engines/version";
import type { DbInstance, Inventory } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown, unknown, type Value } from "../../inventory/value";

/** What an instance runs. */
export interface RunningEngine {
  readonly name: string;
  readonly facts: Engine;
  /** Absent: the newest that RDS offers. */
  readonly version: Value<string>;
}

/** Engine and version of an instance; a replica or a restore takes what it does not name from its source. */
export function engineOf(instance: DbInstance, inventory: Inventory): RunningEngine | Unknown {
  const source = sourceOf(instance, inventory);
  const name = instance.engine ?? (isUnknown(source) ? source : source?.engine);
  if (name === undefined) {
    return unknown("the engine, which is not set");
  }
  if (isUnknown(name)) {
    return name;
  }
  const facts = engineNamed(name);
  if (facts === undefined) {
    return unknown(`the facts of engine ${name}, which this version does not know`);
  }
  return {
    name,
    facts,
    version: instance.engineVersion ?? (isUnknown(source) ? source : versionOf(source, inventory)),
  };
}

/** Whether a version is `from` or later; one that nobody set is the newest. */
export function runsFrom(version: Value<string>, from: string): boolean | Unknown {
  if (from === "0" || version === undefined) {
    return true;
  }
  return isUnknown(version) ? version : isVersionFrom(version, from);
}

function versionOf(source: DbInstance | undefined, inventory: Inventory): Value<string> {
  if (source === undefined) {
    return undefined;
  }
  const running = engineOf(source, inventory);
  return isUnknown(running) ? running : running.version;
}

/** The instance that another one replicates or is restored from; undefined for one that is made anew. */
function sourceOf(instance: DbInstance, inventory: Inventory): DbInstance | Unknown | undefined {
  const snapshot = resolve(inventory, "dbSnapshots", instance.snapshot, instance);
  const reference =
    snapshot.to === "resource" ? snapshot.resource.instance : (instance.replicaSource ?? instance.restoreSource);
  const source = resolve(inventory, "dbInstances", reference, instance);
  if (source.to === "resource" && source.resource.id !== instance.id) {
    return source.resource;
  }
  return reference === undefined && instance.snapshot === undefined
    ? undefined
    : unknown("the engine version of what it is made from");
}
