import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { clusterFamilyOf } from "../../engines";
import type { ClusterSettings } from "./secure-cluster-settings";

export interface ClusterGroups {
  readonly cluster: aws.rds.ClusterParameterGroup;
  /** Absent: the members have none of their own. */
  readonly instances: aws.rds.ParameterGroup | undefined;
}

export function parameterGroups(
  name: string,
  { edition, engineVersion, parameters }: ClusterSettings,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): ClusterGroups {
  const family = pulumi.output(engineVersion).apply((major) => clusterFamilyOf(edition, major));
  return {
    cluster: new aws.rds.ClusterParameterGroup(
      name,
      {
        description: `TLS and audit parameters of ${name}`,
        family,
        parameters: [...parameters.clusterParameters],
        tags,
      },
      { parent },
    ),
    instances:
      parameters.instanceParameters === undefined
        ? undefined
        : new aws.rds.ParameterGroup(
            name,
            {
              description: `Parameters of the members of ${name}`,
              family,
              parameters: [...parameters.instanceParameters],
              tags,
            },
            { parent },
          ),
  };
}
