import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";

/** aws.ec2.FlowLog */
export function flowLog(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const destinationType = properties.string("logDestinationType") ?? "cloud-watch-logs";
  return {
    flowLogs: [
      {
        ...resourceOf(resource, ["arn", "id"]),
        vpc: properties.reference("vpcId"),
        subnet: properties.reference("subnetId"),
        trafficType: properties.string("trafficType"),
        logGroup: destinationType === "cloud-watch-logs" ? properties.reference("logDestination") : undefined,
      },
    ],
  };
}
