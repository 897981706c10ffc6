import type { LogGroup as AwsLogGroup, ResourcePolicy } from "@aws-sdk/client-cloudwatch-logs";
import type { GuarddutyDetector, LogGroup, LogResourcePolicy } from "../model";
import { unknown } from "../value";
import type { DescribedDetector, Listing } from "./description";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html */
export function logGroup(group: AwsLogGroup, region: string): LogGroup {
  const name = group.logGroupName ?? "";
  const id = group.logGroupArn ?? group.arn?.replace(/:\*$/, "") ?? name;
  return {
    id,
    name,
    identifiers: [...new Set([id, `${id}:*`, name])],
    region,
    logGroupName: name,
    retention: group.retentionInDays,
    kmsKeyId: group.kmsKeyId,
  };
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ResourcePolicy.html */
export function logResourcePolicy(policy: ResourcePolicy, region: string): LogResourcePolicy {
  const name = policy.policyName ?? policy.resourceArn ?? "";
  return {
    id: `log-resource-policy/${region}/${name}`,
    name,
    identifiers: [name],
    region,
    document: policy.policyDocument,
  };
}

/**
 * GuardDuty in the region: one entry in any case, as an account without a detector has no protection.
 * https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetDetector.html
 */
export function guarddutyDetectors(
  detectors: Listing<DescribedDetector>,
  region: string,
): readonly GuarddutyDetector[] {
  if (detectors.items.length > 0 || detectors.unread !== undefined) {
    return detectors.items.map((found) => detectorOf(found, region));
  }
  const name = `GuardDuty in ${region}`;
  return [{ id: `guardduty/${region}`, name, identifiers: [], region, enabled: false, rdsLoginEvents: false }];
}

function detectorOf({ id, detector }: DescribedDetector, region: string): GuarddutyDetector {
  const resource = { id, name: id, identifiers: [id], region };
  if ("unread" in detector) {
    const unread = unknown(`the detector ${id} (${detector.unread})`);
    return { ...resource, enabled: unread, rdsLoginEvents: unread };
  }
  const { Status, Features = [] } = detector.value;
  return {
    ...resource,
    enabled: Status === "ENABLED",
    rdsLoginEvents: Features.some((feature) => feature.Name === "RDS_LOGIN_EVENTS" && feature.Status === "ENABLED"),
  };
}
