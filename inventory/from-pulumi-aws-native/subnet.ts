import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { unknown } from "../value";
import { nativeResource } from "./native-resource";

/** AWS::EC2::Subnet */
export function subnet(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    subnets: [
      {
        ...nativeResource(resource, ["subnetId"]),
        vpc: properties.reference("vpcId"),
        availabilityZone:
          properties.reference("availabilityZone") ??
          properties.reference("availabilityZoneId") ??
          unknown(`the zone that AWS chooses for subnet ${resource.name}`),
        mapPublicIpOnLaunch: properties.boolean("mapPublicIpOnLaunch"),
        assignIpv6AddressOnCreation: properties.boolean("assignIpv6AddressOnCreation"),
      },
    ],
  };
}
