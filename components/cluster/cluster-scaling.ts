import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks, ArgumentNames } from "../shared/arguments";
import { wholeNumber } from "../shared/rules";
import type { ClusterReaderScaling } from "./cluster-member-arguments";

export interface ReaderScaling {
  readonly min: number;
  readonly max: number;
  readonly metric: "RDSReaderAverageCPUUtilization" | "RDSReaderAverageDatabaseConnections";
  readonly target: number;
}

const names: ArgumentNames<ClusterReaderScaling> = {
  minReaders: true,
  maxReaders: true,
  cpuPercent: true,
  connections: true,
};

export function checkReaderScaling(
  checks: ArgumentChecks,
  scaling: ClusterReaderScaling | undefined,
): ReaderScaling | undefined {
  if (scaling === undefined) {
    return undefined;
  }
  checks.known("readerScaling", scaling, names);
  const { minReaders = 1, maxReaders, cpuPercent, connections } = scaling;
  if (cpuPercent !== undefined && connections !== undefined) {
    checks.refuse("readerScaling.cpuPercent is given beside connections, but readers scale by one of them.");
  }
  const min = checks.plain("readerScaling.minReaders", minReaders, wholeNumber(1, 15, "readers"));
  return {
    min,
    max: checks.plain("readerScaling.maxReaders", maxReaders, wholeNumber(min, 15, "readers")),
    ...(connections === undefined
      ? {
          metric: "RDSReaderAverageCPUUtilization",
          target: checks.plain("readerScaling.cpuPercent", cpuPercent ?? 60, wholeNumber(1, 100, "percent")),
        }
      : {
          metric: "RDSReaderAverageDatabaseConnections",
          target: checks.plain("readerScaling.connections", connections, wholeNumber(1, 100_000, "connections")),
        }),
  };
}

/** What readers that Application Auto Scaling adds are called: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Integrating.AutoScaling.html */
export const scaledReaders = "db:application-autoscaling-*";

/** Adds readers to a cluster while the others are busy. */
export function scaleReaders(
  name: string,
  cluster: aws.rds.Cluster,
  members: readonly aws.rds.ClusterInstance[],
  { min, max, metric, target: targetValue }: ReaderScaling,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): void {
  const target = new aws.appautoscaling.Target(
    `${name}-readers`,
    {
      serviceNamespace: "rds",
      resourceId: pulumi.interpolate`cluster:${cluster.clusterIdentifier}`,
      scalableDimension: "rds:cluster:ReadReplicaCount",
      minCapacity: min,
      maxCapacity: max,
      tags,
    },
    // A reader that is added is made like the writer.
    { parent, dependsOn: [...members] },
  );
  new aws.appautoscaling.Policy(
    `${name}-readers`,
    {
      policyType: "TargetTrackingScaling",
      serviceNamespace: target.serviceNamespace,
      resourceId: target.resourceId,
      scalableDimension: target.scalableDimension,
      targetTrackingScalingPolicyConfiguration: {
        targetValue,
        predefinedMetricSpecification: { predefinedMetricType: metric },
      },
    },
    { parent },
  );
}
