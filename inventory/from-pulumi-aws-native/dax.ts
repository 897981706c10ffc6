import { subnetTypes } from "../from-pulumi-aws/subnet";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource } from "./native-resource";

/** AWS::DAX::SubnetGroup; the provider has no clusters. */
export function daxSubnetGroup(resource: ProgramResource): Part {
  const subnets = Properties.of(resource).references("subnetIds", subnetTypes);
  return { daxSubnetGroups: [{ ...nativeResource(resource, ["subnetGroupName"]), subnets }] };
}
