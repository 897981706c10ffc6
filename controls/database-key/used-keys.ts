import type { Inventory, KmsKey, Reference, Resource } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown, unknown } from "../../inventory/value";
import { isDatabaseVault } from "../backup-coverage";
import { isDatabaseSecret } from "../database-secrets";
import { type From, perInventory, referredTo } from "../referred";

/**
 * Whether a key encrypts a database or what is made of one: storage, insights, passwords, snapshots, replicas, streams
 * and backups; unknown where only the deploy tells.
 */
export function isUsedByDatabase(key: KmsKey, inventory: Inventory): boolean | Unknown {
  const used = usedKeys(inventory)(key);
  if (used !== false) {
    return used;
  }
  const { dbInstances, dbClusters, dynamodbTables } = inventory.unread;
  const unread = dbInstances ?? dbClusters ?? dynamodbTables;
  return unread === undefined ? false : unknown(`the databases (${unread})`);
}

const usedKeys = perInventory((inventory) =>
  referredTo(
    inventory,
    "kmsKeys",
    references(inventory).map((reference) => throughAliases(inventory, reference)),
  ),
);

function references(inventory: Inventory): readonly From[] {
  const { dbInstances, dbClusters, dbSnapshots, replicatedBackups, activityStreams } = inventory;
  const { dynamodbTables, dynamodbReplicas, secrets, backupVaults } = inventory;
  return [
    ...[...dbInstances, ...dbClusters].flatMap((database) =>
      [database.kmsKeyId, database.performanceInsightsKmsKeyId, database.masterUserSecretKmsKeyId].map(of(database)),
    ),
    ...[...dbSnapshots, ...replicatedBackups, ...activityStreams].map((part) => of(part)(part.kmsKeyId)),
    ...[...dynamodbTables, ...dynamodbReplicas].map((table) => of(table)(table.kmsKeyArn)),
    ...secrets.filter((secret) => isDatabaseSecret(secret, inventory) === true).map((part) => of(part)(part.kmsKeyId)),
    ...backupVaults
      .filter((vault) => isDatabaseVault(vault, inventory) === true)
      .map((part) => of(part)(part.kmsKeyArn)),
  ].filter(({ reference }) => reference !== undefined);
}

function of(from: Resource): (reference: Reference) => From {
  return (reference) => ({ from, reference });
}

/** The key that a reference means, where it names it by an alias; of one that is not known, each key that it may mean. */
function throughAliases(inventory: Inventory, { from, reference }: From): From {
  if (!isUnknown(reference)) {
    const alias = resolve(inventory, "kmsAliases", reference, from);
    return alias.to === "resource" ? { from, reference: alias.resource.target } : { from, reference };
  }
  const keys = reference.sources.flatMap((source) => {
    const one = { ...reference, sources: [source] };
    const alias = resolve(inventory, "kmsAliases", one, from);
    const key = resolve(inventory, "kmsKeys", alias.to === "resource" ? alias.resource.target : one, from);
    return key.to === "resource" ? [key.resource.id] : [];
  });
  return { from, reference: { ...reference, sources: [...new Set(keys)] } };
}
