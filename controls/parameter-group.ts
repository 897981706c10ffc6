import type { DbParameterGroup, Inventory, Reference, Resource } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { type Unknown, unknown } from "../inventory/value";
import { shown } from "./answers";

/** What a parameter group says, be it one of AWS's, which has a family and sets nothing. */
export type ParameterGroup = Pick<DbParameterGroup, "name" | "family" | "parameters">;

/** A group by its reference; undefined for none, and for a default group of AWS one that sets nothing. */
export function parameterGroupOf<K extends "dbClusterParameterGroups" | "dbParameterGroups">(
  inventory: Inventory,
  kind: K,
  reference: Reference,
  from: Resource,
): ParameterGroup | Unknown | undefined {
  const group = resolve(inventory, kind, reference, from);
  switch (group.to) {
    case "resource":
      return group.resource;
    case "nothing":
      return undefined;
    case "unknown":
      return group.unknown;
    case "outside": {
      const name = group.identifier.toLowerCase();
      return name.startsWith("default.")
        ? { name: shown(name, "name"), family: name.slice("default.".length), parameters: [] }
        : unknown(
            `the parameters of group ${shown(group.identifier, "name")}, which is not in this ${inventory.scope}`,
          );
    }
  }
}
