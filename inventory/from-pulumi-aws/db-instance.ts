import type { DbInstance, Reference } from "../model";
import { isUnknown, unknown, type Value } from "../value";
import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";
import { securityGroupTypes } from "./security-group";

const identifiers = ["arn", "identifier", "resourceId"];

/** aws.rds.Instance */
export function dbInstance(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const instance: DbInstance = {
    ...resourceOf(resource, identifiers),
    cluster: undefined,
    engine: properties.string("engine"),
    engineVersion: properties.string("engineVersion"),
    storageEncrypted: properties.boolean("storageEncrypted"),
    kmsKeyId: properties.reference("kmsKeyId"),
    publiclyAccessible: properties.boolean("publiclyAccessible"),
    subnetGroup: properties.reference("dbSubnetGroupName"),
    securityGroups: properties.references("vpcSecurityGroupIds", securityGroupTypes),
    port: properties.number("port"),
    parameterGroup: properties.reference("parameterGroupName"),
    optionGroup: properties.reference("optionGroupName"),
    backupRetentionPeriod: properties.number("backupRetentionPeriod"),
    deletionProtection: properties.boolean("deletionProtection"),
    multiAz: properties.boolean("multiAz"),
    iamAuthentication: properties.boolean("iamDatabaseAuthenticationEnabled"),
    ...monitoring(properties),
    replicaSource: properties.reference("replicateSourceDb"),
    snapshot: properties.reference("snapshotIdentifier"),
    restoreSource: restoreSource(properties),
  };
  return { dbInstances: [instance] };
}

/** aws.rds.ClusterInstance, whose cluster decides what it does not set itself. */
export function dbClusterInstance(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const sources = properties.sourcesOf("clusterIdentifier");
  const ofCluster = (property: string) => unknown(`${property}, which the cluster decides`, sources);
  const cluster = properties.reference("clusterIdentifier");
  const instance: DbInstance = {
    ...resourceOf(resource, [...identifiers, "dbiResourceId"]),
    cluster,
    engine: properties.string("engine"),
    engineVersion: properties.string("engineVersion"),
    storageEncrypted: properties.boolean("storageEncrypted") ?? ofCluster("storageEncrypted"),
    kmsKeyId: properties.reference("kmsKeyId") ?? ofCluster("kmsKeyId"),
    publiclyAccessible: properties.boolean("publiclyAccessible"),
    subnetGroup: properties.reference("dbSubnetGroupName") ?? ofCluster("dbSubnetGroupName"),
    securityGroups: ofCluster("vpcSecurityGroupIds"),
    port: properties.number("port") ?? ofCluster("port"),
    parameterGroup: properties.reference("dbParameterGroupName"),
    optionGroup: undefined,
    backupRetentionPeriod: ofCluster("backupRetentionPeriod"),
    deletionProtection: ofCluster("deletionProtection"),
    multiAz: ofCluster("multiAz"),
    iamAuthentication: ofCluster("iamDatabaseAuthenticationEnabled"),
    ...monitoring(properties),
    replicaSource: undefined,
    snapshot: undefined,
    restoreSource: undefined,
  };
  return { dbInstances: [instance] };
}

function monitoring(properties: Properties) {
  return {
    monitoringInterval: properties.number("monitoringInterval"),
    monitoringRole: properties.reference("monitoringRoleArn"),
    performanceInsightsEnabled: properties.boolean("performanceInsightsEnabled"),
    performanceInsightsKmsKeyId: properties.reference("performanceInsightsKmsKeyId"),
  };
}

function restoreSource(properties: Properties): Reference {
  const restore: Value<Properties> = properties.object("restoreToPointInTime");
  return restore === undefined || isUnknown(restore)
    ? restore
    : (restore.reference("sourceDbInstanceIdentifier") ??
        restore.reference("sourceDbiResourceId") ??
        restore.reference("sourceDbInstanceAutomatedBackupsArn"));
}
