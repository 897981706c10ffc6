import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { MonitoringRole } from "../monitoring/monitoring-role";
import { finalSnapshotIdentifier } from "../shared/names";
import type { ClusterRestore } from "./cluster-feature-arguments";
import type { ClusterGroups } from "./cluster-groups";
import { clusterInsights } from "./cluster-insights";
import type { ClusterSettings } from "./secure-cluster-settings";

export interface ClusterSurroundings {
  readonly identifier: pulumi.Output<string>;
  readonly network:
    | {
        readonly subnetGroupName: pulumi.Input<string>;
        readonly securityGroupIds: aws.rds.ClusterArgs["vpcSecurityGroupIds"];
      }
    | undefined;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly groups: ClusterGroups;
  /** Absent: of none, of one of its own, or of one that it joins. */
  readonly globalClusterIdentifier: pulumi.Input<string> | undefined;
  readonly monitoring: MonitoringRole | undefined;
  readonly dependsOn: pulumi.Resource[];
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** The cluster itself, without its members. */
export function databaseCluster(
  name: string,
  settings: ClusterSettings,
  { identifier, network, kmsKeyArn, groups, globalClusterIdentifier, dependsOn, tags, ...around }: ClusterSurroundings,
  parent: pulumi.Resource,
): aws.rds.Cluster {
  const { edition, origin, password } = settings;
  const { restoreToPointInTime } = origin;
  return new aws.rds.Cluster(
    name,
    {
      clusterIdentifier: identifier,
      engine: settings.engine.name,
      engineVersion: settings.engineVersion,
      engineLifecycleSupport: lifecycle(settings.extendedSupport),
      allowMajorVersionUpgrade: settings.allowMajorVersionUpgrade,
      // Minor upgrades are on by default, and older providers of version 7 do not know the argument.
      snapshotIdentifier: origin.snapshotIdentifier,
      restoreToPointInTime: restoreToPointInTime === undefined ? undefined : restoreOf(restoreToPointInTime),
      globalClusterIdentifier,
      sourceRegion: origin.sourceRegion,
      ...(edition.aurora ? {} : membersAlike(settings, around.monitoring)),
      storageType: settings.storageType,
      serverlessv2ScalingConfiguration:
        settings.serverlessV2 === undefined
          ? undefined
          : { ...settings.serverlessV2, secondsUntilAutoPause: settings.secondsUntilAutoPause },
      storageEncrypted: true,
      kmsKeyId: kmsKeyArn,
      databaseName: settings.databaseName,
      masterUsername: settings.masterUsername,
      ...(password?.by === "rds" ? { manageMasterUserPassword: true, masterUserSecretKmsKeyId: kmsKeyArn } : {}),
      ...(password?.by === "user"
        ? { masterPasswordWo: password.password, masterPasswordWoVersion: password.version }
        : {}),
      iamDatabaseAuthenticationEnabled: settings.iamAuthentication,
      enableHttpEndpoint: settings.dataApi ? true : undefined,
      backtrackWindow: settings.backtrackWindow,
      port: settings.port,
      dbSubnetGroupName: network?.subnetGroupName,
      vpcSecurityGroupIds: network?.securityGroupIds,
      dbClusterParameterGroupName: groups.cluster.name,
      // What members get in a major upgrade, the only change that takes it.
      dbInstanceParameterGroupName: pulumi
        .all([settings.allowMajorVersionUpgrade, groups.instances?.name])
        .apply(([allowed, group]) => (allowed ? group : undefined)),
      enabledCloudwatchLogsExports: [...settings.engine.logExports],
      ...clusterInsights(settings, kmsKeyArn),
      backupRetentionPeriod: settings.backupRetentionDays,
      preferredBackupWindow: settings.backupWindow,
      preferredMaintenanceWindow: settings.maintenanceWindow,
      copyTagsToSnapshot: true,
      deletionProtection: settings.deletionProtection,
      deleteAutomatedBackups: settings.skipFinalSnapshot,
      skipFinalSnapshot: settings.skipFinalSnapshot,
      finalSnapshotIdentifier: finalSnapshotIdentifier(
        groups.cluster.name,
        kmsKeyArn,
        settings.databaseName,
        settings.masterUsername,
      ),
      tags,
    },
    {
      parent,
      dependsOn,
      ignoreChanges: [
        // A major upgrade makes a new parameter group, which must not rename the cluster.
        "clusterIdentifier",
        // What a cluster was once made from must not replace it.
        "snapshotIdentifier",
        "restoreToPointInTime",
        // The global cluster decides both, and a failover turns the second.
        ...(globalClusterIdentifier === undefined ? [] : ["engineVersion", "replicationSourceIdentifier"]),
      ],
      // A cluster that is replaced keeps its name and its logs, so the old one goes first, as far as deletion protection
      // lets it.
      deleteBeforeReplace: true,
    },
  );
}

/** What a Multi-AZ DB cluster says of its members, which RDS makes. */
function membersAlike(
  { instanceClass, allocatedStorage, iops, caCertificate, monitoringInterval }: ClusterSettings,
  monitoring: MonitoringRole | undefined,
): Partial<aws.rds.ClusterArgs> {
  return {
    dbClusterInstanceClass: instanceClass,
    allocatedStorage,
    iops,
    caCertificateIdentifier: caCertificate,
    monitoringInterval,
    monitoringRoleArn: monitoring?.role.arn,
  };
}

function restoreOf({ sourceClusterIdentifier, restoreTime, useLatestRestorableTime, clone }: ClusterRestore) {
  return {
    sourceClusterIdentifier,
    restoreToTime: restoreTime,
    useLatestRestorableTime,
    restoreType: clone === true ? "copy-on-write" : "full-copy",
  };
}

function lifecycle(extendedSupport: pulumi.Input<boolean>): pulumi.Output<string> {
  return pulumi
    .output(extendedSupport)
    .apply((extended) => (extended ? "open-source-rds-extended-support" : "open-source-rds-extended-support-disabled"));
}

/** The encrypted global database of which a cluster becomes the primary. */
export function globalDatabase(
  name: string,
  { engine, engineVersion, extendedSupport, databaseName, deletionProtection }: ClusterSettings,
  identifier: pulumi.Output<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): aws.rds.GlobalCluster {
  return new aws.rds.GlobalCluster(
    name,
    {
      globalClusterIdentifier: pulumi.interpolate`${identifier}-global`,
      engine: engine.name,
      engineVersion,
      // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html
      engineLifecycleSupport: engine.name === "aurora-postgresql" ? lifecycle(extendedSupport) : undefined,
      databaseName,
      storageEncrypted: true,
      deletionProtection,
      tags,
    },
    // As the identifier of the cluster.
    { parent, ignoreChanges: ["globalClusterIdentifier"] },
  );
}
