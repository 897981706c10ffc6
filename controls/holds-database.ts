import type { DbSubnetGroup, Inventory, Reference, Resource, Vpc } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { isUnknown, type Unknown, unknown } from "../inventory/value";
import { perInventory } from "./referred";

interface Holders {
  readonly vpcs: ReadonlySet<string>;
  /** VPCs that may hold one, with what decides it. */
  readonly maybe: ReadonlyMap<string, Unknown>;
  /** Why any VPC may hold one. */
  readonly anywhere: Unknown | undefined;
}

/** Whether a database lies in a VPC, by its subnet group or its security groups; unknown where only the deploy tells. */
export function holdsDatabase(vpc: Vpc, inventory: Inventory): boolean | Unknown {
  const { vpcs, maybe, anywhere } = holdersOf(inventory);
  return vpcs.has(vpc.id) || (maybe.get(vpc.id) ?? anywhere ?? false);
}

const holdersOf = perInventory((inventory): Holders => {
  const vpcs = new Set<string>();
  const maybe = new Map<string, Unknown>();
  const ofGroups = new Map<string, ReadonlySet<string>>();
  const { dbInstances, dbClusters, unread } = inventory;
  const unreadWhy = unread.dbInstances ?? unread.dbClusters ?? unread.dbSubnetGroups;
  let anywhere = unreadWhy === undefined ? undefined : unknown(`the databases (${unreadWhy})`);
  for (const database of [...dbInstances.filter(({ cluster }) => cluster === undefined), ...dbClusters]) {
    const found = new Set<string>();
    const group = resolve(inventory, "dbSubnetGroups", database.subnetGroup, database);
    if (group.to === "resource") {
      const known = ofGroups.get(group.resource.id) ?? vpcsOfSubnets(group.resource, inventory);
      ofGroups.set(group.resource.id, known);
      addAll(found, known);
    }
    addAll(found, vpcsOfSecurityGroups(database, database.securityGroups, inventory));
    if (found.size === 1) {
      addAll(vpcs, found);
    } else {
      // Of a subnet group that comes from several VPCs only the deploy tells in which it lies.
      for (const id of found) {
        maybe.set(id, unknown(`the VPC of database ${database.name}`));
      }
    }
    if (found.size === 0 && group.to === "unknown" && group.unknown.sources.length === 0) {
      anywhere ??= group.unknown;
    }
  }
  return { vpcs, maybe, anywhere };
});

function vpcsOfSubnets(group: DbSubnetGroup, inventory: Inventory): ReadonlySet<string> {
  const { subnets = [] } = group;
  const references: readonly Reference[] = isUnknown(subnets) ? [subnets] : subnets;
  return vpcsOf(inventory, "subnets", references, group);
}

function vpcsOfSecurityGroups(
  database: Resource,
  groups: DbSubnetGroup["subnets"],
  inventory: Inventory,
): ReadonlySet<string> {
  const references: readonly Reference[] = groups === undefined ? [] : isUnknown(groups) ? [groups] : groups;
  return vpcsOf(inventory, "securityGroups", references, database);
}

/** The VPCs of what references lead to, or may lead to. */
function vpcsOf(
  inventory: Inventory,
  kind: "subnets" | "securityGroups",
  references: readonly Reference[],
  from: Resource,
): ReadonlySet<string> {
  const alternatives = references.flatMap((reference): readonly Reference[] =>
    isUnknown(reference) ? reference.sources.map((source) => ({ ...reference, sources: [source] })) : [reference],
  );
  const vpcs = new Set<string>();
  for (const reference of alternatives) {
    const found = resolve(inventory, kind, reference, from);
    const vpc = found.to === "resource" ? resolve(inventory, "vpcs", found.resource.vpc, found.resource) : undefined;
    if (vpc?.to === "resource") {
      vpcs.add(vpc.resource.id);
    }
  }
  return vpcs;
}

function addAll(set: Set<string>, items: ReadonlySet<string>): void {
  for (const item of items) {
    set.add(item);
  }
}
