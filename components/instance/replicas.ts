import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { hasPerformanceInsights } from "../../engines/performance-insights";
import { EncryptionKey } from "../key/encryption-key";
import { DatabaseEvents } from "../monitoring/database-events";
import { logGroups } from "../monitoring/log-groups";
import { type MonitoringRole, monitoringRole } from "../monitoring/monitoring-role";
import { instanceIdentifier, shortened } from "../shared/names";
import { type GroupOptions, optionGroup, parameterGroup } from "./groups";
import { alarm } from "./instance-alarms";
import type { ReplicaAbroad, ReplicaSettings } from "./instance-replicas";
import type { InstanceSettings } from "./secure-instance-settings";
import { watching } from "./watching";

/** What a replica shares with its source, or has of its own kind. */
export interface Source {
  readonly name: string;
  readonly instance: aws.rds.Instance;
  /** As the instance was given them, so that a first preview sees which groups they are. */
  readonly securityGroupIds: aws.rds.InstanceArgs["vpcSecurityGroupIds"];
  /** Its random suffix is that of the identifiers. */
  readonly parameterGroupName: pulumi.Output<string>;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly monitoring: MonitoringRole | undefined;
  readonly eventTopicArn: pulumi.Input<string>;
  readonly keep: boolean;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** A read replica, with everything that its source has for its security. */
export function replica(
  source: Source,
  settings: InstanceSettings,
  own: ReplicaSettings,
  parent: pulumi.Resource,
): aws.rds.Instance {
  const name = `${source.name}-${own.name}`;
  const { abroad } = own;
  const place = abroad === undefined ? undefined : furnish(name, source, settings, abroad, parent);
  const { tags, keep } = source;
  const kmsKeyArn = place?.kmsKeyArn ?? source.kmsKeyArn;
  const monitoring = abroad === undefined ? source.monitoring : place?.monitoring;
  const instanceClass = own.instanceClass ?? settings.instanceClass;
  const identifier = instanceIdentifier(name, source.parameterGroupName);

  const exported = logGroups(
    name,
    identifier,
    {
      types: settings.engine.logExports,
      kmsKeyArn,
      retentionDays: settings.logRetentionDays,
      keep,
      tags,
      ...(abroad === undefined ? {} : { region: abroad.region }),
    },
    parent,
  );

  const made = new aws.rds.Instance(
    name,
    {
      identifier,
      replicateSourceDb: abroad === undefined ? source.instance.identifier : source.instance.arn,
      replicaMode: own.replicaMode,
      region: abroad?.region,
      instanceClass,
      autoMinorVersionUpgrade: true,
      allowMajorVersionUpgrade: settings.allowMajorVersionUpgrade,
      storageType: settings.storageType,
      maxAllocatedStorage: settings.maxAllocatedStorage,
      iops: settings.iops,
      storageThroughput: settings.storageThroughput,
      storageEncrypted: true,
      kmsKeyId: kmsKeyArn,
      iamDatabaseAuthenticationEnabled: settings.iamAuthentication,
      port: settings.port,
      publiclyAccessible: false,
      dbSubnetGroupName: abroad?.subnetGroupName,
      vpcSecurityGroupIds: own.securityGroupIds ?? source.securityGroupIds,
      multiAz: own.multiAz,
      caCertIdentifier: settings.caCertificate,
      parameterGroupName: place?.parameterGroupName,
      optionGroupName: place?.optionGroupName,
      enabledCloudwatchLogsExports: [...settings.engine.logExports],
      ...watching(
        settings,
        pulumi.output(instanceClass).apply((known) => hasPerformanceInsights(settings.engine.name, known)),
        kmsKeyArn,
        monitoring,
      ),
      maintenanceWindow: settings.maintenanceWindow,
      copyTagsToSnapshot: true,
      deletionProtection: settings.deletionProtection,
      // AWS takes no last snapshot of a replica.
      skipFinalSnapshot: true,
      tags,
    },
    {
      parent,
      dependsOn: [...exported, ...(monitoring === undefined ? [] : [monitoring.attachment])],
      // As the identifier of the source.
      ignoreChanges: ["identifier"],
      deleteBeforeReplace: true,
    },
  );
  const topicArn = place?.eventTopicArn ?? source.eventTopicArn;
  const at = abroad === undefined ? {} : { region: abroad.region };
  alarm(name, settings, { instance: made, logGroups: exported, topicArn, ...at, isReplica: true }, tags, parent);
  return made;
}

interface Place {
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly eventTopicArn: pulumi.Input<string>;
  readonly monitoring: MonitoringRole | undefined;
  readonly parameterGroupName: pulumi.Output<string>;
  readonly optionGroupName: pulumi.Output<string> | undefined;
}

/** What a replica needs in another region, where nothing of its source is. */
function furnish(
  name: string,
  { name: prefix, keep, tags }: Source,
  settings: InstanceSettings,
  { region, kmsKeyArn: givenKeyArn, eventTopicArn }: ReplicaAbroad,
  parent: pulumi.Resource,
): Place {
  const trail = settings.groups.trail === undefined ? undefined : { bucketArn: undefined, roleArn: undefined };
  const services = ["rds", "logs", "sns", ...(trail === undefined ? [] : ["s3"])];
  const kmsKeyArn =
    givenKeyArn ?? new EncryptionKey(name, { services, region, tags }, { parent, retainOnDelete: keep }).keyArn;
  const topicArn =
    eventTopicArn ??
    new DatabaseEvents(shortened(name, 36).replace("--", "-"), { kmsKeyArn, region, tags }, { parent }).topicArn;
  const options: GroupOptions = { prefix: `${prefix}-`, region, kmsKeyArn, trail, keep, tags };
  return {
    kmsKeyArn,
    eventTopicArn: topicArn,
    monitoring:
      settings.monitoringInterval === 0 ? undefined : monitoringRole(name, `${prefix}-`, tags, parent, region),
    parameterGroupName: parameterGroup(name, settings, options, parent).name,
    optionGroupName: optionGroup(name, settings, options, parent)?.name,
  };
}
