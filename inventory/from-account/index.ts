import { emptyInventory, type Inventory, type Kind, type Resource } from "../model";
import { dbInstance } from "./db-instance";
import { dbOptionGroup, defaultOptionGroup, isDefaultOptionGroup } from "./db-option-group";
import { dbParameterGroup } from "./db-parameter-group";
import { dbSubnetGroup } from "./db-subnet-group";
import type { AccountDescription } from "./description";
import { dynamodbTable } from "./dynamodb-table";
import { kmsAlias, kmsKey } from "./kms-key";
import { prefixList } from "./prefix-list";
import { routes, routeTable, routeTableAssociations } from "./route-table";
import { securityGroup, securityGroupRules } from "./security-group";
import { subnet } from "./subnet";
import { vpcs } from "./vpc";

/** The inventory of one region of an account, from what AWS answered and what it did not. */
export function accountInventory(account: AccountDescription): Inventory {
  const { region } = account;
  const instances = account.dbInstances.items.map((instance) => dbInstance(instance, region));
  const keys = [...account.keys];
  return {
    ...emptyInventory("account"),
    unread: unreadKinds(account),
    dbInstances: instances,
    dbSubnetGroups: distinct(
      account.dbInstances.items.flatMap(({ DBSubnetGroup: group }) => (group ? dbSubnetGroup(group, region) : [])),
    ),
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
    kmsKeys: distinct(keys.map(([reference, fact]) => kmsKey(reference, fact, region))),
    kmsAliases: keys.flatMap(([reference, fact]) => kmsAlias(reference, fact, region) ?? []),
    dynamodbTables: account.tables.map((table) => dynamodbTable(table, region)),
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

function optionGroups(account: AccountDescription) {
  const defaults = account.dbInstances.items.flatMap((instance) =>
    (instance.OptionGroupMemberships ?? []).flatMap(({ OptionGroupName: name = "" }) =>
      isDefaultOptionGroup(name) ? defaultOptionGroup(name, instance.Engine, account.region) : [],
    ),
  );
  const made = account.dbOptionGroups.items.filter(({ OptionGroupName: name = "" }) => !isDefaultOptionGroup(name));
  return [...distinct(defaults), ...made.map((group) => dbOptionGroup(group, account.region))];
}

/** Facts about single resources that are missing are unknown values of those resources instead. */
function unreadKinds(account: AccountDescription): Inventory["unread"] {
  const reasons: { readonly [K in Kind]?: string | undefined } = {
    dbInstances: account.dbInstances.unread,
    dbSubnetGroups: account.dbInstances.unread,
    // Which groups, keys and prefix lists to ask about follows from who names them.
    dbParameterGroups: account.dbInstances.unread,
    kmsKeys: account.dbInstances.unread ?? account.tablesUnread,
    kmsAliases: account.dbInstances.unread ?? account.tablesUnread,
    prefixLists: account.securityGroups.unread,
    dbOptionGroups: account.dbOptionGroups.unread,
    dbSnapshots: "the audit does not read them",
    subnets: account.subnets.unread,
    vpcs: account.subnets.unread,
    routeTables: account.routeTables.unread,
    routeTableAssociations: account.routeTables.unread,
    routes: account.routeTables.unread,
    securityGroups: account.securityGroups.unread,
    securityGroupRules: account.securityGroups.unread,
    dynamodbTables: account.tablesUnread,
  };
  return Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason !== undefined));
}

/** One resource of each id: instances repeat what they share. */
function distinct<R extends Resource>(resources: readonly R[]): R[] {
  return [...new Map(resources.map((resource) => [resource.id, resource] as const)).values()];
}
