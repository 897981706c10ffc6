import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import type { MonitorSettings } from "./activity-monitor-settings";

export interface Stream {
  readonly name: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;
}

/**
 * The activity stream that is read, and what lets the consumer decrypt it. A stream of the monitor's own stays when the
 * monitor is destroyed, and its key with it, without which the stream would end.
 */
export function activityStream(
  name: string,
  settings: MonitorSettings,
  consumerRoleArn: pulumi.Output<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): Stream {
  const { clusterArn, clusterResourceId, mode, streamName, streamKmsKeyArn, stopStream } = settings;
  const retainOnDelete = !stopStream;
  const grant = {
    name: "activity-monitor",
    principalArn: consumerRoleArn,
    operations: ["Decrypt"],
    encryptionContext: { "aws:rds:dbc-id": clusterResourceId },
  };
  if (streamKmsKeyArn !== undefined) {
    new aws.kms.Grant(
      `${name}-stream`,
      {
        name: grant.name,
        keyId: streamKmsKeyArn,
        granteePrincipal: grant.principalArn,
        operations: grant.operations,
        constraints: [{ encryptionContextSubset: grant.encryptionContext }],
      },
      { parent },
    );
  }
  const keyArn =
    streamKmsKeyArn ??
    new EncryptionKey(
      `${name}-stream`,
      { services: ["rds"], description: `Activity stream of ${name}`, grants: [grant], tags },
      // Options of a component do not reach its children, and the key is one.
      { parent, transformations: [({ props, opts }) => ({ props, opts: { ...opts, retainOnDelete } })] },
    ).keyArn;
  const started =
    streamName === undefined
      ? new aws.rds.ClusterActivityStream(
          name,
          { resourceArn: clusterArn, mode: mode ?? "async", kmsKeyId: keyArn },
          { parent, retainOnDelete },
        ).kinesisStreamName
      : streamName;
  return { name: pulumi.output(started), keyArn: pulumi.output(keyArn) };
}
