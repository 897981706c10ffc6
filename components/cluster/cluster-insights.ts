import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { hasPerformanceInsights } from "../../engines/performance-insights";
import type { ClusterSettings } from "./secure-cluster-settings";

type Insights = Pick<
  aws.rds.ClusterInstanceArgs,
  "performanceInsightsEnabled" | "performanceInsightsKmsKeyId" | "performanceInsightsRetentionPeriod"
>;

/** Performance Insights of members, as far as all of these classes have them. */
export function insights(
  settings: ClusterSettings,
  classes: readonly pulumi.Input<string>[],
  kmsKeyArn: pulumi.Input<string>,
): Insights {
  const where = <T>(value: pulumi.Input<T>): pulumi.Output<T | undefined> =>
    pulumi.all([haveInsights(settings, classes), value]).apply(([has, known]) => (has ? (known as T) : undefined));
  return {
    performanceInsightsEnabled: haveInsights(settings, classes),
    performanceInsightsKmsKeyId: where(kmsKeyArn),
    performanceInsightsRetentionPeriod: where(
      // What the cluster keeps, its members keep, and it keeps none where one of them has none.
      pulumi
        .all([settings.databaseInsights, haveInsights(settings, classesOf(settings))])
        .apply(([mode, all]) => (mode === "advanced" && all ? 465 : 7)),
    ),
  };
}

/** The same of the whole cluster, and with it Database Insights, which RDS manages for all members at once. */
export function clusterInsights(
  settings: ClusterSettings,
  kmsKeyArn: pulumi.Input<string>,
): Insights & Pick<aws.rds.ClusterArgs, "databaseInsightsMode"> {
  const classes = classesOf(settings);
  return {
    ...insights(settings, classes, kmsKeyArn),
    databaseInsightsMode: pulumi
      .all([settings.databaseInsights, haveInsights(settings, classes)])
      .apply(([mode, all]) => (all ? mode : undefined)),
  };
}

function classesOf({ members, instanceClass }: ClusterSettings): readonly pulumi.Input<string>[] {
  return members.length === 0 ? [instanceClass] : members.map((member) => member.instanceClass);
}

function haveInsights({ engine }: ClusterSettings, classes: readonly pulumi.Input<string>[]): pulumi.Output<boolean> {
  return pulumi.all([...classes]).apply((known) => known.every((one) => hasPerformanceInsights(engine.name, one)));
}
