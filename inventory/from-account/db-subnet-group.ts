import type { DBSubnetGroup } from "@aws-sdk/client-rds";
import type { DbSubnetGroup } from "../model";
import { unknown } from "../value";

/**
 * Maps a subnet group; its tags would take a call for each group.
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
    tags: unknown(`the tags of ${name}, which the audit does not read`),
  };
}
