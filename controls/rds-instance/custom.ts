import type { Value } from "../../inventory/value";

/** Whether an engine is one of RDS Custom, whose host is the customer's to run. */
export function isCustom(engine: Value<string>): boolean {
  return typeof engine === "string" && engine.toLowerCase().startsWith("custom-");
}
