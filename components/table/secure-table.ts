import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type BackupArgs, backUp } from "../backup/backup";
import { EncryptionKey } from "../key/encryption-key";
import { checkSecureTable } from "./secure-table-arguments";

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

  /** Keeps backups of the last 35 days, to the second. Default: true. False needs an accepted risk. */
  pointInTimeRecovery?: pulumi.Input<boolean>;

  /**
   * Refuses deletion of the table. Default: true. False needs an accepted risk, and lets the backups of a plan of its own
   * go with the table.
   */
  deletionProtection?: pulumi.Input<boolean>;

  /**
   * ARN of a customer managed key to share, which the service "dynamodb" may use, and "backup" for a plan of its own.
   * Default: an EncryptionKey of its own.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Tags of the table, and of a key and a plan of its own. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

  /**
   * Reasons, by control id, for arguments that weaken a control, such as
   * {"dynamodb-table-deletion-protection": "development only"}. The policy pack judges the table all the same.
   * Default: none.
   */
  acceptedRisks?: Record<string, string>;
}

export interface SecureTableGlobalIndex {
  /** Name of the index. */
  name: string;

  /** Attribute that is the partition key of the index. */
  hashKey: string;

  /** Attribute that is the sort key of the index. Default: none. */
  rangeKey?: string;

  /** What the index holds: "ALL", "KEYS_ONLY", or "INCLUDE" for the keys and `nonKeyAttributes`. Default: "ALL". */
  projectionType?: string;

  /** Further attributes in the index, with "INCLUDE". */
  nonKeyAttributes?: string[];
}

export interface SecureTableLocalIndex {
  /** Name of the index. */
  name: string;

  /** Attribute that is the sort key of the index. */
  rangeKey: string;

  /** What the index holds: "ALL", "KEYS_ONLY", or "INCLUDE" for the keys and `nonKeyAttributes`. Default: "ALL". */
  projectionType?: string;

  /** Further attributes in the index, with "INCLUDE". */
  nonKeyAttributes?: string[];
}

/**
 * An on-demand DynamoDB table that holds every control of this package: encrypted under a customer managed key, with
 * point-in-time recovery, backed up and protected from deletion.
 */
export class SecureTable extends pulumi.ComponentResource {
  /** Name of the table: the component's name and a random suffix. */
  public readonly tableName: pulumi.Output<string>;

  /** ARN of the table, which IAM policies of applications name. */
  public readonly arn: pulumi.Output<string>;

  /** ARN of the key. IAM policies of applications that use the table allow kms:Decrypt on it. */
  public readonly kmsKeyArn: pulumi.Output<string>;

  constructor(name: string, args: SecureTableArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkSecureTable(name, args);
    super("aws-secure-database:index:SecureTable", name, {}, opts);
    const { tags } = args;

    const kmsKeyArn =
      settings.kmsKeyArn ??
      new EncryptionKey(name, { services: ["dynamodb", "backup"], tags }, { parent: this }).keyArn;

    const table = new aws.dynamodb.Table(
      name,
      {
        billingMode: "PAY_PER_REQUEST",
        hashKey: args.hashKey,
        rangeKey: args.rangeKey,
        attributes: settings.attributes,
        globalSecondaryIndexes: settings.globalSecondaryIndexes,
        localSecondaryIndexes: settings.localSecondaryIndexes,
        ttl:
          args.timeToLiveAttribute === undefined
            ? undefined
            : { attributeName: args.timeToLiveAttribute, enabled: true },
        serverSideEncryption: { enabled: true, kmsKeyArn },
        pointInTimeRecovery: { enabled: settings.pointInTimeRecovery },
        deletionProtectionEnabled: settings.deletionProtection,
        tags,
      },
      { parent: this },
    );

    const deleteBackups = pulumi.output(settings.deletionProtection).apply((kept) => !kept);
    backUp(name, table.arn, settings.backup, { kmsKeyArn, deleteBackups, tags }, this);

    this.tableName = table.name;
    this.arn = table.arn;
    this.kmsKeyArn = pulumi.output(kmsKeyArn);
    this.registerOutputs({ tableName: this.tableName, arn: this.arn, kmsKeyArn: this.kmsKeyArn });
  }
}
