import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Where a component's resources live. */
export interface Scope {
  /** "aws", "aws-cn", "aws-us-gov" ... */
  readonly partition: string;
  /** "amazonaws.com", "amazonaws.com.cn" ... */
  readonly dnsSuffix: string;
  readonly region: string;
  /** Twelve digits. */
  readonly accountId: string;
}

/** Asks the provider of `parent`, so that an explicit provider of another account or region counts. */
export function scopeOf(parent: pulumi.Resource): pulumi.Output<Scope> {
  return pulumi
    .all([
      aws.getPartitionOutput({}, { parent }),
      aws.getRegionOutput({}, { parent }),
      aws.getCallerIdentityOutput({}, { parent }),
    ])
    .apply(([{ partition, dnsSuffix }, { region }, { accountId }]) => ({ partition, dnsSuffix, region, accountId }));
}
