import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { MonitoringRole } from "../monitoring/monitoring-role";
import { finalSnapshotIdentifier } from "../shared/names";
import type { InstanceSettings } from "./secure-instance-settings";
import { watching } from "./watching";

export interface Surroundings {
  readonly identifier: pulumi.Output<string>;
  readonly network:
    | {
        readonly subnetGroupName: pulumi.Input<string>;
        readonly securityGroupIds: aws.rds.InstanceArgs["vpcSecurityGroupIds"];
      }
    | undefined;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly parameterGroupName: pulumi.Output<string>;
  readonly optionGroupName: pulumi.Output<string> | undefined;
  readonly monitoring: MonitoringRole | undefined;
  readonly dependsOn: pulumi.Resource[];
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** The instance itself. */
export function instance(
  name: string,
  settings: InstanceSettings,
  { identifier, network, kmsKeyArn, parameterGroupName, optionGroupName, monitoring, dependsOn, tags }: Surroundings,
  parent: pulumi.Resource,
): aws.rds.Instance {
  const { origin, password } = settings;
  const restored = origin.snapshotIdentifier !== undefined || origin.restoreToPointInTime !== undefined;
  return new aws.rds.Instance(
    name,
    {
      identifier,
      ...origin,
      engine: settings.engine.name,
      engineVersion: settings.engineVersion,
      engineLifecycleSupport: lifecycle(settings.extendedSupport),
      licenseModel: settings.licenseModel,
      characterSetName: settings.characterSet,
      ncharCharacterSetName: settings.nationalCharacterSet,
      timezone: settings.timezone,
      allowMajorVersionUpgrade: settings.allowMajorVersionUpgrade,
      autoMinorVersionUpgrade: true,
      blueGreenUpdate: settings.blueGreenUpdate ? { enabled: true } : undefined,
      instanceClass: settings.instanceClass,
      storageType: settings.storageType,
      allocatedStorage: settings.allocatedStorage,
      maxAllocatedStorage: settings.maxAllocatedStorage,
      iops: settings.iops,
      storageThroughput: settings.storageThroughput,
      storageEncrypted: true,
      // A restore has the key of its source, whatever it is given.
      kmsKeyId: restored ? undefined : kmsKeyArn,
      dbName: settings.databaseName,
      username: settings.masterUsername,
      ...(password.by === "rds"
        ? { manageMasterUserPassword: true, masterUserSecretKmsKeyId: kmsKeyArn }
        : { passwordWo: password.password, passwordWoVersion: password.version }),
      iamDatabaseAuthenticationEnabled: settings.iamAuthentication,
      port: settings.port,
      publiclyAccessible: false,
      dbSubnetGroupName: network?.subnetGroupName,
      vpcSecurityGroupIds: network?.securityGroupIds,
      multiAz: settings.multiAz,
      caCertIdentifier: settings.caCertificate,
      parameterGroupName,
      optionGroupName,
      enabledCloudwatchLogsExports: [...settings.engine.logExports],
      ...watching(settings, settings.performanceInsights, kmsKeyArn, monitoring),
      backupRetentionPeriod: settings.backupRetentionDays,
      backupWindow: settings.backupWindow,
      maintenanceWindow: settings.maintenanceWindow,
      copyTagsToSnapshot: true,
      deletionProtection: settings.deletionProtection,
      deleteAutomatedBackups: settings.skipFinalSnapshot,
      skipFinalSnapshot: settings.skipFinalSnapshot,
      finalSnapshotIdentifier: finalSnapshotIdentifier(
        parameterGroupName,
        kmsKeyArn,
        settings.databaseName,
        settings.masterUsername,
      ),
      tags,
    },
    {
      parent,
      dependsOn,
      // A major upgrade makes a new parameter group, which must not rename the instance; an instance that is replaced
      // keeps its name and its logs, so the old one goes first, as far as deletion protection lets it; and what an
      // instance was once restored from must not replace it.
      ignoreChanges: ["identifier", "snapshotIdentifier", "restoreToPointInTime"],
      deleteBeforeReplace: true,
    },
  );
}

function lifecycle(extendedSupport: pulumi.Input<boolean> | undefined): pulumi.Output<string> | undefined {
  return extendedSupport === undefined
    ? undefined
    : pulumi
        .output(extendedSupport)
        .apply((extended) =>
          extended ? "open-source-rds-extended-support" : "open-source-rds-extended-support-disabled",
        );
}
