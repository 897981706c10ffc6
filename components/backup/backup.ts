import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import type { ArgumentChecks, ArgumentNames } from "../shared/arguments";
import { shortened } from "../shared/names";
import { longestBackupName, mustBeTrue, roleArn, text, trueOrFalse } from "../shared/rules";
import { BackupPlan } from "./backup-plan";

/** The arguments of a database about AWS Backup. */
export interface BackupArgs {
  /**
   * Backs it up by AWS Backup, into a vault that outlives it. Default: true. False needs an accepted risk, such as a
   * plan of the organization that selects by tag.
   */
  backupPlan?: boolean;

  /** Id of a plan to share, of a BackupPlan. Needs `backupRoleArn`. Default: a BackupPlan of its own. */
  backupPlanId?: pulumi.Input<string>;

  /** ARN of the role that AWS Backup takes for the plan to share. Needs `backupPlanId`. */
  backupRoleArn?: pulumi.Input<string>;
}

export const backupArgumentNames: ArgumentNames<BackupArgs> = {
  backupPlan: true,
  backupPlanId: true,
  backupRoleArn: true,
};

/** By a plan of its own, by one that is given, or not at all. */
export type BackupSettings = "own" | "none" | GivenPlan;

interface GivenPlan {
  readonly planId: pulumi.Input<string>;
  readonly roleArn: pulumi.Input<string>;
}

export function checkBackup(
  checks: ArgumentChecks,
  { backupPlan = true, backupPlanId, backupRoleArn }: BackupArgs,
  control: ControlId,
): BackupSettings {
  checks.plain("backupPlan", backupPlan, trueOrFalse);
  checks.safe("backupPlan", backupPlan, mustBeTrue(control));
  if (backupPlanId === undefined && backupRoleArn === undefined) {
    return backupPlan ? "own" : "none";
  }
  if (!backupPlan) {
    checks.refuse("backupPlan is false beside a plan to share, but must be true with one; leave one of them out.");
  }
  if (backupPlanId === undefined || backupRoleArn === undefined) {
    const [given, missing] =
      backupPlanId === undefined ? ["backupRoleArn", "backupPlanId"] : ["backupPlanId", "backupRoleArn"];
    checks.refuse(`${given} is given without ${missing}, but must come with it; give both, or neither for a new plan.`);
  }
  return {
    planId: checks.optionalInput("backupPlanId", backupPlanId, planId) ?? backupPlanId,
    roleArn: checks.optionalInput("backupRoleArn", backupRoleArn, roleArn) ?? backupRoleArn,
  };
}

export interface OwnPlan {
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly deleteBackups: pulumi.Input<boolean>;
  /** Absent: the provider's. */
  readonly region?: string;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** Has AWS Backup back up one database, by its ARN. */
export function backUp(
  name: string,
  resourceArn: pulumi.Output<string>,
  settings: BackupSettings,
  own: OwnPlan,
  parent: pulumi.Resource,
): void {
  if (settings === "none") {
    return;
  }
  const short = shortened(name, longestBackupName);
  const { planId, roleArn } = settings === "own" ? new BackupPlan(short, { ...own }, { parent }) : settings;
  new aws.backup.Selection(
    short,
    { planId, iamRoleArn: roleArn, resources: [resourceArn], region: own.region },
    { parent },
  );
}

const planId = text("the id of a backup plan, a UUID", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
