import { type AccountDescription, type Listing, readValue } from "../../inventory/from-account/description";
import { logGroupOf } from "../../inventory/from-account/flow-log";
import { readBackup } from "./backup";
import type { Calls, UnreadCall } from "./calls";
import { CannotAudit } from "./cannot-audit";
import type { Clients } from "./clients";
import { readDax } from "./dax";
import { readTableNames, readTables } from "./dynamodb";
import { readNetwork } from "./ec2";
import { readPolicies } from "./iam";
import { accountIn, readCaller } from "./identity";
import { readKeys } from "./kms";
import { readMonitoring } from "./monitoring";
import { readRds } from "./rds";
import { keysOf, secretsOf } from "./references";
import { readSecrets } from "./secrets";
import { readKinesisStreams, readScalingTargets } from "./streams";

/** What AWS answered about one region, and what it did not. */
export interface Reading {
  /** Absent where neither STS nor an ARN told. */
  readonly account?: string;
  readonly description: AccountDescription;
  readonly unread: readonly UnreadCall[];
}

/** What belongs to no region, read once for all the regions of an account. */
export interface Shared {
  readonly account?: string;
  readonly iamPolicies: Promise<AccountDescription["iamPolicies"]>;
}

/**
 * Reads the databases of a region and what guards them. Security groups guard the ports of databases that RDS does not
 * know, too, so that the network is read in any case; groups, keys and secrets only where something here names them.
 * @throws CannotAudit without credentials that AWS accepts, or without a way to AWS
 */
export async function readRegion(region: string, clients: Clients, calls: Calls, shared?: Shared): Promise<Reading> {
  // Tables take a call each, and some of their calls AWS allows ten times a second: they begin first and end last.
  const listed = readTableNames(clients.dynamodb, calls);
  const described = listed.then(({ items }) => readTables(clients, calls, items));
  // Awaited below: until then, or where a list ends the audit before, an error of it must not end the process.
  described.catch(() => undefined);
  const [told, network, rds, tableNames, scalingTargets, dax, backup, iamPolicies] = await Promise.all([
    shared?.account ?? readCaller(clients.sts, calls).then((caller) => caller.account),
    readNetwork(clients.ec2, calls),
    readRds(clients.rds, calls),
    listed,
    readScalingTargets(clients.scaling, calls),
    readDax(region, clients.dax, calls),
    readBackup(clients.backup, calls),
    shared === undefined ? readPolicies(clients.iam, calls) : shared.iamPolicies,
  ]);
  refuseUnreachable(region, calls, [
    rds.dbInstances,
    tableNames,
    network.subnets,
    network.routeTables,
    network.securityGroups,
  ]);

  const flowLogGroups = network.flowLogs.items.flatMap((log) => logGroupOf(log) ?? []);
  const [tables, secrets, monitoring] = await Promise.all([
    described,
    readSecrets(clients.secrets, calls, secretsOf(rds)),
    readMonitoring(clients.logs, clients.guardduty, calls, flowLogGroups),
  ]);
  // Findings of a report that lacks the account would be new ones to a baseline that has it.
  const account =
    told ??
    accountIn([
      ...rds.dbInstances.items.map(({ DBInstanceArn }) => DBInstanceArn),
      ...rds.dbClusters.items.map(({ DBClusterArn }) => DBClusterArn),
      ...tables.map(({ table }) => readValue(table)?.TableArn),
    ]);
  const kinesisStreams = await readKinesisStreams(clients.kinesis, calls, tables);
  const keys = await readKeys(
    clients.kms,
    calls,
    account,
    keysOf({ region, ...rds, tables, secrets, kinesisStreams, backupVaults: backup.backupVaults }),
  );

  return {
    ...(account === undefined ? {} : { account }),
    unread: calls.unread(),
    description: {
      region,
      ...(account === undefined ? {} : { account }),
      ...rds,
      ...network,
      ...(tableNames.unread === undefined ? {} : { tablesUnread: tableNames.unread }),
      tables,
      scalingTargets,
      kinesisStreams,
      ...dax,
      ...backup,
      ...monitoring,
      iamPolicies,
      secrets,
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
