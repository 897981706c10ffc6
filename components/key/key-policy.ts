import { fromDatabases, rdsEvents } from "../shared/policies";
import { policyDocument, type Statement } from "../shared/policy-document";
import type { Scope } from "../shared/scope";

/** What a key is used for: a service that encrypts for a caller, the log groups or the topics of the account. */
export type KeyUser = "rds" | "secretsmanager" | "dynamodb" | "backup" | "logs" | "sns";

export const keyUsers: readonly KeyUser[] = ["rds", "secretsmanager", "dynamodb", "backup", "logs", "sns"];

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

/**
 * The policy of a key: the account administers it, and uses it only through the services named. Those statements name
 * the account, so that IAM policies of the account decide which of its principals may. CloudWatch Logs and RDS events
 * come as themselves, and only for the log groups and databases of the account.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
 */
export function keyPolicy(scope: Scope, users: readonly KeyUser[]): string {
  const account = { AWS: `arn:${scope.partition}:iam::${scope.accountId}:root` };
  return policyDocument([
    // In a key policy "*" means the key that carries it.
    { Sid: "AccountAdministersKey", Effect: "Allow", Principal: account, Action: administration, Resource: "*" },
    ...throughServices(scope, account, users),
    ...(users.includes("logs") ? [logGroups(scope)] : []),
    ...(users.includes("sns") ? [databaseEvents(scope)] : []),
  ]);
}

function throughServices(scope: Scope, account: Record<string, string>, users: readonly KeyUser[]): Statement[] {
  // CloudWatch Logs does not act for the caller.
  const services = users.filter((user) => user !== "logs");
  const condition = {
    "kms:CallerAccount": scope.accountId,
    "kms:ViaService": services.flatMap((service) => viaService(service, scope)).sort(),
  };
  const statements: Statement[] = [
    {
      Sid: "ServicesUseKeyForAccount",
      Effect: "Allow",
      Principal: account,
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: "*",
      Condition: { StringEquals: condition },
    },
    {
      Sid: "ServicesGrantThemselvesUse",
      Effect: "Allow",
      Principal: account,
      Action: ["kms:CreateGrant"],
      Resource: "*",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: condition },
    },
  ];
  return services.length === 0 ? [] : statements;
}

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
