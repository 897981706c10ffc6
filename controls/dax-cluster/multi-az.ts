import type { DaxCluster, DaxSubnetGroup, Inventory, Reference } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, unknown, type Value } from "../../inventory/value";
import { all, fails, holds, shown, undecided } from "../answers";
import { type Answer, defineControl } from "../control";

const needed = "it must have at least two nodes in at least two availability zones";

export const multiAz = defineControl<"daxClusters", object>({
  id: "dax-cluster-multi-az",
  title: "DAX cluster has nodes in several availability zones",
  subject: "daxClusters",
  severity: "medium",
  why: "A cluster in one zone is gone for as long as its zone or its only node is, and its table takes the whole load.",
  remediation:
    "Set replicationFactor to 2 or more, 3 for production, with availabilityZones or a subnet group over several zones.",
  peerIds: { prowler: ["dynamodb_accelerator_cluster_multi_az"] },
  options: {},
  looksAt: "both",
  evaluate: (cluster, inventory) => all([judgeNodes(cluster), judgeZones(cluster, inventory)]),
});

function judgeNodes({ nodes }: DaxCluster): Answer {
  if (isUnknown(nodes)) {
    return undecided(nodes.waitsFor);
  }
  return nodes !== undefined && nodes >= 2
    ? holds
    : fails(nodes === undefined ? "replicationFactor is not set" : `replicationFactor is ${nodes}`, needed);
}

function judgeZones(cluster: DaxCluster, inventory: Inventory): Answer {
  const { availabilityZones } = cluster;
  if (isUnknown(availabilityZones)) {
    return undecided(availabilityZones.waitsFor);
  }
  return availabilityZones !== undefined && availabilityZones.length > 0
    ? judgeList(availabilityZones, "all its nodes")
    : judgeSubnetGroup(cluster, inventory);
}

/**
 * Without zones of their own the nodes are spread over those of the subnet group.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateCluster.html
 */
function judgeSubnetGroup(cluster: DaxCluster, inventory: Inventory): Answer {
  const group = resolve(inventory, "daxSubnetGroups", cluster.subnetGroup, cluster);
  switch (group.to) {
    case "resource":
      return judgeSubnets(group.resource, inventory);
    case "unknown":
      return undecided(group.unknown.waitsFor);
    case "outside":
      return undecided(
        `the zones of subnet group ${shown(group.identifier, "name")}, which is not in this ${inventory.scope}`,
      );
    case "nothing":
      return undecided("the zones of the default subnet group of DAX");
  }
}

function judgeSubnets({ name, subnets }: DaxSubnetGroup, inventory: Inventory): Answer {
  return subnets === undefined || isUnknown(subnets)
    ? undecided(subnets?.waitsFor ?? `the subnets of subnet group ${name}`)
    : judgeList(
        subnets.map((subnet) => zoneOf(subnet, inventory)),
        `all subnets of subnet group ${name}`,
      );
}

function zoneOf(reference: Reference, inventory: Inventory): Value<string> {
  const subnet = resolve(inventory, "subnets", reference);
  switch (subnet.to) {
    case "resource":
      return subnet.resource.availabilityZone ?? unknown(`the zone of subnet ${subnet.resource.name}`);
    case "unknown":
      return subnet.unknown;
    case "outside":
      return unknown(`the zone of subnet ${shown(subnet.identifier, "name")}, which is not in this ${inventory.scope}`);
    case "nothing":
      return undefined;
  }
}

function judgeList(zones: readonly Value<string>[], whose: string): Answer {
  const known = new Set(zones.filter((zone) => typeof zone === "string"));
  const waiting = zones.find(isUnknown);
  if (known.size >= 2) {
    return holds;
  }
  const [zone] = known;
  return waiting === undefined
    ? fails(zone === undefined ? `${whose} lie in no known zone` : `${whose} lie in ${shown(zone, "name")}`, needed)
    : undecided(waiting.waitsFor);
}
