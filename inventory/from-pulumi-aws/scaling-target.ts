import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties, resourceOf } from "../program/properties";

/** aws.appautoscaling.Target, of DynamoDB alone. */
export function scalingTarget(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const service = properties.string("serviceNamespace");
  return typeof service === "string" && service !== "dynamodb"
    ? {}
    : {
        scalingTargets: [
          {
            ...resourceOf(resource, ["arn"]),
            target: properties.reference("resourceId"),
            dimension: properties.string("scalableDimension"),
          },
        ],
      };
}
