import { targetOf } from "../from-pulumi-aws/route";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource } from "./native-resource";

/** AWS::EC2::Route */
export function route(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    routes: [
      {
        ...nativeResource(resource, []),
        routeTable: properties.reference("routeTableId"),
        destination:
          properties.reference("destinationCidrBlock") ??
          properties.reference("destinationIpv6CidrBlock") ??
          properties.reference("destinationPrefixListId"),
        target: targetOf(properties),
      },
    ],
  };
}
