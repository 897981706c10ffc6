import * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../../inventory/partition";
import type { Rule } from "../shared/arguments";
import { ofRegion, withinScope } from "../shared/arn-place";
import type { Scope } from "../shared/scope";
import type { AuditSettings } from "./scheduled-audit-settings";

/**
 * The settings with every ARN and region checked by where the provider is, which is known when the program runs; what needs
 * one waits for it. What uses a key, and an alarm that tells a topic, must be in their region and may be of another account.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
export function auditWithin<Settings extends AuditSettings>(settings: Settings, scope: pulumi.Output<Scope>): Settings {
  const { checks, question, kmsKeyArn, topicArn } = settings;
  const { regions } = question;
  return {
    ...settings,
    question: { ...question, regions: regions && regionsWithin(settings, regions, scope) },
    kmsKeyArn: kmsKeyArn && withinScope(checks, "kmsKeyArn", kmsKeyArn, scope, ofRegion),
    topicArn: topicArn && withinScope(checks, "topicArn", topicArn, scope, ofRegion),
  };
}

/** Credentials of one partition are unknown in the others. */
function regionsWithin(
  { checks }: AuditSettings,
  regions: pulumi.Input<string>,
  scope: pulumi.Output<Scope>,
): pulumi.Input<string> {
  return regions === "all"
    ? regions
    : pulumi.all([regions, scope]).apply(([known, { partition }]) => {
        checks.plain("regions", known.split(","), regionsOf(partition));
        return known;
      });
}

function regionsOf(partition: string): Rule<readonly string[]> {
  return {
    allowed: `regions of partition ${partition}, that of the provider`,
    accepts: (list) => list.every((region) => partitionOf(region) === partition),
  };
}
