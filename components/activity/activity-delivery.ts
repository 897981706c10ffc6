import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Scope } from "../shared/scope";
import { deliveryPermissions, firehoseTrust } from "./activity-policies";

export interface DeliveryPlaces {
  readonly scope: pulumi.Output<Scope>;
  readonly bucket: aws.s3.Bucket;
  readonly keyArn: pulumi.Output<string>;
  readonly logGroup: aws.cloudwatch.LogGroup;
  readonly clusterResourceId: pulumi.Input<string>;
}

/**
 * What puts events in the bucket: a gzip object each five minutes or 64 MiB, by cluster and by the day, UTC, at which it
 * was delivered.
 */
export function activityDelivery(
  name: string,
  { scope, bucket, keyArn, logGroup, clusterResourceId }: DeliveryPlaces,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): aws.kinesis.FirehoseDeliveryStream {
  const role = new aws.iam.Role(
    `${name}-delivery`,
    { description: `Delivery of the activity of ${name}`, assumeRolePolicy: scope.apply(firehoseTrust), tags },
    { parent },
  );
  const permissions = new aws.iam.RolePolicy(
    `${name}-delivery`,
    {
      role: role.name,
      policy: pulumi
        .all([scope, bucket.arn, keyArn, logGroup.arn])
        .apply(([known, bucketArn, key, logs]) => deliveryPermissions(known, bucketArn, key, logs)),
    },
    { parent },
  );
  const logStream = new aws.cloudwatch.LogStream(
    `${name}-delivery`,
    { name: "delivery", logGroupName: logGroup.name },
    { parent },
  );
  return new aws.kinesis.FirehoseDeliveryStream(
    `${name}-activity`,
    {
      destination: "extended_s3",
      serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn },
      extendedS3Configuration: {
        roleArn: role.arn,
        bucketArn: bucket.arn,
        prefix: pulumi.interpolate`activity/cluster=${clusterResourceId}/day=!{timestamp:yyyy-MM-dd}/`,
        errorOutputPrefix: pulumi.interpolate`undelivered/cluster=${clusterResourceId}/!{firehose:error-output-type}/day=!{timestamp:yyyy-MM-dd}/`,
        bufferingSize: 64,
        bufferingInterval: 300,
        compressionFormat: "GZIP",
        kmsKeyArn: keyArn,
        cloudwatchLoggingOptions: { enabled: true, logGroupName: logGroup.name, logStreamName: logStream.name },
      },
      tags,
    },
    { parent, dependsOn: permissions },
  );
}
