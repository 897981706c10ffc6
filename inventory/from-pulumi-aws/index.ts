import type { Inventory } from "../model";
import { type Adaptor, gather } from "./adaptor";
import { dbOptionGroup, dbParameterGroup, dbSubnetGroup } from "./db-groups";
import { dbClusterInstance, dbInstance } from "./db-instance";
import { dbSnapshot, dbSnapshotCopy } from "./db-snapshot";
import { dynamodbTable, dynamodbTableReplica } from "./dynamodb-table";
import { kmsAlias, kmsKey } from "./kms";
import { prefixList, withSeparateEntries } from "./prefix-list";
import type { ProgramResource } from "./program-resource";
import { route } from "./route";
import { defaultRouteTable, mainRouteTableAssociation, routeTable, routeTableAssociation } from "./route-table";
import { securityGroup, withGroupsOutside } from "./security-group";
import { securityGroupEgressRule, securityGroupIngressRule, securityGroupRule } from "./security-group-rule";
import { subnet } from "./subnet";
import { vpc } from "./vpc";

export { effectiveProps } from "./effective-props";
export { knownAtDeploy, type ProgramResource, urnOfId } from "./program-resource";
export { routeTargetTypes } from "./route";

/** Every type that is read, by its token. */
export const adaptors = {
  "aws:rds/instance:Instance": dbInstance,
  "aws:rds/clusterInstance:ClusterInstance": dbClusterInstance,
  "aws:rds/snapshot:Snapshot": dbSnapshot,
  "aws:rds/snapshotCopy:SnapshotCopy": dbSnapshotCopy,
  "aws:rds/subnetGroup:SubnetGroup": dbSubnetGroup,
  "aws:rds/parameterGroup:ParameterGroup": dbParameterGroup,
  "aws:rds/optionGroup:OptionGroup": dbOptionGroup,
  "aws:ec2/vpc:Vpc": vpc,
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
  "aws:kms/externalKey:ExternalKey": kmsKey,
  "aws:kms/replicaKey:ReplicaKey": kmsKey,
  "aws:kms/replicaExternalKey:ReplicaExternalKey": kmsKey,
  "aws:kms/alias:Alias": kmsAlias,
  "aws:dynamodb/table:Table": dynamodbTable,
  "aws:dynamodb/tableReplica:TableReplica": dynamodbTableReplica,
} as const satisfies Readonly<Record<string, Adaptor>>;

/** A token that the inventory reads. */
export type ReadType = keyof typeof adaptors;

/** True for the types that `fromPulumiAws` reads; it leaves out all others. */
export function isRead(type: string): type is ReadType {
  return Object.hasOwn(adaptors, type);
}

/** The inventory of what a Pulumi program declares with the aws provider. */
export function fromPulumiAws(resources: readonly ProgramResource[]): Inventory {
  const parts = resources.map((resource) => (isRead(resource.type) ? adaptors[resource.type](resource) : {}));
  const lists = gather(parts);
  return {
    scope: "program",
    unread: {},
    ...lists,
    ...withGroupsOutside(lists),
    prefixLists: withSeparateEntries(lists.prefixLists, resources),
  };
}
