import type { Inventory, Secret } from "../../inventory/model";
import { isUnknown, type Unknown } from "../../inventory/value";
import { type From, perInventory, referredTo } from "../referred";

/** Whether a secret holds the password of a database; unknown where only the deploy tells. */
export function isDatabaseSecret(secret: Secret, inventory: Inventory): boolean | Unknown {
  return secret.owningService === "rds" || secretsOfDatabases(inventory)(secret);
}

const secretsOfDatabases = perInventory((inventory) => {
  const { dbProxies, dbInstances, dbClusters } = inventory;
  const ofProxies = dbProxies.flatMap(({ authentications = [], ...proxy }): readonly From[] =>
    isUnknown(authentications)
      ? [{ from: proxy, reference: authentications }]
      : authentications.map((item) => ({ from: proxy, reference: isUnknown(item) ? item : item?.secret })),
  );
  const ofDatabases = [...dbInstances, ...dbClusters].map((from) => ({ from, reference: from.masterUserSecret }));
  const ofDomains = dbInstances.map((from) => ({ from, reference: from.domainAuthSecret }));
  return referredTo(inventory, "secrets", [...ofProxies, ...ofDatabases, ...ofDomains]);
});
