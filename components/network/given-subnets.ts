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
  // One after the other: Pulumi reports each output that fails, and one problem is enough.
  const checked = pulumi.all([vpcId, mainRouteTableId, pulumi.all([...ids])]).apply(async ([vpc, main, known]) => {
    const zones: string[] = [];
    for (const [at, id] of known.entries()) {
      const argument = `subnetIds[${at}]`;
      const subnet = await lookUp(component, argument, id, aws.ec2.getSubnet({ id }, { parent }));
      const problem = misplaced(subnet, vpc, zones) ?? leading(wayOut(await routesOf(id, main, parent), acceptsEgress));
      if (problem !== undefined) {
        throw new ArgumentError(component, argument, `${argument} is ${JSON.stringify(id)}, ${problem}`);
      }
      zones.push(subnet.availabilityZone);
    }
    return known;
  });
  return ids.map((_, at) => checked.apply((known) => known[at] ?? ""));
}

function misplaced(subnet: aws.ec2.GetSubnetResult, vpc: string, taken: readonly string[]): string | undefined {
  if (subnet.vpcId !== vpc) {
    return `which lies in ${subnet.vpcId}, but must lie in ${vpc}.`;
  }
  return taken.includes(subnet.availabilityZone)
    ? `which lies in ${subnet.availabilityZone} as one before it does, but must lie in a zone of its own.`
    : undefined;
}

function leading(way: string | undefined): string | undefined {
  return way === undefined ? undefined : `which routes to ${way}, but must have no route to the internet.`;
}

/** Of the route table of the subnet or, where it has none, of the main one. */
async function routesOf(
  subnetId: string,
  mainRouteTableId: string,
  parent: pulumi.Resource,
): Promise<readonly FoundRoute[]> {
  const filters = [{ name: "association.subnet-id", values: [subnetId] }];
  const { ids } = await aws.ec2.getRouteTables({ filters }, { parent });
  return (await aws.ec2.getRouteTable({ routeTableId: ids[0] ?? mainRouteTableId }, { parent })).routes;
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
