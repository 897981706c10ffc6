import type * as pulumi from "@pulumi/pulumi";
import type { BackupArgs } from "../backup/backup";
import type { SecureTableGlobalIndex, SecureTableLocalIndex } from "./index-arguments";

export interface SecureTableArgs extends BackupArgs {
  /** Attribute that is the partition key. A change replaces the table. */
  hashKey: string;

  /** Attribute that is the sort key. Default: none. A change replaces the table. */
  rangeKey?: string;

  /** Types of the key attributes by name: "S" for text, "N" for numbers, "B" for binary. Default: "S" for each. */
  attributes?: Record<string, string>;

  /** Global secondary indexes. Default: none. */
  globalSecondaryIndexes?: SecureTableGlobalIndex[];

  /**
   * Local secondary indexes, which share the partition key. Need `rangeKey`. Default: none. A change replaces the table.
   */
  localSecondaryIndexes?: SecureTableLocalIndex[];

  /** Attribute with the time, in seconds since 1970, at which an item expires. Default: none, items stay. */
  timeToLiveAttribute?: string;

  /**
   * "STANDARD", or "STANDARD_INFREQUENT_ACCESS" for cheaper storage and dearer requests. Default: "STANDARD".
   * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.tableclasses.html
   */
  tableClass?: pulumi.Input<string>;

  /**
   * Most that an on-demand table and each of its global indexes serve, against a runaway bill. Default: no limit but the
   * account's. An error beside `provisioned`.
   */
  onDemandMaximums?: SecureTableMaximums;

  /**
   * Capacity that is paid for whether used or not, and follows the load between two bounds, for the table and each of
   * its global indexes. Default: none, every request is paid for (on-demand).
   */
  provisioned?: SecureTableCapacity;

  /**
   * What the stream of changes holds: "KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE" or "NEW_AND_OLD_IMAGES". Default: no stream;
   * with replicas "NEW_AND_OLD_IMAGES", which they need.
   */
  streamViewType?: string;

  /** Sends the changes to a Kinesis stream. Default: none. */
  kinesis?: SecureTableKinesis;

  /**
   * Copies of the table in other regions, each to read and write, under a key of its region, and with a backup plan there
   * where that of the table is its own. Default: none.
   * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html
   */
  replicas?: SecureTableReplica[];

  /** Keeps backups to the second. Default: true. False needs an accepted risk. */
  pointInTimeRecovery?: pulumi.Input<boolean>;

  /** Days that backups to the second go back, from 1 to 35. Default: 35. */
  pointInTimeRecoveryDays?: pulumi.Input<number>;

  /**
   * Refuses deletion of the table. Default: true. False needs an accepted risk, and lets the backups of a plan of its own
   * go with the table.
   */
  deletionProtection?: pulumi.Input<boolean>;

  /** Shows in CloudWatch which keys are asked for most, of the table and its global indexes. Default: false. */
  contributorInsights?: boolean;

  /** Who is kept from the table whatever their own policies say. Default: who comes without TLS. */
  access?: SecureTableAccess;

  /**
   * Makes the table from what lies in a bucket. Default: none, an empty table. A change from or to none replaces the table;
   * one of what is within does nothing.
   */
  importFromS3?: SecureTableImport;

  /**
   * ARN of a customer managed key to share, which the service "dynamodb" may use, and "backup" and "kinesis" for a plan
   * and a stream of its own. Default: an EncryptionKey of its own.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Tags of the table, its replicas, and of a key, a plan and a stream of its own. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

  /**
   * Reasons, by control id, for arguments that weaken a control, such as
   * {"dynamodb-table-deletion-protection": "development only"}. The policy pack judges the table all the same.
   * Default: none.
   */
  acceptedRisks?: Record<string, string>;
}

export interface SecureTableMaximums {
  /** Read request units a second, at least 1. Default: no limit. */
  readRequestUnits?: pulumi.Input<number>;

  /** Write request units a second, at least 1. Default: no limit. */
  writeRequestUnits?: pulumi.Input<number>;
}

export interface SecureTableCapacity {
  /** Fewest read capacity units, at least 1. Default: 5. */
  minReadUnits?: number;

  /** Most read capacity units. Default: 100. */
  maxReadUnits?: number;

  /** Fewest write capacity units, at least 1. Default: 5. */
  minWriteUnits?: number;

  /** Most write capacity units. Default: 100. */
  maxWriteUnits?: number;

  /**
   * Share of the capacity, in percent from 20 to 90, that is in use where it neither grows nor shrinks. Default: 70.
   * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
   */
  targetUtilization?: number;
}

export interface SecureTableKinesis {
  /** ARN of a stream that is there, encrypted under a KMS key. Default: a stream of its own, under the table's key. */
  streamArn?: pulumi.Input<string>;

  /** Hours that a stream of its own keeps changes, from 24 to 8760. Default: 24. An error beside `streamArn`. */
  retentionHours?: pulumi.Input<number>;
}

export interface SecureTableReplica {
  /** Region of the copy, another than the table's. */
  region: string;

  /**
   * ARN of a customer managed key of that region, which the services "dynamodb" and "backup" may use. Default: an EncryptionKey of its
   * own there. A change makes the copy anew.
   */
  kmsKeyArn?: pulumi.Input<string>;
}

export interface SecureTableAccess {
  /**
   * Id of the organization, "o-...", outside of which nobody gets at the table, its replicas or its stream; a stream of a
   * replica is not covered. Default: none, IAM policies decide.
   * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-cross-account-access.html
   */
  organizationId?: pulumi.Input<string>;

  /**
   * Ids of the VPC endpoints through which alone items are read and written, so that credentials that leak cannot do it
   * elsewhere. Default: none, from everywhere. What manages the table stays possible from everywhere, exports to a bucket
   * among it, and so does reading a stream, as triggers of Lambda come through no endpoint: leave those to roles that no
   * application has.
   * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html
   */
  vpcEndpointIds?: pulumi.Input<string>[];
}

export interface SecureTableImport {
  /** Name of the bucket. */
  bucket: pulumi.Input<string>;

  /** Start of the names of the objects to import. Default: all of them. */
  keyPrefix?: pulumi.Input<string>;

  /** Id of the account that owns the bucket. Default: the table's own. */
  bucketOwner?: pulumi.Input<string>;

  /** "CSV", "DYNAMODB_JSON" or "ION". */
  format: string;

  /** "NONE", "GZIP" or "ZSTD". Default: "NONE". */
  compression?: string;

  /** What parts the columns of CSV. Default: ",". An error with another format. */
  csvDelimiter?: string;

  /** Names of the columns of CSV. Default: the first line of each object. An error with another format. */
  csvHeaders?: string[];
}
