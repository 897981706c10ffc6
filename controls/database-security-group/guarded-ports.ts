import { engineNamed, engines } from "../../engines";
import type { DbInstance, DbProxy, DbProxyEndpoint, Inventory, SecurityGroup } from "../../inventory/model";
import { referrers, resolve } from "../../inventory/resolve";
import { isUnknown, type Unknown, type Value } from "../../inventory/value";

/** The database ports that a security group stands in front of. */
export type GuardedPorts =
  /** A database carries the group, or lets in whatever carries it. */
  | { readonly by: "database"; readonly ports: readonly number[] }
  /** No database is known to carry it: then only rules that mean a database's port count. */
  | { readonly by: "nothing"; readonly ports: readonly number[] }
  | { readonly by: "unknown"; readonly ports: readonly number[]; readonly waitsFor: string };

const defaultPorts = engines.map(({ port }) => port);

/** Those of the databases that carry a group, or that let in whatever carries it. */
export function databasePortsOf(group: SecurityGroup, inventory: Inventory): GuardedPorts {
  const own = carriedPortsOf(group, inventory);
  const behind = gatekeepersOf(group, inventory).map((carried) => carriedPortsOf(carried, inventory));
  const ports = [own, ...behind].flatMap((guarded) => (guarded.by === "database" ? guarded.ports : []));
  return ports.length > 0 ? { by: "database", ports: [...new Set(ports)] } : own;
}

const caches = new WeakMap<Inventory, Map<string, GuardedPorts>>();

/** Those of the instances, clusters and proxies that carry a group; computed once a group. */
export function carriedPortsOf(group: SecurityGroup, inventory: Inventory): GuardedPorts {
  const cache = caches.get(inventory) ?? new Map<string, GuardedPorts>();
  caches.set(inventory, cache);
  const known = cache.get(group.id);
  if (known !== undefined) {
    return known;
  }
  const guarded = computeCarriedPorts(group, inventory);
  cache.set(group.id, guarded);
  return guarded;
}

function computeCarriedPorts(group: SecurityGroup, inventory: Inventory): GuardedPorts {
  const instances = referrers(inventory, "dbInstances", "securityGroups", "securityGroups", group);
  const clusters = referrers(inventory, "dbClusters", "securityGroups", "securityGroups", group);
  const proxies = referrers(inventory, "dbProxies", "securityGroups", "securityGroups", group);
  const endpoints = referrers(inventory, "dbProxyEndpoints", "securityGroups", "securityGroups", group);
  const daxClusters = referrers(inventory, "daxClusters", "securityGroups", "securityGroups", group);
  const ports = new Set([
    ...[...instances.found, ...likely(instances)].flatMap((instance) => portsOfInstance(instance, inventory)),
    ...[...clusters.found, ...likely(clusters)].flatMap(portsOf),
    ...[...proxies.found, ...likely(proxies)].flatMap(portsOf),
    ...[...endpoints.found, ...likely(endpoints)].flatMap((endpoint) => portsOf(proxyOf(endpoint, inventory))),
    ...[...daxClusters.found, ...likely(daxClusters)].flatMap(() => daxPorts),
    // AWS gives a database without groups the default one of its VPC; which that is may not be known, so each counts.
    ...(group.default ? portsWithoutGroups(inventory) : []),
  ]);
  if (ports.size > 0) {
    return { by: "database", ports: [...ports] };
  }
  const { unread } = inventory;
  // A member of a cluster has the groups of its cluster, which stands in the inventory by itself.
  const pending = instances.maybe.findIndex(({ cluster }) => cluster === undefined);
  const unknown: Unknown | undefined =
    instances.unknowns[pending] ??
    [clusters, proxies, endpoints, daxClusters].find(({ unknowns }) => unknowns.length > 0)?.unknowns[0];
  const waitsFor =
    unknown?.waitsFor ??
    unread.dbInstances ??
    unread.dbClusters ??
    unread.dbProxies ??
    unread.dbProxyEndpoints ??
    unread.daxClusters;
  return waitsFor === undefined
    ? { by: "nothing", ports: defaultPorts }
    : { by: "unknown", ports: defaultPorts, waitsFor };
}

