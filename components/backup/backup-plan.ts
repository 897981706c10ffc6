import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import { ArgumentChecks, type ArgumentNames } from "../shared/arguments";
import { backupPolicyArn, backupTrust } from "../shared/policies";
import { backupName, keyArn, text, trueOrFalse, wholeNumber } from "../shared/rules";
import { scopeOf } from "../shared/scope";

export interface BackupPlanArgs {
  /**
   * When backups start, in UTC, as a cron expression of AWS Backup. Default: "cron(0 6 ? * * *)", daily after the
   * default windows of a SecureInstance, in which RDS takes no snapshots.
   * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  schedule?: pulumi.Input<string>;

  /** Days that a backup is kept, from 1 to 36500. Default: 35. */
  retentionDays?: pulumi.Input<number>;

  /** Deletes the backups with the plan. Default: false, and a plan with backups cannot be deleted. */
  deleteBackups?: pulumi.Input<boolean>;

  /**
   * ARN of a customer managed key to share, which the services "backup" and "rds" or "dynamodb" may use.
   * Default: an EncryptionKey of its own. A change replaces the vault.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Tags of the vault, the plan, the role and a key of its own. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A plan of AWS Backup that databases can share: daily backups in a vault encrypted under a customer managed key, apart
 * from the databases, so that they outlive them.
 */
export class BackupPlan extends pulumi.ComponentResource {
  /** Id of the plan, for the `backupPlanId` of databases. */
  public readonly planId: pulumi.Output<string>;

  /** ARN of the role that backs up, for the `backupRoleArn` of databases. */
  public readonly roleArn: pulumi.Output<string>;

  /** Name of the vault. */
  public readonly vaultName: pulumi.Output<string>;

  constructor(name: string, args: BackupPlanArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const settings = checked(name, args);
    super("aws-secure-database:index:BackupPlan", name, {}, opts);
    const { tags } = args;

    const kmsKeyArn =
      settings.kmsKeyArn ??
      new EncryptionKey(name, { services: ["backup", "rds", "dynamodb"], tags }, { parent: this }).keyArn;

    const vault = new aws.backup.Vault(
      name,
      { kmsKeyArn, forceDestroy: settings.deleteBackups, tags },
      { parent: this },
    );

    const plan = new aws.backup.Plan(
      name,
      {
        rules: [
          {
            ruleName: "daily",
            targetVaultName: vault.name,
            schedule: settings.schedule,
            // Minutes, as the console sets them: eight hours to find a free moment, seven days to copy a large database.
            startWindow: 480,
            completionWindow: 10080,
            lifecycle: { deleteAfter: settings.retentionDays },
          },
        ],
        tags,
      },
      { parent: this },
    );

    const role = new aws.iam.Role(
      `${name}-backup`,
      { description: `Backups of ${name}`, assumeRolePolicy: backupTrust, tags },
      { parent: this },
    );
    const attachment = new aws.iam.RolePolicyAttachment(
      `${name}-backup`,
      { role: role.name, policyArn: scopeOf(this).apply(backupPolicyArn) },
      { parent: this },
    );

    this.planId = plan.id;
    this.vaultName = vault.name;
    // The role is of no use before it has its permissions.
    this.roleArn = pulumi.all([role.arn, attachment.id]).apply(([arn]) => arn);
    this.registerOutputs({ planId: this.planId, roleArn: this.roleArn, vaultName: this.vaultName });
  }
}

const argumentNames: ArgumentNames<BackupPlanArgs> = {
  schedule: true,
  retentionDays: true,
  deleteBackups: true,
  kmsKeyArn: true,
  tags: true,
};

function checked(name: string, args: BackupPlanArgs) {
  const checks = new ArgumentChecks(`BackupPlan ${JSON.stringify(name)}`, args, argumentNames);
  checks.plain("name", name, backupName);
  return {
    schedule: checks.input("schedule", args.schedule, "cron(0 6 ? * * *)", cron),
    retentionDays: checks.input("retentionDays", args.retentionDays, 35, wholeNumber(1, 36500, "days")),
    deleteBackups: checks.input("deleteBackups", args.deleteBackups, false, trueOrFalse),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
  };
}

const cron = text('a cron expression of six fields, such as "cron(0 6 ? * * *)"', /^cron\(\S+( \S+){5}\)$/);
