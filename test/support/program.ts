import type * as aws from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import type { routeTargetTypes } from "../../inventory/from-pulumi-aws";
import type { awsNativeAdaptors, nativeRouteTargetTypes } from "../../inventory/from-pulumi-aws-native";
import type { Inventory } from "../../inventory/model";
import { fromProgram, type ProgramResource, type ReadType } from "../../inventory/program";
import { unknown } from "../../inventory/value";

interface ArgsOf {
  "aws:rds/instance:Instance": aws.rds.InstanceArgs;
  "aws:rds/clusterInstance:ClusterInstance": aws.rds.ClusterInstanceArgs;
  "aws:rds/cluster:Cluster": aws.rds.ClusterArgs;
  "aws:rds/globalCluster:GlobalCluster": aws.rds.GlobalClusterArgs;
  "aws:rds/snapshot:Snapshot": aws.rds.SnapshotArgs;
  "aws:rds/snapshotCopy:SnapshotCopy": aws.rds.SnapshotCopyArgs;
  "aws:rds/clusterSnapshot:ClusterSnapshot": aws.rds.ClusterSnapshotArgs;
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": aws.rds.ClusterSnapshotCopyArgs;
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": aws.rds.InstanceAutomatedBackupsReplicationArgs;
  "aws:rds/proxy:Proxy": aws.rds.ProxyArgs;
  "aws:rds/proxyEndpoint:ProxyEndpoint": aws.rds.ProxyEndpointArgs;
  "aws:rds/clusterActivityStream:ClusterActivityStream": aws.rds.ClusterActivityStreamArgs;
  "aws:rds/eventSubscription:EventSubscription": aws.rds.EventSubscriptionArgs;
  // No type of the provider's any more.
  "aws:rds/securityGroup:SecurityGroup": { readonly name?: string };
  "aws:rds/certificate:Certificate": aws.rds.CertificateArgs;
  "aws:rds/subnetGroup:SubnetGroup": aws.rds.SubnetGroupArgs;
  "aws:rds/parameterGroup:ParameterGroup": aws.rds.ParameterGroupArgs;
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": aws.rds.ClusterParameterGroupArgs;
  "aws:rds/optionGroup:OptionGroup": aws.rds.OptionGroupArgs;
  "aws:ec2/vpc:Vpc": aws.ec2.VpcArgs;
  "aws:ec2/defaultVpc:DefaultVpc": aws.ec2.DefaultVpcArgs;
  "aws:ec2/flowLog:FlowLog": aws.ec2.FlowLogArgs;
  "aws:ec2/vpcEndpoint:VpcEndpoint": aws.ec2.VpcEndpointArgs;
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": aws.ec2.VpcEndpointPolicyArgs;
  "aws:ec2/subnet:Subnet": aws.ec2.SubnetArgs;
  "aws:ec2/defaultSubnet:DefaultSubnet": aws.ec2.DefaultSubnetArgs;
  "aws:ec2/routeTable:RouteTable": aws.ec2.RouteTableArgs;
  "aws:ec2/defaultRouteTable:DefaultRouteTable": aws.ec2.DefaultRouteTableArgs;
  "aws:ec2/route:Route": aws.ec2.RouteArgs;
  "aws:ec2/routeTableAssociation:RouteTableAssociation": aws.ec2.RouteTableAssociationArgs;
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": aws.ec2.MainRouteTableAssociationArgs;
  "aws:ec2/securityGroup:SecurityGroup": aws.ec2.SecurityGroupArgs;
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": aws.ec2.DefaultSecurityGroupArgs;
  "aws:ec2/securityGroupRule:SecurityGroupRule": aws.ec2.SecurityGroupRuleArgs;
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": aws.vpc.SecurityGroupIngressRuleArgs;
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": aws.vpc.SecurityGroupEgressRuleArgs;
  "aws:ec2/managedPrefixList:ManagedPrefixList": aws.ec2.ManagedPrefixListArgs;
  "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry": aws.ec2.ManagedPrefixListEntryArgs;
  "aws:kms/key:Key": aws.kms.KeyArgs;
  "aws:kms/externalKey:ExternalKey": aws.kms.ExternalKeyArgs;
  "aws:kms/replicaKey:ReplicaKey": aws.kms.ReplicaKeyArgs;
  "aws:kms/replicaExternalKey:ReplicaExternalKey": aws.kms.ReplicaExternalKeyArgs;
  "aws:kms/keyPolicy:KeyPolicy": aws.kms.KeyPolicyArgs;
  "aws:kms/alias:Alias": aws.kms.AliasArgs;
  "aws:secretsmanager/secret:Secret": aws.secretsmanager.SecretArgs;
  "aws:secretsmanager/secretPolicy:SecretPolicy": aws.secretsmanager.SecretPolicyArgs;
  "aws:secretsmanager/secretRotation:SecretRotation": aws.secretsmanager.SecretRotationArgs;
  "aws:backup/vault:Vault": aws.backup.VaultArgs;
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": aws.backup.LogicallyAirGappedVaultArgs;
  "aws:backup/plan:Plan": aws.backup.PlanArgs;
  "aws:backup/selection:Selection": aws.backup.SelectionArgs;
  "aws:cloudwatch/logGroup:LogGroup": aws.cloudwatch.LogGroupArgs;
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": aws.cloudwatch.LogResourcePolicyArgs;
  "aws:guardduty/detector:Detector": aws.guardduty.DetectorArgs;
  "aws:guardduty/detectorFeature:DetectorFeature": aws.guardduty.DetectorFeatureArgs;
  "aws:dynamodb/table:Table": aws.dynamodb.TableArgs;
  "aws:dynamodb/tableReplica:TableReplica": aws.dynamodb.TableReplicaArgs;
  "aws:dynamodb/tag:Tag": aws.dynamodb.TagArgs;
  "aws:dynamodb/globalTable:GlobalTable": aws.dynamodb.GlobalTableArgs;
  "aws:dynamodb/resourcePolicy:ResourcePolicy": aws.dynamodb.ResourcePolicyArgs;
  "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination": aws.dynamodb.KinesisStreamingDestinationArgs;
  "aws:kinesis/stream:Stream": aws.kinesis.StreamArgs;
  "aws:appautoscaling/target:Target": aws.appautoscaling.TargetArgs;
  "aws:dax/cluster:Cluster": aws.dax.ClusterArgs;
  "aws:dax/subnetGroup:SubnetGroup": aws.dax.SubnetGroupArgs;
  "aws:iam/policy:Policy": WithDocument<aws.iam.PolicyArgs>;
  "aws:iam/rolePolicy:RolePolicy": WithDocument<aws.iam.RolePolicyArgs>;
  "aws:iam/userPolicy:UserPolicy": WithDocument<aws.iam.UserPolicyArgs>;
  "aws:iam/groupPolicy:GroupPolicy": WithDocument<aws.iam.GroupPolicyArgs>;
  "aws:iam/role:Role": Omit<aws.iam.RoleArgs, "assumeRolePolicy">;
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": WithNames<aws.iam.RolePolicyAttachmentArgs>;
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": WithNames<aws.iam.UserPolicyAttachmentArgs>;
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": WithNames<aws.iam.GroupPolicyAttachmentArgs>;
  "aws:iam/policyAttachment:PolicyAttachment": WithNames<aws.iam.PolicyAttachmentArgs>;
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": aws.iam.RolePolicyAttachmentsExclusiveArgs;
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": aws.iam.UserPolicyAttachmentsExclusiveArgs;
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": aws.iam.GroupPolicyAttachmentsExclusiveArgs;
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": aws.ssoadmin.PermissionSetInlinePolicyArgs;
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": aws.ssoadmin.ManagedPolicyAttachmentArgs;
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": aws.ssoadmin.ManagedPolicyAttachmentsExclusiveArgs;
}

