import { listed } from "../from-pulumi-aws/backup";
import type { BackupCondition, BackupSelection, BackupTag, BackupTest, Reference } from "../model";
import type { Adaptor, Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown, type Value } from "../value";
import { nativeResource } from "./native-resource";

/** Types that a selection names, beside the role that it takes and whatever else it comes from. */
const selectable: readonly string[] = [
  "aws-native:rds:DbInstance",
  "aws-native:rds:DbCluster",
  "aws-native:dynamodb:Table",
  "aws-native:dynamodb:GlobalTable",
  "aws:rds/instance:Instance",
  "aws:rds/cluster:Cluster",
  "aws:dynamodb/table:Table",
];

/** AWS::Backup::BackupVault and AWS::Backup::LogicallyAirGappedBackupVault */
export const backupVault: Adaptor = (resource) => {
  const kmsKeyArn = Properties.of(resource).reference("encryptionKeyArn");
  return { backupVaults: [{ ...nativeResource(resource, ["backupVaultName"], "backupVaultArn"), kmsKeyArn }] };
};

/** AWS::Backup::BackupPlan */
export function backupPlan(resource: ProgramResource): Part {
  const plan = Properties.of(resource).object("backupPlan");
  const rules = isUnknown(plan) ? plan : plan?.objects("backupPlanRule");
  return {
    backupPlans: [
      {
        ...nativeResource(resource, ["backupPlanId"], "backupPlanArn"),
        vaults: listed(rules, (rule) => [
          rule.reference("targetBackupVault"),
          rule.reference("targetLogicallyAirGappedBackupVaultArn"),
          ...vaultsOfCopies(rule),
        ]),
      },
    ],
  };
}

function vaultsOfCopies(rule: Properties): readonly Reference[] {
  const vaults = listed(rule.objects("copyActions"), (copy) => [copy.reference("destinationBackupVaultArn")]);
  return isUnknown(vaults) ? [vaults] : (vaults ?? []);
}

/** AWS::Backup::BackupSelection */
export function backupSelection(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const selection = properties.object("backupSelection");
  const known = nativeResource(resource, ["selectionId", "awsId"]);
  const plan = properties.reference("backupPlanId");
  if (selection === undefined || isUnknown(selection)) {
    const nothing = { resources: selection, notResources: selection, tags: selection, conditions: selection };
    return { backupSelections: [{ ...known, plan, ...nothing }] };
  }
  const conditions = selection.object("conditions");
  return {
    backupSelections: [
      {
        ...known,
        plan,
        resources: selection.references("resources", selectable),
        notResources: selection.references("notResources", selectable),
        tags: listed(selection.objects("listOfTags"), (tag) => [tagOf(tag)]),
        conditions: conditionsOf(conditions),
      },
    ],
  };
}

function tagOf(tag: Properties): BackupTag {
  return { key: tag.string("conditionKey"), value: tag.string("conditionValue") };
}

const tests: readonly (readonly [property: string, test: BackupTest])[] = [
  ["stringEquals", "equals"],
  ["stringNotEquals", "not-equals"],
  ["stringLike", "like"],
  ["stringNotLike", "not-like"],
];

function conditionsOf(conditions: Value<Properties>): BackupSelection["conditions"] {
  if (conditions === undefined || isUnknown(conditions)) {
    return conditions;
  }
  return tests.flatMap(([property, test]): readonly Value<BackupCondition>[] => {
    const found = listed(conditions.objects(property), (tag) => [{ ...tagOf(tag), test }]);
    return isUnknown(found) ? [found] : (found ?? []);
  });
}
