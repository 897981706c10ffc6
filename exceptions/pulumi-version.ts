import { lt, parse } from "semver";

/**
 * The Pulumi CLI that reads exceptions from a configuration file. 3.274.1 was tried and does; 3.259.0 was tried and
 * takes every key of such a file for a policy.
 */
export const exceptionsSince = "3.274.0";

/**
 * Whether a Pulumi CLI reads exceptions from a configuration file.
 * @param version as `pulumi version` prints it, such as "v3.274.1"
 * @returns undefined for a text that is no version
 */
export function readsExceptions(version: string): boolean | undefined {
  // A prerelease comes before its release, and may be older than what the release brought.
  const release = parse(version.trim(), { loose: true });
  return release === null ? undefined : !lt(release, exceptionsSince);
}
