import type { ControlId } from "../../controls/ids";
import type { Edition } from "../../engines";
import { isSupported, reservedUsernames } from "../../engines";
import type { Rule, Safeguard } from "../shared/arguments";
import { oneOf, text, wholeNumber } from "../shared/rules";

/** What instances and clusters of RDS take alike. */

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
export const authority = oneOf("rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1");

/** Seconds between samples of enhanced monitoring. */
export const seconds = oneOf(0, 1, 5, 10, 15, 30, 60);

const anyClass = text('a DB instance class such as "db.m6g.large"', /^db\.[a-z0-9-]+\.[a-z0-9.-]+$/);

/** A class that an engine has. */
export function instanceClass({ name, classes }: Pick<Edition, "name" | "classes">): Rule<string> {
  return classes === undefined
    ? anyClass
    : {
        allowed: `a DB instance class of ${name}, ${classes.words}`,
        accepts: (value) => anyClass.accepts(value) && classes.pattern.test(value),
      };
}

/** A week or more of backups. */
export function atLeastAWeek(control: ControlId): Safeguard<number> {
  return { control, needed: "7 or more", holds: (value) => value >= 7 };
}

/** RDS takes 0 as "no backups", and with them goes the restore to a point in time. */
export function backupDays(control: ControlId): Rule<number> {
  const any = wholeNumber(1, 35, "days");
  return { ...any, allowed: `${any.allowed}, and at least 7 unless acceptedRisks["${control}"] states the reason` };
}

export function monitored(control: ControlId): Safeguard<number> {
  return { control, needed: "more than 0", holds: (value) => value > 0 };
}

export function mustBeFalse(control: ControlId): Safeguard<boolean> {
  return { control, needed: "false", holds: (value) => !value };
}

/** The name of a master user that nobody guesses and RDS takes. */
export function masterUsername({
  longest,
  reserved = [],
  reservedStarts = [],
}: Edition["masterUsername"]): Rule<string> {
  const names = [...reservedUsernames, ...reserved];
  const starts = reservedStarts.length === 0 ? "" : ` or a name starting with ${reservedStarts.join(" or ")}`;
  return {
    allowed:
      `1 to ${longest} letters, digits and underscores, starting with a letter, ` +
      `and none of ${names.join(", ")}${starts}`,
    accepts: (value) =>
      typeof value === "string" &&
      value.length <= longest &&
      /^[A-Za-z]\w*$/.test(value) &&
      !names.includes(value.toLowerCase()) &&
      !reservedStarts.some((start) => value.toLowerCase().startsWith(start)),
  };
}

export function databaseName({ longest, words, pattern }: NonNullable<Edition["databaseName"]>): Rule<string> {
  return {
    allowed: `1 to ${longest} ${words}`,
    accepts: (value) => typeof value === "string" && value.length <= longest && pattern.test(value),
  };
}

/** A major version that is still supported, of an instance, or of the members of a cluster, which run its version. */
export function supported(edition: Pick<Edition, "name">): Safeguard<string> {
  return {
    control: "rds-instance-engine-version-supported",
    needed: "a version that is still supported",
    holds: (major) => isSupported(edition, major, new Date()),
  };
}

/** A major version; a minor one would fight RDS, which upgrades it in the maintenance window. */
export function majorVersion(majors: readonly string[]): Rule<string> {
  const { allowed, accepts } = oneOf(...majors);
  return { allowed: `${allowed}, as a string; RDS chooses the minor version`, accepts };
}

export const restoreTime = text('a time in UTC such as "2026-05-01T12:00:00Z"', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
