import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import { type BackupSettings, backupArgumentNames, checkBackup } from "../backup/backup";
import { type AlarmSettings, checkAlarms } from "../monitoring/alarm-arguments";
import type { ProxyOptionSettings } from "../proxy/database-proxy-settings";
import { checkGivenNetwork, type GivenNetwork } from "../rds/given-network";
import type { MasterPassword } from "../rds/master-password";
import { atLeastAWeek, authority, backupDays, monitored, mustBeFalse, seconds } from "../rds/rules";
import { checkSchedule, type Schedule } from "../rds/schedule";
import { ArgumentChecks, type ArgumentNames } from "../shared/arguments";
import {
  anyIds,
  aYearOfLogs,
  keyArn,
  logRetention,
  mustBeTrue,
  oneOf,
  rdsName,
  securityGroupId,
  topicArn,
  trueOrFalse,
} from "../shared/rules";
import { type BackupReplicationSettings, checkBackupReplication } from "./backup-replication";
import { checkEngine, type EngineSettings } from "./instance-engine";
import { checkFeatures, type FeatureSettings } from "./instance-features";
import { checkGroups, type GroupSettings } from "./instance-groups";
import { checkOrigin, type OriginSettings } from "./instance-origin";
import { checkPassword } from "./instance-password";
import { checkProxy } from "./instance-proxy";
import { checkReplicas, type ReplicaSettings } from "./instance-replicas";
import { checkStorage, type StorageSettings } from "./instance-storage";
import type { SecureInstanceArgs } from "./secure-instance-arguments";

const argumentNames: ArgumentNames<SecureInstanceArgs> = {
  ...backupArgumentNames,
  engine: true,
  engineVersion: true,
  licenseModel: true,
  characterSet: true,
  nationalCharacterSet: true,
  timezone: true,
  extendedSupport: true,
  allowMajorVersionUpgrade: true,
  instanceClass: true,
  storageType: true,
  allocatedStorage: true,
  maxAllocatedStorage: true,
  iops: true,
  storageThroughput: true,
  databaseName: true,
  masterUsername: true,
  masterPassword: true,
  masterPasswordVersion: true,
  masterPasswordRotationDays: true,
  port: true,
  parameters: true,
  options: true,
  auditBucketArn: true,
  auditRoleArn: true,
  alarms: true,
  proxy: true,
  backupRetentionDays: true,
  backupReplication: true,
  backupWindow: true,
  maintenanceWindow: true,
  multiAz: true,
  deletionProtection: true,
  skipFinalSnapshot: true,
  iamAuthentication: true,
  monitoringInterval: true,
  databaseInsights: true,
  caCertificate: true,
  logRetentionDays: true,
  eventTopicArn: true,
  subnetGroupName: true,
  securityGroupIds: true,
  allowedSecurityGroupIds: true,
  blueGreenUpdate: true,
  replicas: true,
  snapshotIdentifier: true,
  restoreToPointInTime: true,
  kmsKeyArn: true,
  tags: true,
  acceptedRisks: true,
};

/** The controls that an argument can weaken. */
const acceptable: readonly ControlId[] = [
  "rds-instance-tls-enforced",
  "rds-instance-statement-logging",
  "rds-instance-backup-retention",
  "rds-instance-deletion-protection",
  "rds-instance-final-snapshot",
  "rds-instance-multi-az",
  "rds-instance-iam-authentication",
  "rds-instance-enhanced-monitoring",
  "rds-instance-engine-version-supported",
  "rds-instance-extended-support-off",
  "rds-instance-backup-plan",
  "database-log-group-retention",
  "database-secret-rotation",
];

