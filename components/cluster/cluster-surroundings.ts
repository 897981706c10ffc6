import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type MonitoringRole, monitoringRole } from "../monitoring/monitoring-role";
import { IsolatedNetwork } from "../network/isolated-network";
import type { ActivityStream } from "./cluster-features";
import { scaledReaders } from "./cluster-scaling";
import type { ClusterSettings } from "./secure-cluster-settings";

/** The network of a cluster that is given none. */
export function clusterNetwork(
  name: string,
  { engine, port, edition, allowedSecurityGroupIds, proxy, logRetentionDays, networkRisks }: ClusterSettings,
  kmsKeyArn: pulumi.Input<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): IsolatedNetwork {
  return new IsolatedNetwork(
    name,
    {
      engines: [engine.name],
      ports: [port],
      // A Multi-AZ DB cluster has a member in each of three zones.
      availabilityZoneCount: edition.aurora ? 2 : 3,
      proxyAccess: proxy !== undefined,
      ...(allowedSecurityGroupIds === undefined ? {} : { allowedSecurityGroupIds }),
      logRetentionDays,
      kmsKeyArn,
      tags,
      acceptedRisks: networkRisks,
    },
    { parent },
  );
}

/** The role of enhanced monitoring, which needs none where it is off by a value known now. */
export function clusterMonitoring(
  name: string,
  { edition, monitoringInterval, readerScaling }: ClusterSettings,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): MonitoringRole | undefined {
  const others = [
    // RDS tries the role of a Multi-AZ DB cluster when there are no members yet.
    ...(edition.aurora ? [] : [`cluster:${name}-*`]),
    ...(readerScaling === undefined ? [] : [scaledReaders]),
  ];
  return monitoringInterval === 0 ? undefined : monitoringRole(name, `${name}-`, tags, parent, undefined, others);
}

/** The activity stream of a cluster, which starts when there is a member. */
export function clusterStream(
  name: string,
  cluster: aws.rds.Cluster,
  members: readonly aws.rds.ClusterInstance[],
  stream: ActivityStream | undefined,
  clusterKeyArn: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.rds.ClusterActivityStream | undefined {
  return stream === undefined
    ? undefined
    : new aws.rds.ClusterActivityStream(
        name,
        { resourceArn: cluster.arn, mode: stream.mode, kmsKeyId: stream.kmsKeyArn ?? clusterKeyArn },
        { parent, dependsOn: [...members] },
      );
}
