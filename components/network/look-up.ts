import * as pulumi from "@pulumi/pulumi";
import { ArgumentError, show } from "../shared/arguments";

/**
 * What AWS tells of what an argument names, as soon as that is known. Throws an ArgumentError where it tells nothing, as
 * Pulumi's own error has a stack trace and no argument.
 */
export function lookUp<T>(
  component: string,
  argument: string,
  id: pulumi.Input<string>,
  look: (id: string) => Promise<T>,
): pulumi.Output<T> {
  return pulumi.output(id).apply(async (known) => {
    try {
      return await look(known);
    } catch (error) {
      throw new ArgumentError(
        component,
        argument,
        `${argument} is ${show(known)}, but must be the id of what is there: ${causeOf(error)}`,
      );
    }
  });
}

/** The provider lists causes a line each, after the name of the function. */
function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/^.*? returned an error: /s, "")
    .replace(/^invoking [\w:/]+: /, "")
    .replace(/^\d+ errors? occurred:/, "")
    .replace(/\s*\n\s*(\*\s*)?/g, " ")
    .trim();
}