/** Those of a list that is not known yet, which may come from several groups; every one of them counts. */
function likely<T>({ maybe, unknowns }: { maybe: readonly T[]; unknowns: readonly Unknown[] }): readonly T[] {
  return maybe.filter((_, index) => (unknowns[index]?.sources.length ?? 0) > 0);
}

/** Unencrypted and by TLS: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.create-cluster.cli.configure-inbound-rules.html */
const daxPorts = [8111, 9111];

/** Its own port, and those at which its engine listens for TLS beside it. */
function portsOfInstance(instance: DbInstance, inventory: Inventory): readonly number[] {
  return [...portsOf(instance), ...optionPorts(instance, inventory), ...parameterPorts(instance, inventory)];
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.Oracle.Options.SSL.html */
function optionPorts({ optionGroup, ...instance }: DbInstance, inventory: Inventory): readonly number[] {
  const group = resolve(inventory, "dbOptionGroups", optionGroup, instance);
  const options = group.to === "resource" ? group.resource.options : undefined;
  if (options === undefined || isUnknown(options)) {
    return [];
  }
  return options.flatMap(({ name, port }) => {
    const isTls = typeof name === "string" && name.toUpperCase() === "SSL";
    return typeof port === "number" ? [port] : isTls ? [2484] : [];
  });
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Concepts.SSL.html */
function parameterPorts({ parameterGroup, ...instance }: DbInstance, inventory: Inventory): readonly number[] {
  const group = resolve(inventory, "dbParameterGroups", parameterGroup, instance);
  const parameters = group.to === "resource" ? group.resource.parameters : undefined;
  if (parameters === undefined || isUnknown(parameters)) {
    return [];
  }
  return parameters.flatMap(({ name, value }) =>
    name === "ssl_svcename" && typeof value === "string" && /^\d{1,5}$/.test(value) ? [Number(value)] : [],
  );
}

interface Listening {
  readonly port?: Value<number>;
  readonly engine?: Value<string>;
  readonly engineFamily?: DbProxy["engineFamily"];
}

/** Without a known port every engine's default counts. */
function portsOf({ port, engine, engineFamily }: Listening): readonly number[] {
  if (typeof port === "number") {
    return [port];
  }
  if (typeof engineFamily === "string") {
    return proxyPorts[engineFamily.toUpperCase()] ?? defaultPorts;
  }
  const facts = port === undefined && typeof engine === "string" ? engineNamed(engine) : undefined;
  return facts === undefined ? defaultPorts : [facts.port];
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-planning.html */
const proxyPorts: Readonly<Record<string, readonly number[] | undefined>> = {
  POSTGRESQL: [5432],
  MYSQL: [3306],
  SQLSERVER: [1433],
};

function proxyOf({ proxy, ...endpoint }: DbProxyEndpoint, inventory: Inventory): Listening {
  const found = resolve(inventory, "dbProxies", proxy, endpoint);
  return found.to === "resource" ? found.resource : {};
}

const portsWithout = new WeakMap<Inventory, readonly number[]>();

function portsWithoutGroups(inventory: Inventory): readonly number[] {
  const known = portsWithout.get(inventory);
  if (known !== undefined) {
    return known;
  }
  const { dbInstances, dbClusters } = inventory;
  const databases = [...dbInstances.filter(({ cluster }) => cluster === undefined), ...dbClusters].filter(
    ({ securityGroups = [] }) => !isUnknown(securityGroups) && securityGroups.length === 0,
  );
  const ports = [...new Set(databases.flatMap(portsOf))];
  portsWithout.set(inventory, ports);
  return ports;
}

/** The groups that name `group` as a source: what `group` lets in comes close to what carries them. */
function gatekeepersOf(group: SecurityGroup, inventory: Inventory): readonly SecurityGroup[] {
  const rules = referrers(inventory, "securityGroupRules", "sourceGroup", "securityGroups", group);
  const named = rules.maybe.filter((_, index) => (rules.unknowns[index]?.sources.length ?? 0) > 0);
  const gatekeepers = [...rules.found, ...named]
    .filter(({ direction }) => direction === "ingress")
    .map((rule) => resolve(inventory, "securityGroups", rule.group, rule));
  return gatekeepers.flatMap((found) => (found.to === "resource" ? [found.resource] : []));
}
