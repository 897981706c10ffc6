import {
  type BackupClient,
  type BackupPlansListMember,
  type BackupVaultListMember,
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  paginateListBackupPlans,
  paginateListBackupSelections,
  paginateListBackupVaults,
  paginateListRecoveryPointsByBackupVault,
  type RecoveryPointByBackupVault,
} from "@aws-sdk/client-backup";
import type {
  BackupDescription,
  DescribedPlan,
  DescribedSelection,
  Listing,
} from "../../inventory/from-account/description";
import type { Calls } from "./calls";

/** Resource types of AWS Backup that are databases of ours. */
const databaseTypes = ["RDS", "Aurora", "DynamoDB"];

/** The vaults of the region with the backups of databases in them, and the plans with what they select. */
export async function readBackup(client: BackupClient, calls: Calls): Promise<BackupDescription> {
  const [backupVaults, listed] = await Promise.all([
    calls.list("backup:ListBackupVaults", paginateListBackupVaults({ client }, {}), (page) => page.BackupVaultList),
    calls.list("backup:ListBackupPlans", paginateListBackupPlans({ client }, {}), (page) => page.BackupPlansList),
  ]);
  const [plans, recoveryPoints] = await Promise.all([
    Promise.all(listed.items.map((plan) => readPlan(client, calls, plan))),
    readRecoveryPoints(client, calls, backupVaults.items),
  ]);
  return { backupVaults, backupPlans: { ...listed, items: plans }, recoveryPoints };
}

async function readPlan(client: BackupClient, calls: Calls, listed: BackupPlansListMember): Promise<DescribedPlan> {
  const id = listed.BackupPlanId ?? "";
  const [plan, selections] = await Promise.all([
    calls.fact("backup:GetBackupPlan", id, async () => {
      const { BackupPlan } = await client.send(new GetBackupPlanCommand({ BackupPlanId: id }));
      return BackupPlan ?? { BackupPlanName: listed.BackupPlanName, Rules: [] };
    }),
    calls.list(
      "backup:ListBackupSelections",
      paginateListBackupSelections({ client }, { BackupPlanId: id }),
      (page) => page.BackupSelectionsList,
      id,
    ),
  ]);
  const described = await Promise.all(
    selections.items.map(
      async ({ SelectionId = "", SelectionName = SelectionId }): Promise<DescribedSelection> => ({
        id: SelectionId,
        name: SelectionName,
        selection: await calls.fact("backup:GetBackupSelection", `${id}/${SelectionId}`, async () => {
          const { BackupSelection } = await client.send(
            new GetBackupSelectionCommand({ BackupPlanId: id, SelectionId }),
          );
          return BackupSelection ?? { SelectionName, IamRoleArn: undefined };
        }),
      }),
    ),
  );
  return {
    id,
    arn: listed.BackupPlanArn ?? id,
    name: listed.BackupPlanName ?? id,
    plan,
    selections: { ...selections, items: described },
  };
}

async function readRecoveryPoints(
  client: BackupClient,
  calls: Calls,
  vaults: readonly BackupVaultListMember[],
): Promise<Listing<RecoveryPointByBackupVault>> {
  const listings = await Promise.all(
    vaults
      .filter(({ NumberOfRecoveryPoints }) => NumberOfRecoveryPoints !== 0)
      .flatMap(({ BackupVaultName }) =>
        databaseTypes.map((ByResourceType) =>
          calls.list(
            "backup:ListRecoveryPointsByBackupVault",
            paginateListRecoveryPointsByBackupVault({ client }, { BackupVaultName, ByResourceType }),
            (page) => page.RecoveryPoints,
            BackupVaultName,
          ),
        ),
      ),
  );
  const unread = listings.find((listing) => listing.unread !== undefined)?.unread;
  return { items: listings.flatMap(({ items }) => items), ...(unread === undefined ? {} : { unread }) };
}
