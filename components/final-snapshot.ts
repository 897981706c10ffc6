import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import type { InstanceSettings } from "./secure-instance-arguments";

/**
 * Snapshots outlive their instance, so the name of the last one must be new for each instance: the parameter group's
 * random suffix differs after a destroy, and the hash where a replacement keeps the group.
 */
export function finalSnapshotIdentifier(
  parameterGroupName: pulumi.Output<string>,
  kmsKeyArn: pulumi.Input<string>,
  { databaseName, masterUsername }: InstanceSettings,
): pulumi.Output<string> {
  return pulumi.all([parameterGroupName, kmsKeyArn, databaseName, masterUsername]).apply(([group, ...replacing]) => {
    const hash = createHash("sha256").update(JSON.stringify(replacing)).digest("hex").slice(0, 8);
    return `${group}-final-${hash}`;
  });
}
