import { ArgumentError, show } from "../shared/arguments";

/**
 * What AWS tells of what an argument names. Throws an ArgumentError where it tells nothing, as Pulumi's own error has a
 * stack trace and no argument.
 */
export async function lookUp<T>(component: string, argument: string, id: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const reason = `${argument} is ${show(id)}, but must be the id of what is there: ${causeOf(error)}`;
    throw new ArgumentError(component, argument, reason);
  }
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
