import type * as pulumi from "@pulumi/pulumi";
import type { BackupArgs } from "../backup/backup";
import type { DatabaseAlarms } from "../monitoring/alarm-arguments";
import type { ProxyOptions } from "../proxy/database-proxy-arguments";
import type { InstanceBackupReplication } from "./backup-replication";
import type { InstanceEngineArgs } from "./instance-engine-arguments";
import type { InstanceReplica, InstanceRestore } from "./instance-replica-arguments";

export interface SecureInstanceArgs extends BackupArgs, InstanceEngineArgs {
  /**
   * When CloudWatch tells the topic of `eventTopicArn` that the instance or a replica is in trouble: its storage, processor,
   * connections, the lag of a replica, and failed log-ins of postgres, mysql, mariadb and SQL Server. Default: the values
   * of each.
   */
  alarms?: DatabaseAlarms;

  /**
   * A DatabaseProxy before the instance, in its network: TLS and IAM tokens alone. For postgres, mysql and mariadb. An
   * error beside `subnetGroupName`. Default: none.
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

  /** Copies automated backups to another region. Default: none. */
  backupReplication?: InstanceBackupReplication;

  /**
   * Keeps a standby in another zone. Default: true, but false for sqlserver-ex, which cannot, and for sqlserver-web, which
   * can in newer minor versions alone. False needs an accepted risk where it can.
   */
  multiAz?: pulumi.Input<boolean>;

  /** Refuses deletion of the instance. Default: true. False needs an accepted risk. */
  deletionProtection?: pulumi.Input<boolean>;

  /**
   * Deletes the instance, its automated backups, the backups of a plan of its own, its logs and a key of its own without a
   * last snapshot. Default: false, and snapshot, backups, logs and key outlive the instance: the key must, as AWS deletes
   * it 30 days after its stack, and nobody could read them then. True needs an accepted risk. The last snapshot is called
   * "<parameter group>-final-<hash>".
   */
  skipFinalSnapshot?: pulumi.Input<boolean>;

  /**
   * Lets database users log in with IAM tokens. Default: true, but false where the engine cannot: SQL Server, Oracle, Db2
   * and mariadb before 10.11. False needs an accepted risk where it can.
   */
  iamAuthentication?: pulumi.Input<boolean>;

  /** Seconds between samples of enhanced monitoring: 1, 5, 10, 15, 30, 60. Default: 60. 0 needs an accepted risk. */
  monitoringInterval?: pulumi.Input<number>;

  /**
   * CloudWatch Database Insights: "advanced" keeps 465 days of Performance Insights, "standard" 7 days without its
   * price. Default: "advanced". Without effect on Db2 and on classes that have no Performance Insights.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.html
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

  /** Name of a DB subnet group to share. Needs `securityGroupIds`. Default: an IsolatedNetwork of its own. */
  subnetGroupName?: pulumi.Input<string>;

  /** Ids of the security groups of the instance, at least one. Needs `subnetGroupName`. Default: one of its own. */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Ids of the security groups that may connect, where the network is its own. Default: one of its own, the output
   * `applicationSecurityGroupId`, that applications join; an empty list: none, and nothing connects.
   * An error beside `subnetGroupName`. Until an output of the whole list is known, as in a first preview, the policy
   * pack cannot judge the rule; a list of outputs it can.
   */
  allowedSecurityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Major and minor upgrades, and most other changes, by a blue/green deployment, which takes a minute of downtime. For
   * postgres, mysql and mariadb, without replicas in another region. Default: false. Needs `masterPassword`.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments.html
   */
  blueGreenUpdate?: boolean;

  /**
   * Read replicas, secured like the instance: up to 15, of Oracle 5, of Db2 3, of sqlserver-se, -web and -ex and
   * oracle-se2 none. Default: none. They need `masterPassword`, except for sqlserver-ee.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html
   */
  replicas?: InstanceReplica[];

  /**
   * Identifier or ARN of a snapshot to restore, which decides database, master user, storage key and size. It must be
   * encrypted. Default: a new instance. Leave it in place: a later change has no effect.
   */
  snapshotIdentifier?: pulumi.Input<string>;

  /**
   * The instance or automated backups to restore, to a point in time. As with `snapshotIdentifier`, of which it is an
   * alternative. Default: a new instance.
   */
  restoreToPointInTime?: InstanceRestore;

  /**
   * ARN of a customer managed key to share, which the services "rds", "secretsmanager" and "logs" may use, and "backup",
   * "sns" and "s3" for a plan, a topic and an audit bucket of its own. Default: an EncryptionKey of its own. A change replaces the instance.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Tags of every resource that takes tags, and of snapshots. Default: none but the Name of network resources. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

  /**
   * Reasons, by control id, for arguments that weaken a control, such as
   * {"rds-instance-multi-az": "development only"}. The policy pack judges the instance all the same. Default: none.
   */
  acceptedRisks?: Record<string, string>;
}
