import {
  type EC2Client,
  paginateDescribeFlowLogs,
  paginateDescribeRouteTables,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
  paginateDescribeVpcEndpoints,
  paginateGetManagedPrefixListEntries,
} from "@aws-sdk/client-ec2";
import type { NetworkDescription } from "../../inventory/from-account/description";
import { prefixListsOfRoutes } from "../../inventory/from-account/route-table";
import { referencedPrefixLists } from "../../inventory/from-account/security-group";
import type { Calls } from "./calls";

/**
 * The network of the whole region: a few pages, where asking for what each database touches would take rounds of
 * calls (its groups, then their source groups, then theirs).
 */
export async function readNetwork(client: EC2Client, calls: Calls): Promise<NetworkDescription> {
  const [subnets, routeTables, securityGroups, flowLogs, vpcEndpoints] = await Promise.all([
    calls.list("ec2:DescribeSubnets", paginateDescribeSubnets({ client }, {}), (page) => page.Subnets),
    calls.list("ec2:DescribeRouteTables", paginateDescribeRouteTables({ client }, {}), (page) => page.RouteTables),
    calls.list(
      "ec2:DescribeSecurityGroups",
      paginateDescribeSecurityGroups({ client }, {}),
      (page) => page.SecurityGroups,
    ),
    calls.list("ec2:DescribeFlowLogs", paginateDescribeFlowLogs({ client }, {}), (page) => page.FlowLogs),
    calls.list("ec2:DescribeVpcEndpoints", paginateDescribeVpcEndpoints({ client }, {}), (page) => page.VpcEndpoints),
  ]);
  const prefixLists = await Promise.all(
    [...new Set([...referencedPrefixLists(securityGroups.items), ...prefixListsOfRoutes(routeTables.items)])].map(
      async (id) => {
        const pages = paginateGetManagedPrefixListEntries({ client }, { PrefixListId: id });
        const entries = await calls.list("ec2:GetManagedPrefixListEntries", pages, (page) => page.Entries, id);
        return [id, entries] as const;
      },
    ),
  );
  return { subnets, routeTables, securityGroups, prefixLists: new Map(prefixLists), flowLogs, vpcEndpoints };
}
