import { securityGroupTypes } from "../from-pulumi-aws/security-group";
import type { DbInstance, DbSecurityGroup, ReplicatedBackup, Resource } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { isRegion, Properties } from "../program/properties";
import { publicAddress, publicAddressOfReplica } from "../program/public-address";
import { isUnknown, type Unknown, unknown } from "../value";
import { inheritedByRestore, originOf } from "./made-from";
import { masterUser } from "./master-user";
import { nativeResource, nativeTags } from "./native-resource";

/** AWS::RDS::DBInstance: an instance of its own or, with dbClusterIdentifier, a member of a cluster. */
export function dbInstance(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const known = nativeResource(resource, ["dbInstanceIdentifier", "dbiResourceId"], "dbInstanceArn");
  const isMember = properties.reference("dbClusterIdentifier") !== undefined;
  return {
    dbInstances: [{ ...known, ...(isMember ? memberOf(resource) : instanceOf(resource)) }],
    replicatedBackups: replicatedBackup(properties, known),
    dbSecurityGroups: dbSecurityGroups(properties, known),
  };
}

function instanceOf(resource: ProgramResource): Omit<DbInstance, keyof Resource> {
  const properties = Properties.of(resource);
  const engine = properties.reference("engine");
  const isAurora = typeof engine === "string" && engine.toLowerCase().startsWith("aurora");
  const origin = originOf(properties);
  const isRestore = origin.snapshot !== undefined || origin.restoreSource !== undefined;
  return {
    ...ownSettings(resource),
    cluster: isAurora ? unknown("the cluster that it belongs to, which dbClusterIdentifier does not name") : undefined,
    // Must not be set on a restore, which takes it from its source.
    storageEncrypted: inheritedByRestore(origin, "storageEncrypted", properties.boolean("storageEncrypted")),
    kmsKeyId: properties.reference("kmsKeyId"),
    subnetGroup: properties.reference("dbSubnetGroupName"),
    securityGroups: properties.references("vpcSecurityGroups", securityGroupTypes),
    port: properties.number("port"),
    optionGroup: properties.reference("optionGroupName"),
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
    backupRetentionPeriod:
      inheritedByRestore(origin, "backupRetentionPeriod", properties.number("backupRetentionPeriod")) ??
      (isRestore ? undefined : 1),
    deletionProtection: properties.boolean("deletionProtection"),
    // Cloud Control takes a final snapshot of everything of which RDS allows one, and no property changes that.
    // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds
    skipFinalSnapshot: false,
    multiAz: properties.boolean("multiAz"),
    iamAuthentication: properties.boolean("enableIamDatabaseAuthentication"),
    engineLifecycleSupport: properties.reference("engineLifecycleSupport"),
    logExports: properties.strings("enableCloudwatchLogsExports"),
    ...masterUser(properties),
    publiclyAccessible:
      origin.replicaSource === undefined
        ? publicAddress(properties, isAurora)
        : publicAddressOfReplica(properties, origin.replicaSource),
    domainFqdn: properties.reference("domainFqdn"),
    domainAuthSecret: properties.reference("domainAuthSecretArn"),
    ...origin,
  };
}

/** The cluster decides what a member does not set itself, and much that it may set. */
function memberOf(resource: ProgramResource): Omit<DbInstance, keyof Resource> {
  const properties = Properties.of(resource);
  const sources = properties.sourcesOf("dbClusterIdentifier");
  const ofCluster = (property: string): Unknown => unknown(`${property}, which the cluster decides`, sources);
  return {
    ...ownSettings(resource),
    cluster: properties.reference("dbClusterIdentifier"),
    storageEncrypted: properties.boolean("storageEncrypted") ?? ofCluster("storageEncrypted"),
    kmsKeyId: properties.reference("kmsKeyId") ?? ofCluster("kmsKeyId"),
    subnetGroup: properties.reference("dbSubnetGroupName") ?? ofCluster("dbSubnetGroupName"),
    securityGroups: ofCluster("vpcSecurityGroupIds"),
    port: ofCluster("port"),
    optionGroup: undefined,
    backupRetentionPeriod: ofCluster("backupRetentionPeriod"),
    deletionProtection: ofCluster("deletionProtection"),
    skipFinalSnapshot: ofCluster("a final snapshot"),
    multiAz: ofCluster("multiAz"),
    iamAuthentication: ofCluster("enableIamDatabaseAuthentication"),
    engineLifecycleSupport: ofCluster("engineLifecycleSupport"),
    logExports: ofCluster("enableCloudwatchLogsExports"),
    masterUsername: ofCluster("masterUsername"),
    masterPassword: ofCluster("masterUserPassword"),
    masterUserSecret: undefined,
    masterUserSecretKmsKeyId: undefined,
    publiclyAccessible: publicAddress(properties, true),
    domainFqdn: undefined,
    domainAuthSecret: undefined,
    replicaSource: undefined,
    snapshot: undefined,
    restoreSource: undefined,
  };
}

/** What an instance of its own and a member of a cluster set alike. */
function ownSettings(resource: ProgramResource) {
  const properties = Properties.of(resource);
  return {
    engine: properties.reference("engine"),
    engineVersion: properties.reference("engineVersion"),
    parameterGroup: properties.reference("dbParameterGroupName"),
    copyTagsToSnapshot: properties.boolean("copyTagsToSnapshot"),
    autoMinorVersionUpgrade: properties.boolean("autoMinorVersionUpgrade"),
    monitoringInterval: properties.number("monitoringInterval"),
    monitoringRole: properties.reference("monitoringRoleArn"),
    performanceInsightsEnabled: properties.boolean("enablePerformanceInsights"),
    performanceInsightsKmsKeyId: properties.reference("performanceInsightsKmsKeyId"),
    instanceClass: properties.reference("dbInstanceClass"),
    caCertificate: properties.reference("caCertificateIdentifier"),
    availabilityZone: properties.reference("availabilityZone"),
    tags: nativeTags(resource),
  };
}

/** Backups that go to another region, which here is a property of the instance. */
function replicatedBackup(properties: Properties, instance: Resource): readonly ReplicatedBackup[] {
  const region = properties.reference("automaticBackupReplicationRegion");
  return region === undefined
    ? []
    : [
        {
          id: `${instance.id}#replicated-backup`,
          name: instance.name,
          identifiers: [],
          ...(isRegion(region) ? { region } : {}),
          source: unknown(`instance ${instance.name}`, [instance.id]),
          kmsKeyId: properties.reference("automaticBackupReplicationKmsKeyId"),
        },
      ];
}

/**
 * Groups of EC2-Classic, which CloudFormation still takes by name: it then ignores, among others, storageEncrypted.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
 */
function dbSecurityGroups(properties: Properties, instance: Resource): readonly DbSecurityGroup[] {
  const groups = properties.strings("dbSecurityGroups") ?? [];
  return (isUnknown(groups) ? [] : groups).map((_, index) => ({
    id: `${instance.id}#db-security-group-${index}`,
    name: instance.name,
    identifiers: [],
  }));
}
