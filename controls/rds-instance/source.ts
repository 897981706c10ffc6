import type { DbInstance, DbSnapshot, Inventory } from "../../inventory/model";
import { isObserved } from "../../inventory/observed";
import { type Resolution, resolve } from "../../inventory/resolve";
import { fails, undecided } from "../answers";
import type { Answer } from "../control";
import { isCrossRegionReplica } from "./replica";

interface Judges {
  instance(source: DbInstance): Answer;
  /** Undefined where the snapshot itself says nothing, so that the instance it was taken of decides. */
  snapshot(source: DbSnapshot): Answer | undefined;
}

/**
 * Judges an instance by what it is made from, where that decides about its storage: a replica has the encryption and
 * key of its source in the same region, a restore those of its snapshot or backup, whatever else it asks for.
 * Undefined where the instance's own properties decide.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
 */
export function judgeBySource(instance: DbInstance, inventory: Inventory, judges: Judges): Answer | undefined {
  if (isObserved(inventory, instance) || isCrossRegionReplica(instance)) {
    return undefined;
  }
  if (instance.snapshot !== undefined) {
    const snapshot = resolve(inventory, "dbSnapshots", instance.snapshot, instance);
    if (snapshot.to !== "resource") {
      return bySource("snapshot", snapshot, inventory, judges.instance);
    }
    const own = judges.snapshot(snapshot.resource);
    return own === undefined
      ? bySource(
          "snapshot",
          resolve(inventory, "dbInstances", snapshot.resource.instance, instance),
          inventory,
          judges.instance,
        )
      : judgedAs("snapshot", own);
  }
  const source = instance.replicaSource ?? instance.restoreSource;
  if (source === undefined) {
    return undefined;
  }
  const found = resolve(inventory, "dbInstances", source, instance);
  return found.to === "resource" && found.resource.id === instance.id
    ? undefined
    : bySource("source", found, inventory, judges.instance);
}

function bySource(
  what: string,
  source: Resolution<DbInstance>,
  inventory: Inventory,
  judge: (source: DbInstance) => Answer,
): Answer {
  switch (source.to) {
    case "resource":
      return judgedAs(what, judge(source.resource));
    case "outside":
      return undecided(`the encryption of ${what} ${source.identifier}, not in this ${inventory.scope}`);
    case "unknown":
      return undecided(`the encryption of its ${what} (${source.unknown.waitsFor})`);
    case "nothing":
      return undecided(`the encryption of its ${what}`);
  }
}

function judgedAs(what: string, answer: Answer): Answer {
  return answer.answer === "fails"
    ? fails(`the ${what} that it is made from fails: ${answer.found}`, answer.needed)
    : answer;
}
