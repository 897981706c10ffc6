import type { Inventory, Kind } from "../model";
import type { AccountDescription, Fact, Listing } from "./description";

/**
 * Why lists lack something. Facts about single resources that are missing are unknown values of those resources
 * instead, unless further resources follow from them.
 */
export function unreadKinds(account: AccountDescription): Inventory["unread"] {
  const databases = firstUnread(account.dbInstances, account.dbClusters);
  const tables = account.tablesUnread;
  const vaults = account.backupVaults.unread;
  // What to ask about follows from who names it.
  const secrets = firstUnread(account.dbInstances, account.dbClusters, account.dbProxies);
  const keys =
    secrets ??
    firstUnread(account.dbSnapshots, account.dbClusterSnapshots, account.automatedBackups) ??
    tables ??
    firstFact(account.tables.map(({ table }) => table)) ??
    firstFact([...account.secrets.values()].map(({ secret }) => secret)) ??
    firstFact([...account.kinesisStreams.values()]) ??
    vaults;
  const reasons: { readonly [K in Kind]?: string | undefined } = {
    dbInstances: account.dbInstances.unread,
    dbClusters: account.dbClusters.unread,
    databaseRegions: databases,
    globalClusters: account.globalClusters.unread,
    dbSnapshots: firstUnread(account.dbSnapshots, account.dbClusterSnapshots),
    replicatedBackups: account.automatedBackups.unread,
    dbProxies: account.dbProxies.unread,
    dbProxyEndpoints: account.dbProxyEndpoints.unread,
    activityStreams: firstUnread(account.dbClusters, account.dbInstances),
    eventSubscriptions: account.eventSubscriptions.unread,
    dbSubnetGroups: account.dbSubnetGroups.unread,
    dbParameterGroups: account.dbInstances.unread,
    dbClusterParameterGroups: account.dbClusters.unread,
    dbOptionGroups: account.dbOptionGroups.unread,
    vpcs: account.subnets.unread,
    subnets: account.subnets.unread,
    routeTables: account.routeTables.unread,
    routeTableAssociations: account.routeTables.unread,
    routes: account.routeTables.unread,
    securityGroups: account.securityGroups.unread,
    securityGroupRules: account.securityGroups.unread,
    prefixLists: account.securityGroups.unread,
    flowLogs: account.flowLogs.unread,
    vpcEndpoints: account.vpcEndpoints.unread,
    kmsKeys: keys,
    kmsAliases: keys,
    secrets,
    secretRotations: secrets,
    secretPolicies: secrets,
    backupVaults: vaults,
    backupPlans: account.backupPlans.unread,
    backupSelections: account.backupPlans.unread,
    recoveryPoints: vaults ?? account.recoveryPoints.unread,
    // Those of flow logs are asked for by the names that these give.
    logGroups: firstUnread(account.logGroups, account.flowLogs),
    logResourcePolicies: account.logResourcePolicies.unread,
    guarddutyDetectors: account.detectors.unread,
    iamPolicies: account.iamPolicies.unread,
    dynamodbTables: tables,
    dynamodbReplicas: tables ?? firstFact(account.tables.map(({ table }) => table)),
    dynamodbResourcePolicies: tables,
    kinesisDestinations: tables,
    kinesisStreams: tables ?? firstFact(account.tables.map(({ destinations }) => destinations)),
    scalingTargets: account.scalingTargets.unread,
    daxClusters: account.daxClusters.unread,
    daxSubnetGroups: account.daxSubnetGroups.unread,
  };
  return Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason !== undefined));
}

function firstUnread(...listings: readonly Listing<unknown>[]): string | undefined {
  return listings.find(({ unread }) => unread !== undefined)?.unread;
}

function firstFact(facts: readonly Fact<unknown>[]): string | undefined {
  return facts.flatMap((fact) => ("unread" in fact ? [fact.unread] : []))[0];
}
