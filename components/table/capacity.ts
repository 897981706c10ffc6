import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Bounds, CapacitySettings, ProvisionedSettings } from "./capacity-settings";

/** What aws.dynamodb.Table takes about its capacity, and each of its global indexes. */
export interface Capacity {
  readonly ofTable: Partial<aws.dynamodb.TableArgs>;
  readonly ofIndex: Partial<aws.types.input.dynamodb.TableGlobalSecondaryIndex>;
  /** What autoscaling changes, so that a deploy must not change it back. */
  readonly ignoreChanges: string[];
}

export function capacityOf(settings: CapacitySettings): Capacity {
  if ("provisioned" in settings) {
    const { read, write } = settings.provisioned;
    const units = { readCapacity: read.min, writeCapacity: write.min };
    const names = Object.keys(units);
    return {
      ofTable: { billingMode: "PROVISIONED", ...units },
      ofIndex: units,
      ignoreChanges: [...names, ...names.map((name) => `globalSecondaryIndexes[*].${name}`)],
    };
  }
  const { maximums } = settings;
  const onDemandThroughput =
    maximums === undefined
      ? undefined
      : { maxReadRequestUnits: maximums.readRequestUnits, maxWriteRequestUnits: maximums.writeRequestUnits };
  return {
    ofTable: { billingMode: "PAY_PER_REQUEST", onDemandThroughput },
    ofIndex: { onDemandThroughput },
    ignoreChanges: [],
  };
}

/** Lets the capacity of a table and its global indexes follow the load. */
export function followLoad(
  name: string,
  tableName: pulumi.Output<string>,
  indexes: readonly string[],
  { read, write, targetUtilization }: ProvisionedSettings,
  parent: pulumi.Resource,
): void {
  const scaled = [
    { suffix: "", kind: "table", resourceId: pulumi.interpolate`table/${tableName}` },
    ...indexes.map((index) => ({
      suffix: `-${index}`,
      kind: "index",
      resourceId: pulumi.interpolate`table/${tableName}/index/${index}`,
    })),
  ];
  for (const { suffix, kind, resourceId } of scaled) {
    follow(`${name}${suffix}-read`, kind, "Read", resourceId, read, targetUtilization, parent);
    follow(`${name}${suffix}-write`, kind, "Write", resourceId, write, targetUtilization, parent);
  }
}

function follow(
  name: string,
  kind: string,
  way: "Read" | "Write",
  resourceId: pulumi.Output<string>,
  { min, max }: Bounds,
  targetValue: number,
  parent: pulumi.Resource,
): void {
  const target = new aws.appautoscaling.Target(
    name,
    {
      serviceNamespace: "dynamodb",
      resourceId,
      scalableDimension: `dynamodb:${kind}:${way}CapacityUnits`,
      minCapacity: min,
      maxCapacity: max,
    },
    { parent },
  );
  new aws.appautoscaling.Policy(
    name,
    {
      policyType: "TargetTrackingScaling",
      serviceNamespace: target.serviceNamespace,
      resourceId: target.resourceId,
      scalableDimension: target.scalableDimension,
      targetTrackingScalingPolicyConfiguration: {
        targetValue,
        predefinedMetricSpecification: { predefinedMetricType: `DynamoDB${way}CapacityUtilization` },
      },
    },
    { parent },
  );
}
