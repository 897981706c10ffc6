import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource } from "./native-resource";

/** AWS::EC2::RouteTable */
export function routeTable(resource: ProgramResource): Part {
  const vpc = Properties.of(resource).reference("vpcId");
  return { routeTables: [{ ...nativeResource(resource, ["routeTableId"]), vpc, main: false }] };
}

/** AWS::EC2::SubnetRouteTableAssociation */
export function subnetRouteTableAssociation(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    routeTableAssociations: [
      {
        ...nativeResource(resource, ["awsId"]),
        routeTable: properties.reference("routeTableId"),
        subnet: properties.reference("subnetId"),
        vpc: undefined,
      },
    ],
  };
}
