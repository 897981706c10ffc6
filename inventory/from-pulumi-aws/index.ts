import type { Lists } from "../model";
import type { Adaptor } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { airGappedBackupVault, backupPlan, backupSelection, backupVault } from "./backup";
import { withDefaultCertificates } from "./certificate";
import { daxCluster, daxSubnetGroup } from "./dax";
import { dbCluster } from "./db-cluster";
import { activityStream, eventSubscription } from "./db-events";
import { dbClusterParameterGroup, dbOptionGroup, dbParameterGroup, dbSubnetGroup } from "./db-groups";
import { dbClusterInstance, dbInstance } from "./db-instance";
import { dbProxy, dbProxyEndpoint } from "./db-proxy";
import { dbSecurityGroup } from "./db-security-group";
import { dbClusterSnapshot, dbClusterSnapshotCopy, dbSnapshot, dbSnapshotCopy } from "./db-snapshot";
import { withDefaultSubnets } from "./default-subnet";
import { withGlobalTables } from "./dynamodb-global-table";
import { dynamodbResourcePolicy } from "./dynamodb-resource-policy";
import { dynamodbTable, dynamodbTableReplica } from "./dynamodb-table";
import { withSeparateTags } from "./dynamodb-tag";
import { flowLog } from "./flow-log";
import { globalCluster } from "./global-cluster";
import { guarddutyDetector, withFeatures } from "./guardduty";
import {
  iamPolicyAttachment,
  iamPolicyAttachments,
  permissionSetAttachment,
  permissionSetAttachments,
} from "./iam-attachment";
import { iamPolicy, iamRole, permissionSetInlinePolicy } from "./iam-policy";
import { kinesisDestination, kinesisStream } from "./kinesis";
import { externalKmsKey, kmsAlias, kmsKey, kmsKeyPolicy, replicaKmsKey } from "./kms";
import { logGroup, logResourcePolicy } from "./log-group";
import { prefixList, withSeparateEntries } from "./prefix-list";
import { replicatedBackup } from "./replicated-backup";
import { route } from "./route";
import { defaultRouteTable, mainRouteTableAssociation, routeTable, routeTableAssociation } from "./route-table";
import { scalingTarget } from "./scaling-target";
import { secret, secretPolicy, secretRotation } from "./secret";
import { securityGroup, withGroupsOutside } from "./security-group";
import { securityGroupEgressRule, securityGroupIngressRule, securityGroupRule } from "./security-group-rule";
import { subnet } from "./subnet";
import { vpc, withDefaultRoutes } from "./vpc";
import { vpcEndpoint, withSeparatePolicies } from "./vpc-endpoint";

export { routeTargetTypes } from "./route";

