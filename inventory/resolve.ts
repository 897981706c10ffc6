import { type Inventory, type Kind, type Kinds, kindNames, type Lists, type Reference, type Resource } from "./model";
import { isUnknown, type Unknown, unknown, type Value } from "./value";

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

/** The properties of a kind that refer to other resources, to one or to several. */
type ReferenceProperty<K extends Kind> = {
  [P in keyof Kinds[K]]-?: Reference extends Kinds[K][P]
    ? P
    : Value<readonly Reference[]> extends Kinds[K][P]
      ? P
      : never;
}[keyof Kinds[K]];

export interface Referrers<T> {
  readonly found: readonly T[];
  /** Those that may refer to it, which is known at deploy. */
  readonly maybe: readonly T[];
  /** What keeps more from being known. */
  readonly unknowns: readonly Unknown[];
}

/** The resources of a kind that refer to `target` by a property of theirs. */
export function referrers<K extends Kind, T extends Kind>(
  inventory: Inventory,
  kind: K,
  property: ReferenceProperty<K>,
  targetKind: T,
  target: Kinds[T],
): Referrers<Kinds[K]> {
  const { byTarget, bySource, fromAnywhere } = referrerIndex(inventory, kind, property, targetKind);
  const found = byTarget.get(target.id) ?? [];
  const pending = bySource.get(target.id);
  // The same lists for every target, as there may be as many of these as targets.
  return pending === undefined
    ? { found, ...fromAnywhere }
    : { found, ...outlook(inventory, kind, pending, fromAnywhere) };
}

type Outlook<T> = Pick<Referrers<T>, "maybe" | "unknowns">;

function outlook<K extends Kind>(
  inventory: Inventory,
  kind: K,
  pending: readonly Pending<Kinds[K]>[],
  rest: Outlook<Kinds[K]> = { maybe: [], unknowns: unreadOf(inventory, kind) },
): Outlook<Kinds[K]> {
  return {
    maybe: [...pending.map(({ referrer }) => referrer), ...rest.maybe],
    unknowns: [...pending.map(({ reference }) => reference), ...rest.unknowns],
  };
}

function unreadOf(inventory: Inventory, kind: Kind): readonly Unknown[] {
  const unread = inventory.unread[kind];
  return unread === undefined ? [] : [unknown(`the ${kindNames[kind]}s (${unread})`)];
}

interface Pending<T> {
  readonly referrer: T;
  readonly reference: Unknown;
}

interface ReferrerIndex<T> {
  readonly byTarget: ReadonlyMap<string, readonly T[]>;
  /** References that lead to one of their sources, by each of these. */
  readonly bySource: ReadonlyMap<string, readonly Pending<T>[]>;
  /** References without sources, which may lead anywhere. */
  readonly fromAnywhere: Outlook<T>;
}

const referrerIndexes = new WeakMap<Inventory, Map<string, ReferrerIndex<Resource>>>();

/** Who refers to whom, made once an inventory and property. */
function referrerIndex<K extends Kind>(
  inventory: Inventory,
  kind: K,
  property: ReferenceProperty<K>,
  targetKind: Kind,
): ReferrerIndex<Kinds[K]> {
  const indexes = referrerIndexes.get(inventory) ?? new Map<string, ReferrerIndex<Resource>>();
  referrerIndexes.set(inventory, indexes);
  const key = `${kind}.${String(property)}:${targetKind}`;
  const known = indexes.get(key);
  if (known !== undefined) {
    return known as ReferrerIndex<Kinds[K]>;
  }
  const byTarget = new Map<string, Kinds[K][]>();
  const bySource = new Map<string, Pending<Kinds[K]>[]>();
  const fromAnywhere: Pending<Kinds[K]>[] = [];
  const lists: Lists = inventory;
  for (const referrer of lists[kind]) {
    for (const reference of referencesOf(referrer[property] as Value<Reference | readonly Reference[]>)) {
      const resolution = resolve(inventory, targetKind, reference, referrer);
      if (resolution.to === "resource") {
        push(byTarget, resolution.resource.id, referrer);
      } else if (resolution.to === "unknown") {
        const pending = { referrer, reference: resolution.unknown };
        for (const source of new Set(pending.reference.sources)) {
          push(bySource, source, pending);
        }
        if (pending.reference.sources.length === 0) {
          fromAnywhere.push(pending);
        }
      }
    }
  }
  const index = { byTarget, bySource, fromAnywhere: outlook(inventory, kind, fromAnywhere) };
  indexes.set(key, index);
  return index;
}

function referencesOf(value: Value<Reference | readonly Reference[]>): readonly Reference[] {
  return Array.isArray(value) ? value : [value as Reference];
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [value]);
  } else {
    list.push(value);
  }
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
      push(byIdentifier, identifier, resource);
    }
  }
  const index: Index<T> = { byId: new Map(list.map((resource) => [resource.id, resource])), byIdentifier };
  indexes.set(list, index);
  return index;
}
