import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import { ArgumentChecks, type ArgumentNames } from "../shared/arguments";
import { topicPolicy } from "../shared/policies";
import { withRenames } from "../shared/renames";
import { keyArn, rdsName, regionName } from "../shared/rules";
import { scopeOf } from "../shared/scope";

export interface DatabaseEventsArgs {
  /**
   * ARN of a customer managed key to share, which the service "sns" may use. Default: an EncryptionKey of its own.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /**
   * Region whose databases are watched, such as "eu-central-1". Default: the provider's. A change replaces topic and
   * subscriptions.
   */
  region?: pulumi.Input<string>;

  /** Tags of the topic, the subscriptions and a key of its own. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * The critical events of every RDS database of the account and region, sent to an encrypted SNS topic: one for all of
 * them, as an account has 20 event subscriptions in a region and this takes four. Subscribe people or a pager to it.
 */
export class DatabaseEvents extends pulumi.ComponentResource {
  /** ARN of the topic, for the `eventTopicArn` of a SecureInstance and for subscriptions. */
  public readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: DatabaseEventsArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const checks = new ArgumentChecks(`DatabaseEvents ${JSON.stringify(name)}`, args, argumentNames);
    checks.plain("name", name, rdsName);
    const region = checks.optionalInput("region", args.region, regionName);
    const givenKeyArn = checks.optionalInput("kmsKeyArn", args.kmsKeyArn, keyArn);
    super("aws-secure-database:index:DatabaseEvents", name, {}, withRenames("DatabaseEvents", name, opts));
    const { tags } = args;

    const kmsMasterKeyId =
      givenKeyArn ?? new EncryptionKey(name, { services: ["sns"], region, tags }, { parent: this }).keyArn;

    const topic = new aws.sns.Topic(`${name}-events`, { kmsMasterKeyId, region, tags }, { parent: this });
    const policy = new aws.sns.TopicPolicy(
      `${name}-events`,
      {
        arn: topic.arn,
        policy: pulumi
          .all([scopeOf(this), region, topic.arn])
          .apply(([scope, own, arn]) => topicPolicy({ ...scope, region: own ?? scope.region }, arn)),
        region,
      },
      { parent: this },
    );

    for (const [sourceType, eventCategories] of Object.entries(criticalEvents)) {
      new aws.rds.EventSubscription(
        `${name}-${sourceType}`,
        { snsTopic: topic.arn, sourceType, eventCategories: [...eventCategories], region, tags },
        // RDS tries the topic when it is subscribed.
        { parent: this, dependsOn: policy },
      );
    }

    this.topicArn = topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

/**
 * By source type, as Security Hub RDS.19 to RDS.22 ask.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-19
 */
const criticalEvents = {
  "db-instance": ["configuration change", "failure", "maintenance"],
  "db-cluster": ["failure", "maintenance"],
  "db-parameter-group": ["configuration change"],
  "db-security-group": ["configuration change", "failure"],
} as const;

const argumentNames: ArgumentNames<DatabaseEventsArgs> = { kmsKeyArn: true, region: true, tags: true };
