import type { Inventory, Resource } from "./model";

/** Whether the resource exists, so that its properties are what AWS says and not what a program asks for. */
export function isObserved(inventory: Inventory, resource: Resource): boolean {
  return inventory.scope === "account" || resource.identifiers.some((identifier) => identifier.startsWith("arn:"));
}
