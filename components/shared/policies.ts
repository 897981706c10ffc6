import { policyDocument, type Statement } from "./policy-document";
import type { Scope } from "./scope";
import { viaService } from "./via-service";

/**
 * Who may assume the role of enhanced monitoring: RDS, for the instances of this account and region whose identifier
 * starts with the prefix, and for `others`, resources such as "cluster:orders-*". The principal ends in amazonaws.com in
 * every partition.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html#USER_Monitoring.OS.confused-deputy
 */
export function monitoringTrust(scope: Scope, identifierPrefix: string, ...others: string[]): string {
  return policyDocument([
    {
      Sid: "RdsMonitorsInstance",
      Effect: "Allow",
      Principal: { Service: "monitoring.rds.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: fromSource(scope, "rds", `db:${identifierPrefix}*`, ...others),
    },
  ]);
}

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonRDSEnhancedMonitoringRole.html */
export function monitoringPolicyArn({ partition }: Pick<Scope, "partition">): string {
  return `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`;
}

/**
 * Who may assume the role of flow logs: the flow logs of this account and region. The principal ends in amazonaws.com
 * in every partition.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 * https://docs.amazonaws.cn/en_us/vpc/latest/userguide/flow-logs-iam-role.html
 */
export function flowLogTrust(scope: Scope): string {
  return policyDocument([
    {
      Sid: "VpcDeliversFlowLogs",
      Effect: "Allow",
      Principal: { Service: "vpc-flow-logs.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: fromSource(scope, "ec2", "vpc-flow-log/*"),
    },
  ]);
}

/**
 * What the role of flow logs may do: write to one log group, which exists already. Which groups there are is asked of
 * all of them.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 */
export function flowLogPermissions({ partition, region, accountId }: Scope, logGroupName: string): string {
  const logGroups = `arn:${partition}:logs:${region}:${accountId}:log-group`;
  return policyDocument([
    {
      Sid: "WriteToLogGroup",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: `${logGroups}:${logGroupName}:*`,
    },
    {
      Sid: "FindLogGroup",
      Effect: "Allow",
      Action: "logs:DescribeLogGroups",
      Resource: `${logGroups}:*`,
    },
  ]);
}

/**
 * Who may assume the role of backups: AWS Backup, for whoever may pass it the role. It names no source.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html
 */
export const backupTrust = policyDocument([
  {
    Sid: "BackupBacksUp",
    Effect: "Allow",
    Principal: { Service: "backup.amazonaws.com" },
    Action: "sts:AssumeRole",
  },
]);

/**
 * AWS's own policy, which is wider than RDS and DynamoDB need: AWS changes it together with what AWS Backup calls, which is
 * documented nowhere else, and a backup that fails for lack of a permission is found out when it is needed. The role is for
 * AWS Backup alone, whose selections name single databases.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
 */
export function backupPolicyArn({ partition }: Pick<Scope, "partition">): string {
  return `arn:${partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup`;
}

/**
 * The policy of a topic: RDS publishes the events and CloudWatch the alarms of this account and region, nobody else.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export function topicPolicy(scope: Scope, topicArn: string): string {
  return policyDocument([
    {
      Sid: "RdsPublishesEvents",
      Effect: "Allow",
      Principal: rdsEvents,
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: fromDatabases(scope),
    },
    alarmsPublish(scope, topicArn),
  ]);
}

/**
 * The policy of a topic of a component's own, to which its functions publish by their roles: CloudWatch sends the alarms of
 * this account and region, and nobody else anything.
 */
export function alarmTopicPolicy(scope: Scope, topicArn: string): string {
  return policyDocument([alarmsPublish(scope, topicArn)]);
}

/** CloudWatch sends the alarms of this account and region to a topic. */
function alarmsPublish(scope: Scope, topicArn: string): Statement {
  return {
    Sid: "CloudWatchSendsAlarms",
    Effect: "Allow",
    Principal: alarms,
    Action: "sns:Publish",
    Resource: topicArn,
    Condition: fromAlarms(scope),
  };
}

/** The principal of RDS events ends in amazonaws.com in every partition. */
export const rdsEvents = { Service: "events.rds.amazonaws.com" } as const;

export function fromDatabases(scope: Scope): NonNullable<Statement["Condition"]> {
  return fromSource(scope, "rds", "*");
}

/** The principal of alarms ends in amazonaws.com in every partition. */
export const alarms = { Service: "cloudwatch.amazonaws.com" } as const;

export function fromAlarms(scope: Scope): NonNullable<Statement["Condition"]> {
  return fromSource(scope, "cloudwatch", "alarm:*");
}

/** Who may assume the role of a function: Lambda, which names no source. */
export const lambdaTrust = serviceTrust("lambda");

/** The service principals end in amazonaws.com in every partition. */
export function serviceTrust(service: string, condition?: Statement["Condition"]): string {
  return policyDocument([
    {
      Sid: "ServiceAssumesRole",
      Effect: "Allow",
      Principal: { Service: `${service}.amazonaws.com` },
      Action: "sts:AssumeRole",
      ...(condition === undefined ? {} : { Condition: condition }),
    },
  ]);
}

/** What a role needs to write to encrypted places of services, and to nothing else under the key. */
export function encryptThroughServices(scope: Scope, keyArn: string, services: readonly string[]): Statement {
  return {
    Sid: "EncryptThroughServices",
    Effect: "Allow",
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: keyArn,
    Condition: {
      StringEquals: {
        "kms:ViaService": services.flatMap((service) => viaService(service, scope)),
      },
    },
  };
}

/** Nobody reaches the bucket or the queue without TLS. */
export function tlsOnly(service: "s3" | "sqs", ...arns: readonly string[]): string {
  return policyDocument([
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: `${service}:*`,
      Resource: arns,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}

/** On behalf of resources of this account alone, against a confused deputy. */
export function fromSource(
  { partition, region, accountId }: Scope,
  service: string,
  ...resources: string[]
): NonNullable<Statement["Condition"]> {
  const arns = resources.map((resource) => `arn:${partition}:${service}:${region}:${accountId}:${resource}`);
  return {
    ArnLike: { "aws:SourceArn": arns.length === 1 ? (arns[0] ?? "") : arns },
    StringEquals: { "aws:SourceAccount": accountId },
  };
}
