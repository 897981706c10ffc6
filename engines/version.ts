/**
 * Whether an engine version ("14", "15.4", "10.11.8", "19.0.0.0.ru-2024-01.rur-2024-01.r1") is `from` or later.
 * Missing parts count as 0.
 */
export function isVersionFrom(version: string, from: string): boolean {
  const found = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const needed = from.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const different = needed.findIndex((part, index) => part !== (found[index] ?? 0));
  return different === -1 || (found[different] ?? 0) > (needed[different] ?? 0);
}

/** The version that a parameter group family names: "postgres14" is 14, "mysql8.0" is 8.0. */
export function versionOfFamily(family: string): string | undefined {
  // No family has a name this long; the search takes time by the square of it.
  return family.length > 64 ? undefined : /(\d+(?:\.\d+)?)$/.exec(family)?.[1];
}
