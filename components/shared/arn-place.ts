import type { Rule } from "./arguments";
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
