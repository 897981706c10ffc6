import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../key/encryption-key";
import { closedBucket } from "../shared/closed-bucket";
import { alarmTopicPolicy, tlsOnly } from "../shared/policies";
import type { Scope } from "../shared/scope";
import type { AuditSettings } from "./scheduled-audit-settings";

/** Where an audit writes. */
export interface AuditPlaces {
  readonly keyArn: pulumi.Output<string>;
  readonly topicArn: pulumi.Output<string>;
  readonly topicKeyArn: pulumi.Output<string>;
  readonly bucket: aws.s3.Bucket;
  readonly queue: aws.sqs.Queue;
  readonly logGroup: aws.cloudwatch.LogGroup;
}

export type PlaceSettings = Pick<
  AuditSettings,
  "kmsKeyArn" | "topicArn" | "topicKmsKeyArn" | "emails" | "bucket" | "logRetentionDays"
>;

/** Days that a report that was deleted, or the latest that was replaced, can still be had. */
const oldVersionDays = 30;

/** Makes the key, the bucket, the topic, the queue and the logs, all under the key, which is for `keyUsers` too. */
export function auditPlaces(
  name: string,
  settings: PlaceSettings,
  scope: pulumi.Output<Scope>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
  keyUsers: readonly string[] = [],
): AuditPlaces {
  const services = ["s3", "sqs", "logs", "sns", ...keyUsers];
  const description = `Audits of ${name}`;
  const keyArn = pulumi.output(
    settings.kmsKeyArn ?? new EncryptionKey(name, { services, description, tags }, { parent }).keyArn,
  );
  const topicArn = pulumi.output(settings.topicArn ?? ownTopic(name, keyArn, scope, tags, parent));
  for (const endpoint of settings.emails) {
    new aws.sns.TopicSubscription(`${name}-${endpoint}`, { topic: topicArn, protocol: "email", endpoint }, { parent });
  }
  const queue = new aws.sqs.Queue(
    `${name}-dead-letters`,
    // Seconds: fourteen days, the longest there is.
    { kmsMasterKeyId: keyArn, messageRetentionSeconds: 1_209_600, tags },
    { parent },
  );
  new aws.sqs.QueuePolicy(
    `${name}-dead-letters`,
    { queueUrl: queue.url, policy: queue.arn.apply((arn) => tlsOnly("sqs", arn)) },
    { parent },
  );
  return {
    keyArn,
    topicArn,
    topicKeyArn: pulumi.output(settings.topicKmsKeyArn ?? keyArn),
    bucket: closedBucket(
      `${name}-reports`,
      { id: "reports", prefix: "reports/", oldVersionDays },
      keyArn,
      settings.bucket,
      tags,
      parent,
    ),
    queue,
    logGroup: new aws.cloudwatch.LogGroup(
      `${name}-audit`,
      { kmsKeyId: keyArn, retentionInDays: settings.logRetentionDays, tags },
      { parent },
    ),
  };
}

function ownTopic(
  name: string,
  kmsMasterKeyId: pulumi.Output<string>,
  scope: pulumi.Output<Scope>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const topic = new aws.sns.Topic(`${name}-findings`, { kmsMasterKeyId, tags }, { parent });
  const policy = new aws.sns.TopicPolicy(
    `${name}-findings`,
    { arn: topic.arn, policy: pulumi.all([scope, topic.arn]).apply(([known, arn]) => alarmTopicPolicy(known, arn)) },
    { parent },
  );
  // Alarms reach it when it has its policy.
  return pulumi.all([topic.arn, policy.id]).apply(([arn]) => arn);
}