/** Roles, users and groups as policies see them: by their names. */
type WithNames<Args> = {
  readonly [Name in keyof Args]: Name extends "role" | "user" | "group"
    ? string
    : Name extends "roles" | "users" | "groups"
      ? readonly string[]
      : Args[Name];
};

/** A policy document as a text, or as an object whatever its shape. */
type WithDocument<Args> = Omit<WithNames<Args>, "policy"> & {
  readonly policy?: string | object;
};

const pendingMark = Symbol("pending");

/** A value that is known at deploy, with the names of the rows that it comes from. */
export interface Pending {
  readonly [pendingMark]: true;
  readonly names: readonly string[];
}

/** Writes a property that comes from other rows, as `key.arn` does in a first preview. */
export function pending(...names: string[]): Pending {
  return { [pendingMark]: true, names };
}

export function isPending(value: unknown): value is Pending {
  return typeof value === "object" && value !== null && pendingMark in value;
}

type Loose<T> = T extends readonly (infer Item)[]
  ? readonly (Loose<Item> | Pending)[]
  : T extends object
    ? { readonly [Name in keyof T]?: Loose<T[Name]> | Pending }
    : T;

/** What only exists once the resource does, and by which others name it. */
interface Outputs {
  readonly id?: string;
  readonly arn?: string;
  readonly keyId?: string | Pending;
  readonly resourceId?: string | Pending;
  readonly clusterResourceId?: string;
  readonly mainRouteTableId?: string;
  readonly defaultSecurityGroupId?: string;
  readonly encrypted?: boolean | Pending;
  readonly keyState?: string;
  readonly storageEncrypted?: boolean | Pending;
}

