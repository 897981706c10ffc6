import { alarms, fromAlarms, fromDatabases, rdsEvents } from "../shared/policies";
import { policyDocument, type Statement } from "../shared/policy-document";
import type { Scope } from "../shared/scope";

/** What a key is used for: a service that encrypts for a caller, the log groups or the topics of the account. */
export type KeyUser = (typeof keyUsers)[number];

/** What databases need. */
export const databaseKeyUsers = ["rds", "secretsmanager", "dynamodb", "backup", "kinesis", "logs", "sns"] as const;

export const keyUsers = [...databaseKeyUsers, "s3", "sqs", "firehose"] as const;

/** What AWS lists for administrators of a key, without CreateGrant, which would let them hand out its use. */
const administration = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

/** What is left to the account where administrators are named: to see the key, and to mend its policy. */
const recovery = [
  "kms:DescribeKey",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
];

/** https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-auth.html */
const replication = ["kms:ReplicateKey", "kms:UpdatePrimaryRegion"];

const use = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

export interface KeyPolicySettings {
  readonly users: readonly KeyUser[];
  /** ARNs; empty: the account. */
  readonly administrators?: readonly string[];
  readonly multiRegion?: boolean;
  /** The grants that an administrator may make. */
  readonly grants?: readonly { readonly principalArn: string; readonly operations: readonly string[] }[];
}

/**
 * The policy of a key: the account or the administrators named administer it, and the account uses it only through the
 * services named. Those statements name the account, so that IAM policies of the account decide which of its principals
 * may. CloudWatch Logs and RDS events come as themselves, and only for the log groups and databases of the account.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
 */
export function keyPolicy(
  scope: Scope,
  { users, administrators = [], multiRegion = false, grants = [] }: KeyPolicySettings,
): string {
  const account = { AWS: `arn:${scope.partition}:iam::${scope.accountId}:root` };
  const named = administrators.length > 0;
  const principal = named ? { AWS: [...administrators] } : account;
  return policyDocument([
    // In a key policy "*" means the key that carries it.
    {
      Sid: named ? "AdministratorsAdministerKey" : "AccountAdministersKey",
      Effect: "Allow",
      Principal: principal,
      Action: [...administration, ...(multiRegion ? replication : [])],
      Resource: "*",
    },
    ...(named
      ? [{ Sid: "AccountMendsPolicy", Effect: "Allow", Principal: account, Action: recovery, Resource: "*" } as const]
      : []),
    ...grants.map((grant, at) => grantStatement(at, principal, grant)),
    ...throughServices(scope, account, users),
    ...(users.includes("logs") ? [logGroups(scope)] : []),
    ...(users.includes("sns") ? [databaseEvents(scope), databaseAlarms(scope)] : []),
  ]);
}

/** An administrator who may grant anything to anybody could use the key: this one names whom and what. */
function grantStatement(
  at: number,
  principal: NonNullable<Statement["Principal"]>,
  { principalArn, operations }: NonNullable<KeyPolicySettings["grants"]>[number],
): Statement {
  return {
    Sid: `AdministratorsGrantUse${at + 1}`,
    Effect: "Allow",
    Principal: principal,
    Action: ["kms:CreateGrant"],
    Resource: "*",
    Condition: {
      StringEquals: { "kms:GranteePrincipal": principalArn },
      "ForAllValues:StringEquals": { "kms:GrantOperations": [...operations] },
      // Without it a request that names no operation would fit the condition above.
      Null: { "kms:GrantOperations": "false" },
    },
  };
}

function throughServices(scope: Scope, account: Record<string, string>, users: readonly KeyUser[]): Statement[] {
  // CloudWatch Logs does not act for the caller.
  const services = users.filter((user) => user !== "logs");
  if (services.length === 0) {
    return [];
  }
  const through = (of: readonly KeyUser[]): Record<string, string | string[]> => ({
    "kms:CallerAccount": scope.accountId,
    "kms:ViaService": of.flatMap((service) => viaService(service, scope)).sort(),
  });
  const free = services.filter((service) => !Object.hasOwn(contexts, service));
  const bound = services.flatMap((service) => {
    const context = contexts[service]?.(scope);
    return context === undefined ? [] : [{ service, context }];
  });
  return [
    ...(free.length === 0 ? [] : [allow("ServicesUseKeyForAccount", account, use, { StringEquals: through(free) })]),
    ...bound.map(({ service, context }) =>
      allow(sids[service] ?? "", account, use, { StringEquals: through([service]), StringLike: context }),
    ),
    // It carries no encryption context.
    allow("ServicesDescribeKeyForAccount", account, ["kms:DescribeKey"], { StringEquals: through(services) }),
    allow("ServicesGrantThemselvesUse", account, ["kms:CreateGrant"], {
      Bool: { "kms:GrantIsForAWSResource": "true" },
      StringEquals: through(services),
    }),
  ];
}

function allow(
  sid: string,
  principal: Record<string, string>,
  actions: string[],
  condition: NonNullable<Statement["Condition"]>,
): Statement {
  return { Sid: sid, Effect: "Allow", Principal: principal, Action: actions, Resource: "*", Condition: condition };
}

const sids: Partial<Record<KeyUser, string>> = {
  secretsmanager: "SecretsUseKeyForAccount",
  dynamodb: "TablesUseKeyForAccount",
};

/**
 * The encryption context that a service always sends and that ties a use to the account. Secrets Manager tries a key
 * with a context of its own before it keeps a secret under it.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html
 */
const contexts: Partial<Record<KeyUser, (scope: Scope) => Record<string, string | string[]>>> = {
  secretsmanager: ({ partition, region, accountId }) => ({
    "kms:EncryptionContext:SecretARN": [
      `arn:${partition}:secretsmanager:${region}:${accountId}:secret:*`,
      "RequestToValidateKeyAccess",
    ],
  }),
  dynamodb: ({ accountId }) => ({ "kms:EncryptionContext:aws:dynamodb:subscriberId": accountId }),
};

/**
 * AWS documents `<service>.<region>.amazonaws.com` for every partition, while the endpoints of China end in its own
 * suffix: both name the same service there, so both are let in.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
function viaService(user: KeyUser, { region, dnsSuffix }: Scope): string[] {
  return [...new Set(["amazonaws.com", dnsSuffix])].map((suffix) => `${user}.${region}.${suffix}`);
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function logGroups({ partition, dnsSuffix, region, accountId }: Scope): Statement {
  return {
    Sid: "LogsEncryptLogGroups",
    Effect: "Allow",
    Principal: { Service: `logs.${region}.${dnsSuffix}` },
    Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
    Resource: "*",
    Condition: {
      ArnLike: {
        "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${accountId}:log-group:*`,
      },
    },
  };
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services */
function databaseEvents(scope: Scope): Statement {
  return {
    Sid: "RdsPublishesEvents",
    Effect: "Allow",
    Principal: rdsEvents,
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: fromDatabases(scope),
  };
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services */
function databaseAlarms(scope: Scope): Statement {
  return {
    Sid: "CloudWatchSendsAlarms",
    Effect: "Allow",
    Principal: alarms,
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: fromAlarms(scope),
  };
}
