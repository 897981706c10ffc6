import type { Lists, Route, RouteTarget } from "../model";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown } from "../value";

const attachmentType = "aws-native:ec2:VpcGatewayAttachment";

/**
 * Tells the targets of routes that come from an AWS::EC2::VPCGatewayAttachment, which attaches an internet gateway or a
 * virtual private gateway.
 */
export function withGatewayAttachments(lists: Lists, resources: readonly ProgramResource[]): Lists {
  const attached = new Map<string, RouteTarget>(
    resources.filter(({ type }) => type === attachmentType).map((resource) => [resource.urn, gatewayOf(resource)]),
  );
  return attached.size === 0 ? lists : { ...lists, routes: lists.routes.map((route) => withTarget(route, attached)) };
}

function gatewayOf(resource: ProgramResource): RouteTarget {
  const properties = Properties.of(resource);
  const internetGateway = properties.reference("internetGatewayId");
  // One of the two is set; a provider may show the other as still to be computed.
  const isVpn = internetGateway === undefined || (isUnknown(internetGateway) && isKnown(properties, "vpnGatewayId"));
  return isVpn ? "other" : "internet-gateway";
}

function isKnown(properties: Properties, name: string): boolean {
  return typeof properties.reference(name) === "string";
}

function withTarget(route: Route, attached: ReadonlyMap<string, RouteTarget>): Route {
  const { target } = route;
  const found = isUnknown(target) ? target.sources.flatMap((source) => attached.get(source) ?? []) : [];
  const [first] = found;
  return first === undefined
    ? route
    : { ...route, target: found.includes("internet-gateway") ? "internet-gateway" : first };
}
