import type { DbCluster, DbInstance, Inventory, Reference, Subnet } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { type KnownRoutes, routesOfSubnet } from "../inventory/routes";
import { isUnknown, type Unknown } from "../inventory/value";
import { all, shown, undecided } from "./answers";
import type { Answer } from "./control";

/** What a control asks of every subnet in which a database may lie. */
export interface SubnetRule {
  judge(subnet: Subnet, known: KnownRoutes): Answer;
  /** The answer about a database in the default VPC, whose subnets are public. */
  defaultVpc(found: string): Answer;
}

/** Judges the subnets of a database's subnet group; without a group it lies in the default VPC. */
export function judgeSubnetGroup(database: DbInstance | DbCluster, inventory: Inventory, rule: SubnetRule): Answer {
  const { subnetGroup } = database;
  if (subnetGroup === undefined) {
    return rule.defaultVpc("dbSubnetGroupName is not set (the public subnets of the default VPC)");
  }
  const group = resolve(inventory, "dbSubnetGroups", subnetGroup, database);
  if (group.to === "unknown") {
    return undecided(group.unknown.waitsFor);
  }
  if (group.to !== "resource") {
    const name = isUnknown(subnetGroup) ? "" : subnetGroup;
    return name.toLowerCase() === "default"
      ? rule.defaultVpc("dbSubnetGroupName is default (the public subnets of the default VPC)")
      : undecided(`the subnets of subnet group ${shown(name, "name")}, which is not in this ${inventory.scope}`);
  }
  const { subnets } = group.resource;
  if (subnets === undefined) {
    return undecided(`the subnets of subnet group ${group.resource.name}`);
  }
  return isUnknown(subnets)
    ? judgeSources(subnets, inventory, rule)
    : all(subnets.map((reference) => judgeReference(reference, inventory, rule)));
}

function judgeReference(reference: Reference, inventory: Inventory, rule: SubnetRule): Answer {
  if (isUnknown(reference)) {
    return judgeSources(reference, inventory, rule);
  }
  const subnet = resolve(inventory, "subnets", reference);
  switch (subnet.to) {
    case "resource":
      return rule.judge(subnet.resource, routesOfSubnet(inventory, subnet.resource));
    case "unknown":
      return undecided(subnet.unknown.waitsFor);
    default:
      return undecided(`the routes of subnet ${shown(reference ?? "", "name")}, not in this ${inventory.scope}`);
  }
}

/** What is not known yet is one or several of its sources: what holds or fails for all of them is decided. */
function judgeSources(reference: Unknown, inventory: Inventory, rule: SubnetRule): Answer {
  const sources = reference.sources.flatMap((source) => {
    const subnet = resolve(inventory, "subnets", { ...reference, sources: [source] });
    return subnet.to === "resource" ? [subnet.resource] : [];
  });
  const answers = sources.map((subnet) => rule.judge(subnet, routesOfSubnet(inventory, subnet)));
  const failing = answers.filter(({ answer }) => answer === "fails").length;
  if (sources.length === 0) {
    return undecided(reference.waitsFor);
  }
  return failing === 0 || failing === answers.length
    ? all(answers)
    : undecided(`which of the subnets ${sources.map(({ name }) => name).join(", ")} its subnet group holds`);
}
