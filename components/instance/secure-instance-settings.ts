import * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import { type Engine, engineNamed } from "../../engines";
import { type BackupSettings, backupArgumentNames, checkBackup } from "../backup/backup";
import { type GroupParameter, mergeParameters } from "../rds/parameters";
import { ArgumentChecks, type ArgumentNames, show, whenKnown } from "../shared/arguments";
import {
  anyIds,
  atLeastOneId,
  aYearOfLogs,
  databasePort,
  keyArn,
  logRetention,
  mustBeTrue,
  oneOf,
  rdsName,
  securityGroupId,
  topicArn,
  trueOrFalse,
  wholeNumber,
} from "../shared/rules";
import { dailyWindow, overlap, weeklyWindow } from "../shared/windows";
import type { SecureInstanceArgs } from "./secure-instance-arguments";
import {
  atLeastAWeek,
  authority,
  daily,
  databaseName,
  days,
  endsWithStandardSupport,
  instanceClass,
  keepsSnapshot,
  majorVersion,
  masterUsername,
  monitored,
  seconds,
  subnetGroup,
  weekly,
} from "./secure-instance-rules";

/** Engines that SecureInstance knows how to secure. */
const supportedEngines = ["postgres"];

const argumentNames: ArgumentNames<SecureInstanceArgs> = {
  ...backupArgumentNames,
  engine: true,
  engineVersion: true,
  extendedSupport: true,
  allowMajorVersionUpgrade: true,
  instanceClass: true,
  allocatedStorage: true,
  maxAllocatedStorage: true,
  databaseName: true,
  masterUsername: true,
  port: true,
  parameters: true,
  backupRetentionDays: true,
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
  "rds-instance-extended-support-off",
  "rds-instance-backup-plan",
  "database-log-group-retention",
];

