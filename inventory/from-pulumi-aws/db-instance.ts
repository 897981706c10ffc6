import type { DbInstance, Reference } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, type Unknown, unknown, type Value } from "../value";
import { masterUser } from "./master-user";
import { securityGroupTypes } from "./security-group";

const identifiers = ["arn", "identifier", "resourceId"];

/** aws.rds.Instance */
export function dbInstance(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const engine = properties.reference("engine");
  const instance: DbInstance = {
    ...resourceOf(resource, identifiers),
    cluster: clusterOf(engine),
    engine,
    engineVersion: properties.reference("engineVersion"),
    storageEncrypted: properties.boolean("storageEncrypted"),
    kmsKeyId: properties.reference("kmsKeyId"),
    subnetGroup: properties.reference("dbSubnetGroupName"),
    securityGroups: properties.references("vpcSecurityGroupIds", securityGroupTypes),
    port: properties.number("port"),
    parameterGroup: properties.reference("parameterGroupName"),
    optionGroup: properties.reference("optionGroupName"),
    backupRetentionPeriod: properties.number("backupRetentionPeriod"),
    deletionProtection: properties.boolean("deletionProtection"),
    skipFinalSnapshot: properties.boolean("skipFinalSnapshot"),
    multiAz: properties.boolean("multiAz"),
    iamAuthentication: properties.boolean("iamDatabaseAuthenticationEnabled"),
    engineLifecycleSupport: properties.reference("engineLifecycleSupport"),
    logExports: properties.strings("enabledCloudwatchLogsExports"),
    ...masterUser(properties, { username: "username", password: "password" }),
    ...ownSettings(properties),
    domainFqdn: properties.reference("domainFqdn"),
    domainAuthSecret: properties.reference("domainAuthSecretArn"),
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
  const instance: DbInstance = {
    ...resourceOf(resource, [...identifiers, "dbiResourceId"]),
    cluster: properties.reference("clusterIdentifier") ?? unknown("the cluster that it belongs to"),
    engine: properties.reference("engine"),
    engineVersion: properties.reference("engineVersion"),
    storageEncrypted: properties.boolean("storageEncrypted") ?? ofCluster("storageEncrypted"),
    kmsKeyId: properties.reference("kmsKeyId") ?? ofCluster("kmsKeyId"),
    subnetGroup: properties.reference("dbSubnetGroupName") ?? ofCluster("dbSubnetGroupName"),
    securityGroups: ofCluster("vpcSecurityGroupIds"),
    port: properties.number("port") ?? ofCluster("port"),
    parameterGroup: properties.reference("dbParameterGroupName"),
    optionGroup: undefined,
    backupRetentionPeriod: ofCluster("backupRetentionPeriod"),
    deletionProtection: ofCluster("deletionProtection"),
    skipFinalSnapshot: ofCluster("skipFinalSnapshot"),
    multiAz: ofCluster("multiAz"),
    iamAuthentication: ofCluster("iamDatabaseAuthenticationEnabled"),
    engineLifecycleSupport: ofCluster("engineLifecycleSupport"),
    logExports: ofCluster("enabledCloudwatchLogsExports"),
    masterUsername: ofCluster("masterUsername"),
    masterPassword: ofCluster("masterPassword"),
    masterUserSecret: undefined,
    masterUserSecretKmsKeyId: undefined,
    ...ownSettings(properties),
    domainFqdn: undefined,
    domainAuthSecret: undefined,
    replicaSource: undefined,
    snapshot: undefined,
    restoreSource: undefined,
  };
  return { dbInstances: [instance] };
}

/** What instances and members of clusters call alike. */
function ownSettings(properties: Properties) {
  return {
    publiclyAccessible: properties.boolean("publiclyAccessible"),
    copyTagsToSnapshot: properties.boolean("copyTagsToSnapshot"),
    autoMinorVersionUpgrade: properties.boolean("autoMinorVersionUpgrade"),
    monitoringInterval: properties.number("monitoringInterval"),
    monitoringRole: properties.reference("monitoringRoleArn"),
    performanceInsightsEnabled: properties.boolean("performanceInsightsEnabled"),
    performanceInsightsKmsKeyId: properties.reference("performanceInsightsKmsKeyId"),
    instanceClass: properties.reference("instanceClass"),
    caCertificate: properties.reference("caCertIdentifier"),
    availabilityZone: properties.reference("availabilityZone"),
    tags: properties.tags(),
  };
}

/** An instance of an Aurora engine is a member of a cluster, which this type of resource cannot name. */
function clusterOf(engine: Value<string>): Unknown | undefined {
  return typeof engine === "string" && engine.toLowerCase().startsWith("aurora")
    ? unknown("the cluster that it belongs to, which aws.rds.Instance does not name")
    : undefined;
}

function restoreSource(properties: Properties): Reference {
  const restore: Value<Properties> = properties.object("restoreToPointInTime");
  return restore === undefined || isUnknown(restore)
    ? restore
    : (restore.reference("sourceDbInstanceIdentifier") ??
        restore.reference("sourceDbiResourceId") ??
        restore.reference("sourceDbInstanceAutomatedBackupsArn"));
}
