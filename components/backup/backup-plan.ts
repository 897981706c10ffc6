import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import { backupPolicyArn, backupTrust } from "../shared/policies";
import { withRenames } from "../shared/renames";
import { scopeOf } from "../shared/scope";
import type { BackupPlanArgs } from "./backup-plan-arguments";
import { type CopySettings, checkBackupPlan, type LockSettings, type PlanSettings } from "./backup-plan-settings";

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
    const settings = checkBackupPlan(name, args);
    super("aws-secure-database:index:BackupPlan", name, {}, withRenames("BackupPlan", name, opts));
    const { tags } = args;
    const { region } = settings;

    const kmsKeyArn =
      settings.kmsKeyArn ??
      new EncryptionKey(name, { services: ["backup", "rds", "dynamodb"], region, tags }, { parent: this }).keyArn;

    const vault = new aws.backup.Vault(
      name,
      { kmsKeyArn, forceDestroy: settings.deleteBackups, region, tags },
      { parent: this },
    );
    if (settings.lock !== undefined) {
      lockVault(name, vault, settings.lock, this);
    }
    const copies = settings.copy === undefined ? undefined : copyVault(name, settings.copy, settings, tags, this);

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
            lifecycle: { deleteAfter: settings.retention },
            copyActions: copies,
          },
        ],
        region,
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

function lockVault(
  name: string,
  vault: aws.backup.Vault,
  { minRetention, maxRetention, changeableFor }: LockSettings,
  parent: pulumi.Resource,
): void {
  new aws.backup.VaultLockConfiguration(
    name,
    {
      backupVaultName: vault.name,
      region: vault.region,
      minRetentionDays: minRetention,
      maxRetentionDays: maxRetention,
      changeableForDays: changeableFor,
    },
    { parent },
  );
}

/** A vault in another region, and the action that copies each backup to it. */
function copyVault(
  name: string,
  { region, retention, kmsKeyArn }: CopySettings,
  { deleteBackups }: PlanSettings,
  tags: BackupPlanArgs["tags"],
  parent: pulumi.Resource,
): aws.types.input.backup.PlanRuleCopyAction[] {
  const copyName = `${name}-copy`;
  // A backup of RDS is a snapshot, which RDS itself encrypts under the key of the other vault.
  const services = ["backup", "rds"];
  const vault = new aws.backup.Vault(
    copyName,
    {
      kmsKeyArn: kmsKeyArn ?? new EncryptionKey(copyName, { services, region, tags }, { parent }).keyArn,
      forceDestroy: deleteBackups,
      region,
      tags,
    },
    { parent },
  );
  return [{ destinationVaultArn: vault.arn, lifecycle: { deleteAfter: retention } }];
}
