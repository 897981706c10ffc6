import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, unknown } from "../value";
import { inlineRoutes } from "./route";

/** aws.ec2.RouteTable with its inline routes. */
export function routeTable(resource: ProgramResource): Part {
  const table = resourceOf(resource, ["arn", "id"]);
  return {
    routeTables: [{ ...table, vpc: Properties.of(resource).reference("vpcId"), main: false }],
    routes: inlineRoutes(resource, table),
  };
}

/** aws.ec2.DefaultRouteTable, which takes over the route table that its VPC was made with. */
export function defaultRouteTable(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const table = resourceOf(resource, ["arn", "id", "defaultRouteTableId"]);
  const vpcId = properties.reference("vpcId");
  const vpc =
    vpcId === undefined || isUnknown(vpcId)
      ? unknown(`the VPC of route table ${resource.name}`, properties.sourcesOf("defaultRouteTableId"))
      : vpcId;
  return { routeTables: [{ ...table, vpc, main: true }], routes: inlineRoutes(resource, table) };
}

/** aws.ec2.RouteTableAssociation of a subnet (one of a gateway does not route what leaves a subnet). */
export function routeTableAssociation(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const subnet = properties.reference("subnetId");
  const routeTable = properties.reference("routeTableId");
  return subnet === undefined
    ? {}
    : { routeTableAssociations: [{ ...resourceOf(resource, ["id"]), routeTable, subnet, vpc: undefined }] };
}

/** aws.ec2.MainRouteTableAssociation */
export function mainRouteTableAssociation(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    routeTableAssociations: [
      {
        ...resourceOf(resource, ["id"]),
        routeTable: properties.reference("routeTableId"),
        subnet: undefined,
        vpc: properties.reference("vpcId"),
      },
    ],
  };
}
