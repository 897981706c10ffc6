import type * as pulumi from "@pulumi/pulumi";
import type { BackupArgs } from "../backup/backup";
import type { DatabaseAlarms } from "../monitoring/alarm-arguments";
import type { ProxyOptions } from "../proxy/database-proxy-arguments";
import type { ClusterEngineArgs } from "./cluster-engine-arguments";
import type { ClusterFeatureArgs } from "./cluster-feature-arguments";
import type { ClusterMemberArgs } from "./cluster-member-arguments";

export interface SecureClusterArgs extends BackupArgs, ClusterEngineArgs, ClusterMemberArgs, ClusterFeatureArgs {
  /** When CloudWatch tells that a member is in trouble, by a message to the topic of events. Default: as said there. */
  alarms?: DatabaseAlarms;

  /**
   * Makes a DatabaseProxy before the cluster, in the network of its own. Default: none. An error beside `subnetGroupName`:
   * make a DatabaseProxy.
   */
  proxy?: ProxyOptions;

  /** Days that automated backups are kept, from 1 to 35. Default: 35. Less than 7 needs an accepted risk. */
  backupRetentionDays?: pulumi.Input<number>;

  /**
   * Daily window for backups, in UTC, of at least 30 minutes, apart from the maintenance window.
   * Default: "02:00-03:00".
   */
  backupWindow?: pulumi.Input<string>;

  /**
   * Weekly window for maintenance and minor upgrades, in UTC, of at least 30 minutes. Default: "sun:04:00-sun:05:00".
   */
  maintenanceWindow?: pulumi.Input<string>;

  /** Refuses deletion of the cluster, and of a global database of its own. Default: true. False needs an accepted risk. */
  deletionProtection?: pulumi.Input<boolean>;

  /**
   * Deletes the cluster, its automated backups, the backups of a plan of its own, its logs and a key of its own without a
   * last snapshot. Default: false, and snapshot, backups, logs and key outlive the cluster: the key must, as AWS deletes it
   * 30 days after its stack, and nobody could read them then. True needs an accepted risk. The last snapshot is called
   * "<cluster parameter group>-final-<hash>".
   */
  skipFinalSnapshot?: pulumi.Input<boolean>;

  /** Lets database users log in with IAM tokens. Default: true. False needs an accepted risk. */
  iamAuthentication?: pulumi.Input<boolean>;

  /** Seconds between samples of enhanced monitoring: 1, 5, 10, 15, 30, 60. Default: 60. 0 needs an accepted risk. */
  monitoringInterval?: pulumi.Input<number>;

  /**
   * CloudWatch Database Insights: "advanced" keeps 465 days of Performance Insights, "standard" 7 days without its price.
   * Default: "advanced". Members on classes without Performance Insights have neither.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.html
   */
  databaseInsights?: pulumi.Input<string>;

  /** Certificate authority: "rds-ca-rsa2048-g1" (default), "rds-ca-rsa4096-g1" or "rds-ca-ecc384-g1". */
  caCertificate?: pulumi.Input<string>;

  /**
   * Days that exported logs, and flow logs of a network of its own, are kept, as CloudWatch Logs takes them; 0: for ever.
   * Default: 365. Less needs an accepted risk.
   */
  logRetentionDays?: pulumi.Input<number>;

  /**
   * ARN of the topic that gets the critical events of the account's databases, of a DatabaseEvents to share.
   * Default: a DatabaseEvents of its own; an account has room for five of them in a region.
   */
  eventTopicArn?: pulumi.Input<string>;

  /**
   * Name of a DB subnet group to share, in three zones for a Multi-AZ DB cluster. Needs `securityGroupIds`. Default: an
   * IsolatedNetwork of its own.
   */
  subnetGroupName?: pulumi.Input<string>;

  /** Ids of the security groups of the cluster, at least one. Needs `subnetGroupName`. Default: one of its own. */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Ids of the security groups that may connect, where the network is its own. Default: the output
   * `applicationSecurityGroupId`, which applications join. An error beside `subnetGroupName`. Until an output of the whole
   * list is known, as in a first preview, the policy pack cannot judge the rule; a list of outputs it can.
   */
  allowedSecurityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * ARN of a customer managed key to share, of the region of the cluster, which the services "rds", "secretsmanager" and
   * "logs" may use, and "backup" and "sns" for a plan and a topic of its own. Default: an EncryptionKey of its own. A change
   * replaces the cluster.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Tags of every resource that takes tags, and of snapshots. Default: none but the Name of network resources. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

  /**
   * Reasons, by control id, for arguments that weaken a control, such as {"rds-cluster-multi-az": "development only"}. The
   * policy pack judges the cluster all the same. Default: none.
   */
  acceptedRisks?: Record<string, string>;
}
