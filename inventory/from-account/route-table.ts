import type { Route as AwsRoute, RouteTable as AwsRouteTable } from "@aws-sdk/client-ec2";
import type { Route, RouteTable, RouteTableAssociation, RouteTarget } from "../model";
import { tagged, tagName } from "./tags";
import { isMain } from "./vpc";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
export function routeTable(table: AwsRouteTable, region: string): RouteTable {
  const id = table.RouteTableId ?? "";
  return {
    id,
    name: tagName(table.Tags) ?? id,
    identifiers: [id],
    region,
    ...tagged(table.Tags),
    vpc: table.VpcId,
    main: isMain(table),
  };
}

/** The subnets that a route table is for, and the VPC whose main one it is; gateways of edge routing are left out. */
export function routeTableAssociations(table: AwsRouteTable, region: string): RouteTableAssociation[] {
  return (table.Associations ?? [])
    .filter((association) => association.Main === true || association.SubnetId !== undefined)
    .filter((association) => !["disassociated", "failed"].includes(association.AssociationState?.State ?? "associated"))
    .map((association) => {
      const id = association.RouteTableAssociationId ?? `${table.RouteTableId}/${association.SubnetId ?? "main"}`;
      return {
        id,
        name: id,
        identifiers: [id],
        region,
        routeTable: table.RouteTableId,
        subnet: association.SubnetId,
        vpc: association.SubnetId === undefined ? table.VpcId : undefined,
      };
    });
}

/** A `blackhole` route counts as any other: it leads there again as soon as its target is back. */
export function routes(table: AwsRouteTable, region: string): Route[] {
  return (table.Routes ?? []).map((route) => {
    const destination = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
    const id = `${table.RouteTableId}/${destination}`;
    return {
      id,
      name: id,
      identifiers: [id],
      region,
      routeTable: table.RouteTableId,
      destination,
      target: targetOf(route),
      ...(targetOf(route) === "internet-gateway" ? { gateway: route.GatewayId } : {}),
    };
  });
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html */
function targetOf(route: AwsRoute): RouteTarget {
  if (route.EgressOnlyInternetGatewayId !== undefined) {
    return "egress-only-internet-gateway";
  }
  if (route.NatGatewayId !== undefined) {
    return "nat-gateway";
  }
  // A route to a NAT instance shows both the instance and its network interface.
  if (route.NetworkInterfaceId !== undefined || route.InstanceId !== undefined) {
    return "network-interface";
  }
  // Virtual private gateways and gateway endpoints are in this field as well.
  const gateway = route.GatewayId ?? "";
  if (gateway.startsWith("igw-")) {
    return "internet-gateway";
  }
  return gateway === "local" ? "local" : "other";
}

/** The prefix lists that routes lead to, each once; those of gateway endpoints are AWS's own services. */
export function prefixListsOfRoutes(tables: readonly AwsRouteTable[]): string[] {
  const ids = tables
    .flatMap(({ Routes = [] }) => Routes)
    .flatMap(({ DestinationPrefixListId: id, GatewayId = "" }) => (GatewayId.startsWith("vpce-") ? [] : (id ?? [])));
  return [...new Set(ids)];
}
