import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { MonitoringRole } from "../monitoring/monitoring-role";
import type { InstanceSettings } from "./secure-instance-settings";

type Watching = Pick<
  aws.rds.InstanceArgs,
  | "monitoringInterval"
  | "monitoringRoleArn"
  | "databaseInsightsMode"
  | "performanceInsightsEnabled"
  | "performanceInsightsKmsKeyId"
  | "performanceInsightsRetentionPeriod"
>;

/** Enhanced monitoring and Database Insights of an instance or a replica, as far as its class has them. */
export function watching(
  { monitoringInterval, databaseInsights }: InstanceSettings,
  performanceInsights: pulumi.Input<boolean>,
  kmsKeyArn: pulumi.Input<string>,
  monitoring: MonitoringRole | undefined,
): Watching {
  const where = <T>(value: pulumi.Input<T>): pulumi.Output<T | undefined> =>
    pulumi.all([performanceInsights, value]).apply(([has, known]) => (has ? (known as T) : undefined));
  return {
    monitoringInterval,
    monitoringRoleArn: monitoring?.role.arn,
    databaseInsightsMode: where(databaseInsights),
    performanceInsightsEnabled: performanceInsights,
    performanceInsightsKmsKeyId: where(kmsKeyArn),
    performanceInsightsRetentionPeriod: where(
      pulumi.output(databaseInsights).apply((mode) => (mode === "advanced" ? 465 : 7)),
    ),
  };
}
