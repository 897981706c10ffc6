import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "../shared/tags";
import { ipv6Subnet } from "./cidr";
import { blocksOfService } from "./endpoints";
import type { IsolatedNetworkArgs } from "./isolated-network-arguments";
import type { NetworkSettings } from "./isolated-network-settings";
import { type AclRules, aclRules } from "./network-acl";
import type { Vpc } from "./vpc";

export interface MadeSubnets {
  readonly subnetIds: pulumi.Output<string>[];
  readonly availabilityZones: pulumi.Output<string>[];
  readonly routeTableId: pulumi.Output<string>;
  readonly networkAclId: pulumi.Output<string> | undefined;
}

/** Makes the subnets of the databases, one a zone, with their route table and network ACL. */
export function makeSubnets(
  name: string,
  vpc: Vpc,
  blocks: readonly pulumi.Input<string>[],
  settings: NetworkSettings,
  { availabilityZones, tags }: IsolatedNetworkArgs,
  parent: pulumi.Resource,
): MadeSubnets {
  const { id: vpcId } = vpc;
  // No route is named, and an empty list makes the next deploy remove one that somebody added by hand.
  const routeTable = new aws.ec2.RouteTable(name, { vpcId, routes: [], tags: named(name, tags) }, { parent });

  const zoneNames = availabilityZones ?? firstZones(name, blocks.length, parent);
  const subnets = blocks.map((cidrBlock, index) => {
    const subnet = new aws.ec2.Subnet(
      `${name}-${index + 1}`,
      {
        vpcId,
        cidrBlock,
        ipv6CidrBlock: settings.dualStack ? vpc.ipv6CidrBlock.apply((block) => ipv6Subnet(block, index)) : undefined,
        availabilityZone: zoneNames[index],
        mapPublicIpOnLaunch: false,
        assignIpv6AddressOnCreation: false,
        tags: named(`${name}-${index + 1}`, tags),
      },
      // AWS may list other zones first one day, which must not replace the subnets of a running database.
      { parent, ignoreChanges: availabilityZones === undefined ? ["availabilityZone"] : [] },
    );
    new aws.ec2.RouteTableAssociation(
      `${name}-${index + 1}`,
      { subnetId: subnet.id, routeTableId: routeTable.id },
      { parent },
    );
    return subnet;
  });
  const subnetIds = subnets.map(({ id }) => id);

  const rules = settings.networkAcl ? rulesAround(vpc, settings, parent) : undefined;
  const acl =
    rules === undefined
      ? undefined
      : new aws.ec2.NetworkAcl(
          name,
          {
            vpcId,
            subnetIds,
            ingress: rules.apply(({ ingress }) => ingress),
            egress: rules.apply(({ egress }) => egress),
            tags: named(name, tags),
          },
          { parent },
        );
  return {
    subnetIds,
    availabilityZones: subnets.map(({ availabilityZone }) => availabilityZone),
    routeTableId: routeTable.id,
    networkAclId: acl?.id,
  };
}

function rulesAround(
  { cidrBlocks, ipv6CidrBlock }: Vpc,
  { ports, clientBlocks, interfaceEndpoints, gatewayEndpoints }: NetworkSettings,
  parent: pulumi.Resource,
): pulumi.Output<AclRules> {
  const services = pulumi.all(gatewayEndpoints.map((service) => blocksOfService(service, parent)));
  const given = clientBlocks === undefined ? undefined : pulumi.all([...clientBlocks]);
  return pulumi
    .all([pulumi.all(ports.map(({ port }) => port)), given ?? cidrBlocks, ipv6CidrBlock, services])
    .apply(([databasePorts, clients, ipv6, served]) =>
      aclRules({
        databasePorts,
        clients: given !== undefined || ipv6 === "" ? clients : [...clients, ipv6],
        endpoints: interfaceEndpoints.length > 0,
        services: served.flat(),
      }),
    );
}

function firstZones(name: string, count: number, parent: pulumi.Resource): pulumi.Output<string>[] {
  const available = aws.getAvailabilityZonesOutput(
    { state: "available", filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }] },
    { parent },
  );
  return Array.from({ length: count }, (_, index) =>
    available.names.apply((names) => {
      const zone = names[index];
      if (zone === undefined) {
        throw new pulumi.RunError(
          `IsolatedNetwork ${JSON.stringify(name)}: availabilityZoneCount is ${count}, ` +
            `but must be at most ${names.length} in this region (${names.join(", ")}).`,
        );
      }
      return zone;
    }),
  );
}
