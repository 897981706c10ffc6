import type { DbInstance } from "../../inventory/model";

/** Whether the instance is known to replicate from another region: its source is an ARN of one. */
export function isCrossRegionReplica({ replicaSource, region }: DbInstance): boolean {
  return (
    typeof replicaSource === "string" &&
    replicaSource.startsWith("arn:") &&
    region !== undefined &&
    replicaSource.split(":")[3] !== region
  );
}
