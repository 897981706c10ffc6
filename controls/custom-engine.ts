import type { DbInstance, Inventory } from "../inventory/model";
import { isUnknown, type Value } from "../inventory/value";
import { notApplicable } from "./answers";
import type { Answer } from "./control";
import { namedEngineOf } from "./instance-engine";

/** Whether an engine is one of RDS Custom, whose host is the customer's to run. */
export function isCustom(engine: Value<string>): boolean {
  return typeof engine === "string" && engine.toLowerCase().startsWith("custom-");
}

/**
 * The answer about an instance of RDS Custom on a matter that AWS leaves to whoever runs the host; undefined for any
 * other engine.
 * @param matter as in "parameter groups"
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 */
export function leftToCustomer(instance: DbInstance, inventory: Inventory, matter: string): Answer | undefined {
  const engine = namedEngineOf(instance, inventory);
  return !isUnknown(engine) && isCustom(engine.name) ? notApplicable(`RDS Custom has no ${matter}`) : undefined;
}