/** Every type of the aws provider that is read, by its token. */
export const awsAdaptors = {
  "aws:rds/instance:Instance": dbInstance,
  "aws:rds/clusterInstance:ClusterInstance": dbClusterInstance,
  "aws:rds/cluster:Cluster": dbCluster,
  "aws:rds/globalCluster:GlobalCluster": globalCluster,
  "aws:rds/snapshot:Snapshot": dbSnapshot,
  "aws:rds/snapshotCopy:SnapshotCopy": dbSnapshotCopy,
  "aws:rds/clusterSnapshot:ClusterSnapshot": dbClusterSnapshot,
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": dbClusterSnapshotCopy,
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": replicatedBackup,
  "aws:rds/proxy:Proxy": dbProxy,
  "aws:rds/proxyEndpoint:ProxyEndpoint": dbProxyEndpoint,
  "aws:rds/clusterActivityStream:ClusterActivityStream": activityStream,
  "aws:rds/eventSubscription:EventSubscription": eventSubscription,
  // Of EC2-Classic; gone from version 6 of the provider.
  "aws:rds/securityGroup:SecurityGroup": dbSecurityGroup,
  // Belongs to the instances that name none, which take it in afterwards.
  "aws:rds/certificate:Certificate": () => ({}),
  "aws:rds/subnetGroup:SubnetGroup": dbSubnetGroup,
  "aws:rds/parameterGroup:ParameterGroup": dbParameterGroup,
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": dbClusterParameterGroup,
  "aws:rds/optionGroup:OptionGroup": dbOptionGroup,
  "aws:ec2/vpc:Vpc": vpc,
  "aws:ec2/defaultVpc:DefaultVpc": vpc,
  "aws:ec2/flowLog:FlowLog": flowLog,
  "aws:ec2/vpcEndpoint:VpcEndpoint": vpcEndpoint,
  // Belongs to its endpoint, which takes it in afterwards.
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": () => ({}),
  "aws:ec2/subnet:Subnet": subnet,
  "aws:ec2/defaultSubnet:DefaultSubnet": subnet,
  "aws:ec2/routeTable:RouteTable": routeTable,
  "aws:ec2/defaultRouteTable:DefaultRouteTable": defaultRouteTable,
  "aws:ec2/route:Route": route,
  "aws:ec2/routeTableAssociation:RouteTableAssociation": routeTableAssociation,
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": mainRouteTableAssociation,
  "aws:ec2/securityGroup:SecurityGroup": securityGroup,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": securityGroup,
  "aws:ec2/securityGroupRule:SecurityGroupRule": securityGroupRule,
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": securityGroupIngressRule,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupEgressRule,
  "aws:ec2/managedPrefixList:ManagedPrefixList": prefixList,
  // Belongs to its list, which takes it in afterwards.
  "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry": () => ({}),
  "aws:kms/key:Key": kmsKey,
  "aws:kms/externalKey:ExternalKey": externalKmsKey,
  "aws:kms/replicaKey:ReplicaKey": replicaKmsKey,
  "aws:kms/replicaExternalKey:ReplicaExternalKey": externalKmsKey,
  "aws:kms/keyPolicy:KeyPolicy": kmsKeyPolicy,
  "aws:kms/alias:Alias": kmsAlias,
  "aws:secretsmanager/secret:Secret": secret,
  "aws:secretsmanager/secretPolicy:SecretPolicy": secretPolicy,
  "aws:secretsmanager/secretRotation:SecretRotation": secretRotation,
  "aws:backup/vault:Vault": backupVault,
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": airGappedBackupVault,
  "aws:backup/plan:Plan": backupPlan,
  "aws:backup/selection:Selection": backupSelection,
  "aws:cloudwatch/logGroup:LogGroup": logGroup,
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": logResourcePolicy,
  "aws:guardduty/detector:Detector": guarddutyDetector,
  // Belongs to its detector, which takes it in afterwards.
  "aws:guardduty/detectorFeature:DetectorFeature": () => ({}),
  "aws:dynamodb/table:Table": dynamodbTable,
  "aws:dynamodb/tableReplica:TableReplica": dynamodbTableReplica,
  // Belongs to its table, which takes it in afterwards.
  "aws:dynamodb/tag:Tag": () => ({}),
  // Names tables that exist beforehand, which is read afterwards.
  "aws:dynamodb/globalTable:GlobalTable": () => ({}),
  "aws:dynamodb/resourcePolicy:ResourcePolicy": dynamodbResourcePolicy,
  "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination": kinesisDestination,
  "aws:kinesis/stream:Stream": kinesisStream,
  "aws:appautoscaling/target:Target": scalingTarget,
  "aws:dax/cluster:Cluster": daxCluster,
  "aws:dax/subnetGroup:SubnetGroup": daxSubnetGroup,
  "aws:iam/policy:Policy": iamPolicy,
  "aws:iam/rolePolicy:RolePolicy": iamPolicy,
  "aws:iam/userPolicy:UserPolicy": iamPolicy,
  "aws:iam/groupPolicy:GroupPolicy": iamPolicy,
  "aws:iam/role:Role": iamRole,
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": iamPolicyAttachment,
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": iamPolicyAttachment,
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": iamPolicyAttachment,
  "aws:iam/policyAttachment:PolicyAttachment": iamPolicyAttachment,
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": iamPolicyAttachments,
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": iamPolicyAttachments,
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": iamPolicyAttachments,
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": permissionSetInlinePolicy,
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": permissionSetAttachment,
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": permissionSetAttachments,
} as const satisfies Readonly<Record<string, Adaptor>>;

/** Adds what only the resources together show: groups and lists that the program changes without declaring them. */
export function completed(lists: Lists, resources: readonly ProgramResource[]): Lists {
  return {
    ...lists,
    ...withGroupsOutside(lists),
    ...withDefaultSubnets({ ...lists, ...withDefaultRoutes(lists) }),
    dbInstances: withDefaultCertificates(lists.dbInstances, resources),
    vpcEndpoints: withSeparatePolicies(lists.vpcEndpoints, resources),
    guarddutyDetectors: withFeatures(lists.guarddutyDetectors, resources),
    prefixLists: withSeparateEntries(lists.prefixLists, resources),
    dynamodbReplicas: withGlobalTables(lists, resources),
    dynamodbTables: withSeparateTags(lists.dynamodbTables, resources),
  };
}
