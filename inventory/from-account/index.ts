import { databaseRegions } from "../database-regions";
import { emptyInventory, type Inventory, type Resource } from "../model";
import { activityStream } from "./activity-stream";
import { backupPlan, backupSelections, backupVault, recoveryPoint } from "./backup";
import { daxCluster, daxSubnetGroup } from "./dax-cluster";
import { dbCluster } from "./db-cluster";
import { dbInstance } from "./db-instance";
import { dbOptionGroup, defaultOptionGroup, isDefaultOptionGroup } from "./db-option-group";
import { dbClusterParameterGroup, dbParameterGroup } from "./db-parameter-group";
import { dbProxy, dbProxyEndpoint } from "./db-proxy";
import { dbClusterSnapshot, dbSnapshot } from "./db-snapshot";
import { dbSubnetGroup } from "./db-subnet-group";
import type { AccountDescription } from "./description";
import { dynamodbReplicas, dynamodbResourcePolicies, dynamodbTable, kinesisDestinations } from "./dynamodb-table";
import { eventSubscription } from "./event-subscription";
import { flowLogs } from "./flow-log";
import { globalCluster, hasPrimaryIn } from "./global-cluster";
import { iamPolicy } from "./iam-policy";
import { kinesisStream } from "./kinesis-stream";
import { kmsAlias, kmsKey } from "./kms-key";
import { guarddutyDetectors, logGroup, logResourcePolicy } from "./monitoring";
import { prefixList } from "./prefix-list";
import { replicatedBackups } from "./replicated-backup";
import { routes, routeTable, routeTableAssociations } from "./route-table";
import { scalingTarget } from "./scaling-target";
import { secretParts } from "./secret";
import { securityGroup, securityGroupRules } from "./security-group";
import { subnet } from "./subnet";
import { unreadKinds } from "./unread-kinds";
import { vpcs } from "./vpc";
import { vpcEndpoints } from "./vpc-endpoint";

