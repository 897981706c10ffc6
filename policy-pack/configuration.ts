import type { PolicyConfigSchema } from "@pulumi/policy";
import type { AnyControl } from "../controls";
import { optionsOf } from "../controls/judge";
import { optionSchemas } from "../controls/option-schemas";

/** The schema of a policy's configuration: the control's options with their defaults. */
export function configSchemaOf(control: AnyControl): PolicyConfigSchema | undefined {
  return Object.keys(control.options).length === 0
    ? undefined
    : { properties: optionSchemas(control) as unknown as PolicyConfigSchema["properties"] };
}

/**
 * The options to judge by.
 * @throws when an option is configured that the control does not have, which Pulumi itself lets pass
 */
export function configuredOptions(control: AnyControl, configured: Readonly<Record<string, unknown>>): object {
  const known = Object.keys(control.options);
  const strangers = Object.keys(configured).filter((name) => !known.includes(name));
  if (strangers.length > 0) {
    throw new Error(
      `policy ${control.id} is configured with ${strangers.join(", ")}; ` +
        `${known.length === 0 ? "it has no options" : `its options are ${known.join(", ")}`}. ` +
        "Correct the policy configuration.",
    );
  }
  return optionsOf(control, configured);
}
