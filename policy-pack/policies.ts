import { controls } from "../controls";
import { Declarations } from "./declarations";
import { type ControlPolicy, policyOf } from "./policy";
import { StackInventories } from "./stack-inventories";

/** One policy a control; they share what they were shown. */
export function policies(): ControlPolicy[] {
  const declarations = new Declarations();
  const stacks = new StackInventories(declarations);
  return controls.map((control) => policyOf(control, declarations, stacks));
}
