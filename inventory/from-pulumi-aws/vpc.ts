import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";

/** aws.ec2.Vpc, made by the program: its main route table starts with nothing but the local route. */
export function vpc(resource: ProgramResource): Part {
  const mainRouteTable = Properties.of(resource).reference("mainRouteTableId");
  return { vpcs: [{ ...resourceOf(resource, ["arn", "id"]), mainRouteTable }] };
}
