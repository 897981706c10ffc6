import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";

/** aws.dynamodb.ResourcePolicy of a table or a stream. */
export function dynamodbResourcePolicy(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  return {
    dynamodbResourcePolicies: [
      {
        ...resourceOf(resource, []),
        resource: properties.reference("resourceArn"),
        document: properties.document("policy"),
      },
    ],
  };
}
