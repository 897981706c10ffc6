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

function routesOfReference(inventory: Inventory, reference: Reference): KnownRoutes {
  const table = resolve(inventory, "routeTables", reference);
  if (table.to === "resource") {
    return routesOfTable(inventory, table.resource);
  }
  const vpc = inventory.vpcs.find((candidate) => namesMainTableOf(inventory, candidate, reference));
  return vpc === undefined ? notKnown(inventory, table, "the routes of route table") : mainRoutes(inventory, vpc);
}

function routesOfTable(inventory: Inventory, table: RouteTable): KnownRoutes {
  const own = referrers(inventory, "routes", "routeTable", "routeTables", table);
  const vpc = table.main ? resolve(inventory, "vpcs", table.vpc) : undefined;
  return {
    routes: vpc?.to === "resource" ? [...own.found, ...routesByVpc(inventory, vpc.resource)] : own.found,
    unknowns: own.unknowns,
  };
}

function mainRoutes(inventory: Inventory, vpc: Vpc): KnownRoutes {
  const replaced = referrers(inventory, "routeTableAssociations", "vpc", "vpcs", vpc);
  const [association] = replaced.found;
  if (association !== undefined) {
    return routesOfReference(inventory, association.routeTable);
  }
  const declared = inventory.routeTables.find((table) => {
    const owner = table.main ? resolve(inventory, "vpcs", table.vpc) : undefined;
    return owner?.to === "resource" && owner.resource.id === vpc.id;
  });
  if (declared !== undefined) {
    return routesOfTable(inventory, declared);
  }
  const { routeTables, routes } = inventory.unread;
  const unread = routeTables ?? routes;
  return {
    routes: routesByVpc(inventory, vpc),
    unknowns: unread === undefined ? replaced.unknowns : [unknown(`the route tables (${unread})`)],
  };
}

/** Routes that name the main route table through its VPC, as every VPC has one that no resource declares. */
function routesByVpc(inventory: Inventory, vpc: Vpc): readonly Route[] {
  return inventory.routes.filter(({ routeTable }) => namesMainTableOf(inventory, vpc, routeTable));
}

function namesMainTableOf(inventory: Inventory, vpc: Vpc, reference: Reference): boolean {
  if (reference === undefined) {
    return false;
  }
  return isUnknown(reference)
    ? reference.sources.includes(vpc.id) && resolve(inventory, "routeTables", reference).to === "unknown"
    : reference === vpc.mainRouteTable;
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
        unknowns: [unknown(`${what} (${resolution.identifier} is not in this ${inventory.scope})`)],
      };
    case "nothing":
      return { routes: [], unknowns: [unknown(what)] };
  }
}
