import type * as pulumi from "@pulumi/pulumi";
import { type ArgumentChecks, type Rule, show, whenKnown } from "../shared/arguments";
import { dailyWindow, overlap, type Window, weeklyWindow } from "../shared/windows";

export interface Schedule {
  readonly backupWindow: pulumi.Input<string>;
  readonly maintenanceWindow: pulumi.Input<string>;
}

/** The windows of a database, which RDS wants apart from each other. */
export function checkSchedule(
  checks: ArgumentChecks,
  args: { readonly backupWindow?: pulumi.Input<string>; readonly maintenanceWindow?: pulumi.Input<string> },
): Schedule {
  const backupWindow = checks.input("backupWindow", args.backupWindow, "02:00-03:00", daily);
  const maintenanceWindow = checks.input("maintenanceWindow", args.maintenanceWindow, "sun:04:00-sun:05:00", weekly);
  const apart = (backup: string, maintenance: string): string => {
    if (overlapping(backup, maintenance)) {
      const [wrong, found, other, kept, chosen] =
        args.maintenanceWindow === undefined
          ? ["backupWindow", backup, "maintenanceWindow", maintenance, false]
          : ["maintenanceWindow", maintenance, "backupWindow", backup, args.backupWindow !== undefined];
      const named = chosen ? other : `the default ${other}`;
      checks.refuse(`${wrong} is ${show(found)}, but must be apart from ${named}, ${show(kept)}.`);
    }
    return maintenance;
  };
  return {
    backupWindow,
    maintenanceWindow: whenKnown(backupWindow, (backup) =>
      whenKnown(maintenanceWindow, (maintenance) => apart(backup, maintenance)),
    ),
  };
}

/** Minutes: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const shortestWindow = 30;
const daily = windowRule('a daily window in UTC of at least 30 minutes, such as "02:00-03:00"', dailyWindow);
const weekly = windowRule('a weekly window in UTC of at least 30 minutes, such as "sun:04:00-sun:05:00"', weeklyWindow);

function windowRule(allowed: string, read: (value: string) => Window | undefined): Rule<string> {
  return { allowed, accepts: (value) => typeof value === "string" && (read(value)?.length ?? 0) >= shortestWindow };
}

function overlapping(backup: string, maintenance: string): boolean {
  const [one, other] = [dailyWindow(backup), weeklyWindow(maintenance)];
  return one !== undefined && other !== undefined && overlap(one, other);
}
