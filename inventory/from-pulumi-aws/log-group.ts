import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";

/** aws.cloudwatch.LogGroup */
export function logGroup(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    logGroups: [
      {
        ...resourceOf(resource, ["arn", "id", "name"]),
        logGroupName: properties.reference("name") ?? properties.reference("namePrefix"),
        retention: properties.number("retentionInDays"),
        kmsKeyId: properties.reference("kmsKeyId"),
      },
    ],
  };
}

/** aws.cloudwatch.LogResourcePolicy */
export function logResourcePolicy(resource: ProgramResource): Part {
  const document = Properties.of(resource).document("policyDocument");
  return { logResourcePolicies: [{ ...resourceOf(resource, []), document }] };
}
