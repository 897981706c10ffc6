import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { BucketSettings } from "./activity-monitor-settings";
import { tlsOnly } from "./activity-policies";

/** The bucket of what was done: encrypted under the key, versioned, closed to the public and to plain HTTP. */
export function activityBucket(
  name: string,
  kmsKeyArn: pulumi.Input<string>,
  { expire, lock, archive }: BucketSettings,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): aws.s3.Bucket {
  const bucket = new aws.s3.Bucket(
    `${name}-activity`,
    { objectLockEnabled: lock === undefined ? undefined : true, tags },
    { parent },
  );
  const of = { bucket: bucket.bucket };
  new aws.s3.BucketPublicAccessBlock(
    `${name}-activity`,
    { ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    { parent },
  );
  new aws.s3.BucketOwnershipControls(
    `${name}-activity`,
    { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } },
    { parent },
  );
  new aws.s3.BucketServerSideEncryptionConfiguration(
    `${name}-activity`,
    {
      ...of,
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
          bucketKeyEnabled: true,
        },
      ],
    },
    { parent },
  );
  const versioning = new aws.s3.BucketVersioning(
    `${name}-activity`,
    { ...of, versioningConfiguration: { status: "Enabled" } },
    { parent },
  );
  new aws.s3.BucketPolicy(
    `${name}-activity`,
    { ...of, policy: bucket.arn.apply((arn) => tlsOnly("s3", arn, `${arn}/*`)) },
    { parent },
  );
  if (expire !== undefined || archive !== undefined) {
    new aws.s3.BucketLifecycleConfiguration(
      `${name}-activity`,
      {
        ...of,
        rules: [
          {
            id: "activity",
            status: "Enabled",
            filter: { prefix: "" },
            ...(expire === undefined
              ? {}
              : { expiration: { days: expire }, noncurrentVersionExpiration: { noncurrentDays: expire } }),
            ...(archive === undefined ? {} : { transitions: [{ days: archive, storageClass: "GLACIER_IR" }] }),
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      { parent, dependsOn: versioning },
    );
  }
  if (lock !== undefined) {
    new aws.s3.BucketObjectLockConfiguration(
      `${name}-activity`,
      { ...of, rule: { defaultRetention: { mode: lock.mode, days: lock.days } } },
      { parent, dependsOn: versioning },
    );
  }
  return bucket;
}
