import type { ControlId } from "../controls/ids";
import type { DbCluster, DbInstance, Inventory, Resource, SecurityGroup, Subnet } from "../inventory/model";
import { referrers, resolve } from "../inventory/resolve";
import { routesOfSubnet } from "../inventory/routes";
import { isUnknown } from "../inventory/value";
import type { AuditFinding, PathNode } from "./report/report";

/** The controls that find a way from the internet to a database. */
const aboutNetwork: ReadonlySet<ControlId> = new Set([
  "rds-instance-not-public",
  "rds-cluster-member-not-public",
  "rds-instance-not-in-public-subnet",
  "database-security-group-no-public-ingress",
]);

/**
 * The way from the internet to the database of a finding: internet gateway, route table, subnet, security group,
 * database; undefined where no subnet of the database is known to route to an internet gateway.
 */
export function networkPath(
  { control, kind }: AuditFinding,
  subject: Resource | undefined,
  inventory: Inventory,
): readonly PathNode[] | undefined {
  if (subject === undefined || !aboutNetwork.has(control)) {
    return undefined;
  }
  const database =
    kind === "securityGroups"
      ? referrers(inventory, "dbInstances", "securityGroups", "securityGroups", subject as SecurityGroup).found[0]
      : (subject as DbInstance);
  if (database === undefined) {
    return undefined;
  }
  const way = wayIn(database, inventory);
  const group = kind === "securityGroups" ? subject : groupOf(database, inventory);
  return (
    way && [...way, ...(group === undefined ? [] : [node("securityGroups", group)]), node("dbInstances", database)]
  );
}

function wayIn(database: DbInstance | DbCluster, inventory: Inventory): readonly PathNode[] | undefined {
  for (const subnet of subnetsOf(database, inventory)) {
    const route = routesOfSubnet(inventory, subnet).routes.find(({ target }) => target === "internet-gateway");
    if (route !== undefined) {
      const table = resolve(inventory, "routeTables", route.routeTable);
      const gateway = route.gateway ?? "internet gateway";
      return [
        { kind: "internetGateway", id: gateway, name: gateway },
        ...(table.to === "resource" ? [node("routeTables", table.resource)] : []),
        node("subnets", subnet),
      ];
    }
  }
  return undefined;
}

function subnetsOf(database: DbInstance | DbCluster, inventory: Inventory): readonly Subnet[] {
  const group = resolve(inventory, "dbSubnetGroups", database.subnetGroup, database);
  if (group.to !== "resource" || group.resource.subnets === undefined || isUnknown(group.resource.subnets)) {
    return [];
  }
  return group.resource.subnets.flatMap((reference) => {
    const subnet = resolve(inventory, "subnets", reference);
    return subnet.to === "resource" ? [subnet.resource] : [];
  });
}

function groupOf({ securityGroups }: DbInstance | DbCluster, inventory: Inventory): Resource | undefined {
  const [first] = isUnknown(securityGroups) ? [] : (securityGroups ?? []);
  const group = resolve(inventory, "securityGroups", first);
  return group.to === "resource" ? group.resource : undefined;
}

function node(kind: PathNode["kind"], { id, name }: Resource): PathNode {
  return { kind, id, name };
}
