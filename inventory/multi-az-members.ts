import type { DbCluster, DbInstance } from "./model";
import { isUnknown, unknown } from "./value";

/**
 * What stands for the members of a Multi-AZ DB cluster, which a program does not declare: RDS makes them alike, as their
 * cluster says. In an account each of them is an instance of its own.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html
 */
export function multiAzMembers(cluster: DbCluster): readonly DbInstance[] {
  const { instanceClass, engine } = cluster;
  const isAurora = typeof engine === "string" && engine.toLowerCase().startsWith("aurora");
  if (instanceClass === undefined || (isUnknown(instanceClass) && isAurora)) {
    return [];
  }
  const ofCluster = (what: string) => unknown(`${what}, which the cluster decides`, [cluster.id]);
  return [
    {
      ...cluster,
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
