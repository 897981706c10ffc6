import type * as pulumi from "@pulumi/pulumi";

/** The arguments of a cluster about its engine, its storage and who rules it. */
export interface ClusterEngineArgs {
  /**
   * Engine, as the RDS API calls it: "aurora-postgresql" or "aurora-mysql" for a cluster of Aurora, "postgres" or "mysql"
   * for a Multi-AZ DB cluster, a writer and two readers that RDS makes in three zones. Default: "aurora-postgresql". A
   * change replaces the cluster.
   */
  engine?: string;

  /**
   * Major version. Default and choice: "17" of "15" to "18" for aurora-postgresql and postgres, "8.4" of "8.0" and "8.4"
   * for aurora-mysql and mysql. RDS chooses the minor version and upgrades it in the window. A version past its standard
   * support needs an accepted risk. In a global database a change has no effect: upgrade the global cluster.
   */
  engineVersion?: pulumi.Input<string>;

  /** Lets a new `engineVersion` upgrade the cluster to another major version. Default: false. */
  allowMajorVersionUpgrade?: pulumi.Input<boolean>;

  /**
   * Stays on a major version after its standard support, at a price, where RDS would upgrade it. Default: false. True
   * needs an accepted risk. A change counts for a new cluster only.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/extended-support.html
   */
  extendedSupport?: pulumi.Input<boolean>;

  /**
   * Storage type: of Aurora "aurora" (default) or "aurora-iopt1", which has no price by the request; of a Multi-AZ DB
   * cluster "gp3" (default), "io1" or "io2", where a change replaces the cluster.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
   */
  storageType?: pulumi.Input<string>;

  /**
   * GiB of each member of a Multi-AZ DB cluster, from 400 with gp3 or 100 with io1 and io2, to 65536. Default: 400. It
   * does not grow by itself. An error for Aurora, whose storage does.
   */
  allocatedStorage?: pulumi.Input<number>;

  /**
   * IOPS of each member of a Multi-AZ DB cluster: with gp3 from 12000 to 64000, with io1 and io2 from 1000 and half of the
   * GiB to 50 times the GiB. Default: 12000 with gp3, else the least. An error for Aurora.
   */
  iops?: pulumi.Input<number>;

  /** Name of a database to make. Default: none beside the engine's own. A change replaces the cluster. */
  databaseName?: pulumi.Input<string>;

  /**
   * Name of the master user, up to 16 characters. Default: "dbadmin". Names that everybody guesses, such as "postgres" or
   * "admin", are an error. A change replaces the cluster.
   */
  masterUsername?: pulumi.Input<string>;

  /**
   * Password of the master user, from a secret of the configuration. Default: RDS makes one, keeps it in Secrets Manager
   * under the key and rotates it, which AWS has not in a global database: beside `globalCluster` it must be given, and is
   * an error elsewhere. It is written, never read back.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html
   */
  masterPassword?: pulumi.Input<string>;

  /** Number to raise with each new `masterPassword`, which is written only then. Default: 1. */
  masterPasswordVersion?: pulumi.Input<number>;

  /**
   * Days between two rotations of the password that RDS manages, from 1 to 1000. Default: the 7 of RDS. More than 90
   * needs an accepted risk.
   */
  masterPasswordRotationDays?: pulumi.Input<number>;

  /** Port, from 1150 to 65535. Default: 5432 for PostgreSQL, 3306 for MySQL. */
  port?: pulumi.Input<number>;

  /**
   * Parameters of the cluster by name, on top of those that force TLS and write the audit trail: for PostgreSQL of DDL,
   * connections and disconnections and by pgaudit, for aurora-mysql by its server audit. They apply at creation, later
   * ones at the next reboot. One that switches TLS or auditing off is an error unless `acceptedRisks` names the control.
   * Default: none, but for mysql log_output "FILE" and slow_query_log "1".
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithParamGroups.html
   */
  clusterParameters?: Record<string, pulumi.Input<string>>;

  /**
   * Parameters of the members of Aurora by name, which they set over the cluster's. As with `clusterParameters`; one that
   * forces TLS belongs there. Default: none, but for aurora-mysql log_output "FILE" and slow_query_log "1". An error for a
   * Multi-AZ DB cluster, whose members have the cluster's.
   */
  instanceParameters?: Record<string, pulumi.Input<string>>;
}
