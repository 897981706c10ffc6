import type { DBInstance, DomainMembership } from "@aws-sdk/client-rds";
import type { DbInstance, Reference } from "../model";
import { unknown } from "../value";
import { masterUserOf } from "./master-user";
import { tagsOf } from "./tags";

/**
 * Maps what is in force; `PendingModifiedValues` are not.
 * The API leaves out what an instance does not have (a key, a cluster, a source), so an absent switch is off.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
 */
export function dbInstance(instance: DBInstance, region: string): DbInstance {
  const name = instance.DBInstanceIdentifier ?? "";
  const arn = instance.DBInstanceArn ?? name;
  const ownDomain = (instance.DomainMemberships ?? []).find(isSelfManaged);
  return {
    id: arn,
    name,
    identifiers: [arn, name, ...(instance.DbiResourceId === undefined ? [] : [instance.DbiResourceId])],
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
    optionGroup: optionGroupInForce(instance),
    backupRetentionPeriod: instance.BackupRetentionPeriod ?? 0,
    deletionProtection: instance.DeletionProtection ?? false,
    // Deleting says whether a last snapshot is taken: nothing that exists does.
    skipFinalSnapshot: undefined,
    copyTagsToSnapshot: instance.CopyTagsToSnapshot ?? false,
    autoMinorVersionUpgrade: instance.AutoMinorVersionUpgrade ?? false,
    engineLifecycleSupport: instance.EngineLifecycleSupport,
    logExports: instance.EnabledCloudwatchLogsExports ?? [],
    ...masterUserOf(instance),
    instanceClass: instance.DBInstanceClass,
    caCertificate: instance.CACertificateIdentifier,
    availabilityZone: instance.AvailabilityZone,
    domainFqdn: ownDomain?.FQDN,
    domainAuthSecret: ownDomain?.AuthSecretArn,
    tags: tagsOf(instance.TagList),
    multiAz: instance.MultiAZ ?? false,
    iamAuthentication: instance.IAMDatabaseAuthenticationEnabled ?? false,
    monitoringInterval: instance.MonitoringInterval ?? offUnlessMember(instance, 0),
    monitoringRole: instance.MonitoringRoleArn,
    performanceInsightsEnabled: instance.PerformanceInsightsEnabled ?? offUnlessMember(instance, false),
    performanceInsightsKmsKeyId: instance.PerformanceInsightsKMSKeyId,
    replicaSource: instance.ReadReplicaSourceDBInstanceIdentifier ?? instance.ReadReplicaSourceDBClusterIdentifier,
    // What an existing instance was restored from says nothing that the instance itself does not.
    snapshot: undefined,
    restoreSource: undefined,
  };
}

/** What AWS leaves out is off, except of a member, which then has what its cluster says. */
function offUnlessMember<T>({ DBClusterIdentifier }: DBInstance, off: T): T | undefined {
  return DBClusterIdentifier === undefined ? off : undefined;
}

/**
 * A domain of AWS Directory Service has the id of a directory and a role in place of a secret.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DomainMembership.html
 */
function isSelfManaged({ Domain, IAMRoleName }: DomainMembership): boolean {
  return !IAMRoleName && !/^d-[0-9a-z]+$/i.test(Domain ?? "");
}

/** Of an option group that is on its way out, too, the options are in force. */
const optionsInForce = ["in-sync", "pending-removal", "pending-maintenance-removal"];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_OptionGroupMembership.html */
function optionGroupInForce({ OptionGroupMemberships: memberships = [] }: DBInstance): Reference {
  const found = memberships.find(({ Status = "in-sync" }) => optionsInForce.includes(Status)) ?? memberships[0];
  const { OptionGroupName: name, Status: status = "in-sync" } = found ?? {};
  return optionsInForce.includes(status) ? name : unknown(`option group ${name}, which is ${status}`);
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
