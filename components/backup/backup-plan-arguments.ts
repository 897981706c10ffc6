import type * as pulumi from "@pulumi/pulumi";

export interface BackupPlanArgs {
  /**
   * When backups start, in UTC, as a cron expression of AWS Backup. Default: "cron(0 6 ? * * *)", daily after the
   * default windows of a SecureInstance, in which RDS takes no snapshots.
   * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  schedule?: pulumi.Input<string>;

  /** Days that a backup is kept, from 1 to 36500. Default: 35. */
  retentionDays?: pulumi.Input<number>;

  /**
   * Locks the vault, so that nobody deletes a backup before its time. Default: none, as a lock that can no longer be
   * changed holds against its owner too.
   */
  lock?: BackupPlanLock;

  /** Copies every backup to another region. Default: none, backups stay where they are taken. */
  copy?: BackupPlanCopy;

  /** Deletes the backups with the plan. Default: false, and a plan with backups cannot be deleted. */
  deleteBackups?: pulumi.Input<boolean>;

  /** Region of the plan and its vault. Default: the provider's. A change makes both anew. */
  region?: pulumi.Input<string>;

  /**
   * ARN of a customer managed key of the region to share, which the services "backup" and "rds" or "dynamodb" may use.
   * Default: an EncryptionKey of its own. A change replaces the vault.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Tags of the vault, the plan, the role and a key of its own. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

export interface BackupPlanLock {
  /** Fewest days that a backup is kept, from 1 to 36500, at most the `retentionDays` of the plan. Default: 7. */
  minRetentionDays?: pulumi.Input<number>;

  /** Most days that a backup is kept, from 1 to 36500, at least the `retentionDays` of the plan. Default: no end. */
  maxRetentionDays?: pulumi.Input<number>;

  /**
   * Days from 3 to 36500 after which nobody, AWS included, can change or remove the lock (compliance mode). Default: none,
   * whoever may change the vault's lock can remove it (governance mode).
   * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  changeableForDays?: pulumi.Input<number>;
}

export interface BackupPlanCopy {
  /** Region that gets the copies, another than the plan's. A change makes a new vault there. */
  region: pulumi.Input<string>;

  /** Days that a copy is kept, from 1 to 36500. Default: the `retentionDays` of the plan. */
  retentionDays?: pulumi.Input<number>;

  /**
   * ARN of a customer managed key of that region, which the services "backup" and, for copies of instances and clusters,
   * "rds" may use. Default: an EncryptionKey of its own there.
   */
  kmsKeyArn?: pulumi.Input<string>;
}
