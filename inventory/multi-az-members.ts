import type { DbCluster, DbInstance } from "./model";
import { isUnknown, type Unknown, unknown } from "./value";

/**
 * What stands for the members of a Multi-AZ DB cluster, which a program does not declare: RDS makes them alike, as their
 * cluster says. In an account each of them is an instance of its own.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html
 */
export function multiAzMembers(cluster: DbCluster): readonly DbInstance[] {
  const { instanceClass, engine } = cluster;
  const isAurora = typeof engine === "string" && engine.toLowerCase().startsWith("aurora");
  if (instanceClass === undefined || isAurora) {
    return [];
  }
  const perhapsAurora = typeof engine !== "string" && isUnknown(instanceClass);
  const ofCluster = (what: string) => unknown(`${what}, which the cluster decides`, [cluster.id]);
  return [
    {
      ...cluster,
      ...(perhapsAurora ? leftToMembers(instanceClass) : {}),
      id: `${cluster.id}#members`,
      name: `${cluster.name} (its members)`,
      identifiers: [],
      cluster: unknown("its cluster", [cluster.id]),
      parameterGroup: cluster.instanceParameterGroup,
      optionGroup: undefined,
      multiAz: ofCluster("multiAz"),
      masterPassword: ofCluster("masterPassword"),
      masterUserSecret: undefined,
      masterUserSecretKmsKeyId: undefined,
      replicaSource: undefined,
      snapshot: undefined,
      restoreSource: undefined,
      availabilityZone: undefined,
      domainFqdn: undefined,
      domainAuthSecret: undefined,
    },
  ];
}

/** What an Aurora cluster can leave to its members, which a program declares. */
function leftToMembers(open: Unknown) {
  return { publiclyAccessible: open, monitoringInterval: open, performanceInsightsEnabled: open };
}
