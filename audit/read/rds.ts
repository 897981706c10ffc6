import {
  paginateDescribeDBClusters,
  paginateDescribeDBInstanceAutomatedBackups,
  paginateDescribeDBInstances,
  paginateDescribeDBProxies,
  paginateDescribeDBProxyEndpoints,
  paginateDescribeDBSubnetGroups,
  paginateDescribeEventSubscriptions,
  paginateDescribeGlobalClusters,
  type RDSClient,
} from "@aws-sdk/client-rds";
import type { RdsDescription } from "../../inventory/from-account/description";
import { isOfRds } from "../../inventory/from-account/other-services";
import type { Calls } from "./calls";
import { readGroups } from "./rds-groups";
import { readSnapshots } from "./rds-snapshots";

/** Everything that RDS lists in the region, and what the groups that databases use hold. */
export async function readRds(client: RDSClient, calls: Calls): Promise<RdsDescription> {
  const [
    dbInstances,
    dbClusters,
    globalClusters,
    dbSubnetGroups,
    snapshots,
    automatedBackups,
    dbProxies,
    dbProxyEndpoints,
    eventSubscriptions,
  ] = await Promise.all([
    calls.list("rds:DescribeDBInstances", paginateDescribeDBInstances({ client }, {}), (page) =>
      page.DBInstances?.filter(isOfRds),
    ),
    calls.list("rds:DescribeDBClusters", paginateDescribeDBClusters({ client }, {}), (page) =>
      page.DBClusters?.filter(isOfRds),
    ),
    calls.list("rds:DescribeGlobalClusters", paginateDescribeGlobalClusters({ client }, {}), (page) =>
      page.GlobalClusters?.filter(isOfRds),
    ),
    calls.list(
      "rds:DescribeDBSubnetGroups",
      paginateDescribeDBSubnetGroups({ client }, {}),
      (page) => page.DBSubnetGroups,
    ),
    readSnapshots(client, calls),
    calls.list(
      "rds:DescribeDBInstanceAutomatedBackups",
      paginateDescribeDBInstanceAutomatedBackups({ client }, {}),
      (page) => page.DBInstanceAutomatedBackups,
    ),
    calls.list("rds:DescribeDBProxies", paginateDescribeDBProxies({ client }, {}), (page) => page.DBProxies),
    calls.list(
      "rds:DescribeDBProxyEndpoints",
      paginateDescribeDBProxyEndpoints({ client }, {}),
      (page) => page.DBProxyEndpoints,
    ),
    calls.list(
      "rds:DescribeEventSubscriptions",
      paginateDescribeEventSubscriptions({ client }, {}),
      (page) => page.EventSubscriptionsList,
    ),
  ]);
  return {
    dbInstances,
    dbClusters,
    globalClusters,
    dbSubnetGroups,
    ...snapshots,
    automatedBackups,
    dbProxies,
    dbProxyEndpoints,
    eventSubscriptions,
    ...(await readGroups(client, calls, dbInstances.items, dbClusters.items)),
  };
}
