import type { Inventory, Kind, Kinds, Reference, Resource } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown } from "../inventory/value";

/** A reference and the resource whose it is. */
export interface From {
  readonly from: Resource;
  readonly reference: Reference;
}

/** Tells of a resource whether it is referred to; unknown where only the deploy tells. */
export type Referred<T extends Resource> = (resource: T) => boolean | Unknown;

/**
 * Gathers what a list of references leads to, for many questions in time that grows with the list.
 * A reference that is not known leads to one of its sources; without any it comes from outside the program.
 */
export function referredTo<K extends Kind>(
  inventory: Inventory,
  kind: K,
  references: readonly From[],
): Referred<Kinds[K]> {
  const sure = new Set<string>();
  const maybe = new Map<string, Unknown>();
  for (const { from, reference } of references) {
    const found = resolve(inventory, kind, reference, from);
    if (found.to === "resource") {
      sure.add(found.resource.id);
    } else if (isUnknown(reference)) {
      for (const source of reference.sources) {
        maybe.set(source, reference);
      }
    }
  }
  return ({ id }) => sure.has(id) || (maybe.get(id) ?? false);
}

/** A value that is made of an inventory once, whoever asks for it. */
export function perInventory<T>(make: (inventory: Inventory) => T): (inventory: Inventory) => T {
  const made = new WeakMap<Inventory, { readonly value: T }>();
  return (inventory) => {
    const known = made.get(inventory) ?? { value: make(inventory) };
    made.set(inventory, known);
    return known.value;
  };
}
