import { type Inventory, type Kind, type Kinds, kindNames, type Lists, type Reference, type Resource } from "./model";
import { isUnknown, type Unknown, unknown } from "./value";

/** Where a reference leads: to a resource of the inventory, outside of it, nowhere (not set), or not known yet. */
export type Resolution<T> =
  | { readonly to: "resource"; readonly resource: T }
  | { readonly to: "outside"; readonly identifier: string }
  | { readonly to: "nothing" }
  | { readonly to: "unknown"; readonly unknown: Unknown };

/**
 * Follows a reference by identifier where it is known and by property dependencies where it is not.
 * @param from the resource that refers: names are unique in a region only, so its own region's resource is meant
 */
export function resolve<K extends Kind>(
  inventory: Inventory,
  kind: K,
  reference: Reference,
  from?: Resource,
): Resolution<Kinds[K]> {
  if (reference === undefined) {
    return { to: "nothing" };
  }
  const lists: Lists = inventory;
  const candidates = lists[kind];
  if (isUnknown(reference)) {
    const { byId } = indexOf(candidates);
    const found = new Set(reference.sources.flatMap((source) => byId.get(source) ?? []));
    const [only] = found;
    // Several sources of one kind: which of them the value names is decided at deploy.
    return found.size === 1 && only !== undefined
      ? { to: "resource", resource: only }
      : { to: "unknown", unknown: reference };
  }
  const found = inRegionOf(from, reference, indexOf(candidates).byIdentifier.get(reference) ?? []);
  if (found !== undefined) {
    return { to: "resource", resource: found };
  }
  const unread = inventory.unread[kind];
  return unread === undefined
    ? { to: "outside", identifier: reference }
    : { to: "unknown", unknown: unknown(`${kindNames[kind]} ${reference} (${unread})`) };
}

/** The resources that reference `target` through `reference`, those that may, and what keeps others from being known. */
export function referrers<K extends Kind, T extends Kind>(
  inventory: Inventory,
  kind: K,
  reference: (candidate: Kinds[K]) => Reference,
  targetKind: T,
  target: Kinds[T],
): { readonly found: readonly Kinds[K][]; readonly maybe: readonly Kinds[K][]; readonly unknowns: readonly Unknown[] } {
  const found: Kinds[K][] = [];
  const maybe: Kinds[K][] = [];
  const unknowns: Unknown[] = [];
  const lists: Lists = inventory;
  for (const candidate of lists[kind]) {
    const resolution = resolve(inventory, targetKind, reference(candidate));
    if (resolution.to === "resource" && resolution.resource.id === target.id) {
      found.push(candidate);
    } else if (resolution.to === "unknown" && mayLeadTo(resolution.unknown, target)) {
      maybe.push(candidate);
      unknowns.push(resolution.unknown);
    }
  }
  const unread = inventory.unread[kind];
  if (unread !== undefined) {
    unknowns.push(unknown(`the ${kindNames[kind]}s (${unread})`));
  }
  return { found, maybe, unknowns };
}

function mayLeadTo(reference: Unknown, target: { readonly id: string }): boolean {
  return reference.sources.length === 0 || reference.sources.includes(target.id);
}

/** An ARN says its region itself. */
function inRegionOf<T extends Resource>(
  from: Resource | undefined,
  reference: string,
  found: readonly T[],
): T | undefined {
  const region = from?.region;
  if (region === undefined || reference.startsWith("arn:")) {
    return found[0];
  }
  return (
    found.find((resource) => resource.region === region) ?? found.find((resource) => resource.region === undefined)
  );
}

interface Index<T> {
  readonly byId: ReadonlyMap<string, T>;
  readonly byIdentifier: ReadonlyMap<string, readonly T[]>;
}

const indexes = new WeakMap<readonly Resource[], Index<Resource>>();

/** The resources of a list by what names them, made once a list. */
function indexOf<T extends Resource>(list: readonly T[]): Index<T> {
  const known = indexes.get(list);
  if (known !== undefined) {
    return known as Index<T>;
  }
  const byIdentifier = new Map<string, T[]>();
  for (const resource of list) {
    for (const identifier of resource.identifiers) {
      const named = byIdentifier.get(identifier);
      if (named === undefined) {
        byIdentifier.set(identifier, [resource]);
      } else {
        named.push(resource);
      }
    }
  }
  const index: Index<T> = { byId: new Map(list.map((resource) => [resource.id, resource])), byIdentifier };
  indexes.set(list, index);
  return index;
}
