import assert from "node:assert/strict";
import { read } from "./read-region";
import { awsError, type Input } from "./stub-clients";

const vault = (BackupVaultName: string, NumberOfRecoveryPoints?: number) => ({
  BackupVaultName,
  BackupVaultArn: `arn:${BackupVaultName}`,
  ...(NumberOfRecoveryPoints === undefined ? {} : { NumberOfRecoveryPoints }),
});

describe("reading backups", () => {
  it("asks vaults that are not empty for the recovery points of databases", async () => {
    const { description } = await read({
      ListBackupVaults: { BackupVaultList: [vault("full", 2), vault("unsure"), vault("empty", 0)] },
      ListRecoveryPointsByBackupVault: ({ BackupVaultName, ByResourceType }: Input) => ({
        RecoveryPoints: [{ RecoveryPointArn: `${BackupVaultName} ${ByResourceType}` }],
      }),
    });
    assert.deepEqual(
      description.recoveryPoints.items.map(({ RecoveryPointArn }) => RecoveryPointArn),
      ["full RDS", "full Aurora", "full DynamoDB", "unsure RDS", "unsure Aurora", "unsure DynamoDB"],
    );
  });

  it("says which part of a plan is unread", async () => {
    const { description, unread } = await read({
      ListBackupPlans: { BackupPlansList: [{ BackupPlanId: "p1", BackupPlanName: "nightly" }] },
      GetBackupPlan: awsError("AccessDeniedException", "no"),
      ListBackupSelections: { BackupSelectionsList: [{ SelectionId: "s1" }] },
      GetBackupSelection: awsError("AccessDeniedException", "no"),
    });
    assert.deepEqual(description.backupPlans.items, [
      {
        id: "p1",
        arn: "p1",
        name: "nightly",
        plan: { unread: "backup:GetBackupPlan was denied" },
        selections: {
          items: [{ id: "s1", name: "s1", selection: { unread: "backup:GetBackupSelection was denied" } }],
        },
      },
    ]);
    assert.deepEqual(
      unread.map(({ call, about }) => [call, about]),
      [
        ["backup:GetBackupPlan", ["p1"]],
        ["backup:GetBackupSelection", ["p1/s1"]],
      ],
    );
  });
});
