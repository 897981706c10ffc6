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
  /** The key of the bucket. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Days, or 0 for ever. */
  readonly retentionDays: pulumi.Input<number>;
  /** Whether it outlives the instance, as snapshots need its option group, and this the role. */
  readonly keep: boolean;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** Where an instance's audit files go, and the role that writes them: made as far as they are not given. */
export function auditTrail(name: string, given: TrailSettings, options: TrailOptions, parent: pulumi.Resource): Trail {
  const { bucketArn } = given;
  if (bucketArn === undefined) {
    const own = auditBucket(name, options, parent);
    return { bucketArn: own, roleArn: auditRole(name, own, options.kmsKeyArn, options, parent) };
  }
  return { bucketArn, roleArn: given.roleArn ?? auditRole(name, bucketArn, undefined, options, parent) };
}

/**
 * A bucket for audit files: encrypted under the key of the instance, which outlives it as long as the bucket does;
 * closed to the public and to clear text; with versions, so that nobody rewrites the past unseen.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.SQLServer.Options.Audit.S3bucket.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Options.Audit.html
 */
function auditBucket(
  name: string,
  { region, kmsKeyArn, retentionDays, keep, tags }: TrailOptions,
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
    {
      ...of,
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
          bucketKeyEnabled: true,
        },
      ],
    },
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
  kmsKeyArn: pulumi.Input<string> | undefined,
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
    {
      role: role.id,
      policy: pulumi
        .all([scopeOf(parent), bucketArn, kmsKeyArn])
        .apply(([scope, bucket, key]) => auditPermissions({ ...scope, region: region ?? scope.region }, bucket, key)),
    },
    opts,
  );
  // RDS tries the role when the option is added.
  return pulumi.all([role.arn, policy.id]).apply(([arn]) => arn);
}

/** The services that use the key of an instance: S3 for a bucket of its own. */
export function keyServices(trail: TrailSettings | undefined): string[] {
  const ownBucket = trail !== undefined && trail.bucketArn === undefined;
  return ["rds", "secretsmanager", "logs", "backup", "sns", ...(ownBucket ? ["s3"] : [])];
}
