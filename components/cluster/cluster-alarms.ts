import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Watched } from "../monitoring/alarm-arguments";
import { watch } from "../monitoring/alarms";
import type { ClusterSettings } from "./secure-cluster-settings";

interface Alarmed {
  readonly cluster: aws.rds.Cluster;
  /** In the order of the engine's log exports. */
  readonly logGroups: readonly aws.cloudwatch.LogGroup[];
  readonly topicArn: pulumi.Input<string>;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** The alarms of the members of a cluster. */
export function alarmOfCluster(
  name: string,
  settings: ClusterSettings,
  { cluster, logGroups, topicArn, tags }: Alarmed,
  parent: pulumi.Resource,
): void {
  const [first, ...others] = settings.edition.aurora ? byRole(cluster) : oneByOne(cluster, settings);
  const watched = first === undefined ? [] : [{ ...first, ...failedLogins(settings, logGroups) }, ...others];
  for (const one of watched) {
    watch(name, one, settings.alarms, topicArn, tags, parent);
  }
}

/**
 * Members change their roles in a failover, and readers may be added.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/dimensions.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
 */
function byRole({ clusterIdentifier: DBClusterIdentifier }: aws.rds.Cluster): Watched[] {
  return [
    { suffix: "", dimensions: { DBClusterIdentifier, Role: "WRITER" } },
    {
      suffix: "-readers",
      dimensions: { DBClusterIdentifier, Role: "READER" },
      lag: { metric: "AuroraReplicaLag", perSecond: 1000 },
    },
  ];
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html */
function oneByOne({ clusterMembers }: aws.rds.Cluster, { allocatedStorage }: ClusterSettings): Watched[] {
  return [0, 1, 2].map((at) => ({
    suffix: `-${at + 1}`,
    dimensions: { DBInstanceIdentifier: clusterMembers.apply((members) => [...members].sort()[at] ?? "") },
    ...(allocatedStorage === undefined ? {} : { allocatedStorage }),
    lag: { metric: "ReplicaLag", perSecond: 1 },
  }));
}

function failedLogins(
  { engine }: ClusterSettings,
  logGroups: readonly aws.cloudwatch.LogGroup[],
): Pick<Watched, "failedLogins"> {
  const failed = engine.failedLogins;
  const log = failed === undefined ? undefined : logGroups[engine.logExports.indexOf(failed.log)];
  return failed === undefined || log === undefined
    ? {}
    : { failedLogins: { logGroupName: log.name, pattern: failed.pattern } };
}
