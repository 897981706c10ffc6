import type { DbInstance, Inventory } from "../inventory/model";
import { resolve } from "../inventory/resolve";
import { unknown } from "../inventory/value";
import { notApplicable } from "./answers";
import type { Answer } from "./control";

/**
 * The answer about a member of a DB cluster where its cluster decides, or where a control about members does.
 * Undefined for an instance of its own.
 * @param matter as in "backups"
 */
export function judgedWithCluster({ cluster }: DbInstance, matter: string): Answer | undefined {
  return cluster === undefined
    ? undefined
    : notApplicable(`the ${matter} of a cluster member are judged with its cluster`);
}

/**
 * The instance with the network that counts for it: a member lies in its cluster's subnets and carries its cluster's
 * security groups, which AWS tells of each member, and a program of the cluster.
 */
export function inItsNetwork(instance: DbInstance, inventory: Inventory): DbInstance {
  if (instance.cluster === undefined || inventory.scope === "account") {
    return instance;
  }
  const cluster = resolve(inventory, "dbClusters", instance.cluster, instance);
  const {
    subnetGroup = unknown("the subnet group of its cluster"),
    securityGroups = unknown("the security groups of its cluster"),
  } = instance;
  return cluster.to === "resource"
    ? { ...instance, subnetGroup: cluster.resource.subnetGroup, securityGroups: cluster.resource.securityGroups }
    : { ...instance, subnetGroup, securityGroups };
}
