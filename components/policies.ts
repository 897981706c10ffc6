import type { Scope } from "./scope";

/** A service that encrypts with a key on behalf of a caller. */
export type KeyUser = "rds" | "secretsmanager" | "dynamodb";

export const keyUsers: readonly KeyUser[] = ["rds", "secretsmanager", "dynamodb"];

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
 * The policy of a key: the account administers it, and uses it only through the services named. Both statements name
 * the account, so that IAM policies of the account decide which of its principals may.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
 */
export function keyPolicy(scope: Scope, users: readonly KeyUser[]): string {
  const account = { AWS: `arn:${scope.partition}:iam::${scope.accountId}:root` };
  const throughServices = {
    "kms:CallerAccount": scope.accountId,
    "kms:ViaService": users.flatMap((user) => viaService(user, scope)).sort(),
  };
  return policy([
    // In a key policy "*" means the key that carries it.
    { Sid: "AccountAdministersKey", Effect: "Allow", Principal: account, Action: administration, Resource: "*" },
    {
      Sid: "ServicesUseKeyForAccount",
      Effect: "Allow",
      Principal: account,
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: "*",
      Condition: { StringEquals: throughServices },
    },
    {
      Sid: "ServicesGrantThemselvesUse",
      Effect: "Allow",
      Principal: account,
      Action: ["kms:CreateGrant"],
      Resource: "*",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: throughServices },
    },
  ]);
}

/**
 * AWS documents `<service>.<region>.amazonaws.com` for every partition, while the endpoints of China end in its own
 * suffix: both name the same service there, so both are let in.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
function viaService(user: KeyUser, { region, dnsSuffix }: Scope): string[] {
  return [...new Set(["amazonaws.com", dnsSuffix])].map((suffix) => `${user}.${region}.${suffix}`);
}

/**
 * Who may assume the role of enhanced monitoring: RDS, for the instances of this account and region whose identifier
 * starts with the prefix. The principal ends in amazonaws.com in every partition.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html#USER_Monitoring.OS.confused-deputy
 */
export function monitoringTrust({ partition, region, accountId }: Scope, identifierPrefix: string): string {
  return policy([
    {
      Sid: "RdsMonitorsInstance",
      Effect: "Allow",
      Principal: { Service: "monitoring.rds.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        ArnLike: { "aws:SourceArn": `arn:${partition}:rds:${region}:${accountId}:db:${identifierPrefix}*` },
        StringEquals: { "aws:SourceAccount": accountId },
      },
    },
  ]);
}

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonRDSEnhancedMonitoringRole.html */
export function monitoringPolicyArn({ partition }: Pick<Scope, "partition">): string {
  return `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`;
}

interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal: Readonly<Record<string, string>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** One spelling for one policy, so that a second preview sees no change. */
function policy(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
