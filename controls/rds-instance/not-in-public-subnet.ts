import type { DbInstance, Inventory, Subnet } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { routesOfSubnet } from "../../inventory/routes";
import { isUnknown, type Unknown } from "../../inventory/value";
import { all, fails, holds, notApplicable, undecided } from "../answers";
import { type Answer, defineControl } from "../control";

const needed = "no subnet of its subnet group may route to an internet gateway";

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html */
const defaultVpc = "the public subnets of the default VPC";

export const notInPublicSubnet = defineControl<"dbInstances", object>({
  id: "rds-instance-not-in-public-subnet",
  title: "RDS instance lies in private subnets",
  subject: "dbInstances",
  severity: "high",
  why: "A route to an internet gateway leaves one changed flag between the database and the internet.",
  remediation:
    "Use a subnet group whose subnets have a route table of their own without a route to an internet gateway.",
  peerIds: { securityHub: ["RDS.46"] },
  options: {},
  looksAt: "inventory",
  evaluate: judge,
});

function judge(instance: DbInstance, inventory: Inventory): Answer {
  if (instance.cluster !== undefined) {
    return notApplicable("the subnet group of a cluster member is that of its cluster");
  }
  if (instance.subnetGroup === undefined) {
    return judgeWithoutSubnetGroup(instance, inventory);
  }
  const group = resolve(inventory, "dbSubnetGroups", instance.subnetGroup, instance);
  if (group.to === "unknown") {
    return undecided(group.unknown.waitsFor);
  }
  if (group.to === "outside" && group.identifier.toLowerCase() === "default") {
    return fails(`dbSubnetGroupName is ${group.identifier} (${defaultVpc})`, needed);
  }
  if (group.to !== "resource") {
    return undecided(`the subnets of subnet group ${instance.subnetGroup}, which is not in this ${inventory.scope}`);
  }
  const { subnets } = group.resource;
  if (subnets === undefined) {
    return undecided(`the subnets of subnet group ${group.resource.name}`);
  }
  return isUnknown(subnets)
    ? judgeSources(subnets, inventory)
    : all(subnets.map((reference) => judgeSubnetReference(reference, inventory)));
}

/** A replica in the region of its source takes its source's group; anything else goes to the default VPC. */
function judgeWithoutSubnetGroup(instance: DbInstance, inventory: Inventory): Answer {
  const source = resolve(inventory, "dbInstances", instance.replicaSource, instance);
  switch (source.to) {
    case "resource":
      return source.resource.id === instance.id ? undecided("its subnet group") : judge(source.resource, inventory);
    case "unknown":
    case "outside":
      return undecided("the subnet group of the instance that it replicates");
    case "nothing":
      return fails(`dbSubnetGroupName is not set (${defaultVpc})`, needed);
  }
}

function judgeSubnetReference(reference: DbInstance["subnetGroup"], inventory: Inventory): Answer {
  if (isUnknown(reference)) {
    return judgeSources(reference, inventory);
  }
  const subnet = resolve(inventory, "subnets", reference);
  switch (subnet.to) {
    case "resource":
      return judgeSubnet(subnet.resource, inventory);
    case "unknown":
      return undecided(subnet.unknown.waitsFor);
    default:
      return undecided(`the routes of subnet ${reference}, which is not in this ${inventory.scope}`);
  }
}

/** What is not known yet is one or several of its sources: what holds or fails for all of them is decided. */
function judgeSources(reference: Unknown, inventory: Inventory): Answer {
  const sources = inventory.subnets.filter(({ id }) => reference.sources.includes(id));
  const answers = sources.map((subnet) => judgeSubnet(subnet, inventory));
  const failing = answers.filter(({ answer }) => answer === "fails").length;
  if (sources.length === 0) {
    return undecided(reference.waitsFor);
  }
  return failing === 0 || failing === answers.length
    ? all(answers)
    : undecided(`which of the subnets ${sources.map(({ name }) => name).join(", ")} its subnet group holds`);
}

function judgeSubnet(subnet: Subnet, inventory: Inventory): Answer {
  const { routes, unknowns } = routesOfSubnet(inventory, subnet);
  if (routes.some(({ target }) => target === "internet-gateway")) {
    return fails(`subnet ${subnet.name} routes to an internet gateway`, needed);
  }
  const waitsFor = unknowns[0] ?? routes.map(({ target }) => target).find(isUnknown);
  return waitsFor === undefined ? holds : undecided(waitsFor.waitsFor);
}
