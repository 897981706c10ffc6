import type { BackupCondition, BackupTag, BackupTest, Reference } from "../model";
import type { Part } from "../program/adaptor";
import { type ProgramResource, typeOfUrn } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, type Value } from "../value";

/** aws.backup.Vault */
export function backupVault(resource: ProgramResource): Part {
  const kmsKeyArn = Properties.of(resource).reference("kmsKeyArn");
  return { backupVaults: [{ ...resourceOf(resource, ["arn", "id", "name"]), kmsKeyArn }] };
}

/** aws.backup.LogicallyAirGappedVault */
export function airGappedBackupVault(resource: ProgramResource): Part {
  const kmsKeyArn = Properties.of(resource).reference("encryptionKeyArn");
  return { backupVaults: [{ ...resourceOf(resource, ["arn", "id", "name"]), kmsKeyArn }] };
}

/** aws.backup.Plan */
export function backupPlan(resource: ProgramResource): Part {
  const vaults = listed(Properties.of(resource).objects("rules"), (rule) => [
    rule.reference("targetVaultName"),
    rule.reference("targetLogicallyAirGappedBackupVaultArn"),
    ...vaultsOfCopies(rule),
  ]);
  return { backupPlans: [{ ...resourceOf(resource, ["arn", "id"]), vaults }] };
}

function vaultsOfCopies(rule: Properties): readonly Reference[] {
  const vaults = listed(rule.objects("copyActions"), (copy) => [copy.reference("destinationVaultArn")]);
  return isUnknown(vaults) ? [vaults] : (vaults ?? []);
}

/** aws.backup.Selection */
export function backupSelection(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const conditions = properties.objects("conditions");
  return {
    backupSelections: [
      {
        ...resourceOf(resource, ["id"]),
        plan: properties.reference("planId"),
        resources: referencesToAny(properties, "resources"),
        notResources: referencesToAny(properties, "notResources"),
        tags: listed(properties.objects("selectionTags"), (tag) => [tagOf(tag)]),
        conditions: listed(conditions, conditionsOf),
      },
    ],
  };
}

/** Where as many elements are unknown as the list has sources, of whatever type, each is one of these. */
function referencesToAny(properties: Properties, name: string): Value<readonly Reference[]> {
  return properties.references(name, properties.sourcesOf(name).map(typeOfUrn));
}

const tests: readonly (readonly [property: string, test: BackupTest])[] = [
  ["stringEquals", "equals"],
  ["stringNotEquals", "not-equals"],
  ["stringLikes", "like"],
  ["stringNotLikes", "not-like"],
];

function conditionsOf(condition: Properties): readonly Value<BackupCondition>[] {
  return tests.flatMap(([property, test]): readonly Value<BackupCondition>[] => {
    const found = listed(condition.objects(property), (tag) => [{ ...tagOf(tag), test }]);
    return isUnknown(found) ? [found] : (found ?? []);
  });
}

function tagOf(tag: Properties): BackupTag {
  return { key: tag.string("key"), value: tag.string("value") };
}

/** What the objects of a list hold, in one list; what is not known stays an element of it. */
export function listed<T>(
  objects: Value<readonly Value<Properties>[]>,
  read: (object: Properties) => readonly Value<T>[],
): Value<readonly Value<T>[]> {
  return objects === undefined || isUnknown(objects)
    ? objects
    : objects
        .flatMap((object) => (object === undefined || isUnknown(object) ? [object] : read(object)))
        .filter((item) => item !== undefined);
}
