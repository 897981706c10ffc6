import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmSettings } from "../monitoring/alarm-arguments";
import { watch } from "../monitoring/alarms";
import type { InstanceSettings } from "./secure-instance-settings";

export interface Alarmed {
  readonly instance: aws.rds.Instance;
  /** The log groups that it exports to, in the order of the engine's log exports. */
  readonly logGroups: readonly aws.cloudwatch.LogGroup[];
  readonly topicArn: pulumi.Input<string>;
  /** Absent: the provider's. */
  readonly region?: string;
  readonly isReplica: boolean;
}

/** The alarms of an instance or a replica. */
export function alarm(
  name: string,
  { engine, allocatedStorage, alarms }: InstanceSettings & { readonly alarms: AlarmSettings },
  { instance, logGroups, topicArn, region, isReplica }: Alarmed,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): void {
  const { failedLogins } = engine;
  const log = failedLogins === undefined ? undefined : logGroups[engine.logExports.indexOf(failedLogins.log)];
  watch(
    name,
    {
      suffix: "",
      ...(region === undefined ? {} : { region }),
      dimensions: { DBInstanceIdentifier: instance.identifier },
      // Of a restore, only AWS knows it.
      allocatedStorage: pulumi
        .all([allocatedStorage, instance.allocatedStorage])
        .apply(([asked, made]) => asked ?? made),
      // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html
      ...(isReplica ? { lag: { metric: "ReplicaLag", perSecond: 1 } } : {}),
      ...(failedLogins === undefined || log === undefined
        ? {}
        : { failedLogins: { logGroupName: log.name, pattern: failedLogins.pattern } }),
    },
    alarms,
    topicArn,
    tags,
    parent,
  );
}