/** The inventory of one region of an account, from what AWS answered and what it did not. */
export function accountInventory(account: AccountDescription): Inventory {
  const { region } = account;
  const dbInstances = account.dbInstances.items.map((instance) => dbInstance(instance, region));
  const dbClusters = account.dbClusters.items.map((cluster) => dbCluster(cluster, region));
  const keys = [...account.keys];
  const secrets = [...account.secrets].map(([reference, secret]) => secretParts(reference, secret, region));
  return {
    ...emptyInventory("account"),
    unread: unreadKinds(account),
    dbInstances,
    dbClusters,
    databaseRegions: databaseRegions({ dbInstances, dbClusters }),
    globalClusters: account.globalClusters.items
      .filter((cluster) => hasPrimaryIn(region, cluster))
      .map((cluster) => globalCluster(cluster, region)),
    dbSnapshots: [
      ...account.dbSnapshots.items.map((snapshot) => dbSnapshot(snapshot, account.snapshotShares, region)),
      ...account.dbClusterSnapshots.items.map((snapshot) =>
        dbClusterSnapshot(snapshot, account.dbClusterSnapshotShares, region),
      ),
    ],
    replicatedBackups: replicatedBackups(account.automatedBackups.items, region),
    dbProxies: account.dbProxies.items.map((proxy) => dbProxy(proxy, region)),
    dbProxyEndpoints: account.dbProxyEndpoints.items.map((endpoint) => dbProxyEndpoint(endpoint, region)),
    activityStreams: [...account.dbClusters.items, ...account.dbInstances.items].flatMap((database) =>
      activityStream(database, region),
    ),
    eventSubscriptions: account.eventSubscriptions.items.map((found) => eventSubscription(found, region)),
    dbSubnetGroups: account.dbSubnetGroups.items.map((group) => dbSubnetGroup(group, region)),
    dbClusterParameterGroups: clusterParameterGroups(account),
    dbParameterGroups: parameterGroups(account),
    dbOptionGroups: optionGroups(account),
    vpcs: vpcs(account.subnets.items, account.routeTables, region),
    subnets: account.subnets.items.map((described) => subnet(described, region)),
    routeTables: account.routeTables.items.map((table) => routeTable(table, region)),
    routeTableAssociations: account.routeTables.items.flatMap((table) => routeTableAssociations(table, region)),
    routes: account.routeTables.items.flatMap((table) => routes(table, region)),
    securityGroups: account.securityGroups.items.map((group) => securityGroup(group, region)),
    securityGroupRules: account.securityGroups.items.flatMap((group) => securityGroupRules(group, region)),
    prefixLists: [...account.prefixLists].map(([id, entries]) => prefixList(id, entries, region)),
    flowLogs: flowLogs(account.flowLogs.items, region),
    vpcEndpoints: vpcEndpoints(account.vpcEndpoints.items, region),
    kmsKeys: distinct(keys.map(([reference, fact]) => kmsKey(reference, fact, region))),
    kmsAliases: keys.flatMap(([reference, fact]) => kmsAlias(reference, fact, region) ?? []),
    secrets: distinct(secrets.map(({ secret }) => secret)),
    secretRotations: distinct(secrets.flatMap(({ rotation }) => rotation)),
    secretPolicies: distinct(secrets.flatMap(({ policy }) => policy)),
    backupVaults: account.backupVaults.items.map((vault) => backupVault(vault, region)),
    backupPlans: account.backupPlans.items.map((plan) => backupPlan(plan, region)),
    backupSelections: account.backupPlans.items.flatMap((plan) => backupSelections(plan, region)),
    recoveryPoints: account.recoveryPoints.items.map((point) => recoveryPoint(point, region)),
    logGroups: account.logGroups.items.map((group) => logGroup(group, region)),
    logResourcePolicies: account.logResourcePolicies.items.map((policy) => logResourcePolicy(policy, region)),
    guarddutyDetectors: guarddutyDetectors(account.detectors, region),
    iamPolicies: account.iamPolicies.items.map(iamPolicy),
    dynamodbTables: account.tables.map((table) => dynamodbTable(table, account)),
    dynamodbReplicas: account.tables.flatMap((table) => dynamodbReplicas(table, account)),
    dynamodbResourcePolicies: account.tables.flatMap((table) => dynamodbResourcePolicies(table, account)),
    kinesisDestinations: account.tables.flatMap((table) => kinesisDestinations(table, account)),
    kinesisStreams: [...account.kinesisStreams].map(([arn, fact]) => kinesisStream(arn, fact, region)),
    scalingTargets: account.scalingTargets.items.map((target) => scalingTarget(target, region)),
    daxClusters: account.daxClusters.items.map((cluster) => daxCluster(cluster, region)),
    daxSubnetGroups: account.daxSubnetGroups.items.map((group) => daxSubnetGroup(group, region)),
  };
}

function parameterGroups(account: AccountDescription) {
  const names = account.dbInstances.items.flatMap((instance) =>
    (instance.DBParameterGroups ?? []).flatMap((group) => group.DBParameterGroupName ?? []),
  );
  return [...new Set(names)].map((name) =>
    dbParameterGroup(name, account.dbParameterGroups, account.parameters.get(name), account.region),
  );
}

function clusterParameterGroups(account: AccountDescription) {
  const names = account.dbClusters.items.flatMap((cluster) => cluster.DBClusterParameterGroup ?? []);
  return [...new Set(names)].map((name) =>
    dbClusterParameterGroup(
      name,
      account.dbClusterParameterGroups,
      account.clusterParameters.get(name),
      account.region,
    ),
  );
}

function optionGroups(account: AccountDescription) {
  const defaults = account.dbInstances.items.flatMap((instance) =>
    (instance.OptionGroupMemberships ?? []).flatMap(({ OptionGroupName: name = "" }) =>
      isDefaultOptionGroup(name) ? defaultOptionGroup(name, instance.Engine, account.region) : [],
    ),
  );
  const made = account.dbOptionGroups.items.filter(({ OptionGroupName: name = "" }) => !isDefaultOptionGroup(name));
  return [...distinct(defaults), ...made.map((group) => dbOptionGroup(group, account.region))];
}

/** One resource of each id: instances repeat what they share. */
function distinct<R extends Resource>(resources: readonly R[]): R[] {
  return [...new Map(resources.map((resource) => [resource.id, resource] as const)).values()];
}