type TypedType = Exclude<ReadType, keyof typeof awsNativeAdaptors>;

type ReadRow = {
  [Type in TypedType]: {
    readonly type: Type;
    readonly name: string;
    readonly props?: Loose<Unwrap<ArgsOf[Type]>> & Outputs;
  };
}[TypedType];

/** A resource that no adaptor reads, but that others come from. */
interface SourceRow {
  readonly type: keyof typeof routeTargetTypes;
  readonly name: string;
  readonly props?: Readonly<Record<string, unknown>>;
}

/** A resource of the aws-native provider, whose package is too large to have its types at hand. */
export interface NativeRow {
  readonly type: keyof typeof awsNativeAdaptors | keyof typeof nativeRouteTargetTypes;
  readonly name: string;
  readonly props?: Readonly<Record<string, unknown>>;
}

export type Row = ReadRow | SourceRow | NativeRow;

/** The inventory of a program that declares these resources. */
export function program(rows: readonly Row[]): Inventory {
  return fromProgram(programResources(rows));
}

export function programResources(rows: readonly Row[]): readonly ProgramResource[] {
  return rows.map((row) => {
    const props: Record<string, unknown> = {};
    const dependencies: Record<string, readonly string[]> = {};
    for (const [property, value] of Object.entries(row.props ?? {})) {
      const names = new Set<string>();
      props[property] = plain(value, names);
      dependencies[property] = [...names].map((name) => urnOf(rows, name));
    }
    return { urn: urn(row), type: row.type, name: row.name, props, dependencies };
  });
}

export function urn({ type, name }: { readonly type: string; readonly name: string }): string {
  return `urn:pulumi:dev::shop::${type}::${name}`;
}

function urnOf(rows: readonly Row[], name: string): string {
  const [row, another] = rows.filter((candidate) => candidate.name === name);
  if (row === undefined || another !== undefined) {
    throw new Error(`${row === undefined ? "no row has" : "several rows have"} the name ${name}`);
  }
  return urn(row);
}

/** Replaces pending values by unknown ones and collects the names of the rows that they come from. */
function plain(value: unknown, names: Set<string>): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => plain(item, names));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (isPending(value)) {
    for (const name of value.names) {
      names.add(name);
    }
    return unknown("known at deploy");
  }
  return Object.fromEntries(Object.entries(value).map(([property, inner]) => [property, plain(inner, names)]));
}
