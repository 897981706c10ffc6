import type { DBInstance } from "@aws-sdk/client-rds";
import type { DbInstance, Reference } from "../model";
import { unknown } from "../value";

/**
 * Engines that rds:DescribeDBInstances lists though they are services of their own (Amazon DocumentDB and Neptune
 * share the RDS API) and no control here is about them.
 */
const otherServices = new Set(["docdb", "neptune"]);

/** Whether an instance of rds:DescribeDBInstances is one of RDS or Aurora. */
export function isRdsInstance(instance: DBInstance): boolean {
  return !otherServices.has((instance.Engine ?? "").toLowerCase());
}

/**
 * Maps what is in force; `PendingModifiedValues` are not.
 * The API leaves out what an instance does not have (a key, a cluster, a source), so an absent switch is off.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
 */
export function dbInstance(instance: DBInstance, region: string): DbInstance {
  const name = instance.DBInstanceIdentifier ?? "";
  const arn = instance.DBInstanceArn ?? name;
  return {
    id: arn,
    name,
    identifiers: [arn, name],
    region,
    cluster: instance.DBClusterIdentifier,
    engine: instance.Engine,
    engineVersion: instance.EngineVersion,
    storageEncrypted: instance.StorageEncrypted ?? false,
    kmsKeyId: instance.KmsKeyId,
    publiclyAccessible: instance.PubliclyAccessible ?? false,
    subnetGroup: instance.DBSubnetGroup?.DBSubnetGroupName,
    securityGroups: (instance.VpcSecurityGroups ?? []).map((membership) => membership.VpcSecurityGroupId),
    // DbInstancePort is 0 except for members of a cluster; an instance has an endpoint once it is created.
    port: instance.Endpoint?.Port ?? (instance.DbInstancePort || unknown(`the endpoint of ${name}`)),
    parameterGroup: parameterGroupInForce(instance),
    optionGroup: instance.OptionGroupMemberships?.[0]?.OptionGroupName,
    backupRetentionPeriod: instance.BackupRetentionPeriod ?? 0,
    deletionProtection: instance.DeletionProtection ?? false,
    multiAz: instance.MultiAZ ?? false,
    iamAuthentication: instance.IAMDatabaseAuthenticationEnabled ?? false,
    monitoringInterval: instance.MonitoringInterval ?? 0,
    monitoringRole: instance.MonitoringRoleArn,
    performanceInsightsEnabled: instance.PerformanceInsightsEnabled ?? false,
    performanceInsightsKmsKeyId: instance.PerformanceInsightsKMSKeyId,
    replicaSource: instance.ReadReplicaSourceDBInstanceIdentifier ?? instance.ReadReplicaSourceDBClusterIdentifier,
    // What an existing instance was restored from says nothing that the instance itself does not.
    snapshot: undefined,
    restoreSource: undefined,
  };
}

/**
 * The parameter group, unless it still waits for a reboot or failed to apply: then what is in force does not show.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.WorkingWithParamGroups.html
 */
function parameterGroupInForce({ DBParameterGroups }: DBInstance): Reference {
  const group = DBParameterGroups?.[0];
  const status = group?.ParameterApplyStatus ?? "in-sync";
  return status === "in-sync" || status === "applying"
    ? group?.DBParameterGroupName
    : unknown(`parameter group ${group?.DBParameterGroupName}, which is ${status}`);
}
