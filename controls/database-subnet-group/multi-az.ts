import type { DbSubnetGroup, Inventory, Reference, Subnet } from "../../inventory/model";
import { type Resolution, resolve } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, holds, shown, undecided } from "../answers";
import { type Answer, defineControl } from "../control";

export const multiAz = defineControl<"dbSubnetGroups", object>({
  id: "database-subnet-group-multi-az",
  title: "DB subnet group reaches over two availability zones",
  subject: "dbSubnetGroups",
  severity: "medium",
  why: "A database whose subnets lie in one zone cannot move to another when that zone fails.",
  remediation: "Name subnets of at least two availability zones in subnetIds.",
  peerIds: {},
  options: {},
  looksAt: "inventory",
  evaluate: judge,
});

function judge(group: DbSubnetGroup, inventory: Inventory): Answer {
  const { subnets = [] } = group;
  const references = isUnknown(subnets) ? eachSource(subnets, inventory) : subnets;
  const zones = new Set<string>();
  let waitsFor: string | undefined;
  for (const reference of references) {
    const found = resolve(inventory, "subnets", reference, group);
    const zone = found.to === "resource" ? found.resource.availabilityZone : undefined;
    if (typeof zone === "string") {
      zones.add(zone);
    } else {
      waitsFor ??= isUnknown(zone) ? zone.waitsFor : zoneOf(reference, found, inventory);
    }
  }
  if (mostOfOneNaming(zones) >= 2) {
    return holds;
  }
  if (waitsFor === undefined && zones.size >= 2) {
    return undecided("the zones of its subnets, which are named in two ways");
  }
  const [zone] = zones;
  return waitsFor === undefined
    ? fails(
        zone === undefined ? "it names no subnet" : `its subnets lie in ${shown(zone, "name")} alone`,
        "they must lie in at least two zones",
      )
    : undecided(waitsFor);
}

/** AWS refuses a group over fewer than two zones: a list that comes from several subnets holds as many as it needs. */
function eachSource(list: Exclude<Reference, string | undefined>, inventory: Inventory): readonly Reference[] {
  const each = list.sources.map((source) => ({ ...list, sources: [source] }));
  const subnets = each.filter((reference) => resolve(inventory, "subnets", reference).to === "resource");
  return subnets.length === 0 ? [list] : subnets;
}

/** A zone has a name ("eu-west-1a") and an id ("euw1-az1"), and only AWS knows which belong together. */
function mostOfOneNaming(zones: ReadonlySet<string>): number {
  const ids = [...zones].filter((zone) => /-az\d+$/.test(zone)).length;
  return Math.max(ids, zones.size - ids);
}

function zoneOf(reference: Reference, found: Resolution<Subnet>, { scope }: Inventory): string {
  return found.to === "unknown"
    ? found.unknown.waitsFor
    : `the zone of subnet ${shown(typeof reference === "string" ? reference : "", "name")}, which is not in this ${scope}`;
}
