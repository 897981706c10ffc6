import type { Inventory, Reference, Route, RouteTable, Subnet, Vpc } from "./model";
import { type Resolution, referrers, resolve } from "./resolve";
import { isUnknown, type Unknown, unknown } from "./value";

/** The routes that are known to apply, and what keeps others from being known. */
export interface KnownRoutes {
  readonly routes: readonly Route[];
  readonly unknowns: readonly Unknown[];
}

/** The routes of a subnet: those of the route table it is associated with, else of its VPC's main route table. */
export function routesOfSubnet(inventory: Inventory, subnet: Subnet): KnownRoutes {
  const { found, unknowns } = referrers(inventory, "routeTableAssociations", "subnet", "subnets", subnet);
  const [association] = found;
  if (association !== undefined) {
    return routesOfReference(inventory, association.routeTable);
  }
  if (unknowns.length > 0) {
    return { routes: [], unknowns };
  }
  const vpc = resolve(inventory, "vpcs", subnet.vpc);
  return vpc.to === "resource"
    ? mainRoutes(inventory, vpc.resource)
    : notKnown(inventory, vpc, `the main route table of the VPC of subnet ${subnet.name}`);
}

/** @param seen ids of VPCs that led here, so that no circle is walked */
function routesOfReference(inventory: Inventory, reference: Reference, seen: readonly string[] = []): KnownRoutes {
  const table = resolve(inventory, "routeTables", reference);
  if (table.to === "resource") {
    return routesOfTable(inventory, table.resource);
  }
  const [vpc] = vpcsByMainTable(inventory, mainsOf(inventory), reference);
  return vpc === undefined ? notKnown(inventory, table, "the routes of route table") : mainRoutes(inventory, vpc, seen);
}

function routesOfTable(inventory: Inventory, table: RouteTable): KnownRoutes {
  const own = referrers(inventory, "routes", "routeTable", "routeTables", table);
  const mains = mainsOf(inventory);
  const vpc = vpcOfMainTable(inventory, table, mains.byTableId);
  return {
    routes: vpc === undefined ? own.found : [...own.found, ...(mains.routes.get(vpc.id) ?? [])],
    unknowns: own.unknowns,
  };
}

function mainRoutes(inventory: Inventory, vpc: Vpc, seen: readonly string[] = []): KnownRoutes {
  const replaced = referrers(inventory, "routeTableAssociations", "vpc", "vpcs", vpc);
  const [association] = replaced.found;
  if (association !== undefined && !seen.includes(vpc.id)) {
    return routesOfReference(inventory, association.routeTable, [...seen, vpc.id]);
  }
  const mains = mainsOf(inventory);
  const declared = mains.tables.get(vpc.id);
  if (declared !== undefined) {
    return routesOfTable(inventory, declared);
  }
  const { routeTables, routes } = inventory.unread;
  const unread = routeTables ?? routes;
  return {
    routes: mains.routes.get(vpc.id) ?? [],
    unknowns: unread === undefined ? replaced.unknowns : [unknown(`the route tables (${unread})`)],
  };
}

/** The main route tables of an inventory's VPCs, by the VPC's id. */
interface Mains {
  readonly tables: ReadonlyMap<string, RouteTable>;
  /** Routes that name the main route table through its VPC, as every VPC has one that no resource declares. */
  readonly routes: ReadonlyMap<string, readonly Route[]>;
  readonly vpcs: ReadonlyMap<string, Vpc>;
  /** VPCs by the id of their main route table. */
  readonly byTableId: ReadonlyMap<string, Vpc>;
}

const indexes = new WeakMap<Inventory, Mains>();

/** Made once an inventory. */
function mainsOf(inventory: Inventory): Mains {
  const known = indexes.get(inventory);
  if (known !== undefined) {
    return known;
  }
  const byTableId = new Map(
    inventory.vpcs.flatMap((vpc) => (typeof vpc.mainRouteTable === "string" ? [[vpc.mainRouteTable, vpc]] : [])),
  );
  const tables = new Map<string, RouteTable>();
  for (const table of inventory.routeTables) {
    const vpc = vpcOfMainTable(inventory, table, byTableId);
    if (vpc !== undefined && !tables.has(vpc.id)) {
      tables.set(vpc.id, table);
    }
  }
  const routes = new Map<string, Route[]>();
  const mains: Mains = {
    tables,
    routes,
    vpcs: new Map(inventory.vpcs.map((vpc) => [vpc.id, vpc])),
    byTableId,
  };
  for (const route of inventory.routes) {
    for (const { id } of vpcsByMainTable(inventory, mains, route.routeTable)) {
      const list = routes.get(id);
      if (list === undefined) {
        routes.set(id, [route]);
      } else {
        list.push(route);
      }
    }
  }
  indexes.set(inventory, mains);
  return mains;
}

/** The VPC of a main route table: the one that it names, or that names it. */
function vpcOfMainTable(
  inventory: Inventory,
  { main, vpc: reference, identifiers }: RouteTable,
  byTableId: Mains["byTableId"],
): Vpc | undefined {
  if (!main) {
    return undefined;
  }
  const vpc = resolve(inventory, "vpcs", reference);
  return vpc.to === "resource"
    ? vpc.resource
    : identifiers.map((identifier) => byTableId.get(identifier)).find((found) => found !== undefined);
}

/** The VPCs whose main route table a reference names. */
function vpcsByMainTable(inventory: Inventory, { vpcs, byTableId }: Mains, reference: Reference): readonly Vpc[] {
  if (!isUnknown(reference)) {
    const vpc = reference === undefined ? undefined : byTableId.get(reference);
    return vpc === undefined ? [] : [vpc];
  }
  return resolve(inventory, "routeTables", reference).to === "unknown"
    ? reference.sources.flatMap((source) => vpcs.get(source) ?? [])
    : [];
}

function notKnown(
  inventory: Inventory,
  resolution: Exclude<Resolution<unknown>, { to: "resource" }>,
  what: string,
): KnownRoutes {
  switch (resolution.to) {
    case "unknown":
      return { routes: [], unknowns: [resolution.unknown] };
    case "outside":
      return {
        routes: [],
        // What it is called is a text of the program, which may be secret.
        unknowns: [unknown(`${what}, which is not in this ${inventory.scope}`)],
      };
    case "nothing":
      return { routes: [], unknowns: [unknown(what)] };
  }
}
