import type { DBInstanceAutomatedBackup } from "@aws-sdk/client-rds";
import type { ReplicatedBackup } from "../model";
import { tagged } from "./tags";

/**
 * The automated backups that a region holds for an instance of another region.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html
 */
export function replicatedBackups(
  backups: readonly DBInstanceAutomatedBackup[],
  region: string,
): readonly ReplicatedBackup[] {
  return backups
    .filter((backup) => isReplicatedTo(region, backup))
    .map((backup) => {
      const id = backup.DBInstanceAutomatedBackupsArn ?? `${backup.DBInstanceArn}/backups/${region}`;
      return {
        id,
        name: backup.DBInstanceIdentifier ?? id,
        identifiers: [id],
        region,
        ...tagged(backup.TagList),
        source: backup.DBInstanceArn,
        kmsKeyId: backup.KmsKeyId,
      };
    });
}

/** Whether automated backups, which a region lists with its own, are of an instance of another region. */
export function isReplicatedTo(region: string, { DBInstanceArn: source }: DBInstanceAutomatedBackup): boolean {
  return source !== undefined && source.split(":")[3] !== region;
}
