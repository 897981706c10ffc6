import type * as pulumi from "@pulumi/pulumi";

/** The arguments of a cluster about its members. */
export interface ClusterMemberArgs {
  /**
   * Members of a cluster of Aurora, from 1 to 16: a writer and readers, in other zones by themselves. Default: 2. 1 needs
   * an accepted risk. An error beside `instances` and for a Multi-AZ DB cluster, which has three.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.html
   */
  instanceCount?: number;

  /**
   * Members of a cluster of Aurora one by one, from 1 to 16, the first of which becomes the writer. Default:
   * `instanceCount` of them, all alike. 1 needs an accepted risk.
   */
  instances?: ClusterMember[];

  /**
   * Instance class of members that name none: for Aurora of the families r, t and x, for a Multi-AZ DB cluster one with
   * disks of its own. Default: "db.r6g.large" for Aurora, "db.m6gd.large" for a Multi-AZ DB cluster. An error beside
   * `serverlessV2`.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.html
   */
  instanceClass?: pulumi.Input<string>;

  /** Makes members that name no class Aurora Serverless v2, class "db.serverless". Default: none, a fixed class. */
  serverlessV2?: ClusterServerlessV2;

  /** Adds readers to a cluster of Aurora when they are busy. Default: none are added. */
  readerScaling?: ClusterReaderScaling;
}

/** A member of a cluster of Aurora. */
export interface ClusterMember {
  /** Name, unique among the members: 1 to 16 lower-case letters, digits and single hyphens, starting with a letter. */
  name: string;

  /** Instance class; "db.serverless" needs `serverlessV2`. Default: that of the cluster. */
  instanceClass?: pulumi.Input<string>;

  /** Order in which members become the writer when that fails, from 0, the first, to 15. Default: 1. */
  promotionTier?: pulumi.Input<number>;
}

/** The capacity that each serverless member scales within, in Aurora capacity units of about 2 GiB of memory. */
export interface ClusterServerlessV2 {
  /**
   * Least, from 0, where a member pauses, to 256 in steps of 0.5. Default: 2, as Performance Insights needs. In a global
   * database AWS wants 8.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html
   */
  minCapacity?: number;

  /** Most, from 1 to 256 in steps of 0.5, and no less than the least. Default: 16. */
  maxCapacity?: number;

  /** Seconds without connections, from 300 to 86400, after which a member with a least of 0 pauses. Default: 300. */
  secondsUntilAutoPause?: number;
}

/** Readers that Application Auto Scaling adds, and takes away again. */
export interface ClusterReaderScaling {
  /** Readers at least, from 1 to 15, those of `instanceCount` among them. Default: 1. */
  minReaders?: number;

  /** Readers at most, from the least to 15. */
  maxReaders: number;

  /** Percent of the readers' processors, from 1 to 100, to scale by. Default: 60. An error beside `connections`. */
  cpuPercent?: number;

  /** Connections of a reader, from 1 to 100000, to scale by. Default: none, the processors decide. */
  connections?: number;
}
