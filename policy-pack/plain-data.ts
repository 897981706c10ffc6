import { knownAtDeploy } from "../inventory/program";
import { unknown } from "../inventory/value";

/** How the analysis of a state file shows the secrets that it cannot decrypt. */
const hiddenSecret = "[secret]";

/**
 * Copies properties out of the proxies of @pulumi/policy, which throw when an unknown leaf is read, into plain data
 * in which each such leaf is an `Unknown`.
 */
export function plainData(props: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(props).map((name) => [name, plainProperty(props, name)]));
}

/** One property, as `plainData` copies it. */
export function plainProperty(props: Readonly<Record<string, unknown>>, name: string): unknown {
  return plainValue(() => props[name]);
}

function plainValue(read: () => unknown): unknown {
  let value: unknown;
  try {
    value = read();
  } catch (error) {
    if (isUnknownValueError(error)) {
      return unknown(knownAtDeploy);
    }
    throw error;
  }
  if (value === hiddenSecret) {
    return unknown("a secret that this analysis cannot read");
  }
  if (Array.isArray(value)) {
    // map() would read the proxied elements without a chance to catch what is thrown for one of them.
    return Array.from({ length: value.length }, (_, index) => plainValue(() => value[index]));
  }
  return typeof value === "object" && value !== null ? plainData(value as Record<string, unknown>) : value;
}

/** By its name, as a policy pack of one's own can bring another copy of @pulumi/policy, whose class is another. */
function isUnknownValueError(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === "UnknownValueError";
}