/** A SecureInstance's arguments, checked and completed by their defaults. */
export interface InstanceSettings {
  readonly engine: Engine & { readonly name: string };
  readonly engineVersion: pulumi.Input<string>;
  readonly extendedSupport: pulumi.Input<boolean>;
  readonly instanceClass: pulumi.Input<string>;
  /** GiB. */
  readonly allocatedStorage: pulumi.Input<number>;
  /** GiB. */
  readonly maxAllocatedStorage: pulumi.Input<number>;
  readonly databaseName: pulumi.Input<string> | undefined;
  readonly masterUsername: pulumi.Input<string>;
  readonly port: pulumi.Input<number>;
  readonly parameters: readonly GroupParameter[];
  readonly backupRetentionDays: pulumi.Input<number>;
  readonly backupWindow: pulumi.Input<string>;
  readonly maintenanceWindow: pulumi.Input<string>;
  readonly multiAz: pulumi.Input<boolean>;
  readonly deletionProtection: pulumi.Input<boolean>;
  readonly skipFinalSnapshot: pulumi.Input<boolean>;
  readonly iamAuthentication: pulumi.Input<boolean>;
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
  /** Who may connect, where the network is its own. */
  readonly allowedSecurityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The accepted risks that a network of its own shares. */
  readonly networkRisks: Record<string, string>;
  /** A network that is given; absent: one of its own. */
  readonly network: GivenNetwork | undefined;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

interface GivenNetwork {
  readonly subnetGroupName: pulumi.Input<string>;
  readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
}

export function checkSecureInstance(name: string, args: SecureInstanceArgs): InstanceSettings {
  const checks = new ArgumentChecks(`SecureInstance ${JSON.stringify(name)}`, args, argumentNames, acceptable);
  checks.plain("name", name, rdsName);
  const engineName = checks.plain("engine", args.engine ?? "postgres", oneOf(...supportedEngines));
  const engine = engineNamed(engineName) ?? checks.refuse(`engine is ${show(engineName)}, whose facts are missing.`);
  const allocatedStorage = checks.input("allocatedStorage", args.allocatedStorage, 100, wholeNumber(20, 59578, "GiB"));
  return {
    engine: { ...engine, name: engineName },
    engineVersion: checks.input("engineVersion", args.engineVersion, "17", majorVersion),
    extendedSupport: checks.input("extendedSupport", args.extendedSupport, false, trueOrFalse, endsWithStandardSupport),
    instanceClass: checks.input("instanceClass", args.instanceClass, "db.m6g.large", instanceClass),
    allocatedStorage,
    maxAllocatedStorage: maxStorage(checks, args.maxAllocatedStorage, allocatedStorage),
    databaseName: checks.optionalInput("databaseName", args.databaseName, databaseName),
    masterUsername: checks.input("masterUsername", args.masterUsername, "dbadmin", masterUsername),
    port: checks.input("port", args.port, engine.port, databasePort),
    parameters: mergeParameters(checks, engine, args.parameters),
    backupRetentionDays: checks.input("backupRetentionDays", args.backupRetentionDays, 35, days, atLeastAWeek),
    ...windows(checks, args),
    multiAz: checks.input("multiAz", args.multiAz, true, trueOrFalse, mustBeTrue("rds-instance-multi-az")),
    deletionProtection: checks.input(
      "deletionProtection",
      args.deletionProtection,
      true,
      trueOrFalse,
      mustBeTrue("rds-instance-deletion-protection"),
    ),
    skipFinalSnapshot: checks.input("skipFinalSnapshot", args.skipFinalSnapshot, false, trueOrFalse, keepsSnapshot),
    iamAuthentication: checks.input(
      "iamAuthentication",
      args.iamAuthentication,
      true,
      trueOrFalse,
      mustBeTrue("rds-instance-iam-authentication"),
    ),
    monitoringInterval: checks.input("monitoringInterval", args.monitoringInterval, 60, seconds, monitored),
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
    allowedSecurityGroupIds: checks.list(
      "allowedSecurityGroupIds",
      args.allowedSecurityGroupIds ?? [],
      anyIds,
      securityGroupId,
    ),
    logRetentionDays: checks.input("logRetentionDays", args.logRetentionDays, 365, logRetention, aYearOfLogs),
    backup: checkBackup(checks, args, "rds-instance-backup-plan"),
    eventTopicArn: checks.optionalInput("eventTopicArn", args.eventTopicArn, topicArn),
    networkRisks: sharedRisks(args.acceptedRisks),
    network: givenNetwork(checks, args),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
  };
}

function sharedRisks(risks: Record<string, string> = {}): Record<string, string> {
  const shared: ControlId = "database-log-group-retention";
  return Object.fromEntries(Object.entries(risks).filter(([control]) => control === shared));
}

function givenNetwork(checks: ArgumentChecks, args: SecureInstanceArgs): GivenNetwork | undefined {
  const { subnetGroupName, securityGroupIds, allowedSecurityGroupIds } = args;
  if (subnetGroupName === undefined && securityGroupIds === undefined) {
    return undefined;
  }
  if (subnetGroupName === undefined || securityGroupIds === undefined) {
    const [given, missing] =
      subnetGroupName === undefined ? ["securityGroupIds", "subnetGroupName"] : ["subnetGroupName", "securityGroupIds"];
    checks.refuse(
      `${given} is given without ${missing}, but must come with it; give both, or neither for a new network.`,
    );
  }
  if (allowedSecurityGroupIds !== undefined) {
    checks.refuse(
      "allowedSecurityGroupIds is given beside subnetGroupName, " +
        "but the groups in securityGroupIds decide who may connect.",
    );
  }
  return {
    subnetGroupName: checks.optionalInput("subnetGroupName", subnetGroupName, subnetGroup) ?? subnetGroupName,
    securityGroupIds: checks.list("securityGroupIds", securityGroupIds, atLeastOneId, securityGroupId),
  };
}

function windows(
  checks: ArgumentChecks,
  args: SecureInstanceArgs,
): Pick<InstanceSettings, "backupWindow" | "maintenanceWindow"> {
  const backupWindow = checks.input("backupWindow", args.backupWindow, "02:00-03:00", daily);
  const maintenanceWindow = checks.input("maintenanceWindow", args.maintenanceWindow, "sun:04:00-sun:05:00", weekly);
  const apart = (backup: string, maintenance: string): string =>
    checks.plain("maintenanceWindow", maintenance, {
      allowed: `apart from backupWindow, ${show(backup)}`,
      accepts: () => !overlapping(backup, maintenance),
    });
  return {
    backupWindow,
    maintenanceWindow: whenKnown(backupWindow, (backup) =>
      whenKnown(maintenanceWindow, (maintenance) => apart(backup, maintenance)),
    ),
  };
}

function overlapping(backup: string, maintenance: string): boolean {
  const [one, other] = [dailyWindow(backup), weeklyWindow(maintenance)];
  return one !== undefined && other !== undefined && overlap(one, other);
}

/** RDS takes up to 65536 GiB, and as a maximum more than what is allocated, or more: API_CreateDBInstance. */
function maxStorage(
  checks: ArgumentChecks,
  max: pulumi.Input<number> | undefined,
  allocated: pulumi.Input<number>,
): pulumi.Input<number> {
  const check = (maximum: number, size: number): number =>
    checks.plain("maxAllocatedStorage", maximum, wholeNumber(Math.ceil((size * 11) / 10), 65536, "GiB"));
  const whenAbsent = (size: number): number => Math.min(65536, Math.max(1000, size * 2));
  if (typeof allocated === "number") {
    return max === undefined
      ? check(whenAbsent(allocated), allocated)
      : whenKnown(max, (known) => check(known, allocated));
  }
  return pulumi.all([max, allocated]).apply(([maximum, size]) => check(maximum ?? whenAbsent(size), size));
}
