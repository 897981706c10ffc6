import type {
  BackupVaultListMember,
  BackupPlan as PlanSettings,
  RecoveryPointByBackupVault,
  BackupSelection as SelectionSettings,
} from "@aws-sdk/client-backup";
import type { BackupPlan, BackupSelection, BackupTag, BackupVault, RecoveryPoint } from "../model";
import { unknown } from "../value";
import type { DescribedPlan, DescribedSelection } from "./description";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupVaultListMember.html */
export function backupVault(vault: BackupVaultListMember, region: string): BackupVault {
  const name = vault.BackupVaultName ?? "";
  const id = vault.BackupVaultArn ?? name;
  return { id, name, identifiers: [id, name], region, kmsKeyArn: vault.EncryptionKeyArn };
}

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupPlan.html */
export function backupPlan({ id, arn, name, plan }: DescribedPlan, region: string): BackupPlan {
  return {
    id: arn,
    name,
    identifiers: [arn, id],
    region,
    vaults: "unread" in plan ? unknown(`the rules of backup plan ${name} (${plan.unread})`) : vaultsOf(plan.value),
  };
}

function vaultsOf({ Rules = [] }: PlanSettings): readonly string[] {
  const names = Rules.flatMap((rule) => [
    rule.TargetBackupVaultName,
    rule.TargetLogicallyAirGappedBackupVaultArn,
    ...(rule.CopyActions ?? []).map((copy) => copy.DestinationBackupVaultArn),
  ]);
  return [...new Set(names.flatMap((name) => name ?? []))];
}

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html */
export function backupSelections(plan: DescribedPlan, region: string): readonly BackupSelection[] {
  const known = plan.selections.items.map((selection) => backupSelection(plan, selection, region));
  if (plan.selections.unread === undefined) {
    return known;
  }
  const waits = unknown(`the selections of backup plan ${plan.name} (${plan.selections.unread})`);
  return [...known, selectionOf(plan, "unread", "unread", region, waits)];
}

function backupSelection(
  plan: DescribedPlan,
  { id, name, selection }: DescribedSelection,
  region: string,
): BackupSelection {
  return selectionOf(
    plan,
    id,
    name,
    region,
    "unread" in selection ? unknown(`backup selection ${name} (${selection.unread})`) : selection.value,
  );
}

function selectionOf(
  plan: DescribedPlan,
  id: string,
  name: string,
  region: string,
  settings: SelectionSettings | ReturnType<typeof unknown>,
): BackupSelection {
  const resource = { id: `${plan.arn}/${id}`, name, identifiers: [id], region, plan: plan.arn };
  if ("unknown" in settings) {
    return {
      ...resource,
      resources: settings,
      notResources: settings,
      tags: settings,
      conditions: settings,
    };
  }
  const { StringEquals = [], StringNotEquals = [], StringLike = [], StringNotLike = [] } = settings.Conditions ?? {};
  return {
    ...resource,
    resources: settings.Resources ?? [],
    notResources: settings.NotResources ?? [],
    tags: (settings.ListOfTags ?? []).map(tagOf),
    conditions: [
      ...StringEquals.map((condition) => ({ ...tagOf(condition), test: "equals" as const })),
      ...StringNotEquals.map((condition) => ({ ...tagOf(condition), test: "not-equals" as const })),
      ...StringLike.map((condition) => ({ ...tagOf(condition), test: "like" as const })),
      ...StringNotLike.map((condition) => ({ ...tagOf(condition), test: "not-like" as const })),
    ],
  };
}

/** Conditions name a tag as "aws:ResourceTag/team", lists of tags as "team". */
function tagOf(condition: {
  readonly ConditionKey?: string | undefined;
  readonly ConditionValue?: string | undefined;
}): BackupTag {
  return { key: condition.ConditionKey?.replace(/^aws:ResourceTag\//, ""), value: condition.ConditionValue };
}

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RecoveryPointByBackupVault.html */
export function recoveryPoint(point: RecoveryPointByBackupVault, region: string): RecoveryPoint {
  const id = point.RecoveryPointArn ?? "";
  return {
    id,
    name: point.ResourceName ?? id,
    identifiers: [id],
    region,
    resource: point.ResourceArn,
    encrypted: point.IsEncrypted ?? false,
  };
}
