import type * as pulumi from "@pulumi/pulumi";
import { restoreTime as restoreTimeRule } from "../rds/rules";
import { type ArgumentChecks, type ArgumentNames, show } from "../shared/arguments";
import { text, trueOrFalse } from "../shared/rules";
import type { InstanceRestore } from "./instance-replica-arguments";
import type { SecureInstanceArgs } from "./secure-instance-arguments";

/** What an instance is restored from; empty for one that is made anew. */
export interface OriginSettings {
  readonly snapshotIdentifier?: pulumi.Input<string>;
  readonly restoreToPointInTime?: InstanceRestore;
}

const restoreNames: ArgumentNames<InstanceRestore> = {
  sourceDbInstanceIdentifier: true,
  sourceDbInstanceAutomatedBackupsArn: true,
  restoreTime: true,
  useLatestRestorableTime: true,
};

/** What a restore has of its source, and cannot be given anew. */
const ofTheSource = ["databaseName", "masterUsername", "characterSet", "nationalCharacterSet", "timezone"] as const;

export function checkOrigin(checks: ArgumentChecks, args: SecureInstanceArgs): OriginSettings {
  const { snapshotIdentifier, restoreToPointInTime } = args;
  if (snapshotIdentifier === undefined && restoreToPointInTime === undefined) {
    return {};
  }
  if (snapshotIdentifier !== undefined && restoreToPointInTime !== undefined) {
    checks.refuse("restoreToPointInTime is given beside snapshotIdentifier, but only one of them must be.");
  }
  const cause = snapshotIdentifier === undefined ? "restoreToPointInTime" : "snapshotIdentifier";
  const extra = ofTheSource.find((argument) => args[argument] !== undefined);
  if (extra !== undefined) {
    checks.refuse(`${extra} is given beside ${cause}, but a restore has that of its source; leave it out.`);
  }
  return snapshotIdentifier !== undefined
    ? { snapshotIdentifier: checks.required("snapshotIdentifier", snapshotIdentifier, snapshot) }
    : { restoreToPointInTime: checkRestore(checks, restoreToPointInTime ?? {}) };
}

function checkRestore(checks: ArgumentChecks, restore: InstanceRestore): InstanceRestore {
  const within = "restoreToPointInTime";
  checks.known(within, restore, restoreNames);
  const { sourceDbInstanceIdentifier, sourceDbInstanceAutomatedBackupsArn, restoreTime, useLatestRestorableTime } =
    restore;
  if ((sourceDbInstanceIdentifier === undefined) === (sourceDbInstanceAutomatedBackupsArn === undefined)) {
    checks.refuse(
      `${within} is ${show(restore)}, but must have one of sourceDbInstanceIdentifier and ` +
        "sourceDbInstanceAutomatedBackupsArn.",
    );
  }
  if ((restoreTime === undefined) === (useLatestRestorableTime === undefined)) {
    checks.refuse(`${within} is ${show(restore)}, but must have one of restoreTime and useLatestRestorableTime.`);
  }
  return {
    sourceDbInstanceIdentifier: checks.optionalInput(
      `${within}.sourceDbInstanceIdentifier`,
      sourceDbInstanceIdentifier,
      text("the identifier of an instance", /^[A-Za-z](-?[A-Za-z0-9]){0,62}$/),
    ),
    sourceDbInstanceAutomatedBackupsArn: checks.optionalInput(
      `${within}.sourceDbInstanceAutomatedBackupsArn`,
      sourceDbInstanceAutomatedBackupsArn,
      text(
        "the ARN of automated backups, arn:aws:rds:<region>:<account>:auto-backup:<id>",
        /^arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:auto-backup:[\w-]+$/,
      ),
    ),
    restoreTime: checks.optionalInput(`${within}.restoreTime`, restoreTime, restoreTimeRule),
    useLatestRestorableTime: checks.optionalInput(
      `${within}.useLatestRestorableTime`,
      useLatestRestorableTime,
      trueOrFalse,
    ),
  };
}

/** Automated ones are called "rds:...", shared ones and those of AWS Backup are named by their ARN. */
const snapshot = text(
  "the identifier or the ARN of a DB snapshot",
  /^(arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:snapshot:)?(rds:|awsbackup:)?[A-Za-z](-?[A-Za-z0-9])*$/,
);
