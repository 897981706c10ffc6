import type { RouteTable, Subnet } from "@aws-sdk/client-ec2";
import type { Vpc } from "../model";
import { unknown } from "../value";
import type { Listing } from "./description";

/**
 * The VPCs that have subnets, with their main route tables. Neither says more than ec2:DescribeSubnets and
 * ec2:DescribeRouteTables do, so that nobody needs ec2:DescribeVpcs.
 * Every VPC has a main route table, so one that is not in the list was not shown: a denied call, or a VPC that
 * another account shares.
 */
export function vpcs(subnets: readonly Subnet[], routeTables: Listing<RouteTable>, region: string): Vpc[] {
  const ids = new Set([...subnets, ...routeTables.items].map((described) => described.VpcId ?? ""));
  return [...ids].map((id) => {
    const main = routeTables.items.find((table) => table.VpcId === id && isMain(table));
    return {
      id,
      name: id,
      identifiers: [id],
      region,
      mainRouteTable:
        main?.RouteTableId ??
        unknown(`the main route table of ${id} (${routeTables.unread ?? "ec2:DescribeRouteTables did not return it"})`),
    };
  });
}

/** Whether subnets without an association of their own use the table. */
export function isMain(table: RouteTable): boolean {
  return (table.Associations ?? []).some((association) => association.Main === true);
}
