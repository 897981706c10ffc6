import type { ScalableTarget } from "@aws-sdk/client-application-auto-scaling";
import type { ScalingTarget } from "../model";

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTarget.html */
export function scalingTarget(target: ScalableTarget, region: string): ScalingTarget {
  const id = target.ScalableTargetARN ?? `${target.ResourceId}/${target.ScalableDimension}`;
  return {
    id,
    name: target.ResourceId ?? id,
    identifiers: [id],
    region,
    target: target.ResourceId,
    dimension: target.ScalableDimension,
  };
}
