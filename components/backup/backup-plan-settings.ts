import type * as pulumi from "@pulumi/pulumi";
import { ArgumentChecks, type ArgumentNames, show, whenKnown } from "../shared/arguments";
import { backupName, keyArn, regionName, text, trueOrFalse, wholeNumber } from "../shared/rules";
import type { BackupPlanArgs, BackupPlanCopy, BackupPlanLock } from "./backup-plan-arguments";

/** A BackupPlan's arguments, checked and completed by their defaults. */
export interface PlanSettings {
  readonly schedule: pulumi.Input<string>;
  /** Days. */
  readonly retention: pulumi.Input<number>;
  readonly lock: LockSettings | undefined;
  readonly copy: CopySettings | undefined;
  readonly deleteBackups: pulumi.Input<boolean>;
  readonly region: pulumi.Input<string> | undefined;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

/** In days. */
export interface LockSettings {
  readonly minRetention: pulumi.Input<number>;
  readonly maxRetention: pulumi.Input<number> | undefined;
  readonly changeableFor: pulumi.Input<number> | undefined;
}

export interface CopySettings {
  readonly region: pulumi.Input<string>;
  /** Days. */
  readonly retention: pulumi.Input<number>;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

const argumentNames: ArgumentNames<BackupPlanArgs> = {
  schedule: true,
  retentionDays: true,
  lock: true,
  copy: true,
  deleteBackups: true,
  region: true,
  kmsKeyArn: true,
  tags: true,
};

const lockNames: ArgumentNames<BackupPlanLock> = {
  minRetentionDays: true,
  maxRetentionDays: true,
  changeableForDays: true,
};

const copyNames: ArgumentNames<BackupPlanCopy> = { region: true, retentionDays: true, kmsKeyArn: true };

export function checkBackupPlan(name: string, args: BackupPlanArgs): PlanSettings {
  const checks = new ArgumentChecks(`BackupPlan ${JSON.stringify(name)}`, args, argumentNames);
  checks.plain("name", name, backupName);
  const retention = checks.input("retentionDays", args.retentionDays, 35, days);
  return {
    schedule: checks.input("schedule", args.schedule, "cron(0 6 ? * * *)", cron),
    retention,
    lock: lockOf(checks, args.lock, retention),
    copy: copyOf(checks, args.copy, retention),
    deleteBackups: checks.input("deleteBackups", args.deleteBackups, false, trueOrFalse),
    region: checks.optionalInput("region", args.region, regionName),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
  };
}

function lockOf(
  checks: ArgumentChecks,
  lock: BackupPlanLock | undefined,
  retention: pulumi.Input<number>,
): LockSettings | undefined {
  if (lock === undefined) {
    return undefined;
  }
  checks.known("lock", lock, lockNames);
  const minRetention = checks.input("lock.minRetentionDays", lock.minRetentionDays, 7, days);
  const maxRetention = checks.optionalInput("lock.maxRetentionDays", lock.maxRetentionDays, days);
  // A backup outside the lock's bounds is refused by the vault every day, and nobody would notice.
  const fitting = whenKnown(retention, (kept) =>
    whenKnown(minRetention, (least) =>
      kept >= least
        ? least
        : checks.refuse(`lock.minRetentionDays is ${show(least)}, but must be at most the retentionDays, ${kept}.`),
    ),
  );
  const most =
    maxRetention === undefined
      ? undefined
      : whenKnown(retention, (kept) =>
          whenKnown(maxRetention, (limit) =>
            kept <= limit
              ? limit
              : checks.refuse(
                  `lock.maxRetentionDays is ${show(limit)}, but must be at least the retentionDays, ${kept}.`,
                ),
          ),
        );
  return {
    minRetention: fitting,
    maxRetention: most,
    changeableFor: checks.optionalInput(
      "lock.changeableForDays",
      lock.changeableForDays,
      wholeNumber(3, 36500, "days"),
    ),
  };
}

function copyOf(
  checks: ArgumentChecks,
  copy: BackupPlanCopy | undefined,
  retention: pulumi.Input<number>,
): CopySettings | undefined {
  if (copy === undefined) {
    return undefined;
  }
  checks.known("copy", copy, copyNames);
  return {
    region: checks.required("copy.region", copy.region, regionName),
    retention:
      copy.retentionDays === undefined ? retention : checks.input("copy.retentionDays", copy.retentionDays, 35, days),
    kmsKeyArn: checks.optionalInput("copy.kmsKeyArn", copy.kmsKeyArn, keyArn),
  };
}

const days = wholeNumber(1, 36500, "days");

const cron = text('a cron expression of six fields, such as "cron(0 6 ? * * *)"', /^cron\(\S+( \S+){5}\)$/);
