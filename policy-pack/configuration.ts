import type { PolicyConfigSchema } from "@pulumi/policy";
import type { AnyControl } from "../controls";
import { optionsOf } from "../controls/judge";

/** The schema of a policy's configuration: the control's options with their defaults. */
export function configSchemaOf(control: AnyControl): PolicyConfigSchema | undefined {
  const options = Object.entries(control.options);
  return options.length === 0
    ? undefined
    : {
        properties: Object.fromEntries(
          options.map(([name, { schema, default: value }]) => [name, { ...schema, default: value as object }]),
        ),
      };
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
