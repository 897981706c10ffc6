import { unknown } from "../value";
import type { Part } from "./adaptor";
import type { ProgramResource } from "./program-resource";
import { Properties, resourceOf } from "./properties";

/** Types whose ids name a subnet. */
export const subnetTypes: readonly string[] = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"];

/** aws.ec2.Subnet */
export function subnet(resource: ProgramResource): Part {
  const vpc = Properties.of(resource).reference("vpcId") ?? unknown(`the VPC of subnet ${resource.name}`);
  return { subnets: [{ ...resourceOf(resource, ["arn", "id"]), vpc }] };
}
