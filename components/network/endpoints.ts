import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { scopeOf } from "../shared/scope";
import { named } from "../shared/tags";
import { type GatewayService, gatewayPolicy, type InterfaceService, interfacePolicy } from "./endpoint-policies";

export interface EndpointSettings {
  readonly vpcId: pulumi.Input<string>;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** Makes a gateway endpoint for the route tables. */
export function gatewayEndpoint(
  name: string,
  service: GatewayService,
  routeTableIds: readonly pulumi.Input<string>[],
  { vpcId, tags }: EndpointSettings,
  parent: pulumi.Resource,
): void {
  new aws.ec2.VpcEndpoint(
    `${name}-${service}`,
    {
      vpcId,
      vpcEndpointType: "Gateway",
      serviceName: serviceName(service, "Gateway", parent),
      routeTableIds: [...routeTableIds],
      policy: scopeOf(parent).apply((scope) => gatewayPolicy(service, scope)),
      tags: named(`${name}-${service}`, tags),
    },
    { parent },
  );
}

/** The blocks of addresses that a service with a gateway endpoint answers from. */
export function blocksOfService(service: GatewayService, parent: pulumi.Resource): pulumi.Output<string[]> {
  return aws.ec2.getPrefixListOutput(
    { name: scopeOf(parent).apply(({ region }) => `com.amazonaws.${region}.${service}`) },
    { parent },
  ).cidrBlocks;
}

export function interfaceEndpoint(
  name: string,
  service: InterfaceService,
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
  securityGroupId: pulumi.Input<string>,
  { vpcId, tags }: EndpointSettings,
  parent: pulumi.Resource,
): void {
  new aws.ec2.VpcEndpoint(
    `${name}-${service}`,
    {
      vpcId,
      vpcEndpointType: "Interface",
      serviceName: serviceName(service, "Interface", parent),
      subnetIds,
      securityGroupIds: [securityGroupId],
      privateDnsEnabled: true,
      policy: scopeOf(parent).apply((scope) => interfacePolicy(service, scope)),
      tags: named(`${name}-${service}`, tags),
    },
    { parent },
  );
}

/** Asked of AWS, as the prefix differs from service to service in China. */
function serviceName(service: string, serviceType: string, parent: pulumi.Resource): pulumi.Output<string> {
  return aws.ec2.getVpcEndpointServiceOutput({ service, serviceType }, { parent }).serviceName;
}
