import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { BucketSettings } from "./bucket-settings";
import { tlsOnly } from "./policies";

/**
 * A bucket: encrypted under the key, versioned, closed to the public and to plain HTTP.
 * @param name of the bucket and of what belongs to it
 * @param rule id of the lifecycle rule
 * @param kept prefix of what expires and moves; whatever else there is stays, but for its old versions
 */
export function closedBucket(
  name: string,
  rule: string,
  kept: string,
  kmsKeyArn: pulumi.Input<string>,
  { expire, lock, archive, passing = {} }: BucketSettings,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): aws.s3.Bucket {
  const bucket = new aws.s3.Bucket(
    name,
    { objectLockEnabled: lock === undefined ? undefined : true, tags },
    { parent },
  );
  const of = { bucket: bucket.bucket };
  new aws.s3.BucketPublicAccessBlock(
    name,
    { ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    { parent },
  );
  new aws.s3.BucketOwnershipControls(name, { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } }, { parent });
  new aws.s3.BucketServerSideEncryptionConfiguration(
    name,
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
    name,
    { ...of, versioningConfiguration: { status: "Enabled" } },
    { parent },
  );
  new aws.s3.BucketPolicy(
    name,
    { ...of, policy: bucket.arn.apply((arn) => tlsOnly("s3", arn, `${arn}/*`)) },
    { parent },
  );
  if (expire !== undefined || archive !== undefined) {
    new aws.s3.BucketLifecycleConfiguration(
      name,
      {
        ...of,
        rules: [
          ...(expire === undefined || kept === ""
            ? []
            : [
                {
                  id: "old-versions",
                  status: "Enabled",
                  filter: { prefix: "" },
                  noncurrentVersionExpiration: { noncurrentDays: expire },
                },
              ]),
          ...Object.entries(passing).map(([prefix, days]) => ({
            id: `passing-${prefix.replace(/\W/g, "")}`,
            status: "Enabled",
            filter: { prefix },
            expiration: { days },
          })),
          {
            id: rule,
            status: "Enabled",
            filter: { prefix: kept },
            ...(expire === undefined ? {} : { expiration: { days: expire } }),
            ...(expire === undefined || kept !== "" ? {} : { noncurrentVersionExpiration: { noncurrentDays: expire } }),
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
      name,
      { ...of, rule: { defaultRetention: { mode: lock.mode, days: lock.days } } },
      { parent, dependsOn: versioning },
    );
  }
  return bucket;
}
