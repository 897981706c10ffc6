import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { BucketSettings } from "./bucket-settings";
import { tlsOnly } from "./policies";

/** What of a bucket expires and moves; whatever else there is stays, but for its old versions. */
export interface KeptObjects {
  /** Of the lifecycle rule. */
  readonly id: string;
  /** "" for everything. */
  readonly prefix: string;
  /** Days that what was replaced or deleted is kept. Default: those after which it expires. */
  readonly oldVersionDays?: number;
}

/**
 * A bucket: encrypted under the key, versioned, closed to the public and to plain HTTP.
 * @param name of the bucket and of what belongs to it
 */
export function closedBucket(
  name: string,
  kept: KeptObjects,
  kmsKeyArn: pulumi.Input<string>,
  settings: BucketSettings,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): aws.s3.Bucket {
  const { lock } = settings;
  // Without objectLockEnabled, a change of which replaces the bucket: the configuration below turns the lock on, of a bucket
  // that is there too. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html
  const bucket = new aws.s3.Bucket(name, { tags }, { parent });
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
  const rules = lifecycleRules(kept, settings);
  if (rules.length > 0) {
    new aws.s3.BucketLifecycleConfiguration(name, { ...of, rules }, { parent, dependsOn: versioning });
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

function lifecycleRules(
  { id, prefix, oldVersionDays }: KeptObjects,
  { expire, archive }: BucketSettings,
): aws.types.input.s3.BucketLifecycleConfigurationRule[] {
  if (expire === undefined && archive === undefined) {
    return [];
  }
  const everything = {
    ...(expire === undefined ? {} : { noncurrentVersionExpiration: { noncurrentDays: oldVersionDays ?? expire } }),
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
  const kept = {
    id,
    status: "Enabled",
    filter: { prefix },
    ...(expire === undefined ? {} : { expiration: { days: expire } }),
    ...(archive === undefined ? {} : { transitions: [{ days: archive, storageClass: "GLACIER_IR" }] }),
  };
  return prefix === ""
    ? [{ ...kept, ...everything }]
    : [kept, { id: "old-versions", status: "Enabled", filter: { prefix: "" }, ...everything }];
}
