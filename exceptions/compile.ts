import type { ConfigurationFile, NativeException } from "../configuration/file";
import type { Exception } from "./exception";
import { fullReason, type ResolvedException } from "./resolve";

export interface Compiled {
  /** For --policy-pack-config. */
  readonly file: ConfigurationFile;
  /** One sentence about each exception of the configuration that stands in no file of exceptions. */
  readonly foreign: readonly string[];
}

/**
 * Puts exceptions into a configuration file. Those of the configuration with the id of an entry give way to it, also
 * when the entry has expired: the result of an earlier run can be compiled again. Others are carried over.
 * @param entries everything in the file of exceptions
 * @param resolved what of it goes into the configuration
 */
export function compileExceptions(
  configuration: ConfigurationFile,
  entries: readonly Exception[],
  resolved: readonly ResolvedException[],
): Compiled {
  const ids = new Set(entries.map(({ id }) => id));
  const kept = Object.entries(configuration.exceptions ?? {}).filter(([id]) => !ids.has(id));
  const exceptions: [string, NativeException][] = resolved.map(({ exception, targets }) => [
    exception.id,
    { reason: fullReason(exception), match: [{ policies: exception.controls, targets }] },
  ]);
  return {
    file: { ...configuration, exceptions: Object.fromEntries([...kept, ...exceptions]) },
    foreign: kept.map(
      ([id]) => `exception ${id} of the configuration has no entry in the file, so no owner and no expiry; it is kept.`,
    ),
  };
}
