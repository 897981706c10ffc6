import type * as pulumi from "@pulumi/pulumi";

/** A read replica. */
export interface InstanceReplica {
  /** Name of the replica among those of the instance: 1 to 16 lower-case letters, digits and single hyphens. */
  name: string;

  /**
   * Region of the replica, such as "eu-central-1". Default: that of the instance. Another one needs `subnetGroupName` and
   * `securityGroupIds` there, and is an error for sqlserver-ee. A change replaces the replica.
   */
  region?: string;

  /** Instance class. Default: that of the instance. */
  instanceClass?: pulumi.Input<string>;

  /**
   * ARN of a customer managed key in another region, which the services "rds", "logs" and "sns" may use, and "s3"
   * for the audit bucket of Db2. Default: an EncryptionKey of its own there. An error without `region`, where the key is that of the instance.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Name of the DB subnet group in another region. An error without `region`. */
  subnetGroupName?: pulumi.Input<string>;

  /** Ids of the security groups of the replica. Default: those of the instance. Needed with `region`. */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * ARN of the topic in another region that gets the critical events of its databases, of a DatabaseEvents there. Default:
   * a DatabaseEvents of its own. An error without `region`.
   */
  eventTopicArn?: pulumi.Input<string>;

  /** Keeps a standby of the replica in another zone. Default: false. */
  multiAz?: pulumi.Input<boolean>;

  /**
   * Whether a replica of Oracle can be read: "open-read-only" (default), which needs a license of Active Data Guard, or
   * "mounted". An error for other engines.
   */
  replicaMode?: string;
}

/** What to restore, and when it was as wanted: one of the first two, and one of the last two. */
export interface InstanceRestore {
  /** Identifier of the instance to restore. */
  sourceDbInstanceIdentifier?: pulumi.Input<string>;

  /** ARN of the automated backups to restore, of an instance that is gone or in another region. */
  sourceDbInstanceAutomatedBackupsArn?: pulumi.Input<string>;

  /** Time to restore, in UTC, such as "2026-05-01T12:00:00Z". */
  restoreTime?: pulumi.Input<string>;

  /** True: the latest time that can be restored. */
  useLatestRestorableTime?: pulumi.Input<boolean>;
}
