import type * as pulumi from "@pulumi/pulumi";

export interface ActivityMonitorArgs {
  /**
   * ARN of the Aurora cluster: the output `arn` of a SecureCluster, or that of any other in the provider's account and
   * region.
   */
  clusterArn: pulumi.Input<string>;

  /** Resource id of the cluster, "cluster-...": the output `resourceId` of a SecureCluster. It never changes. */
  clusterResourceId: pulumi.Input<string>;

  /**
   * Engine of the cluster: "aurora-postgresql" or "aurora-mysql". Another one is an error: activity streams of RDS for
   * Oracle and SQL Server can be started by the RDS API alone, as the AWS provider has none for instances.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.DBActivityStreams.html
   */
  engine: string;

  /**
   * "async" sends what is done after it is done; "sync", of aurora-postgresql alone, makes sessions wait for it. Default:
   * "async". An error beside `streamName`. A change replaces the stream; without `stopStreamOnDestroy` the old one has to
   * be stopped first.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html
   */
  mode?: string;

  /**
   * Name of the Kinesis stream of an activity stream that runs already: "aws-rds-das-" and the `clusterResourceId`. Needs
   * `streamKmsKeyArn`. Default: none, the monitor starts the activity stream, which needs a member on a class that has it:
   * none whose name starts with db.t or is db.serverless.
   */
  streamName?: pulumi.Input<string>;

  /**
   * ARN of the customer managed key of the activity stream, in the cluster's account and region. Whoever deploys must be allowed to grant the consumer its use:
   * the key policy that AWS makes by default allows it. Default: an EncryptionKey of its own, which stays with the stream
   * when the monitor is destroyed.
   */
  streamKmsKeyArn?: pulumi.Input<string>;

  /**
   * Stops the activity stream when the monitor is destroyed. Default: false, the stream and its key stay, and so does the
   * record of what is done. An error beside `streamName`.
   */
  stopStreamOnDestroy?: boolean;

  /**
   * ARN of a customer managed key for the bucket, the queue, the logs and the topic, in the cluster's account and region,
   * which the services "s3", "sqs", "firehose", "logs" and "sns" may use. Default: an EncryptionKey of its own.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /**
   * Forms in which events are written: "ocsf", OCSF's Datastore Activity, and "aws", that of the activity stream. Default:
   * ["ocsf"].
   */
  formats?: string[];

  /**
   * What is kept back of every event: "text", the SQL text and error messages, and "parameters", those of prepared
   * statements. Default: nothing. Detections see all of it.
   */
  mask?: string[];

  /** What is looked for in the activity. */
  detections?: ActivityDetections;

  /** How long the bucket keeps what was done, and who may delete it. */
  bucket?: ActivityBucket;

  /** Makes a table of Glue's catalogue, for Athena. Default: none. */
  table?: ActivityTable;

  /** Minutes, from 1 to 1380, that the consumer may be behind before an alarm. The stream keeps a day. Default: 15. */
  maxDelayMinutes?: number;

  /**
   * Days that the consumer's logs are kept, one of those that CloudWatch Logs has, or 0 for ever. They hold no activity.
   * Default: 365.
   */
  logRetentionDays?: pulumi.Input<number>;

  /** Tags of everything that takes them. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** The detections and their thresholds, at most 3,000 bytes as JSON; docs/activity.md lists them. */
export interface ActivityDetections {
  /** Log-ins of one user from one host, from 2 to 100, that fail within five minutes and are too many. Default: 10. */
  failedLogins?: number;

  /** Rows, at least 1, that one statement may read. Default: 10000. */
  bulkReadRows?: number;

  /** When DDL is expected, in UTC, a minute of the week at least, such as "sun:03:00-sun:05:00". Default: at any time. */
  maintenanceWindow?: string;

  /** The master user, whose log-ins are told. Default: none, they are not. */
  masterUsername?: string;

  /** Database users of applications: the log-in of any other is told. Default: none is named, and none is told. */
  applicationUsers?: string[];

  /** Ids of detections to leave out. Default: none. */
  off?: string[];
}

/** The bucket of what was done. */
export interface ActivityBucket {
  /**
   * Days, from 1 to 36500, after which objects are deleted. The bucket keeps what is deleted for 30 days more, as an old
   * version. Default: never.
   */
  expireDays?: number;

  /**
   * Days, from 1 to 36500, at most `expireDays`, in which an object can be deleted only as `objectLockMode` allows.
   * Given later, it locks what is delivered from then on; taken away, what is locked stays so until its days are over.
   * Neither replaces the bucket. Default: none, whoever may delete objects can.
   * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html
   */
  objectLockDays?: number;

  /**
   * "GOVERNANCE" lets those with s3:BypassGovernanceRetention, such as administrators, delete objects and shorten or take
   * away their lock. "COMPLIANCE" lets nobody, the root user neither, until the days are over: not even to end the costs.
   * Default: "GOVERNANCE". Needs `objectLockDays`.
   * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
   */
  objectLockMode?: string;

  /** Days, at least 30, after which objects move to S3 Glacier Instant Retrieval. Default: never. */
  archiveDays?: number;
}

/** A table over the bucket. */
export interface ActivityTable {
  /**
   * Name of the database of Glue's catalogue that gets the table. Default: a database of its own, named after the monitor.
   */
  databaseName?: pulumi.Input<string>;
}
