import type { Inventory, Reference, Secret } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown } from "../../inventory/value";
import { type From, perInventory, referredTo } from "../referred";

/** Whether a secret holds the password of a database; unknown where only the deploy tells. */
export function isDatabaseSecret(secret: Secret, inventory: Inventory): boolean | Unknown {
  return secret.owningService === "rds" || secretsOfDatabases(inventory)(secret);
}

/** As `isDatabaseSecret`, of what a reference names, which may be a secret that is kept elsewhere. */
export function namesDatabaseSecret(reference: Reference, inventory: Inventory): boolean | Unknown {
  const secret = resolve(inventory, "secrets", reference);
  if (secret.to === "resource") {
    return isDatabaseSecret(secret.resource, inventory);
  }
  const { outside, unknowns } = secretsElsewhere(inventory);
  if (typeof reference === "string") {
    return outside.has(reference) || (unknowns[0] ?? false);
  }
  return reference !== undefined && (outside.size > 0 || unknowns.length > 0) ? reference : false;
}

const secretsOfDatabases = perInventory((inventory) => referredTo(inventory, "secrets", referencesOf(inventory)));

/** What databases and proxies name that is no secret of the inventory. */
const secretsElsewhere = perInventory((inventory) => {
  const outside = new Set<string>();
  const unknowns: Unknown[] = [];
  for (const { from, reference } of referencesOf(inventory)) {
    const secret = resolve(inventory, "secrets", reference, from);
    if (secret.to === "outside") {
      outside.add(secret.identifier);
    } else if (secret.to === "unknown") {
      unknowns.push(secret.unknown);
    }
  }
  return { outside, unknowns };
});

function referencesOf({ dbProxies, dbInstances, dbClusters }: Inventory): readonly From[] {
  const ofProxies = dbProxies.flatMap(({ authentications = [], ...proxy }): readonly From[] =>
    isUnknown(authentications)
      ? [{ from: proxy, reference: authentications }]
      : authentications.map((item) => ({ from: proxy, reference: isUnknown(item) ? item : item?.secret })),
  );
  const ofDatabases = [...dbInstances, ...dbClusters].map((from) => ({ from, reference: from.masterUserSecret }));
  const ofDomains = dbInstances.map((from) => ({ from, reference: from.domainAuthSecret }));
  return [...ofProxies, ...ofDatabases, ...ofDomains];
}
