import type { DbInstance } from "../inventory/model";

/** Whether an instance or a cluster is known to replicate from another region: its source is an ARN of one. */
export function isCrossRegionReplica({ replicaSource, region }: Pick<DbInstance, "replicaSource" | "region">): boolean {
  return (
    typeof replicaSource === "string" &&
    replicaSource.startsWith("arn:") &&
    region !== undefined &&
    replicaSource.split(":")[3] !== region
  );
}
