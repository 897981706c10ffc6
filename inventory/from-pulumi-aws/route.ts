import { nativeRouteTargetTypes } from "../from-pulumi-aws-native/route-target";
import type { Reference, Resource, Route, RouteTarget } from "../model";
import type { Part } from "../program/adaptor";
import { type ProgramResource, typeOfUrn } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, unknown, type Value } from "../value";

/** Types that a route can lead to, by which a target is told while its id is not known. */
export const routeTargetTypes = {
  "aws:ec2/internetGateway:InternetGateway": "internet-gateway",
  "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": "internet-gateway",
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": "egress-only-internet-gateway",
  "aws:ec2/natGateway:NatGateway": "nat-gateway",
  "aws:ec2/networkInterface:NetworkInterface": "network-interface",
  "aws:ec2/instance:Instance": "network-interface",
  "aws:ec2/vpnGateway:VpnGateway": "other",
  "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment": "other",
  "aws:ec2/vpcEndpoint:VpcEndpoint": "other",
} as const satisfies Readonly<Record<string, RouteTarget>>;

const targetOfType: Readonly<Record<string, RouteTarget | undefined>> = {
  ...routeTargetTypes,
  ...nativeRouteTargetTypes,
};

/** `gatewayId` comes first: it alone can name an internet gateway, and providers fill in some of the others. */
const targetProperties: readonly (readonly [property: string, target: RouteTarget | "by-id"])[] = [
  ["gatewayId", "by-id"],
  ["egressOnlyGatewayId", "egress-only-internet-gateway"],
  // As the aws-native provider calls it.
  ["egressOnlyInternetGatewayId", "egress-only-internet-gateway"],
  ["natGatewayId", "nat-gateway"],
  ["carrierGatewayId", "other"],
  ["coreNetworkArn", "other"],
  ["localGatewayId", "other"],
  ["odbNetworkArn", "other"],
  ["transitGatewayId", "other"],
  ["vpcEndpointId", "other"],
  ["vpcPeeringConnectionId", "other"],
  ["networkInterfaceId", "network-interface"],
  ["instanceId", "network-interface"],
];

/** aws.ec2.Route */
export function route(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const destination =
    properties.reference("destinationCidrBlock") ??
    properties.reference("destinationIpv6CidrBlock") ??
    properties.reference("destinationPrefixListId");
  return {
    routes: [
      {
        ...resourceOf(resource, []),
        routeTable: properties.reference("routeTableId"),
        destination,
        target: targetOf(properties),
      },
    ],
  };
}

/** The routes that a route table lists itself. */
export function inlineRoutes(resource: ProgramResource, table: Resource): readonly Route[] {
  const routes = Properties.of(resource).objects("routes");
  const routeTable: Reference = unknown(`route table ${table.name}`, [table.id]);
  const list = routes === undefined ? [] : isUnknown(routes) ? [routes] : routes;
  return list.map((item, index) => ({
    id: `${table.id}#${index}`,
    name: table.name,
    identifiers: [],
    routeTable,
    destination: item === undefined || isUnknown(item) ? item : inlineDestination(item),
    target: item === undefined || isUnknown(item) ? item : targetOf(item),
  }));
}

function inlineDestination(item: Properties): Value<string> {
  return item.reference("cidrBlock") ?? item.reference("ipv6CidrBlock") ?? item.reference("destinationPrefixListId");
}

/** What a route leads to, by properties that both providers call alike. */
export function targetOf(properties: Properties): Value<RouteTarget> {
  let pending: Value<RouteTarget>;
  for (const [property, target] of targetProperties) {
    const value = properties.reference(property);
    if (value === undefined) {
      continue;
    }
    const found = target === "by-id" ? targetById(value) : target;
    if (!isUnknown(value)) {
      return found;
    }
    // An unknown one beside a known one is what the provider computes: the known one is what the program set.
    pending ??= found;
  }
  return pending;
}

function targetById(gateway: NonNullable<Reference>): Value<RouteTarget> {
  if (isUnknown(gateway)) {
    const targets = gateway.sources.map((urn) => targetOfType[typeOfUrn(urn)]);
    return targets.find((target) => target === "internet-gateway") ?? targets.find(Boolean) ?? gateway;
  }
  return gateway === "local" ? "local" : gateway.startsWith("igw-") ? "internet-gateway" : "other";
}
