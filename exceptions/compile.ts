import type { ConfigurationFile, NativeException } from "../configuration/file";
import type { Exception } from "./exception";
import { fullReason, type ResolvedException } from "./resolve";

export interface Compiled {
  /** For --policy-pack-config. */
  readonly file: ConfigurationFile;
  /** One sentence about each exception of the configuration that the file of exceptions does not have. */
  readonly dropped: readonly string[];
}

/**
 * Puts exceptions into a configuration file, in place of those that it has: the result of an earlier run can be compiled
 * again, and what was taken out of the file of exceptions meanwhile, or never stood there, holds no longer.
 * @param entries everything in the file of exceptions
 * @param resolved what of it goes into the configuration
 */
export function compileExceptions(
  configuration: ConfigurationFile,
  entries: readonly Exception[],
  resolved: readonly ResolvedException[],
): Compiled {
  const ids = new Set(entries.map(({ id }) => id));
  const strangers = Object.keys(configuration.exceptions ?? {}).filter((id) => !ids.has(id));
  const exceptions: [string, NativeException][] = resolved.map(({ exception, targets }) => [
    exception.id,
    { reason: fullReason(exception), match: [{ policies: exception.controls, targets }] },
  ]);
  return {
    file: { ...configuration, exceptions: Object.fromEntries(exceptions) },
    dropped: strangers.map(
      (id) =>
        `exception ${id} of the configuration has no entry in the file of exceptions, so no owner and no expiry, and is left out.`,
    ),
  };
}
