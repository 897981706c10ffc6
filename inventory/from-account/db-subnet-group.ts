import type { DBSubnetGroup } from "@aws-sdk/client-rds";
import type { DbSubnetGroup } from "../model";
import { unknown } from "../value";

/**
 * Maps the subnet group that rds:DescribeDBInstances repeats inside each instance, subnets included, so that nobody
 * needs rds:DescribeDBSubnetGroups. It comes without the group's ARN there.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSubnetGroup.html
 */
export function dbSubnetGroup(group: DBSubnetGroup, region: string): DbSubnetGroup {
  const name = group.DBSubnetGroupName ?? "";
  const id = group.DBSubnetGroupArn ?? name;
  return {
    id,
    name,
    identifiers: [id, name],
    region,
    subnets: group.Subnets?.map((subnet) => subnet.SubnetIdentifier) ?? unknown(`the subnets of ${name}`),
  };
}
