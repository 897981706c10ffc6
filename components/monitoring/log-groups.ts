import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface LogGroupSettings {
  /** As the RDS API calls them: "postgresql", "upgrade". */
  readonly types: readonly string[];
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Days, or 0 for ever. */
  readonly retentionDays: pulumi.Input<number>;
  /** Whether the logs outlive the instance. */
  readonly keep: pulumi.Input<boolean>;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
  /** What exports; absent: an instance. */
  readonly source?: "cluster";
  /** Absent: the provider's. */
  readonly region?: pulumi.Input<string>;
}

/**
 * The log groups that an instance or cluster exports to. RDS itself would make them without a key and without an end.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
 */
export function logGroups(
  name: string,
  identifier: pulumi.Output<string>,
  { types, kmsKeyArn, retentionDays, keep, tags, source, region }: LogGroupSettings,
  parent: pulumi.Resource,
): aws.cloudwatch.LogGroup[] {
  return types.map(
    (type) =>
      new aws.cloudwatch.LogGroup(
        `${name}-${type}`,
        {
          name: pulumi.interpolate`/aws/rds/${source ?? "instance"}/${identifier}/${type}`,
          kmsKeyId: kmsKeyArn,
          retentionInDays: retentionDays,
          skipDestroy: keep,
          tags,
          region,
        },
        // As the identifier of what exports.
        { parent, ignoreChanges: ["name"] },
      ),
  );
}
