import type { Part } from "../program/adaptor";
import type { ProgramResource } from "../program/program-resource";
import { Properties } from "../program/properties";
import { nativeResource } from "./native-resource";

/** AWS::ApplicationAutoScaling::ScalableTarget, of DynamoDB alone. */
export function scalingTarget(resource: ProgramResource): Part {
  const properties = Properties.of(resource);
  const service = properties.string("serviceNamespace");
  const target = properties.reference("resourceId");
  const dimension = properties.string("scalableDimension");
  return typeof service === "string" && service !== "dynamodb"
    ? {}
    : { scalingTargets: [{ ...nativeResource(resource, []), target, dimension }] };
}
