import type * as pulumi from "@pulumi/pulumi";
import type { BackupArgs } from "../backup/backup";

export interface SecureInstanceArgs extends BackupArgs {
  /** Engine, as the RDS API calls it. Default and only choice: "postgres". */
  engine?: string;

  /**
   * Major version, from "15" on, the oldest that the PostgreSQL community still supports. Default: "17". RDS chooses the
   * minor version and upgrades it in the window.
   */
  engineVersion?: pulumi.Input<string>;

  /** Lets a new `engineVersion` upgrade the instance to another major version. Default: false. */
  allowMajorVersionUpgrade?: pulumi.Input<boolean>;

  /**
   * Stays on a major version after its standard support, at a price, where RDS would upgrade it. Default: false. True
   * needs an accepted risk. A change counts for a new instance only.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html
   */
  extendedSupport?: pulumi.Input<boolean>;

  /**
   * Instance class. Default: "db.m6g.large".
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html
   */
  instanceClass?: pulumi.Input<string>;

  /** Storage in GiB, from 20 to 59578, of type gp3. Default: 100. */
  allocatedStorage?: pulumi.Input<number>;

  /** GiB up to which the storage grows by itself, at least a tenth above the storage. Default: 1000, or twice it. */
  maxAllocatedStorage?: pulumi.Input<number>;

  /** Name of a database to make. Default: none beside the engine's own, "postgres". A change replaces the instance. */
  databaseName?: pulumi.Input<string>;

  /**
   * Name of the master user, whose password RDS keeps in Secrets Manager and rotates. Default: "dbadmin".
   * Names that everybody guesses, such as "postgres" or "admin", are an error. A change replaces the instance.
   */
  masterUsername?: pulumi.Input<string>;

  /** Port, from 1150 to 65535. Default: 5432. */
  port?: pulumi.Input<number>;

  /**
   * Parameters of the engine by name, on top of those that force TLS and log DDL, connections and disconnections.
   * They apply at creation, later ones at the next reboot. One that switches TLS or audit logging off is an error
   * unless `acceptedRisks` names the control. Default: none.
   */
  parameters?: Record<string, pulumi.Input<string>>;

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

  /** Keeps a standby in another zone. Default: true. False needs an accepted risk. */
  multiAz?: pulumi.Input<boolean>;

  /** Refuses deletion of the instance. Default: true. False needs an accepted risk. */
  deletionProtection?: pulumi.Input<boolean>;

  /**
   * Deletes the instance, its automated backups, the backups of a plan of its own and its logs without a last snapshot.
   * Default: false. True needs an accepted risk. The last snapshot is called "<parameter group>-final-<hash>".
   */
  skipFinalSnapshot?: pulumi.Input<boolean>;

  /** Lets database users log in with IAM tokens. Default: true. False needs an accepted risk. */
  iamAuthentication?: pulumi.Input<boolean>;

  /** Seconds between samples of enhanced monitoring: 1, 5, 10, 15, 30, 60. Default: 60. 0 needs an accepted risk. */
  monitoringInterval?: pulumi.Input<number>;

  /**
   * CloudWatch Database Insights: "advanced" keeps 465 days of Performance Insights, "standard" 7 days without its
   * price. Default: "advanced".
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
   * Ids of the security groups that may connect, where the network is its own. Default: none, and nothing connects.
   * An error beside `subnetGroupName`. Until an output of the whole list is known, as in a first preview, the policy
   * pack cannot judge the rule; a list of outputs it can.
   */
  allowedSecurityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * ARN of a customer managed key to share, which the services "rds", "secretsmanager" and "logs" may use, and "backup"
   * and "sns" for a plan and a topic of its own. Default: an EncryptionKey of its own. A change replaces the instance.
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
