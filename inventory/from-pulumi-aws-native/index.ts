import type { Adaptor } from "../program/adaptor";
import { backupPlan, backupSelection, backupVault } from "./backup";
import { daxSubnetGroup } from "./dax";
import { dbCluster } from "./db-cluster";
import { dbClusterParameterGroup, dbOptionGroup, dbParameterGroup, dbSubnetGroup } from "./db-groups";
import { dbInstance } from "./db-instance";
import { dbProxy, dbProxyEndpoint } from "./db-proxy";
import { dbClusterSnapshot, dbSnapshot } from "./db-snapshot";
import { dynamodbGlobalTable } from "./dynamodb-global-table";
import { dynamodbTable } from "./dynamodb-table";
import { eventSubscription } from "./event-subscription";
import { extensionResource } from "./extension-resource";
import { flowLog } from "./flow-log";
import { globalCluster } from "./global-cluster";
import { guarddutyDetector } from "./guardduty";
import { iamIdentity, iamPolicy, permissionSet } from "./iam";
import { kinesisStream } from "./kinesis";
import { kmsAlias, kmsKey, replicaKmsKey } from "./kms";
import { logGroup, logResourcePolicy } from "./log-group";
import { prefixList } from "./prefix-list";
import { route } from "./route";
import { routeTable, subnetRouteTableAssociation } from "./route-table";
import { scalingTarget } from "./scaling-target";
import { secret, secretPolicy, secretRotation } from "./secret";
import { securityGroup, securityGroupEgress, securityGroupIngress } from "./security-group";
import { subnet } from "./subnet";
import { vpc } from "./vpc";
import { vpcEndpoint } from "./vpc-endpoint";

export { withGatewayAttachments } from "./gateway-attachment";
export { nativeRouteTargetTypes } from "./route-target";

const adaptorsOfTypes = {
  "aws-native:rds:DbInstance": dbInstance,
  "aws-native:rds:DbCluster": dbCluster,
  "aws-native:rds:GlobalCluster": globalCluster,
  "aws-native:rds:DbSnapshot": dbSnapshot,
  "aws-native:rds:ClusterSnapshot": dbClusterSnapshot,
  "aws-native:rds:DbProxy": dbProxy,
  "aws-native:rds:DbProxyEndpoint": dbProxyEndpoint,
  "aws-native:rds:EventSubscription": eventSubscription,
  "aws-native:rds:DbSubnetGroup": dbSubnetGroup,
  "aws-native:rds:DbParameterGroup": dbParameterGroup,
  "aws-native:rds:DbClusterParameterGroup": dbClusterParameterGroup,
  "aws-native:rds:OptionGroup": dbOptionGroup,
  "aws-native:ec2:Vpc": vpc,
  // Says what routes lead to that come from it, which is read afterwards.
  "aws-native:ec2:VpcGatewayAttachment": () => ({}),
  "aws-native:ec2:FlowLog": flowLog,
  "aws-native:ec2:VpcEndpoint": vpcEndpoint,
  "aws-native:ec2:Subnet": subnet,
  "aws-native:ec2:RouteTable": routeTable,
  "aws-native:ec2:Route": route,
  "aws-native:ec2:SubnetRouteTableAssociation": subnetRouteTableAssociation,
  "aws-native:ec2:SecurityGroup": securityGroup,
  "aws-native:ec2:SecurityGroupIngress": securityGroupIngress,
  "aws-native:ec2:SecurityGroupEgress": securityGroupEgress,
  "aws-native:ec2:PrefixList": prefixList,
  "aws-native:kms:Key": kmsKey,
  "aws-native:kms:ReplicaKey": replicaKmsKey,
  "aws-native:kms:Alias": kmsAlias,
  "aws-native:secretsmanager:Secret": secret,
  "aws-native:secretsmanager:ResourcePolicy": secretPolicy,
  "aws-native:secretsmanager:RotationSchedule": secretRotation,
  "aws-native:backup:BackupVault": backupVault,
  "aws-native:backup:LogicallyAirGappedBackupVault": backupVault,
  "aws-native:backup:BackupPlan": backupPlan,
  "aws-native:backup:BackupSelection": backupSelection,
  "aws-native:logs:LogGroup": logGroup,
  "aws-native:logs:ResourcePolicy": logResourcePolicy,
  "aws-native:guardduty:Detector": guarddutyDetector,
  "aws-native:dynamodb:Table": dynamodbTable,
  "aws-native:dynamodb:GlobalTable": dynamodbGlobalTable,
  "aws-native:kinesis:Stream": kinesisStream,
  "aws-native:applicationautoscaling:ScalableTarget": scalingTarget,
  "aws-native:dax:SubnetGroup": daxSubnetGroup,
  "aws-native:iam:ManagedPolicy": iamPolicy,
  "aws-native:iam:RolePolicy": iamPolicy,
  "aws-native:iam:UserPolicy": iamPolicy,
  "aws-native:iam:GroupPolicy": iamPolicy,
  "aws-native:iam:Role": iamIdentity,
  "aws-native:iam:User": iamIdentity,
  "aws-native:iam:Group": iamIdentity,
  "aws-native:sso:PermissionSet": permissionSet,
} as const satisfies Readonly<Record<string, Adaptor>>;

/** Every type of the aws-native provider that is read, by its token. */
export const awsNativeAdaptors = {
  ...adaptorsOfTypes,
  "aws-native:index:ExtensionResource": extensionResource(adaptorsOfTypes),
} as const satisfies Readonly<Record<string, Adaptor>>;
