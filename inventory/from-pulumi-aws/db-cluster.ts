import type { DbCluster, Reference } from "../model";
import { multiAzMembers } from "../multi-az-members";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { publicAddress } from "../program/public-address";
import { isUnknown } from "../value";
import { masterUser } from "./master-user";
import { securityGroupTypes } from "./security-group";

/** aws.rds.Cluster */
export function dbCluster(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const instanceClass = properties.reference("dbClusterInstanceClass");
  const cluster: DbCluster = {
    ...resourceOf(resource, ["arn", "clusterIdentifier", "clusterResourceId"]),
    engine: properties.string("engine"),
    engineVersion: properties.reference("engineVersion"),
    engineMode: properties.reference("engineMode"),
    storageEncrypted: properties.boolean("storageEncrypted"),
    kmsKeyId: properties.reference("kmsKeyId"),
    subnetGroup: properties.reference("dbSubnetGroupName"),
    securityGroups: properties.references("vpcSecurityGroupIds", securityGroupTypes),
    port: properties.number("port"),
    parameterGroup: properties.reference("dbClusterParameterGroupName"),
    instanceParameterGroup: properties.reference("dbInstanceParameterGroupName"),
    backupRetentionPeriod: properties.number("backupRetentionPeriod"),
    deletionProtection: properties.boolean("deletionProtection"),
    skipFinalSnapshot: properties.boolean("skipFinalSnapshot"),
    copyTagsToSnapshot: properties.boolean("copyTagsToSnapshot"),
    iamAuthentication: properties.boolean("iamDatabaseAuthenticationEnabled"),
    autoMinorVersionUpgrade: properties.boolean("autoMinorVersionUpgrade"),
    engineLifecycleSupport: properties.string("engineLifecycleSupport"),
    logExports: properties.strings("enabledCloudwatchLogsExports"),
    ...masterUser(properties, { username: "masterUsername", password: "masterPassword" }),
    monitoringInterval: properties.number("monitoringInterval"),
    monitoringRole: properties.reference("monitoringRoleArn"),
    performanceInsightsEnabled: properties.boolean("performanceInsightsEnabled"),
    performanceInsightsKmsKeyId: properties.reference("performanceInsightsKmsKeyId"),
    // Not a property of this type: RDS chooses.
    publiclyAccessible: instanceClass === undefined ? undefined : publicAddress(properties, false),
    instanceClass,
    caCertificate: properties.string("caCertificateIdentifier"),
    backtrackWindow: properties.number("backtrackWindow"),
    globalCluster: properties.reference("globalClusterIdentifier"),
    replicaSource: properties.reference("replicationSourceIdentifier"),
    availabilityZones: properties.strings("availabilityZones"),
    memberCount: undefined,
    snapshot: properties.reference("snapshotIdentifier"),
    restoreSource: restoreSource(properties),
    tags: properties.tags(),
  };
  return { dbClusters: [cluster], dbInstances: multiAzMembers(cluster) };
}

function restoreSource(properties: Properties): Reference {
  const restore = properties.object("restoreToPointInTime");
  return restore === undefined || isUnknown(restore)
    ? restore
    : (restore.reference("sourceClusterIdentifier") ?? restore.reference("sourceClusterResourceId"));
}
