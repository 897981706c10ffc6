import { alarms, fromAlarms, fromDatabases, rdsEvents } from "../shared/policies";
import { policyDocument, type Statement } from "../shared/policy-document";
import type { Scope } from "../shared/scope";
import { type ServiceForCaller, servicesForCaller, throughServices } from "./service-statements";

/** What a key is used for: a service that encrypts for a caller, or the log groups or state machines of the account. */
export type KeyUser = ServiceForCaller | "logs" | "states";

export const keyUsers: readonly KeyUser[] = [...servicesForCaller, "logs", "states"];

/** What databases need. */
const notOfDatabases: readonly KeyUser[] = ["sqs", "firehose", "states"];

export const databaseKeyUsers: readonly KeyUser[] = keyUsers.filter((user) => !notOfDatabases.includes(user));

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
 * services named and with what they send along. Those statements name the account, so that IAM policies of the account decide which of its principals
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
    // CloudWatch Logs does not act for the caller.
    ...throughServices(
      scope,
      account,
      servicesForCaller.filter((service) => users.includes(service)),
    ),
    ...(users.includes("logs") ? [logGroups(scope)] : []),
    ...(users.includes("sns") ? [databaseEvents(scope), databaseAlarms(scope)] : []),
    ...(users.includes("states")
      ? [stateMachines(scope, account), stateMachineDelivery(scope, account), stateMachineLogs(scope)]
      : []),
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

/**
 * Step Functions uses the key as the role of the state machine and as who starts it, with the machine's ARN along.
 * https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
function stateMachines({ partition, region, accountId }: Scope, account: Record<string, string>): Statement {
  return {
    Sid: "StateMachinesUseKeyForAccount",
    Effect: "Allow",
    Principal: account,
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: {
      StringEquals: { "kms:CallerAccount": accountId },
      ArnLike: {
        "kms:EncryptionContext:aws:states:stateMachineArn": `arn:${partition}:states:${region}:${accountId}:stateMachine:*`,
      },
    },
  };
}

/** What encrypts a history for its delivery is bound to the account's logs. */
function deliveredLogs({ partition, region, accountId }: Scope): NonNullable<Statement["Condition"]> {
  return { StringLike: { "kms:EncryptionContext:SourceArn": `arn:${partition}:logs:${region}:${accountId}:*` } };
}

/** The role of the state machine encrypts what is delivered. */
function stateMachineDelivery(scope: Scope, account: Record<string, string>): Statement {
  return {
    Sid: "StateMachinesEncryptHistories",
    Effect: "Allow",
    Principal: account,
    Action: ["kms:GenerateDataKey"],
    Resource: "*",
    Condition: { StringEquals: { "kms:CallerAccount": scope.accountId }, ...deliveredLogs(scope) },
  };
}

/**
 * The history of an encrypted state machine is delivered to its log group by CloudWatch Logs.
 * https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
function stateMachineLogs(scope: Scope): Statement {
  return {
    Sid: "LogsDeliverHistories",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: ["kms:Decrypt"],
    Resource: "*",
    Condition: deliveredLogs(scope),
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
