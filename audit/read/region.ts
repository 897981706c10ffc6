import type { AccountDescription, Listing } from "../../inventory/from-account/description";
import type { Calls, UnreadCall } from "./calls";
import { CannotAudit } from "./cannot-audit";
import type { Clients } from "./clients";
import { readTableNames, readTables } from "./dynamodb";
import { readNetwork } from "./ec2";
import { readAccountId } from "./identity";
import { readKeys, referencedKeys } from "./kms";
import { readGroups, readInstances } from "./rds";

/** What AWS answered about one region, and what it did not. */
export interface Reading {
  /** Absent where STS did not tell. */
  readonly account?: string;
  readonly description: AccountDescription;
  readonly unread: readonly UnreadCall[];
}

/**
 * Reads the databases of a region and what guards them. Security groups guard the ports of databases that RDS does not
 * know, too, so that the network is read in any case; groups and keys only where a database uses them.
 * @throws CannotAudit without credentials that AWS accepts, or without a way to AWS
 */
export async function readRegion(region: string, clients: Clients, calls: Calls): Promise<Reading> {
  const [account, network, dbInstances, tableNames] = await Promise.all([
    readAccountId(clients.sts, calls),
    readNetwork(clients.ec2, calls),
    readInstances(clients.rds, calls),
    readTableNames(clients.dynamodb, calls),
  ]);
  refuseUnreachable(region, calls, [
    dbInstances,
    tableNames,
    network.subnets,
    network.routeTables,
    network.securityGroups,
  ]);

  const [groups, tables] = await Promise.all([
    readGroups(clients.rds, calls, dbInstances.items),
    readTables(clients.dynamodb, calls, tableNames.items),
  ]);
  const keys = await readKeys(clients.kms, calls, referencedKeys(dbInstances.items, tables));

  return {
    ...(account === undefined ? {} : { account }),
    unread: calls.unread(),
    description: {
      region,
      dbInstances,
      ...groups,
      ...network,
      ...(tableNames.unread === undefined ? {} : { tablesUnread: tableNames.unread }),
      tables,
      keys,
    },
  };
}

/** No service answered: rather the region's name or the network than something about this account. */
function refuseUnreachable(region: string, calls: Calls, listings: readonly Listing<unknown>[]): void {
  const unread = calls.unread();
  const [first] = unread;
  const silent = listings.every((listing) => listing.unread !== undefined);
  if (first !== undefined && silent && unread.every(({ outcome }) => outcome === "unreachable")) {
    throw new CannotAudit(
      `AWS in ${region} could not be reached (${first.message}): check the region's name, the network, ` +
        "HTTPS_PROXY, NO_PROXY and AWS_CA_BUNDLE.",
    );
  }
}
