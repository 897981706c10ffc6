import { securityGroupTypes } from "../from-pulumi-aws/security-group";
import type { DbCluster } from "../model";
import { multiAzMembers } from "../multi-az-members";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { publicAddress } from "../program/public-address";
import { masterUser } from "./master-user";
import { nativeResource, nativeTags } from "./native-resource";

/** AWS::RDS::DBCluster */
export function dbCluster(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const instanceClass = properties.reference("dbClusterInstanceClass");
  const cluster: DbCluster = {
    ...nativeResource(resource, ["dbClusterIdentifier", "dbClusterResourceId"], "dbClusterArn"),
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
    // As of an instance, Cloud Control takes a final snapshot.
    skipFinalSnapshot: false,
    copyTagsToSnapshot: properties.boolean("copyTagsToSnapshot"),
    iamAuthentication: properties.boolean("enableIamDatabaseAuthentication"),
    autoMinorVersionUpgrade: properties.boolean("autoMinorVersionUpgrade"),
    engineLifecycleSupport: properties.string("engineLifecycleSupport"),
    logExports: properties.strings("enableCloudwatchLogsExports"),
    ...masterUser(properties),
    monitoringInterval: properties.number("monitoringInterval"),
    monitoringRole: properties.reference("monitoringRoleArn"),
    performanceInsightsEnabled: properties.boolean("performanceInsightsEnabled"),
    performanceInsightsKmsKeyId: properties.reference("performanceInsightsKmsKeyId"),
    publiclyAccessible: instanceClass === undefined ? undefined : publicAddress(properties, false),
    instanceClass,
    // Not a property of this type.
    caCertificate: undefined,
    backtrackWindow: properties.number("backtrackWindow"),
    globalCluster: properties.reference("globalClusterIdentifier"),
    replicaSource: properties.reference("replicationSourceIdentifier"),
    availabilityZones: properties.strings("availabilityZones"),
    memberCount: undefined,
    snapshot: properties.reference("snapshotIdentifier"),
    restoreSource:
      properties.reference("sourceDbClusterIdentifier") ?? properties.reference("sourceDbClusterResourceId"),
    tags: nativeTags(resource),
  };
  return { dbClusters: [cluster], dbInstances: multiAzMembers(cluster) };
}
