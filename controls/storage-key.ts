import type { DbCluster, DbInstance, DbSnapshot, Inventory, Reference } from "../inventory/model";
import { isObserved } from "../inventory/observed";
import type { Answer } from "./control";
import { mustNameCustomerManagedKey, type TrustedKeys } from "./customer-managed-key";
import { isCrossRegionReplica } from "./replica";
import { judgeOrigin, judgeSnapshot, type Seen } from "./source";

/**
 * Judges the key of an instance: a restore has that of what it is made from, whatever it asks for, and a replica where
 * it names none.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
 */
export function instanceMustHaveKey(
  instance: DbInstance,
  inventory: Inventory,
  trusted: TrustedKeys,
  seen: Seen = new Set([instance.id]),
): Answer {
  const own = judgeKey(inventory, instance.kmsKeyId, instance.region, trusted);
  const isReplicaWithKey = instance.replicaSource !== undefined && instance.kmsKeyId !== undefined;
  return isObserved(inventory, instance) || isCrossRegionReplica(instance) || isReplicaWithKey
    ? own
    : (judgeOrigin(way(inventory, seen, trusted), instance, instance.replicaSource ?? instance.restoreSource) ?? own);
}

/** Judges the key of a cluster, which is that of what it is made from where it names none. */
export function clusterMustHaveKey(
  cluster: DbCluster,
  inventory: Inventory,
  trusted: TrustedKeys,
  seen: Seen = new Set([cluster.id]),
): Answer {
  const own = judgeKey(inventory, cluster.kmsKeyId, cluster.region, trusted);
  return cluster.kmsKeyId !== undefined || isObserved(inventory, cluster) || isCrossRegionReplica(cluster)
    ? own
    : (judgeOrigin(way(inventory, seen, trusted), cluster, cluster.replicaSource ?? cluster.restoreSource) ?? own);
}

/** Judges the key of a snapshot: its own, or that of what it was copied or taken of. */
export function snapshotMustHaveKey(snapshot: DbSnapshot, inventory: Inventory, trusted: TrustedKeys): Answer {
  return judgeSnapshot(way(inventory, new Set(), trusted), snapshot);
}

function way(inventory: Inventory, seen: Seen, trusted: TrustedKeys): Parameters<typeof judgeSnapshot>[0] {
  return {
    inventory,
    matter: "the key of",
    seen,
    judges: {
      instance: (source, onward) => instanceMustHaveKey(source, inventory, trusted, onward),
      cluster: (source, onward) => clusterMustHaveKey(source, inventory, trusted, onward),
      snapshot: ({ kmsKeyId, region }) =>
        kmsKeyId === undefined ? undefined : judgeKey(inventory, kmsKeyId, region, trusted),
    },
  };
}

function judgeKey(inventory: Inventory, kmsKeyId: Reference, region: string | undefined, trusted: TrustedKeys): Answer {
  return mustNameCustomerManagedKey(
    inventory,
    "kmsKeyId",
    kmsKeyId,
    "not encrypted, or with the AWS managed key aws/rds",
    region,
    trusted,
  );
}
