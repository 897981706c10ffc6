import type { DbInstance, Inventory } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { undecided } from "../answers";
import { inItsNetwork } from "../cluster-member";
import type { Answer } from "../control";
import { judgeSubnetGroup, type SubnetRule } from "../database-subnets";
import { longestChain } from "../instance-engine";
import { isCrossRegionReplica } from "../replica";

/**
 * Judges the subnets of an instance: a read replica without a subnet group of its own lies where its source in the
 * same region lies, anything else without one in the default VPC.
 * https://www.pulumi.com/registry/packages/aws/api-docs/rds/instance/#dbsubnetgroupname_nodejs
 */
export function judgeSubnets(found: DbInstance, inventory: Inventory, rule: SubnetRule, depth = 0): Answer {
  const instance = inItsNetwork(found, inventory);
  if (instance.subnetGroup !== undefined || instance.replicaSource === undefined || isCrossRegionReplica(instance)) {
    return judgeSubnetGroup(instance, inventory, rule);
  }
  const cluster = resolve(inventory, "dbClusters", instance.replicaSource, instance);
  if (cluster.to === "resource") {
    return judgeSubnetGroup(cluster.resource, inventory, rule);
  }
  const source = resolve(inventory, "dbInstances", instance.replicaSource, instance);
  return source.to === "resource" && depth < longestChain
    ? judgeSubnets(source.resource, inventory, rule, depth + 1)
    : undecided("the subnet group of the instance that it replicates");
}
