import type { FlowLog as AwsFlowLog } from "@aws-sdk/client-ec2";
import type { FlowLog } from "../model";
import { tagged } from "./tags";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html */
export function flowLogs(logs: readonly AwsFlowLog[], region: string): readonly FlowLog[] {
  return logs
    .filter(({ FlowLogStatus }) => FlowLogStatus === undefined || FlowLogStatus === "ACTIVE")
    .map((log) => {
      const id = log.FlowLogId ?? "";
      const resource = log.ResourceId ?? "";
      return {
        id,
        name: id,
        identifiers: [id],
        region,
        ...tagged(log.Tags),
        vpc: resource.startsWith("vpc-") ? resource : undefined,
        subnet: resource.startsWith("vpc-") ? undefined : resource,
        trafficType: log.TrafficType,
        logGroup: logGroupOf(log),
      };
    });
}

/** The name of the log group that a flow log writes to; undefined for one that writes elsewhere. */
export function logGroupOf({ LogGroupName, LogDestination }: AwsFlowLog): string | undefined {
  return LogGroupName ?? /:log-group:([^:]+)/.exec(LogDestination ?? "")?.[1];
}
