import type { LogResourcePolicy } from "../model";
import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource } from "./native-resource";

/** AWS::Logs::LogGroup, with the resource policy of its own. Its ARN ends in ":*", which others leave out. */
export function logGroup(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const group = nativeResource(resource, ["logGroupName"]);
  const identifiers = group.identifiers.map((identifier) => identifier.replace(/:\*$/, ""));
  const policy: LogResourcePolicy = {
    ...group,
    id: `${group.id}#policy`,
    identifiers: [],
    document: properties.document("resourcePolicyDocument"),
  };
  return {
    logGroups: [
      {
        ...group,
        identifiers: [...new Set([...identifiers, ...group.identifiers])],
        logGroupName: properties.reference("logGroupName"),
        retention: properties.number("retentionInDays"),
        kmsKeyId: properties.reference("kmsKeyId"),
      },
    ],
    logResourcePolicies: policy.document === undefined ? [] : [policy],
  };
}

/** AWS::Logs::ResourcePolicy */
export function logResourcePolicy(resource: ProgramResource): Part {
  const document = Properties.of(resource).document("policyDocument");
  return { logResourcePolicies: [{ ...nativeResource(resource, []), document }] };
}
