import type { Lists, Route, Vpc } from "../model";
import type { Part } from "../program/adaptor";
import { type ProgramResource, typeOfUrn } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";
import { isUnknown, unknown } from "../value";

const defaultVpcType = "aws:ec2/defaultVpc:DefaultVpc";

/** aws.ec2.Vpc, whose main route table starts with nothing but the local route, and aws.ec2.DefaultVpc. */
export function vpc(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    vpcs: [
      {
        ...resourceOf(resource, ["arn", "id"]),
        mainRouteTable: properties.reference("mainRouteTableId"),
        defaultSecurityGroup: properties.reference("defaultSecurityGroupId"),
      },
    ],
  };
}

/**
 * Adds the route to the internet that AWS gave the main route table of a default VPC, unless the program takes over
 * that table (aws.ec2.DefaultRouteTable), which removes the routes that it does not list.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
 */
export function withDefaultRoutes({ vpcs, routes, routeTables }: Lists): Pick<Lists, "routes"> {
  const defaultVpcs = vpcs.filter(({ id }) => typeOfUrn(id) === defaultVpcType);
  const takenOver = new Set(
    routeTables
      .filter(({ main }) => main)
      .flatMap(({ vpc }): readonly (string | undefined)[] => (isUnknown(vpc) ? vpc.sources : [vpc])),
  );
  const open = defaultVpcs.filter(({ id, identifiers }) => ![id, ...identifiers].some((name) => takenOver.has(name)));
  return { routes: [...routes, ...open.map(internetRoute)] };
}

function internetRoute(vpc: Vpc): Route {
  return {
    id: `${vpc.id}#route`,
    name: vpc.name,
    identifiers: [],
    routeTable: vpc.mainRouteTable ?? unknown(`the main route table of ${vpc.name}`, [vpc.id]),
    destination: "0.0.0.0/0",
    target: "internet-gateway",
  };
}
