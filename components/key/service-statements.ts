import type { Statement } from "../shared/policy-document";
import type { Scope } from "../shared/scope";
import { viaService } from "../shared/via-service";

/** The services that use a key with the permissions of whoever calls them. */
export const servicesForCaller = [
  "rds",
  "secretsmanager",
  "dynamodb",
  "backup",
  "kinesis",
  "sns",
  "s3",
  "sqs",
  "firehose",
] as const;

export type ServiceForCaller = (typeof servicesForCaller)[number];

type Condition = NonNullable<Statement["Condition"]>;

interface Service {
  /** What of the account uses the key, as the statements are called. */
  readonly of: string;
  readonly actions: readonly string[];
  /** The encryption context that every use carries; absent where AWS documents none. */
  readonly context?: (scope: Scope) => Condition;
  /** Which grants it may make itself, to work on later; absent: none. */
  readonly grants?: Condition;
  /** Whether it calls from other regions than the key's as well. */
  readonly everyRegion?: true;
}

const use = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
const dataKeys = ["kms:Decrypt", "kms:GenerateDataKey*"];

const carries = (...keys: string[]): Condition => ({
  "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": keys },
});

/**
 * What each service needs, and the encryption context that ties its use of the key to what is the account's.
 *
 * - rds sends the resource id of an instance or a cluster, an id of no account, so that it must be there. To make or
 *   restore a database its caller needs no more than to describe the key and let RDS grant itself its use; what is left
 *   is Performance Insights. Of the context of the grant AWS says nothing.
 *   https://docs.aws.amazon.com/kms/latest/developerguide/services-rds.html
 *   https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
 *   https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.cmk-policy.html
 * - secretsmanager tries a key with a context of its own before it keeps a secret under it. That it makes grants, AWS
 *   says of the passwords that RDS manages.
 *   https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 *   https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 * - dynamodb sends the account.
 *   https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html
 * - backup binds its grants to a vault. For the making of a vault AWS documents Decrypt and GenerateDataKey without a
 *   context, and for copies to other regions a kms:ViaService of every region.
 *   https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html
 * - kinesis and sns send the ARN of the stream or topic.
 *   https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 *   https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic.html
 * - s3 sends the ARN of the bucket or the object, in which no account stands.
 *   https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 * - Of what sqs and firehose send along for a key policy AWS says nothing; firehose grants itself its use.
 *   https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 *   https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeliveryStreamEncryptionConfigurationInput.html
 */
const services: Readonly<Record<ServiceForCaller, Service>> = {
  rds: {
    of: "Databases",
    actions: dataKeys,
    context: () => carries("aws:rds:db-id", "aws:rds:dbc-id"),
    grants: {},
  },
  secretsmanager: {
    of: "Secrets",
    actions: use,
    context: (scope) => ({
      StringLike: {
        "kms:EncryptionContext:SecretARN": [arn(scope, "secretsmanager", "secret:*"), "RequestToValidateKeyAccess"],
      },
    }),
    grants: {},
  },
  dynamodb: {
    of: "Tables",
    actions: use,
    context: ({ accountId }) => ({ StringLike: { "kms:EncryptionContext:aws:dynamodb:subscriberId": accountId } }),
    grants: {},
  },
  backup: {
    of: "Vaults",
    actions: dataKeys,
    grants: carries("aws:backup:backup-vault"),
    everyRegion: true,
  },
  kinesis: {
    of: "Streams",
    actions: dataKeys,
    context: (scope) => ({ ArnLike: { "kms:EncryptionContext:aws:kinesis:arn": arn(scope, "kinesis", "stream/*") } }),
  },
  sns: {
    of: "Topics",
    actions: dataKeys,
    context: (scope) => ({ ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": arn(scope, "sns", "*") } }),
  },
  s3: {
    of: "Buckets",
    actions: dataKeys,
    context: ({ partition }) => ({ ArnLike: { "kms:EncryptionContext:aws:s3:arn": `arn:${partition}:s3:::*` } }),
  },
  sqs: { of: "Queues", actions: dataKeys },
  firehose: { of: "DeliveryStreams", actions: dataKeys, grants: {} },
};

/** What the principals of the account may do with a key through the services named, as far as IAM lets them. */
export function throughServices(
  scope: Scope,
  account: Record<string, string>,
  users: readonly ServiceForCaller[],
): Statement[] {
  if (users.length === 0) {
    return [];
  }
  const allow = (
    sid: string,
    actions: readonly string[],
    of: readonly ServiceForCaller[],
    ...conditions: Condition[]
  ): Statement => ({
    Sid: sid,
    Effect: "Allow",
    Principal: account,
    Action: actions,
    Resource: "*",
    Condition: merged([callerThrough(scope, of), ...conditions]),
  });
  return [
    ...users.map((user) => {
      const { of, actions, context } = services[user];
      return allow(`${of}UseKeyForAccount`, actions, [user], context?.(scope) ?? {});
    }),
    // It carries no encryption context.
    allow("ServicesDescribeKeyForAccount", ["kms:DescribeKey"], users),
    ...users.flatMap((user) => {
      const { of, grants } = services[user];
      return grants === undefined
        ? []
        : [allow(`${of}GrantThemselvesUse`, ["kms:CreateGrant"], [user], forResources, grants)];
    }),
  ];
}

const forResources: Condition = { Bool: { "kms:GrantIsForAWSResource": "true" } };

function callerThrough(scope: Scope, users: readonly ServiceForCaller[]): Condition {
  return {
    StringEquals: { "kms:CallerAccount": scope.accountId },
    StringLike: { "kms:ViaService": users.flatMap((user) => via(user, scope)).sort() },
  };
}

function via(user: ServiceForCaller, scope: Scope): string[] {
  return viaService(user, services[user].everyRegion === true ? { ...scope, region: "*" } : scope);
}

function arn({ partition, region, accountId }: Scope, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}

/** Conditions that must all hold: those of one operator stand together. */
function merged(conditions: readonly Condition[]): Condition {
  const all: Record<string, Condition[string]> = {};
  for (const [operator, keys] of conditions.flatMap((condition) => Object.entries(condition))) {
    all[operator] = { ...all[operator], ...keys };
  }
  return all;
}
