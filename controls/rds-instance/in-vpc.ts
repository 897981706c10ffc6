import type { DbInstance, Inventory } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { fails, holds, undecided } from "../answers";
import { inItsNetwork } from "../cluster-member";
import { type Answer, defineControl } from "../control";
import { isCrossRegionReplica } from "../replica";

const needed = "it must name a subnet group of a VPC made for it";

export const inVpc = defineControl<"dbInstances", object>({
  id: "rds-instance-in-vpc",
  title: "RDS instance lies in a VPC of its own choice",
  subject: "dbInstances",
  severity: "high",
  why: "The default VPC is shared by whatever names no network, and its subnets are public.",
  remediation:
    "Set dbSubnetGroupName to a subnet group with private subnets; to move an existing instance, restore a snapshot into the group.",
  peerIds: { prowler: ["rds_instance_inside_vpc"] },
  options: {},
  looksAt: "both",
  evaluate: (instance, inventory) => judge(inItsNetwork(instance, inventory), inventory),
});

function judge(instance: DbInstance, inventory: Inventory): Answer {
  const { subnetGroup, replicaSource } = instance;
  if (subnetGroup === undefined) {
    // Only a read replica in the region of its source takes a group that it does not name:
    // https://www.pulumi.com/registry/packages/aws/api-docs/rds/instance/#dbsubnetgroupname_nodejs
    return replicaSource !== undefined && inventory.scope === "program" && !isCrossRegionReplica(instance)
      ? holds
      : fails("dbSubnetGroupName is not set (the default VPC)", needed);
  }
  if (isUnknown(subnetGroup)) {
    // A group that is still to be made is not the default one.
    return resolve(inventory, "dbSubnetGroups", subnetGroup).to === "resource"
      ? holds
      : undecided(subnetGroup.waitsFor);
  }
  return subnetGroup.toLowerCase() === "default"
    ? fails("dbSubnetGroupName is default (the default VPC)", needed)
    : holds;
}
