import type { DbCluster, DbInstance, Inventory } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { type Unknown, unknown } from "../inventory/value";
import { shown } from "./answers";

/** The cluster of a member, or what keeps it from being known. */
export function clusterOf(member: DbInstance, inventory: Inventory): DbCluster | Unknown {
  const cluster = resolve(inventory, "dbClusters", member.cluster, member);
  switch (cluster.to) {
    case "resource":
      return cluster.resource;
    case "unknown":
      return cluster.unknown;
    case "outside":
      return unknown(`the settings of cluster ${shown(cluster.identifier, "name")}, not in this ${inventory.scope}`);
    case "nothing":
      return unknown("the settings of its cluster");
  }
}
