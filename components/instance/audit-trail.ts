import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { scopeOf } from "../shared/scope";
import { auditBucketPolicy, auditPermissions, auditTrust } from "./audit-trail-policies";
import type { Trail, TrailSettings } from "./instance-groups";

export interface TrailOptions {
  /** What identifiers of instances and names of option groups start with. */
  readonly prefix: string;
  /** Absent: the provider's. */
  readonly region: string | undefined;
  /** Days, or 0 for ever. */
  readonly retentionDays: pulumi.Input<number>;
  /** Whether it outlives the instance, as snapshots need its option group, and this the role. */
  readonly keep: boolean;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** Where an instance's audit files go, and the role that writes them: made as far as they are not given. */
export function auditTrail(name: string, given: TrailSettings, options: TrailOptions, parent: pulumi.Resource): Trail {
  const bucketArn = given.bucketArn ?? auditBucket(name, options, parent);
  return { bucketArn, roleArn: given.roleArn ?? auditRole(name, bucketArn, options, parent) };
}

/**
 * A bucket for audit files: encrypted by S3 itself, as RDS needs no key for it then and the trail outlives all keys;
 * closed to the public and to clear text; with versions, so that nobody rewrites the past unseen.
 */
function auditBucket(
  name: string,
  { region, retentionDays, keep, tags }: TrailOptions,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const opts = { parent, retainOnDelete: keep };
  const bucket = new aws.s3.Bucket(`${name}-audit`, { forceDestroy: !keep, region, tags }, opts);
  const of = { bucket: bucket.bucket, region };
  const closed = new aws.s3.BucketPublicAccessBlock(
    `${name}-audit`,
    { ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    opts,
  );
  new aws.s3.BucketServerSideEncryptionConfiguration(
    `${name}-audit`,
    { ...of, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
    opts,
  );
  const versions = new aws.s3.BucketVersioning(
    `${name}-audit`,
    { ...of, versioningConfiguration: { status: "Enabled" } },
    opts,
  );
  new aws.s3.BucketLifecycleConfiguration(
    `${name}-audit`,
    { ...of, rules: pulumi.output(retentionDays).apply(lifecycleRules) },
    { ...opts, dependsOn: versions },
  );
  new aws.s3.BucketPolicy(
    `${name}-audit`,
    { ...of, policy: bucket.arn.apply(auditBucketPolicy) },
    // Two changes of who may reach a bucket at one time are refused.
    { ...opts, dependsOn: closed },
  );
  return bucket.arn;
}

function lifecycleRules(days: number): aws.types.input.s3.BucketLifecycleConfigurationRule[] {
  const uploads = { id: "uploads", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
  return days === 0
    ? [uploads]
    : [
        uploads,
        {
          id: "files",
          status: "Enabled",
          expiration: { days },
          noncurrentVersionExpiration: { noncurrentDays: days },
        },
      ];
}

function auditRole(
  name: string,
  bucketArn: pulumi.Input<string>,
  { prefix, region, keep, tags }: TrailOptions,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const opts = { parent, retainOnDelete: keep };
  const role = new aws.iam.Role(
    `${name}-audit`,
    {
      description: `Audit trail of the RDS instance ${name}`,
      assumeRolePolicy: scopeOf(parent).apply((scope) =>
        auditTrust({ ...scope, region: region ?? scope.region }, prefix),
      ),
      tags,
    },
    opts,
  );
  const policy = new aws.iam.RolePolicy(
    `${name}-audit`,
    { role: role.id, policy: pulumi.output(bucketArn).apply(auditPermissions) },
    opts,
  );
  // RDS tries the role when the option is added.
  return pulumi.all([role.arn, policy.id]).apply(([arn]) => arn);
}
