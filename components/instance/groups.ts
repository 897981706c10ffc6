import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { familyOf } from "../../engines";
import { auditTrail } from "./audit-trail";
import type { TrailSettings } from "./instance-groups";
import type { InstanceSettings } from "./secure-instance-settings";

export interface GroupOptions {
  /** What identifiers of instances and names of option groups start with. */
  readonly prefix: string;
  /** Absent: the provider's. */
  readonly region: string | undefined;
  /** The key of the instance. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Where the audit trail goes, if it is one that leaves the instance. */
  readonly trail: TrailSettings | undefined;
  /** Whether snapshots outlive the instance. */
  readonly keep: boolean;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

export function parameterGroup(
  name: string,
  { edition, engineVersion, groups }: InstanceSettings,
  { region, tags }: GroupOptions,
  parent: pulumi.Resource,
): aws.rds.ParameterGroup {
  return new aws.rds.ParameterGroup(
    name,
    {
      description: `TLS and audit parameters of ${name}`,
      family: pulumi.output(engineVersion).apply((major) => familyOf(edition, major)),
      parameters: [...groups.parameters],
      region,
      tags,
    },
    { parent },
  );
}

/** The options of an engine that has some to set; undefined for one that needs none. */
export function optionGroup(
  name: string,
  { engine, engineVersion, groups, logRetentionDays }: InstanceSettings,
  { prefix, region, kmsKeyArn, trail, keep, tags }: GroupOptions,
  parent: pulumi.Resource,
): aws.rds.OptionGroup | undefined {
  const options = groups.options(
    trail === undefined
      ? undefined
      : auditTrail(name, trail, { prefix, region, kmsKeyArn, retentionDays: logRetentionDays, keep, tags }, parent),
  );
  if (options.length === 0) {
    return undefined;
  }
  return new aws.rds.OptionGroup(
    name,
    {
      engineName: engine.name,
      majorEngineVersion: engineVersion,
      optionGroupDescription: `TLS and audit options of ${name}`,
      options: options.map(({ name: optionName, settings = {}, port, version, securityGroupIds }) => ({
        optionName,
        optionSettings: Object.entries(settings)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([setting, value]) => ({ name: setting, value })),
        port,
        version,
        vpcSecurityGroupMemberships: securityGroupIds,
      })),
      // RDS deletes no option group that a snapshot needs for its restore.
      skipDestroy: keep,
      region,
      tags,
    },
    { parent },
  );
}
