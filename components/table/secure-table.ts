import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ownItemsPolicyOf } from "../access/own-items";
import type { OwnItemsArgs } from "../access/own-items-arguments";
import { TableAccess } from "../access/table-access";
import { backUp } from "../backup/backup";
import { EncryptionKey } from "../key/encryption-key";
import { nameOf, remember } from "../shared/names";
import { withRenames } from "../shared/renames";
import { capacityOf, followLoad } from "./capacity";
import type { SecureTableArgs } from "./secure-table-arguments";
import { checkSecureTable } from "./secure-table-settings";
import { countKeys, guard, guardStream, importOf, replicaArn, replicasOf, sendChanges } from "./table-features";

/**
 * A DynamoDB table that holds every control of this package: encrypted under a customer managed key, with point-in-time
 * recovery, backed up, protected from deletion, and closed to whoever comes without TLS.
 */
export class SecureTable extends pulumi.ComponentResource {
  /** Name of the table: the component's name and a random suffix. Replicas have the same. */
  public readonly tableName: pulumi.Output<string>;

  /** ARN of the table, which IAM policies of applications name. */
  public readonly arn: pulumi.Output<string>;

  /** ARNs of the replicas, by region. */
  public readonly replicaArns: pulumi.Output<Record<string, string>>;

  /** ARN of the stream of changes; empty without one. */
  public readonly streamArn: pulumi.Output<string>;

  /** ARN of the Kinesis stream that gets the changes; empty without one. */
  public readonly kinesisStreamArn: pulumi.Output<string>;

  /** ARN of the key. IAM policies of applications that use the table allow kms:Decrypt on it. */
  public readonly kmsKeyArn: pulumi.Output<string>;

  constructor(name: string, args: SecureTableArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkSecureTable(name, args);
    super("aws-secure-database:index:SecureTable", name, {}, withRenames("SecureTable", name, opts));
    remember(this, name);
    const { tags } = args;

    const services = ["dynamodb", "backup", ...(settings.kinesis === undefined ? [] : ["kinesis"])];
    const kmsKeyArn = settings.kmsKeyArn ?? new EncryptionKey(name, { services, tags }, { parent: this }).keyArn;

    const { pointInTimeRecovery, deletionProtection, streamViewType } = settings;
    const replicas = replicasOf(name, settings.replicas, pointInTimeRecovery, deletionProtection, tags, this);
    const capacity = capacityOf(settings.capacity);
    const table = new aws.dynamodb.Table(
      name,
      {
        ...capacity.ofTable,
        tableClass: settings.tableClass,
        hashKey: args.hashKey,
        rangeKey: args.rangeKey,
        attributes: settings.attributes,
        globalSecondaryIndexes: settings.globalSecondaryIndexes?.map((index) => ({ ...index, ...capacity.ofIndex })),
        localSecondaryIndexes: settings.localSecondaryIndexes,
        ttl:
          args.timeToLiveAttribute === undefined
            ? undefined
            : { attributeName: args.timeToLiveAttribute, enabled: true },
        streamEnabled: streamViewType === undefined ? undefined : true,
        streamViewType,
        replicas: replicas.length === 0 ? undefined : replicas,
        serverSideEncryption: { enabled: true, kmsKeyArn },
        pointInTimeRecovery: {
          enabled: pointInTimeRecovery,
          recoveryPeriodInDays: settings.pointInTimeRecoveryDays,
        },
        deletionProtectionEnabled: deletionProtection,
        importTable: settings.importFromS3 === undefined ? undefined : importOf(settings.importFromS3),
        tags,
      },
      { parent: this, ignoreChanges: capacity.ignoreChanges },
    );

    const indexes = (settings.globalSecondaryIndexes ?? []).map((index) => index.name);
    if ("provisioned" in settings.capacity) {
      followLoad(name, table.name, indexes, settings.capacity.provisioned, this);
    }
    if (settings.contributorInsights) {
      countKeys(name, table.name, indexes, this);
    }

    guard(name, table, settings.access, undefined, this);
    if (streamViewType !== undefined && settings.access.organizationId !== undefined) {
      guardStream(name, table, settings.access.organizationId, this);
    }
    for (const { region } of settings.replicas) {
      guard(`${name}-${region}`, table, settings.access, region, this);
    }

    const kinesisStreamArn =
      settings.kinesis === undefined
        ? undefined
        : sendChanges(name, table.name, settings.kinesis, kmsKeyArn, tags, this);

    const deleteBackups = pulumi.output(deletionProtection).apply((kept) => !kept);
    backUp(name, table.arn, settings.backup, { kmsKeyArn, deleteBackups, tags }, this);
    if (settings.backup === "own") {
      for (const { regionName: region, kmsKeyArn: key } of replicas) {
        const arn = table.arn.apply((own) => replicaArn(own, region));
        const plan = { kmsKeyArn: key, deleteBackups, region, tags };
        backUp(`${name}-${region}`, arn, settings.backup, plan, this);
      }
    }

    this.tableName = table.name;
    this.arn = table.arn;
    this.replicaArns = table.arn.apply((own) =>
      Object.fromEntries(settings.replicas.map(({ region }) => [region, replicaArn(own, region)])),
    );
    this.streamArn = streamViewType === undefined ? pulumi.output("") : table.streamArn;
    this.kinesisStreamArn = pulumi.output(kinesisStreamArn ?? "");
    this.kmsKeyArn = pulumi.output(kmsKeyArn);
    this.registerOutputs({
      tableName: this.tableName,
      arn: this.arn,
      replicaArns: this.replicaArns,
      streamArn: this.streamArn,
      kinesisStreamArn: this.kinesisStreamArn,
      kmsKeyArn: this.kmsKeyArn,
    });
  }

  /**
   * The IAM policy, as JSON, of who may get at those items of the table whose partition key is their own id. Throws an
   * ArgumentError where an argument is wrong.
   */
  ownItemsPolicy(args: OwnItemsArgs): pulumi.Output<string> {
    return ownItemsPolicyOf(this, `SecureTable ${JSON.stringify(nameOf(this))}`, args);
  }

  /**
   * Lets a role get at those items of the table whose partition key is the caller's own id.
   * @param role the role or its name
   * @param name the name of the grant, for a second one to the same table
   */
  grantOwnItems(
    role: aws.iam.Role | pulumi.Input<string>,
    args: OwnItemsArgs,
    name = `${nameOf(this)}-own-items`,
  ): TableAccess {
    const roleName = pulumi.Resource.isInstance(role) ? role.name : role;
    return new TableAccess(
      name,
      { ...args, tableArn: this.arn, kmsKeyArn: this.kmsKeyArn, roleName },
      { parent: this },
    );
  }
}
