import { engineNamed, engines } from "../../engines";
import type { DbInstance, Inventory, Reference, SecurityGroup } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown } from "../../inventory/value";

/** The database ports that a security group stands in front of. */
export type GuardedPorts =
  /** A database carries the group, or lets in whatever carries it. */
  | { readonly by: "database"; readonly ports: readonly number[] }
  /** No database is known to carry it: then only rules that mean a database's port count. */
  | { readonly by: "nothing"; readonly ports: readonly number[] }
  | { readonly by: "unknown"; readonly ports: readonly number[]; readonly waitsFor: string };

const defaultPorts = engines.map(({ port }) => port);

export function databasePortsOf(group: SecurityGroup, inventory: Inventory): GuardedPorts {
  const unknowns: Unknown[] = [];
  const gatekeepers = gatekeepersOf(group, inventory);
  const carriers = inventory.dbInstances.filter((instance) => {
    const attached = carries(instance, group, inventory);
    if (isUnknown(attached)) {
      unknowns.push(attached);
      return false;
    }
    return attached || gatekeepers.some((carried) => carries(instance, carried, inventory) === true);
  });
  if (carriers.length > 0) {
    return { by: "database", ports: [...new Set(carriers.flatMap(portsOf))] };
  }
  const waitsFor = unknowns[0]?.waitsFor ?? inventory.unread.dbInstances;
  return waitsFor === undefined
    ? { by: "nothing", ports: defaultPorts }
    : { by: "unknown", ports: defaultPorts, waitsFor };
}

/** Without a known port every engine's default counts. */
function portsOf({ port, engine }: DbInstance): readonly number[] {
  if (typeof port === "number") {
    return [port];
  }
  const facts = port === undefined && typeof engine === "string" ? engineNamed(engine) : undefined;
  return facts === undefined ? defaultPorts : [facts.port];
}

function carries(instance: DbInstance, group: SecurityGroup, inventory: Inventory): boolean | Unknown {
  const groups = instance.securityGroups ?? [];
  const references: readonly Reference[] = isUnknown(groups) ? [groups] : groups;
  if (references.length === 0) {
    // AWS gives it the default group of its VPC; which VPC that is may not be known, so each default group counts.
    return group.default && instance.cluster === undefined;
  }
  let pending: Unknown | undefined;
  for (const reference of references) {
    if (leadsTo(reference, group, inventory)) {
      return true;
    }
    if (isUnknown(reference) && reference.sources.length === 0) {
      pending ??= reference;
    }
  }
  return pending ?? false;
}

/** The groups that name `group` as a source: what `group` lets in comes close to what carries them. */
function gatekeepersOf(group: SecurityGroup, inventory: Inventory): readonly SecurityGroup[] {
  const rules = inventory.securityGroupRules.filter(
    ({ direction, sourceGroup }) => direction === "ingress" && leadsTo(sourceGroup, group, inventory),
  );
  return rules.length === 0
    ? []
    : inventory.securityGroups.filter((carried) => rules.some((rule) => leadsTo(rule.group, carried, inventory)));
}

/** A list that is not known yet may come from several groups; every one of them counts. */
function leadsTo(reference: Reference, group: SecurityGroup, inventory: Inventory): boolean {
  if (isUnknown(reference)) {
    return reference.sources.includes(group.id);
  }
  const found = resolve(inventory, "securityGroups", reference);
  return found.to === "resource" && found.resource.id === group.id;
}
