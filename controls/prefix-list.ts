import type { Inventory, Reference } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown, unknown, type Value } from "../inventory/value";
import { shown } from "./answers";

/** What a prefix list stands for: nothing to mind, where an option allows it, or its blocks, as far as they are known. */
export type PrefixListBlocks =
  | "allowed"
  | Unknown
  | { readonly name: string; readonly blocks: readonly Value<string>[] };

/** @param allowed ids of the lists that an option of the control allows, by which alone one of elsewhere is settled */
export function prefixListBlocks(
  reference: Reference,
  inventory: Inventory,
  allowed: readonly string[],
): PrefixListBlocks {
  const list = resolve(inventory, "prefixLists", reference);
  if (list.to === "unknown") {
    return list.unknown;
  }
  if (list.to !== "resource") {
    const id = list.to === "outside" ? list.identifier : "";
    return allowed.includes(id)
      ? "allowed"
      : unknown(
          `the addresses of prefix list ${shown(id, "name")}, which is not in this ${inventory.scope} and not among the option allowedPrefixLists`,
        );
  }
  const { name, identifiers, entries } = list.resource;
  if (identifiers.some((identifier) => allowed.includes(identifier))) {
    return "allowed";
  }
  return entries === undefined || isUnknown(entries)
    ? (entries ?? unknown(`the addresses of prefix list ${name}`))
    : { name, blocks: entries };
}
