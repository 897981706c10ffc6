import type * as pulumi from "@pulumi/pulumi";

/** The arguments of a cluster about what not every engine has, and what a cluster begins with. */
export interface ClusterFeatureArgs {
  /**
   * Seconds, up to 259200, that aurora-mysql can be rewound in place. Default: 0, off. An error for another engine and in a
   * global database. An existing cluster takes it only when it is restored or cloned.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html
   */
  backtrackWindow?: number;

  /**
   * Lets IAM principals run SQL over HTTPS, past the network. Default: false. An error for a Multi-AZ DB cluster and on
   * classes that start with "db.t". A restore gets it at its second deploy.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html
   */
  dataApi?: boolean;

  /** Sends what is done in an Aurora database to a stream that its administrators cannot silence. Default: none. */
  activityStream?: ClusterActivityStream;

  /**
   * Makes an encrypted global database of which this cluster of Aurora is the primary one. Default: false. Needs
   * `masterPassword`.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html
   */
  globalCluster?: boolean;

  /**
   * Identifier of the global database that this cluster of Aurora joins as a secondary one: the output
   * `globalClusterIdentifier` of the primary. Needs `sourceRegion`, and a provider of another region than that. Default:
   * none. An error beside `globalCluster`.
   */
  globalClusterIdentifier?: pulumi.Input<string>;

  /** Region of the primary cluster, such as "eu-central-1". Needs `globalClusterIdentifier`. */
  sourceRegion?: pulumi.Input<string>;

  /**
   * Identifier or ARN of a snapshot to restore, which decides database and master user; it is encrypted anew under the
   * key. Default: a new cluster. Leave it in place: a later change has no effect. Database Insights begins at the second
   * deploy. An error for a Multi-AZ DB cluster, which the AWS provider restores without its class.
   */
  snapshotIdentifier?: pulumi.Input<string>;

  /**
   * The cluster of Aurora to restore to a point in time, or to clone. As with `snapshotIdentifier`, of which it is an
   * alternative. Its source must be encrypted. Default: a new cluster.
   */
  restoreToPointInTime?: ClusterRestore;
}

/** An activity stream of a cluster of Aurora. */
export interface ClusterActivityStream {
  /**
   * "async" sends what is done after it is done; "sync", of aurora-postgresql alone, makes sessions wait for it.
   * Default: "async". A change replaces the stream.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html
   */
  mode?: string;

  /**
   * ARN of the customer managed key of the stream, which the service "rds" may use. Default: that of the cluster. A change
   * replaces the stream.
   */
  kmsKeyArn?: pulumi.Input<string>;
}

/** What a cluster is restored from. */
export interface ClusterRestore {
  /** Identifier of the cluster. */
  sourceClusterIdentifier: pulumi.Input<string>;

  /** Time in UTC, such as "2026-05-01T12:00:00Z". Either this or `useLatestRestorableTime`. */
  restoreTime?: pulumi.Input<string>;

  /** The latest time there is. Either true or absent, with `restoreTime` in its place. */
  useLatestRestorableTime?: boolean;

  /**
   * Clones the cluster: the pages that neither side changes are stored once. Default: false, a full copy.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Clone.html
   */
  clone?: boolean;
}
