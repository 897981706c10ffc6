import type { Rule, Safeguard } from "../shared/arguments";
import { oneOf, text, wholeNumber } from "../shared/rules";
import { dailyWindow, type Window, weeklyWindow } from "../shared/windows";

export const atLeastAWeek: Safeguard<number> = {
  control: "rds-instance-backup-retention",
  needed: "7 or more",
  holds: (value) => value >= 7,
};

export const monitored: Safeguard<number> = {
  control: "rds-instance-enhanced-monitoring",
  needed: "more than 0",
  holds: (value) => value > 0,
};

export const endsWithStandardSupport: Safeguard<boolean> = {
  control: "rds-instance-extended-support-off",
  needed: "false",
  holds: (value) => !value,
};

export const keepsSnapshot: Safeguard<boolean> = {
  control: "rds-instance-final-snapshot",
  needed: "false",
  holds: (value) => !value,
};

/**
 * A minor version would fight RDS, which upgrades it in the maintenance window. Version 14 ended in November 2026:
 * https://www.postgresql.org/support/versioning/
 */
export const majorVersion = text(
  'a string with a major version from 15 on, such as "17"; RDS chooses the minor one',
  /^(1[5-9]|[2-9]\d)$/,
);
export const instanceClass = text('a DB instance class such as "db.m6g.large"', /^db\.[a-z0-9-]+\.[a-z0-9-]+$/);
export const databaseName = text(
  "1 to 63 letters, digits and underscores, starting with a letter",
  /^[A-Za-z]\w{0,62}$/,
);
export const subnetGroup = text(
  'the name of a DB subnet group other than "default"',
  /^(?!default$)[A-Za-z0-9._ -]{1,255}$/i,
);
export const seconds = oneOf(0, 1, 5, 10, 15, 30, 60);
// RDS takes 0 as "no backups", and with them go point-in-time recovery and replicas.
const anyBackup = wholeNumber(1, 35, "days");
export const days: Rule<number> = {
  ...anyBackup,
  allowed: `${anyBackup.allowed}, and at least 7 unless acceptedRisks["${atLeastAWeek.control}"] states the reason`,
};

/** Minutes: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const shortestWindow = 30;
export const daily = windowRule('a daily window in UTC of at least 30 minutes, such as "02:00-03:00"', dailyWindow);
export const weekly = windowRule(
  'a weekly window in UTC of at least 30 minutes, such as "sun:04:00-sun:05:00"',
  weeklyWindow,
);

function windowRule(allowed: string, read: (value: string) => Window | undefined): Rule<string> {
  return { allowed, accepts: (value) => typeof value === "string" && (read(value)?.length ?? 0) >= shortestWindow };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
export const authority = oneOf("rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1");

/** Names that everybody guesses (Security Hub RDS.25), and those that PostgreSQL on RDS keeps for itself. */
export const masterUsername: Rule<string> = {
  allowed:
    "1 to 63 letters, digits and underscores, starting with a letter, and none of " +
    "admin, postgres, root, sa, administrator, rdsadmin, rdsrepladmin, user or a name starting with pg_ or rds_",
  accepts: (value) =>
    typeof value === "string" &&
    /^[A-Za-z]\w{0,62}$/.test(value) &&
    !/^(admin|postgres|root|sa|administrator|rdsadmin|rdsrepladmin|user|pg_.*|rds_.*)$/i.test(value),
};
