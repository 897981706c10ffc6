import type * as pulumi from "@pulumi/pulumi";
import type { InstanceOption } from "../rds/options";

/** The arguments of an instance about its engine, what it is made of and who rules it. */
export interface InstanceEngineArgs {
  /**
   * Engine and edition, as the RDS API calls them: "postgres", "mysql", "mariadb", "sqlserver-ee", "sqlserver-se",
   * "sqlserver-web", "sqlserver-ex", "oracle-ee", "oracle-ee-cdb", "oracle-se2", "oracle-se2-cdb", "db2-ae" or "db2-se".
   * Default: "postgres". A change replaces the instance.
   */
  engine?: string;

  /**
   * Major version. Default and choice: "17" of "15" to "18" for postgres, "8.4" of "8.0" and "8.4" for mysql, "11.8" of
   * "10.6", "10.11", "11.4" and "11.8" for mariadb, "16.00" of "14.00" to "16.00" for SQL Server, "19" for Oracle and of
   * "19" and "21" for its -cdb, "11.5" of "11.5" and "12.1" for Db2. RDS chooses the minor version and upgrades it in the
   * window. A version past its standard support needs an accepted risk.
   */
  engineVersion?: pulumi.Input<string>;

  /**
   * License model: for oracle-se2 "license-included" (default) or "bring-your-own-license", for Db2
   * "bring-your-own-license" (default; its `parameters` must have "rds.ibm_customer_id" and "rds.ibm_site_id") or
   * "marketplace-license". The other engines have one.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
   */
  licenseModel?: string;

  /**
   * Character set of Oracle, such as "AL32UTF8", or collation of SQL Server. Default: that of RDS. A change replaces the
   * instance.
   */
  characterSet?: pulumi.Input<string>;

  /** National character set of Oracle: "AL16UTF16" or "UTF8". Default: "AL16UTF16". A change replaces the instance. */
  nationalCharacterSet?: pulumi.Input<string>;

  /** Time zone of SQL Server or Db2, such as "UTC". Default: that of RDS, UTC. A change replaces the instance. */
  timezone?: pulumi.Input<string>;

  /** Lets a new `engineVersion` upgrade the instance to another major version. Default: false. */
  allowMajorVersionUpgrade?: pulumi.Input<boolean>;

  /**
   * Stays on a major version of postgres or mysql after its standard support, at a price, where RDS would upgrade it.
   * Default: false. True needs an accepted risk. A change counts for a new instance only.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html
   */
  extendedSupport?: pulumi.Input<boolean>;

  /**
   * Instance class. Default: "db.m6g.large" for postgres, mysql and mariadb, "db.m6i.large" for the others but
   * "db.m6i.xlarge" for sqlserver-ee, "db.t3.medium" for sqlserver-ex and "db.m7i.large" for oracle-se2. For SQL Server,
   * Oracle and Db2 one of Graviton is an error, as RDS has none.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html
   */
  instanceClass?: pulumi.Input<string>;

  /**
   * Storage type: "gp3", "io2", which is not in the regions of China, or "io1". Default: "gp3".
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
   */
  storageType?: pulumi.Input<string>;

  /**
   * Storage in GiB, from 20 with gp3 or 100 with io1 and io2, to 59578, or 14894 for SQL Server. Default: 100; for a
   * restore that of its source.
   */
  allocatedStorage?: pulumi.Input<number>;

  /**
   * GiB up to which the storage grows by itself, at least a tenth above the storage. Default: 1000, or twice it; for a
   * restore without `allocatedStorage` it does not grow.
   */
  maxAllocatedStorage?: pulumi.Input<number>;

  /**
   * IOPS. Needed with io1 and io2, from 1000 and half of the GiB on. With gp3 from 12000 to 64000, for 400 GiB or more,
   * on Oracle 200; on SQL Server from 3000, for any size. Default: those of gp3.
   */
  iops?: pulumi.Input<number>;

  /** MiB a second of gp3 where it takes IOPS, up to a quarter of these. Default: those of gp3. */
  storageThroughput?: pulumi.Input<number>;

  /**
   * Name of a database to make; of Oracle the SID, of its -cdb the pluggable database, up to 8 capital letters and digits;
   * of Db2 up to 8 letters and digits. An error for SQL Server, where RDS makes none. Default: none beside the engine's
   * own; for Oracle "ORCL". A change replaces the instance.
   */
  databaseName?: pulumi.Input<string>;

  /**
   * Name of the master user. Default: "dbadmin". Names that everybody guesses, such as "postgres" or "admin", are an
   * error. A change replaces the instance.
   */
  masterUsername?: pulumi.Input<string>;

  /**
   * Password of the master user, from a secret of the configuration. Default: RDS makes one, keeps it in Secrets Manager
   * under the key and rotates it, which AWS has not beside `replicas` of another engine than SQL Server and beside
   * `blueGreenUpdate`: there it must be given, and is an error elsewhere. It is written, never read back.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
   */
  masterPassword?: pulumi.Input<string>;

  /** Number to raise with each new `masterPassword`, which is written only then. Default: 1. */
  masterPasswordVersion?: pulumi.Input<number>;

  /**
   * Days between two rotations of the password that RDS manages, from 1 to 1000. Default: the 7 of RDS. More than 90
   * needs an accepted risk. Once given and left out again, the last value stays.
   */
  masterPasswordRotationDays?: pulumi.Input<number>;

  /**
   * Port, from 1150 to 65535. Default: 5432 for postgres, 3306 for mysql and mariadb, 1433 for SQL Server, 1521 for
   * Oracle, 50000 for Db2, which lets clients in at another one alone, with TLS: its parameter "ssl_svcename", 50443
   * unless `parameters` has another.
   */
  port?: pulumi.Input<number>;

  /**
   * Parameters of the engine by name, on top of those that force TLS and log DDL, connections and disconnections.
   * They apply at creation, later ones at the next reboot. One that switches TLS or audit logging off is an error
   * unless `acceptedRisks` names the control. Default: none, but for mysql and mariadb log_output "FILE" and
   * slow_query_log "1", without which the logs that are exported stay empty.
   */
  parameters?: Record<string, pulumi.Input<string>>;

  /**
   * Options of the engine, on top of those that force TLS and write the audit trail: MARIADB_AUDIT_PLUGIN of mysql and
   * mariadb, SQLSERVER_AUDIT, DB2_AUDIT, and NATIVE_NETWORK_ENCRYPTION of Oracle. A setting that switches one of these
   * off is an error unless `acceptedRisks` names the control. Default: none.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithOptionGroups.html
   */
  options?: InstanceOption[];

  /**
   * ARN of the bucket, with or without a prefix, that keeps the audit trail of SQL Server or Db2, in the region of the
   * instance. What is audited is set inside the database. Default: a bucket of its own, encrypted under the key of the
   * instance, which keeps each file for `logRetentionDays`. An error for other engines.
   */
  auditBucketArn?: pulumi.Input<string>;

  /**
   * ARN of the role that writes the audit trail, needed where the bucket has a key of its own. Needs `auditBucketArn`.
   * Default: a role of its own that may write to the bucket.
   */
  auditRoleArn?: pulumi.Input<string>;
}