/** A SecureInstance's arguments, checked and completed by their defaults. */
export interface InstanceSettings extends EngineSettings, FeatureSettings, StorageSettings, Schedule {
  readonly groups: GroupSettings;
  readonly password: MasterPassword;
  readonly alarms: AlarmSettings;
  /** Absent: none. */
  readonly proxy: ProxyOptionSettings | undefined;
  readonly origin: OriginSettings;
  readonly replicas: readonly ReplicaSettings[];
  readonly backupRetentionDays: pulumi.Input<number>;
  /** Absent: none. */
  readonly backupReplication: BackupReplicationSettings | undefined;
  readonly deletionProtection: pulumi.Input<boolean>;
  readonly skipFinalSnapshot: pulumi.Input<boolean>;
  /** Seconds. */
  readonly monitoringInterval: pulumi.Input<number>;
  readonly databaseInsights: pulumi.Input<string>;
  readonly caCertificate: pulumi.Input<string>;
  readonly allowMajorVersionUpgrade: pulumi.Input<boolean>;
  /** Days, or 0 for ever. */
  readonly logRetentionDays: pulumi.Input<number>;
  readonly backup: BackupSettings;
  /** Absent: one of its own. */
  readonly eventTopicArn: pulumi.Input<string> | undefined;
  /** Who may connect, where the network is its own; absent: a group of its own. */
  readonly allowedSecurityGroupIds: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The accepted risks that a network of its own shares. */
  readonly networkRisks: Record<string, string>;
  /** A network that is given; absent: one of its own. */
  readonly network: GivenNetwork | undefined;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

/** @throws an ArgumentError on an argument that is wrong, or that weakens a control without an accepted risk */
export function checkSecureInstance(name: string, args: SecureInstanceArgs): InstanceSettings {
  const checks = new ArgumentChecks(`SecureInstance ${JSON.stringify(name)}`, args, argumentNames, acceptable);
  checks.plain("name", name, rdsName);
  const origin = checkOrigin(checks, args);
  const restored = origin.snapshotIdentifier !== undefined || origin.restoreToPointInTime !== undefined;
  const engine = checkEngine(checks, args, restored);
  const features = checkFeatures(checks, args, engine);
  const replicas = checkReplicas(checks, args, engine.edition);
  const password = checkPassword(checks, args, engine.edition);
  const retention: ControlId = "rds-instance-backup-retention";
  const backupRetentionDays = checks.input(
    "backupRetentionDays",
    args.backupRetentionDays,
    35,
    backupDays(retention),
    atLeastAWeek(retention),
  );
  return checks.settled({
    ...engine,
    ...features,
    ...checkStorage(checks, args, engine.edition, restored),
    ...checkSchedule(checks, args),
    groups: checkGroups(checks, args, engine),
    replicas,
    password,
    proxy: checkProxy(checks, args, engine, features.iamAuthentication),
    alarms: checkAlarms(checks, args.alarms),
    origin,
    backupRetentionDays,
    backupReplication: checkBackupReplication(checks, args.backupReplication, backupRetentionDays),
    deletionProtection: checks.input(
      "deletionProtection",
      args.deletionProtection,
      true,
      trueOrFalse,
      mustBeTrue("rds-instance-deletion-protection"),
    ),
    skipFinalSnapshot: checks.input(
      "skipFinalSnapshot",
      args.skipFinalSnapshot,
      false,
      trueOrFalse,
      mustBeFalse("rds-instance-final-snapshot"),
    ),
    monitoringInterval: checks.input(
      "monitoringInterval",
      args.monitoringInterval,
      60,
      seconds,
      monitored("rds-instance-enhanced-monitoring"),
    ),
    databaseInsights: checks.input(
      "databaseInsights",
      args.databaseInsights,
      "advanced",
      oneOf("advanced", "standard"),
    ),
    caCertificate: checks.input("caCertificate", args.caCertificate, "rds-ca-rsa2048-g1", authority),
    allowMajorVersionUpgrade: checks.input(
      "allowMajorVersionUpgrade",
      args.allowMajorVersionUpgrade,
      false,
      trueOrFalse,
    ),
    allowedSecurityGroupIds:
      args.allowedSecurityGroupIds === undefined
        ? undefined
        : checks.list("allowedSecurityGroupIds", args.allowedSecurityGroupIds, anyIds, securityGroupId),
    logRetentionDays: checks.input("logRetentionDays", args.logRetentionDays, 365, logRetention, aYearOfLogs),
    backup: checkBackup(checks, args, "rds-instance-backup-plan"),
    eventTopicArn: checks.optionalInput("eventTopicArn", args.eventTopicArn, topicArn),
    networkRisks: sharedRisks(args.acceptedRisks),
    network: checkGivenNetwork(checks, args),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
  });
}

function sharedRisks(risks: Record<string, string> = {}): Record<string, string> {
  const shared: ControlId = "database-log-group-retention";
  return Object.fromEntries(Object.entries(risks).filter(([control]) => control === shared));
}
