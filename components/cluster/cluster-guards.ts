import type * as pulumi from "@pulumi/pulumi";
import type { ControlId } from "../../controls/ids";
import { type BackupSettings, checkBackup } from "../backup/backup";
import { atLeastAWeek, authority, backupDays, monitored, mustBeFalse, seconds } from "../rds/rules";
import type { ArgumentChecks } from "../shared/arguments";
import {
  anyIds,
  aYearOfLogs,
  keyArn,
  logRetention,
  mustBeTrue,
  oneOf,
  securityGroupId,
  topicArn,
  trueOrFalse,
} from "../shared/rules";
import type { SecureClusterArgs } from "./secure-cluster-arguments";

/** What guards and watches a cluster of any engine alike. */
export interface ClusterGuards {
  readonly backupRetentionDays: pulumi.Input<number>;
  readonly deletionProtection: pulumi.Input<boolean>;
  readonly skipFinalSnapshot: pulumi.Input<boolean>;
  readonly iamAuthentication: pulumi.Input<boolean>;
  /** Seconds. */
  readonly monitoringInterval: pulumi.Input<number>;
  readonly databaseInsights: pulumi.Input<string>;
  readonly caCertificate: pulumi.Input<string>;
  /** Days, or 0 for ever. */
  readonly logRetentionDays: pulumi.Input<number>;
  readonly backup: BackupSettings;
  /** Absent: one of its own. */
  readonly eventTopicArn: pulumi.Input<string> | undefined;
  /** Who may connect, where the network is its own; absent: a group of its own. */
  readonly allowedSecurityGroupIds: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The accepted risks that a network of its own shares. */
  readonly networkRisks: Record<string, string>;
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

export function checkClusterGuards(checks: ArgumentChecks, args: SecureClusterArgs): ClusterGuards {
  const retention: ControlId = "rds-cluster-backup-retention";
  return {
    backupRetentionDays: checks.input(
      "backupRetentionDays",
      args.backupRetentionDays,
      35,
      backupDays(retention),
      atLeastAWeek(retention),
    ),
    deletionProtection: checks.input(
      "deletionProtection",
      args.deletionProtection,
      true,
      trueOrFalse,
      mustBeTrue("rds-cluster-deletion-protection"),
    ),
    skipFinalSnapshot: checks.input(
      "skipFinalSnapshot",
      args.skipFinalSnapshot,
      false,
      trueOrFalse,
      mustBeFalse("rds-cluster-final-snapshot"),
    ),
    iamAuthentication: checks.input(
      "iamAuthentication",
      args.iamAuthentication,
      true,
      trueOrFalse,
      mustBeTrue("rds-cluster-iam-authentication"),
    ),
    monitoringInterval: checks.input(
      "monitoringInterval",
      args.monitoringInterval,
      60,
      seconds,
      monitored("rds-cluster-member-enhanced-monitoring"),
    ),
    databaseInsights: checks.input(
      "databaseInsights",
      args.databaseInsights,
      "advanced",
      oneOf("advanced", "standard"),
    ),
    caCertificate: checks.input("caCertificate", args.caCertificate, "rds-ca-rsa2048-g1", authority),
    allowedSecurityGroupIds:
      args.allowedSecurityGroupIds === undefined
        ? undefined
        : checks.list("allowedSecurityGroupIds", args.allowedSecurityGroupIds, anyIds, securityGroupId),
    logRetentionDays: checks.input("logRetentionDays", args.logRetentionDays, 365, logRetention, aYearOfLogs),
    backup: checkBackup(checks, args, "rds-cluster-backup-plan"),
    eventTopicArn: checks.optionalInput("eventTopicArn", args.eventTopicArn, topicArn),
    networkRisks: sharedRisks(args.acceptedRisks),
    kmsKeyArn: checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn),
  };
}

function sharedRisks(risks: Record<string, string> = {}): Record<string, string> {
  const shared: ControlId = "database-log-group-retention";
  return Object.fromEntries(Object.entries(risks).filter(([control]) => control === shared));
}
