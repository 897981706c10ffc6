import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { unknown } from "../value";

export const defaultSubnetType = "aws:ec2/defaultSubnet:DefaultSubnet";

/** Types whose ids name a subnet. */
export const subnetTypes: readonly string[] = ["aws:ec2/subnet:Subnet", defaultSubnetType, "aws-native:ec2:Subnet"];

/**
 * aws.ec2.Subnet and aws.ec2.DefaultSubnet, which AWS made so that it hands out public addresses.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
 */
export function subnet(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const publicByDefault = resource.type === defaultSubnetType ? true : undefined;
  return {
    subnets: [
      {
        ...resourceOf(resource, ["arn", "id"]),
        vpc: properties.reference("vpcId") ?? unknown(`the VPC of subnet ${resource.name}`),
        availabilityZone:
          properties.reference("availabilityZone") ??
          properties.reference("availabilityZoneId") ??
          unknown(`the zone that AWS chooses for subnet ${resource.name}`),
        mapPublicIpOnLaunch: properties.boolean("mapPublicIpOnLaunch") ?? publicByDefault,
        assignIpv6AddressOnCreation: properties.boolean("assignIpv6AddressOnCreation"),
      },
    ],
  };
}
