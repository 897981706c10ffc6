import type { DbCluster, DbInstance, DbSnapshot, Inventory } from "../inventory/model";
import { isObserved } from "../inventory/observed";
import { isUnknown } from "../inventory/value";
import { fails, holds, mustBeOn, undecided } from "./answers";
import type { Answer } from "./control";
import { isCustom } from "./custom-engine";
import { isCrossRegionReplica } from "./replica";
import { judgeOrigin, judgeSnapshot, type Seen } from "./source";

const matter = "the encryption of";

/**
 * Judges the storage of an instance, which has the encryption of what it is made from, whatever it asks for.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
 */
export function instanceMustBeEncrypted(
  instance: DbInstance,
  inventory: Inventory,
  seen: Seen = new Set([instance.id]),
): Answer {
  const { engine, storageEncrypted } = instance;
  // AWS encrypts all storage of RDS Custom, and refuses false.
  const own =
    isCustom(engine) && storageEncrypted === undefined
      ? holds
      : mustBeOn("storageEncrypted", storageEncrypted, "off by default");
  if (isObserved(inventory, instance)) {
    return own;
  }
  // The provider ignores storageEncrypted there: a key of the replica's own region is what encrypts it.
  if (isCrossRegionReplica(instance)) {
    return instance.kmsKeyId === undefined
      ? fails("kmsKeyId is not set on a replica from another region", "it must name a key of its own region")
      : holds;
  }
  const origin = judgeOrigin(way(inventory, seen), instance, instance.replicaSource ?? instance.restoreSource);
  // What is not written as encrypted is a mistake even where the source is: the next update would replace it.
  return origin === undefined || (instance.replicaSource === undefined && own.answer === "fails") ? own : origin;
}

/**
 * Judges the storage of a cluster. A restore under a key is encrypted, whatever it is made from; any other has the
 * encryption of what it is made from.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
 */
export function clusterMustBeEncrypted(
  cluster: DbCluster,
  inventory: Inventory,
  seen: Seen = new Set([cluster.id]),
): Answer {
  const { engineMode, storageEncrypted, snapshot, restoreSource, replicaSource, kmsKeyId } = cluster;
  if (engineMode === "serverless") {
    return holds;
  }
  const own = mustBeOn("storageEncrypted", storageEncrypted, "off by default");
  if (isObserved(inventory, cluster) || storageEncrypted === false) {
    return own;
  }
  if ((snapshot !== undefined || restoreSource !== undefined) && kmsKeyId !== undefined) {
    return holds;
  }
  const origin = judgeOrigin(way(inventory, seen), cluster, replicaSource ?? restoreSource);
  if (origin !== undefined) {
    return origin;
  }
  return own.answer === "fails" && isUnknown(engineMode) ? undecided(engineMode.waitsFor) : own;
}

/** Judges the storage of a snapshot, by itself where that is known, else by what it was copied or taken of. */
export function snapshotMustBeEncrypted(snapshot: DbSnapshot, inventory: Inventory): Answer {
  return judgeSnapshot(way(inventory, new Set()), snapshot);
}

function way(inventory: Inventory, seen: Seen): Parameters<typeof judgeSnapshot>[0] {
  return {
    inventory,
    matter,
    seen,
    judges: {
      instance: (source, onward) => instanceMustBeEncrypted(source, inventory, onward),
      cluster: (source, onward) => clusterMustBeEncrypted(source, inventory, onward),
      snapshot: ({ encrypted }) => (encrypted === undefined ? undefined : mustBeOn("encrypted", encrypted, "")),
    },
  };
}
