import type * as aws from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import {
  fromPulumiAws,
  type ProgramResource,
  type ReadType,
  type routeTargetTypes,
} from "../../inventory/from-pulumi-aws";
import type { Inventory } from "../../inventory/model";
import { unknown } from "../../inventory/value";

interface ArgsOf {
  "aws:rds/instance:Instance": aws.rds.InstanceArgs;
  "aws:rds/clusterInstance:ClusterInstance": aws.rds.ClusterInstanceArgs;
  "aws:rds/snapshot:Snapshot": aws.rds.SnapshotArgs;
  "aws:rds/snapshotCopy:SnapshotCopy": aws.rds.SnapshotCopyArgs;
  "aws:rds/subnetGroup:SubnetGroup": aws.rds.SubnetGroupArgs;
  "aws:rds/parameterGroup:ParameterGroup": aws.rds.ParameterGroupArgs;
  "aws:rds/optionGroup:OptionGroup": aws.rds.OptionGroupArgs;
  "aws:ec2/vpc:Vpc": aws.ec2.VpcArgs;
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
  "aws:kms/alias:Alias": aws.kms.AliasArgs;
  "aws:dynamodb/table:Table": aws.dynamodb.TableArgs;
  "aws:dynamodb/tableReplica:TableReplica": aws.dynamodb.TableReplicaArgs;
}

const isPending = Symbol("pending");

/** A value that is known at deploy, with the names of the rows that it comes from. */
export interface Pending {
  readonly [isPending]: true;
  readonly names: readonly string[];
}

/** Writes a property that comes from other rows, as `key.arn` does in a first preview. */
export function pending(...names: string[]): Pending {
  return { [isPending]: true, names };
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
  readonly keyId?: string;
  readonly resourceId?: string;
  readonly mainRouteTableId?: string;
  readonly encrypted?: boolean | Pending;
}

type ReadRow = {
  [Type in ReadType]: {
    readonly type: Type;
    readonly name: string;
    readonly props?: Loose<Unwrap<ArgsOf[Type]>> & Outputs;
  };
}[ReadType];

/** A resource that no adaptor reads, but that others come from. */
interface SourceRow {
  readonly type: keyof typeof routeTargetTypes | "aws:iam/role:Role";
  readonly name: string;
  readonly props?: Readonly<Record<string, unknown>>;
}

export type Row = ReadRow | SourceRow;

/** The inventory of a program that declares these resources. */
export function program(rows: readonly Row[]): Inventory {
  return fromPulumiAws(programResources(rows));
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
  if (isPending in value) {
    for (const name of (value as Pending).names) {
      names.add(name);
    }
    return unknown("known at deploy");
  }
  return Object.fromEntries(Object.entries(value).map(([property, inner]) => [property, plain(inner, names)]));
}
