import type { ArgumentChecks, ArgumentNames } from "./arguments";
import { oneOf, wholeNumber } from "./rules";

/** How long a bucket keeps objects, in days. */
export interface BucketSettings {
  readonly expire: number | undefined;
  readonly lock: { readonly days: number; readonly mode: string } | undefined;
  readonly archive: number | undefined;
}

interface Given {
  readonly expireDays?: number;
  readonly objectLockDays?: number;
  readonly objectLockMode?: string;
  readonly archiveDays?: number;
}

/** Checks the argument of a component that says how long its bucket keeps objects; each part is undefined by default. */
export function checkBucket<Bucket extends Given>(
  checks: ArgumentChecks,
  argument: string,
  given: Bucket | undefined,
  names: ArgumentNames<Bucket>,
): BucketSettings {
  const bucket: Given = given ?? {};
  checks.known(argument, bucket, names);
  const days = (name: "expireDays" | "objectLockDays" | "archiveDays", from: number): number | undefined => {
    const value = bucket[name];
    return value === undefined
      ? undefined
      : checks.plain(`${argument}.${name}`, value, wholeNumber(from, 36_500, "days"));
  };
  const [expire, lock, archive] = [days("expireDays", 1), days("objectLockDays", 1), days("archiveDays", 30)];
  if (lock === undefined && bucket.objectLockMode !== undefined) {
    checks.refuse(`${argument}.objectLockMode is given, but needs ${argument}.objectLockDays.`);
  }
  if (lock !== undefined && expire !== undefined && lock > expire) {
    checks.refuse(`${argument}.objectLockDays is ${lock}, but must be at most the ${argument}.expireDays, ${expire}.`);
  }
  if (archive !== undefined && expire !== undefined && archive >= expire) {
    checks.refuse(
      `${argument}.archiveDays is ${archive}, but must be less than the ${argument}.expireDays, ${expire}.`,
    );
  }
  const mode = checks.plain(
    `${argument}.objectLockMode`,
    bucket.objectLockMode ?? "GOVERNANCE",
    oneOf("GOVERNANCE", "COMPLIANCE"),
  );
  return { expire, archive, lock: lock === undefined ? undefined : { days: lock, mode } };
}
