import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import { backupArgumentNames } from "../backup/backup";
import { type AlarmSettings, checkAlarms } from "../monitoring/alarm-arguments";
import type { ProxyOptionSettings } from "../proxy/database-proxy-settings";
import { checkGivenNetwork, type GivenNetwork } from "../rds/given-network";
import { givenPassword, type MasterPassword, managedPassword } from "../rds/master-password";
import { checkSchedule, type Schedule } from "../rds/schedule";
import { ArgumentChecks, type ArgumentNames } from "../shared/arguments";
import { rdsName } from "../shared/rules";
import { type ClusterEngineSettings, checkClusterEngine, checkEngineName } from "./cluster-engine";
import { type ClusterFeatures, checkClusterFeatures } from "./cluster-features";
import { type ClusterGuards, checkClusterGuards } from "./cluster-guards";
import { type ClusterMembers, checkClusterMembers } from "./cluster-members";
import { notApplicableTo } from "./cluster-not-applicable";
import { type ClusterOrigin, checkClusterOrigin } from "./cluster-origin";
import { type ClusterParameters, checkClusterParameters } from "./cluster-parameters";
import { checkClusterProxy } from "./cluster-proxy";
import { type ClusterStorage, checkClusterStorage } from "./cluster-storage";
import type { SecureClusterArgs } from "./secure-cluster-arguments";

const argumentNames: ArgumentNames<SecureClusterArgs> = {
  ...backupArgumentNames,
  engine: true,
  engineVersion: true,
  allowMajorVersionUpgrade: true,
  extendedSupport: true,
  storageType: true,
  allocatedStorage: true,
  iops: true,
  databaseName: true,
  masterUsername: true,
  masterPassword: true,
  masterPasswordVersion: true,
  masterPasswordRotationDays: true,
  port: true,
  clusterParameters: true,
  instanceParameters: true,
  instanceCount: true,
  instances: true,
  instanceClass: true,
  serverlessV2: true,
  readerScaling: true,
  backtrackWindow: true,
  dataApi: true,
  activityStream: true,
  globalCluster: true,
  globalClusterIdentifier: true,
  sourceRegion: true,
  snapshotIdentifier: true,
  restoreToPointInTime: true,
  alarms: true,
  proxy: true,
  backupRetentionDays: true,
  backupWindow: true,
  maintenanceWindow: true,
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
  "rds-cluster-tls-enforced",
  "rds-cluster-statement-logging",
  "rds-cluster-audit-logging",
  "rds-cluster-backup-retention",
  "rds-cluster-deletion-protection",
  "rds-cluster-final-snapshot",
  "rds-cluster-multi-az",
  "rds-cluster-iam-authentication",
  "rds-cluster-member-enhanced-monitoring",
  "rds-instance-engine-version-supported",
  "rds-instance-extended-support-off",
  "rds-cluster-backup-plan",
  "database-log-group-retention",
  "database-secret-rotation",
];

/** A SecureCluster's arguments, checked and completed by their defaults. */
export interface ClusterSettings
  extends ClusterEngineSettings,
    ClusterMembers,
    ClusterFeatures,
    ClusterGuards,
    ClusterStorage,
    Schedule {
  readonly origin: ClusterOrigin;
  readonly parameters: ClusterParameters;
  /** Absent: a secondary cluster has that of its primary. */
  readonly password: MasterPassword | undefined;
  readonly alarms: AlarmSettings;
  readonly proxy: ProxyOptionSettings | undefined;
  /** A network that is given; absent: one of its own. */
  readonly network: GivenNetwork | undefined;
  readonly notApplicable: pulumi.Output<Record<string, string>>;
}

/** @throws an ArgumentError on an argument that is wrong, or that weakens a control without an accepted risk */
export function checkSecureCluster(name: string, args: SecureClusterArgs): ClusterSettings {
  const checks = new ArgumentChecks(`SecureCluster ${JSON.stringify(name)}`, args, argumentNames, acceptable);
  checks.plain("name", name, rdsName);
  const known = checkEngineName(checks, args);
  const origin = checkClusterOrigin(checks, args, known.edition);
  const engine = checkClusterEngine(checks, args, known, origin.made);
  const members = checkClusterMembers(checks, args, engine.edition);
  const password = checkPassword(checks, args, engine, origin);
  const guards = checkClusterGuards(checks, args);
  return checks.settled({
    ...engine,
    ...members,
    ...checkClusterFeatures(checks, args, engine, members, origin),
    ...checkClusterStorage(checks, args, engine.edition),
    ...checkSchedule(checks, args),
    origin,
    parameters: checkClusterParameters(checks, args, engine),
    password,
    ...guards,
    alarms: checkAlarms(checks, args.alarms),
    proxy: checkClusterProxy(checks, args, engine, guards.iamAuthentication),
    network: checkGivenNetwork(checks, args),
    notApplicable: notApplicableTo(engine, members, origin),
  });
}

/** RDS manages the password, but not in a global database, whose secondary clusters have the primary's. */
function checkPassword(
  checks: ArgumentChecks,
  args: SecureClusterArgs,
  { edition }: ClusterEngineSettings,
  { made, globalCluster }: ClusterOrigin,
): MasterPassword | undefined {
  if (globalCluster) {
    const because = "AWS has no global database of a cluster whose password RDS manages";
    return givenPassword(checks, args, edition.longestPassword, "globalCluster", because);
  }
  if (made !== "globalClusterIdentifier") {
    return managedPassword(checks, args, "unless there is globalCluster");
  }
  for (const argument of ["masterPassword", "masterPasswordVersion", "masterPasswordRotationDays"] as const) {
    if (args[argument] !== undefined) {
      checks.refuse(
        `${argument} is given beside ${made}, but a secondary cluster has that of its primary; leave it out.`,
      );
    }
  }
  return undefined;
}
