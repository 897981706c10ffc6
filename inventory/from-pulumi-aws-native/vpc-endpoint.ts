import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource } from "./native-resource";

/** AWS::EC2::VPCEndpoint */
export function vpcEndpoint(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    vpcEndpoints: [
      {
        ...nativeResource(resource, ["awsId"]),
        vpc: properties.reference("vpcId"),
        serviceName: properties.string("serviceName"),
        document: properties.document("policyDocument"),
      },
    ],
  };
}
