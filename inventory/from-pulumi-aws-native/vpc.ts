import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource } from "./native-resource";

/** AWS::EC2::VPC, which does not tell its main route table: that one has the local route alone. */
export function vpc(resource: ProgramResource): Part {
  return {
    vpcs: [
      {
        ...nativeResource(resource, ["vpcId"]),
        mainRouteTable: undefined,
        defaultSecurityGroup: Properties.of(resource).reference("defaultSecurityGroup"),
      },
    ],
  };
}
