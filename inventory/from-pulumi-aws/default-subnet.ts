import type { Lists, Route, RouteTable, RouteTableAssociation, Subnet } from "../model";
import { typeOfUrn } from "../program/program-resource";
import { isUnknown, unknown } from "../value";
import { defaultSubnetType } from "./subnet";

type Network = Pick<Lists, "subnets" | "routeTables" | "routes" | "routeTableAssociations">;

/**
 * Gives each default subnet (aws.ec2.DefaultSubnet) whose VPC the program leaves open the VPC that the program adopts
 * in its region (aws.ec2.DefaultVpc). Where it adopts none, nothing in the program touches the main route table of the
 * default VPC: the subnet has the route to the internet that AWS made.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
 */
export function withDefaultSubnets(lists: Lists): Network {
  const { vpcs, subnets, routeTables, routes, routeTableAssociations } = lists;
  const adopted = vpcs.filter(({ id }) => typeOfUrn(id) === "aws:ec2/defaultVpc:DefaultVpc");
  const known = new Set(vpcs.flatMap(({ identifiers }) => identifiers));
  const associated = new Set(
    routeTableAssociations.flatMap(({ subnet }): readonly (string | undefined)[] =>
      isUnknown(subnet) ? subnet.sources : [subnet],
    ),
  );
  // A table that some other resource takes over may be the default VPC's.
  const takenOver = routeTables.some(({ main }) => main) || routeTableAssociations.some(({ vpc }) => vpc !== undefined);
  const open = subnets.filter(
    ({ id, vpc }) => typeOfUrn(id) === defaultSubnetType && !(typeof vpc === "string" && known.has(vpc)),
  );
  const vpcOf = new Map(open.map((subnet) => [subnet.id, adopted.find(({ region }) => region === subnet.region)]));
  const alone = open.filter(
    ({ id, identifiers }) =>
      vpcOf.get(id) === undefined && !takenOver && ![id, ...identifiers].some((name) => associated.has(name)),
  );
  return {
    subnets: subnets.map((subnet) => {
      const vpc = vpcOf.get(subnet.id);
      return vpc === undefined ? subnet : { ...subnet, vpc: unknown(`the VPC of subnet ${subnet.name}`, [vpc.id]) };
    }),
    routeTables: [...routeTables, ...alone.map(tableOf)],
    routes: [...routes, ...alone.map(internetRoute)],
    routeTableAssociations: [...routeTableAssociations, ...alone.map(association)],
  };
}

function tableOf(subnet: Subnet): RouteTable {
  return { id: `${subnet.id}#table`, name: subnet.name, identifiers: [], vpc: undefined, main: false };
}

function internetRoute(subnet: Subnet): Route {
  return {
    id: `${subnet.id}#route`,
    name: subnet.name,
    identifiers: [],
    routeTable: unknown("the main route table of the default VPC", [`${subnet.id}#table`]),
    destination: "0.0.0.0/0",
    target: "internet-gateway",
  };
}

function association(subnet: Subnet): RouteTableAssociation {
  return {
    id: `${subnet.id}#association`,
    name: subnet.name,
    identifiers: [],
    routeTable: unknown("the main route table of the default VPC", [`${subnet.id}#table`]),
    subnet: unknown(`subnet ${subnet.name}`, [subnet.id]),
    vpc: undefined,
  };
}
