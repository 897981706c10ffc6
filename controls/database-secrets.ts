import type { Inventory, Reference, Secret } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown } from "../inventory/value";
import { type From, perInventory, referredTo } from "./referred";

/** Whether a secret holds the password of a database; unknown where only the deploy tells. */
export function isDatabaseSecret(secret: Secret, inventory: Inventory): boolean | Unknown {
  return (
    secret.owningService === "rds" ||
    secretsOfDatabases(inventory)(secret) ||
    (namedLoosely(inventory).open[0] ?? false)
  );
}

/** As `isDatabaseSecret`, of what a reference names, which may be a secret that is kept elsewhere. */
export function namesDatabaseSecret(reference: Reference, inventory: Inventory): boolean | Unknown {
  const secret = resolve(inventory, "secrets", reference);
  switch (secret.to) {
    case "resource":
      return isDatabaseSecret(secret.resource, inventory);
    case "outside": {
      const { outside, open } = namedLoosely(inventory);
      return outside.has(secret.identifier) || (open[0] ?? false);
    }
    case "unknown":
      return hasDatabaseSecrets(inventory) && secret.unknown;
    case "nothing":
      return false;
  }
}

const secretsOfDatabases = perInventory((inventory) => referredTo(inventory, "secrets", referencesOf(inventory)));

const hasDatabaseSecrets = perInventory((inventory) => {
  const { outside, open } = namedLoosely(inventory);
  return (
    outside.size > 0 ||
    open.length > 0 ||
    inventory.secrets.some((secret) => isDatabaseSecret(secret, inventory) !== false)
  );
});

/** What databases and proxies name that is no secret of the inventory, or can be any. */
const namedLoosely = perInventory((inventory) => {
  const outside = new Set<string>();
  const open: Unknown[] = [];
  for (const { from, reference } of referencesOf(inventory)) {
    const secret = resolve(inventory, "secrets", reference, from);
    if (secret.to === "outside") {
      outside.add(secret.identifier);
    } else if (secret.to === "unknown" && canNameAnySecret(secret.unknown, inventory)) {
      open.push(secret.unknown);
    }
  }
  return { outside, open };
});

/** Whether a value can be the name of any secret: what it comes from, such as the version of one, does not tell. */
export function canNameAnySecret({ sources }: Unknown, inventory: Inventory): boolean {
  return !sources.some((source) => tellingSources(inventory).has(source));
}

/** What comes from a database is the secret that RDS keeps for it. */
const tellingSources = perInventory(
  ({ secrets, dbInstances, dbClusters }) => new Set([...secrets, ...dbInstances, ...dbClusters].map(({ id }) => id)),
);

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
