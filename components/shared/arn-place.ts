import * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks, Rule } from "./arguments";
import type { Scope } from "./scope";

/** Where the resource of an ARN lives. */
export type Place = Pick<Scope, "partition" | "region" | "accountId">;

/** Of an ARN that names them all, as those of S3 and IAM do not. */
export function placeOf(arn: string): Place {
  const [, partition = "", , region = "", accountId = ""] = arn.split(":");
  return { partition, region, accountId };
}

/** ARNs of a place; `of` is what has decided it, "the provider". */
export function ofPlace({ partition, region, accountId }: Place, of: string): Rule<string> {
  return {
    allowed: `of partition ${partition}, region ${region} and account ${accountId}, those of ${of}`,
    accepts: (arn) => {
      const found = placeOf(arn);
      return found.partition === partition && found.region === region && found.accountId === accountId;
    },
  };
}

/** ARNs of any account there, for what AWS shares between accounts and not between regions. */
export function ofRegion({ partition, region }: Omit<Place, "accountId">, of: string): Rule<string> {
  return {
    allowed: `of partition ${partition} and region ${region}, those of ${of}`,
    accepts: (arn) => {
      const found = placeOf(arn);
      return found.partition === partition && found.region === region;
    },
  };
}

/** The ARN, checked by where the provider is, which is known when the program runs; what needs it waits for that. */
export function withinScope(
  checks: ArgumentChecks,
  argument: string,
  arn: pulumi.Input<string>,
  scope: pulumi.Output<Scope>,
  rule: typeof ofPlace | typeof ofRegion,
): pulumi.Output<string> {
  return pulumi.all([arn, scope]).apply(([known, place]) => checks.plain(argument, known, rule(place, "the provider")));
}
