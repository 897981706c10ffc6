import type { Rule, Safeguard } from "../shared/arguments";
import { oneOf, wholeNumber } from "../shared/rules";

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

export const seconds = oneOf(0, 1, 5, 10, 15, 30, 60);
// RDS takes 0 as "no backups", and with them go point-in-time recovery and replicas.
const anyBackup = wholeNumber(1, 35, "days");
export const days: Rule<number> = {
  ...anyBackup,
  allowed: `${anyBackup.allowed}, and at least 7 unless acceptedRisks["${atLeastAWeek.control}"] states the reason`,
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
export const authority = oneOf("rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1");
