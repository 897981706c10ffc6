import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "../shared/arguments";
import { lookUp } from "./look-up";

/** What decides where a route leads, as aws.ec2.getRouteTable tells it. */
export interface FoundRoute {
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
  readonly gatewayId?: string;
  readonly natGatewayId?: string;
  readonly egressOnlyGatewayId?: string;
  readonly carrierGatewayId?: string;
  readonly instanceId?: string;
  readonly networkInterfaceId?: string;
}

/**
 * The ids of subnets that are there, once AWS has shown that they lie in the VPC, in different zones, and that none has
 * a route to the internet. Throws an ArgumentError otherwise.
 */
export function checkedSubnets(
  component: string,
  vpcId: pulumi.Input<string>,
  mainRouteTableId: pulumi.Output<string>,
  ids: readonly pulumi.Input<string>[],
  acceptsEgress: boolean,
  parent: pulumi.Resource,
): pulumi.Output<string>[] {
  const found = ids.map((id, at) => ({
    id: pulumi.output(id),
    subnet: lookUp(component, `subnetIds[${at}]`, id, (known) => aws.ec2.getSubnet({ id: known }, { parent })),
    routes: routesOf(id, mainRouteTableId, parent),
  }));
  const zones = pulumi.all(found.map(({ subnet }) => subnet.availabilityZone));
  return found.map(({ id, subnet, routes }, at) =>
    pulumi.all([id, vpcId, subnet.vpcId, routes, zones]).apply(([own, expected, vpc, leads, all]) => {
      const argument = `subnetIds[${at}]`;
      const refuse = (reason: string): never => {
        throw new ArgumentError(component, argument, `${argument} is ${JSON.stringify(own)}, ${reason}`);
      };
      if (vpc !== expected) {
        refuse(`which lies in ${vpc}, but must lie in ${expected}.`);
      }
      if (all.indexOf(all[at] ?? "") < at) {
        refuse(`which lies in ${all[at]} as one before it does, but must lie in a zone of its own.`);
      }
      const way = wayOut(leads, acceptsEgress);
      return way === undefined ? own : refuse(`which routes to ${way}, but must have no route to the internet.`);
    }),
  );
}

/** Of the route table of the subnet or, where it has none, of the main one. */
function routesOf(
  subnetId: pulumi.Input<string>,
  mainRouteTableId: pulumi.Output<string>,
  parent: pulumi.Resource,
): pulumi.Output<FoundRoute[]> {
  const own = aws.ec2.getRouteTablesOutput(
    { filters: [{ name: "association.subnet-id", values: [subnetId] }] },
    { parent },
  );
  // Looked up once its id is known, as Pulumi would report an id that is refused for each look-up that waits for it.
  return pulumi
    .all([own.ids, mainRouteTableId])
    .apply(([[routeTableId], main]) => aws.ec2.getRouteTable({ routeTableId: routeTableId ?? main }, { parent }))
    .apply(({ routes }) => routes);
}

/** The way out to the internet that routes open, in words; a NAT gateway is one unless that risk is accepted. */
export function wayOut(routes: readonly FoundRoute[], acceptsEgress: boolean): string | undefined {
  for (const route of routes) {
    const { gatewayId = "", carrierGatewayId = "", natGatewayId = "", egressOnlyGatewayId = "" } = route;
    if (gatewayId.startsWith("igw-")) {
      return `the internet gateway ${gatewayId}`;
    }
    if (carrierGatewayId !== "") {
      return `the carrier gateway ${carrierGatewayId}`;
    }
    const nat = natGatewayId || egressOnlyGatewayId || natInstance(route);
    if (nat !== "" && !acceptsEgress) {
      return nat;
    }
  }
  return undefined;
}

/** An instance or network interface is one where everything goes to it, or a half or quarter of everything. */
function natInstance({ cidrBlock = "", ipv6CidrBlock = "", instanceId = "", networkInterfaceId = "" }: FoundRoute) {
  const isWide = /\/[0-7]$/.test(cidrBlock) || /\/[0-6]$/.test(ipv6CidrBlock);
  return isWide ? networkInterfaceId || instanceId : "";
}
