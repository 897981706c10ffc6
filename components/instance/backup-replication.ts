import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import { backupDays } from "../rds/rules";
import type { ArgumentChecks, ArgumentNames } from "../shared/arguments";
import { keyArn, regionName } from "../shared/rules";

/** Automated backups in another region, for the day on which that of the instance is out of reach. */
export interface InstanceBackupReplication {
  /**
   * Region that gets the backups, another than the instance's. A change begins anew there.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html
   */
  region: pulumi.Input<string>;

  /**
   * ARN of a customer managed key of that region, which the service "rds" may use. Default: an EncryptionKey of its own
   * there.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Days that they are kept there, from 1 to 35. Default: as long as in the instance's region. */
  retentionDays?: pulumi.Input<number>;
}

export interface BackupReplicationSettings {
  readonly region: pulumi.Input<string>;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
  /** Days. */
  readonly retention: pulumi.Input<number>;
}

const names: ArgumentNames<InstanceBackupReplication> = { region: true, kmsKeyArn: true, retentionDays: true };

export function checkBackupReplication(
  checks: ArgumentChecks,
  given: InstanceBackupReplication | undefined,
  retentionOfInstance: pulumi.Input<number>,
): BackupReplicationSettings | undefined {
  if (given === undefined) {
    return undefined;
  }
  checks.known("backupReplication", given, names);
  return {
    region: checks.required("backupReplication.region", given.region, regionName),
    kmsKeyArn: checks.optionalInput("backupReplication.kmsKeyArn", given.kmsKeyArn, keyArn),
    retention:
      checks.optionalInput(
        "backupReplication.retentionDays",
        given.retentionDays,
        backupDays("rds-instance-backup-retention"),
      ) ?? retentionOfInstance,
  };
}

export function replicateBackups(
  name: string,
  instanceArn: pulumi.Output<string>,
  { region, kmsKeyArn, retention }: BackupReplicationSettings,
  keep: boolean,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): void {
  const copies = `${name}-backups`;
  const kmsKeyId =
    kmsKeyArn ??
    // Without it the copies could not be read, for which they are made.
    new EncryptionKey(copies, { services: ["rds"], region, tags }, { parent, retainOnDelete: keep }).keyArn;
  new aws.rds.InstanceAutomatedBackupsReplication(
    copies,
    { sourceDbInstanceArn: instanceArn, kmsKeyId, retentionPeriod: retention, region },
    { parent },
  );
}
