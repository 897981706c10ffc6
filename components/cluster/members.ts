import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { MonitoringRole } from "../monitoring/monitoring-role";
import { instanceIdentifier } from "../shared/names";
import type { ClusterGroups } from "./cluster-groups";
import { insights } from "./cluster-insights";
import type { ClusterSettings } from "./secure-cluster-settings";

interface Around {
  readonly cluster: aws.rds.Cluster;
  readonly groups: ClusterGroups;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly monitoring: MonitoringRole | undefined;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** The members of a cluster of Aurora, which puts those that name no zone into different ones. */
export function clusterMembers(
  name: string,
  settings: ClusterSettings,
  { cluster, groups, kmsKeyArn, monitoring, tags }: Around,
  parent: pulumi.Resource,
): aws.rds.ClusterInstance[] {
  const made: aws.rds.ClusterInstance[] = [];
  for (const { name: ending, instanceClass, promotionTier } of settings.members) {
    const member = new aws.rds.ClusterInstance(
      `${name}-${ending}`,
      {
        identifier: instanceIdentifier(`${name}-${ending}`, groups.cluster.name),
        clusterIdentifier: cluster.clusterIdentifier,
        engine: settings.engine.name as aws.rds.EngineType,
        instanceClass,
        promotionTier,
        publiclyAccessible: false,
        dbSubnetGroupName: cluster.dbSubnetGroupName,
        dbParameterGroupName: groups.instances?.name,
        caCertIdentifier: settings.caCertificate,
        autoMinorVersionUpgrade: true,
        monitoringInterval: settings.monitoringInterval,
        monitoringRoleArn: monitoring?.role.arn,
        ...insights(settings, [instanceClass], kmsKeyArn),
        preferredMaintenanceWindow: settings.maintenanceWindow,
        copyTagsToSnapshot: true,
        tags,
      },
      {
        parent,
        dependsOn: [
          ...(monitoring === undefined ? [] : [monitoring.attachment]),
          // The member that is made first becomes the writer.
          ...made.slice(0, 1),
        ],
        // A major upgrade makes a new parameter group, which must not rename the member.
        ignoreChanges: ["identifier"],
        // A member that is replaced keeps its name.
        deleteBeforeReplace: true,
      },
    );
    made.push(member);
  }
  return made;
}
