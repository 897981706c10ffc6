import type { Value } from "../value";
import type { Reference, Resource, TaggedResource } from "./resource";

export interface Vpc extends Resource {
  readonly mainRouteTable: Reference;
  /** The group that it comes with, where only the VPC names it. */
  readonly defaultSecurityGroup?: Reference;
}

export interface Subnet extends TaggedResource {
  readonly vpc: Reference;
  readonly availabilityZone: Value<string>;
  readonly mapPublicIpOnLaunch: Value<boolean>;
  readonly assignIpv6AddressOnCreation: Value<boolean>;
}

export interface RouteTable extends TaggedResource {
  readonly vpc: Reference;
  /** True for the main route table of its VPC. */
  readonly main: boolean;
}

/** Ties a subnet to a route table, or makes a route table the main one of a VPC (then `vpc` is set). */
export interface RouteTableAssociation extends Resource {
  readonly routeTable: Reference;
  readonly subnet: Reference;
  readonly vpc: Reference;
}

export type RouteTarget =
  | "local"
  | "internet-gateway"
  | "egress-only-internet-gateway"
  | "nat-gateway"
  | "network-interface"
  | "other";

export interface Route extends Resource {
  /** The route table, or the VPC whose main route table it is. */
  readonly routeTable: Reference;
  /** A CIDR block or a prefix list. */
  readonly destination: Value<string>;
  readonly target: Value<RouteTarget>;
  /** The id of the internet gateway that it leads to, where AWS tells. */
  readonly gateway?: string;
}

export interface SecurityGroup extends TaggedResource {
  readonly vpc: Reference;
  /** True for the group that every VPC comes with, which whatever names no group carries. */
  readonly default: boolean;
  /** AWS writes "Managed by Pulumi" or nothing by itself: absent where nobody gave one. */
  readonly description: Value<string>;
  /** True for one that the program does not declare, so that others than the rules shown may belong to it. */
  readonly elsewhere?: boolean;
}

export interface SecurityGroupRule extends Resource {
  readonly group: Reference;
  readonly direction: Value<"ingress" | "egress">;
  /** As written: "tcp", "6", "-1", "all" ... */
  readonly protocol: Value<string>;
  readonly fromPort: Value<number>;
  readonly toPort: Value<number>;
  /** Exactly one of these is set; a rule over several sources is several rules. */
  readonly cidr: Value<string>;
  readonly sourceGroup: Reference;
  readonly prefixList: Reference;
  /** The group itself is the source. */
  readonly self: boolean;
  readonly description: Value<string>;
}

export interface PrefixList extends Resource {
  /** CIDR blocks. */
  readonly entries: Value<readonly Value<string>[]>;
}

export interface FlowLog extends TaggedResource {
  /** What it logs: exactly one is set, a subnet's or interface's covers no VPC. */
  readonly vpc: Reference;
  readonly subnet: Reference;
  /** "ALL", "REJECT" or "ACCEPT". */
  readonly trafficType: Value<string>;
  /** The log group, where it writes to CloudWatch Logs. */
  readonly logGroup: Reference;
}

export interface VpcEndpoint extends TaggedResource {
  readonly vpc: Reference;
  /** Such as "com.amazonaws.eu-west-1.dynamodb". */
  readonly serviceName: Value<string>;
  /** Absent: full access. */
  readonly document: Value<string | object>;
}
