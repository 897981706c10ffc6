import type { DBCluster } from "@aws-sdk/client-rds";
import type { DbCluster, Reference } from "../model";
import { unknown } from "../value";
import { masterUserOf } from "./master-user";
import { tagsOf } from "./tags";

/**
 * Maps what is in force; `PendingModifiedValues` are not. An absent switch is off.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
 */
export function dbCluster(cluster: DBCluster, region: string): DbCluster {
  const name = cluster.DBClusterIdentifier ?? "";
  const arn = cluster.DBClusterArn ?? name;
  return {
    id: arn,
    name,
    identifiers: [arn, name, ...(cluster.DbClusterResourceId === undefined ? [] : [cluster.DbClusterResourceId])],
    region,
    engine: cluster.Engine,
    engineVersion: cluster.EngineVersion,
    engineMode: cluster.EngineMode,
    storageEncrypted: cluster.StorageEncrypted ?? false,
    kmsKeyId: cluster.KmsKeyId,
    subnetGroup: cluster.DBSubnetGroup,
    securityGroups: (cluster.VpcSecurityGroups ?? []).map((membership) => membership.VpcSecurityGroupId),
    port: cluster.Port,
    parameterGroup: parameterGroupInForce(cluster),
    // Each member says which group it has.
    instanceParameterGroup: undefined,
    backupRetentionPeriod: cluster.BackupRetentionPeriod ?? 1,
    deletionProtection: cluster.DeletionProtection ?? false,
    // Deleting says whether a last snapshot is taken: nothing that exists does.
    skipFinalSnapshot: undefined,
    copyTagsToSnapshot: cluster.CopyTagsToSnapshot ?? false,
    iamAuthentication: cluster.IAMDatabaseAuthenticationEnabled ?? false,
    autoMinorVersionUpgrade: cluster.AutoMinorVersionUpgrade,
    engineLifecycleSupport: cluster.EngineLifecycleSupport,
    logExports: cluster.EnabledCloudwatchLogsExports ?? [],
    ...masterUserOf(cluster),
    monitoringInterval: cluster.MonitoringInterval ?? 0,
    monitoringRole: cluster.MonitoringRoleArn,
    performanceInsightsEnabled: cluster.PerformanceInsightsEnabled ?? false,
    performanceInsightsKmsKeyId: cluster.PerformanceInsightsKMSKeyId,
    publiclyAccessible: cluster.PubliclyAccessible ?? false,
    instanceClass: cluster.DBClusterInstanceClass,
    caCertificate: cluster.CertificateDetails?.CAIdentifier,
    backtrackWindow: cluster.BacktrackWindow ?? 0,
    globalCluster: cluster.GlobalClusterIdentifier,
    replicaSource: cluster.ReplicationSourceIdentifier,
    availabilityZones: cluster.AvailabilityZones ?? [],
    memberCount: cluster.DBClusterMembers?.length ?? 0,
    // What an existing cluster was restored from says nothing that the cluster itself does not.
    snapshot: undefined,
    restoreSource: undefined,
    tags: tagsOf(cluster.TagList),
  };
}

/** The parameter group, unless a member still waits for a reboot that puts it in force there. */
function parameterGroupInForce({
  DBClusterParameterGroup: name,
  DBClusterMembers: members = [],
}: DBCluster): Reference {
  const waiting = members.find(({ DBClusterParameterGroupStatus: status = "in-sync" }) => !inForce.includes(status));
  return waiting === undefined
    ? name
    : unknown(
        `cluster parameter group ${name}, which is ${waiting.DBClusterParameterGroupStatus} ` +
          `on ${waiting.DBInstanceIdentifier}`,
      );
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterMember.html */
const inForce = ["in-sync", "applying"];
