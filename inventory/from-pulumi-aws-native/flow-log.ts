import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { isUnknown } from "../value";
import { nativeResource } from "./native-resource";

/** AWS::EC2::FlowLog of a VPC, a subnet or a network interface. */
export function flowLog(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const of = properties.string("resourceType");
  const resourceId = properties.reference("resourceId");
  const destinationType = properties.string("logDestinationType") ?? "cloud-watch-logs";
  return {
    flowLogs: [
      {
        ...nativeResource(resource, ["awsId"]),
        vpc: isUnknown(of) ? of : of === "VPC" ? resourceId : undefined,
        subnet: of === "Subnet" ? resourceId : undefined,
        trafficType: properties.string("trafficType"),
        logGroup:
          destinationType === "cloud-watch-logs"
            ? (properties.reference("logGroupName") ?? properties.reference("logDestination"))
            : undefined,
      },
    ],
  };
}
