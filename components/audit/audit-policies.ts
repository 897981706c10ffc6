import { encryptThroughServices, serviceTrust } from "../shared/policies";
import { policyDocument, type Statement } from "../shared/policy-document";
import type { Scope } from "../shared/scope";
import { auditStatements } from "./audit-code";

export interface DeliveryResources {
  readonly bucketArn: string;
  readonly topicArn: string;
  /** Absent: what fails is set aside by others. */
  readonly queueArn?: string;
  readonly logGroupArn: string;
  readonly keyArn: string;
  readonly topicKeyArn: string;
  readonly securityHub: boolean;
}

/** What the function of a scheduled audit may do: read what the audit reads, and write to its own places. */
export function auditPermissions(scope: Scope, of: DeliveryResources): string {
  return policyDocument([...auditStatements(), ...deliveryStatements(scope, of)]);
}

/** What delivers a report, tells what is new and keeps what failed. */
export function deliveryStatements(scope: Scope, of: DeliveryResources): readonly Statement[] {
  const { bucketArn } = of;
  return [
    {
      Sid: "WriteReports",
      Effect: "Allow",
      Action: "s3:PutObject",
      Resource: [`${bucketArn}/reports/*`, `${bucketArn}/latest.*`, `${bucketArn}/baseline.json`],
    },
    { Sid: "ReadWhatWasKnown", Effect: "Allow", Action: "s3:GetObject", Resource: `${bucketArn}/baseline.json` },
    // Without it S3 answers of what is not there yet that it is denied.
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_RequestSyntax
    { Sid: "SeeWhatIsThere", Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArn },
    { Sid: "TellFindings", Effect: "Allow", Action: "sns:Publish", Resource: of.topicArn },
    ...(of.queueArn === undefined
      ? []
      : [{ Sid: "SetAsideWhatFailed", Effect: "Allow", Action: "sqs:SendMessage", Resource: of.queueArn } as const]),
    ...encryption(scope, of),
    {
      Sid: "Log",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${of.logGroupArn}:*`,
    },
    ...(of.securityHub ? importStatements(scope) : []),
  ];
}

function encryption(scope: Scope, { keyArn, topicKeyArn, queueArn }: DeliveryResources): readonly Statement[] {
  const queue = queueArn === undefined ? [] : ["sqs"];
  return keyArn === topicKeyArn
    ? [encryptThroughServices(scope, keyArn, ["s3", "sns", ...queue])]
    : [
        encryptThroughServices(scope, keyArn, ["s3", ...queue]),
        { ...encryptThroughServices(scope, topicKeyArn, ["sns"]), Sid: "EncryptThroughTopic" },
      ];
}

/**
 * The findings of this account alone, in any region. Reading takes no resource.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecurityhub.html
 */
export function importStatements({
  partition,
  accountId,
}: Pick<Scope, "partition" | "accountId">): readonly Statement[] {
  return [
    {
      Sid: "ImportFindings",
      Effect: "Allow",
      Action: "securityhub:BatchImportFindings",
      Resource: `arn:${partition}:securityhub:*:${accountId}:product/${accountId}/default`,
    },
    { Sid: "ReadImported", Effect: "Allow", Action: "securityhub:GetFindings", Resource: "*" },
  ];
}

export function scheduleGroupArn({ partition, region, accountId }: Scope, group: string): string {
  return `arn:${partition}:scheduler:${region}:${accountId}:schedule-group/${group}`;
}

/**
 * Who may assume the role of the schedule: EventBridge Scheduler, for the schedules of one group.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
export function schedulerTrust(scope: Scope, group: string): string {
  return serviceTrust("scheduler", {
    ArnEquals: { "aws:SourceArn": scheduleGroupArn(scope, group) },
    StringEquals: { "aws:SourceAccount": scope.accountId },
  });
}

export interface ScheduledResources {
  /** What is allowed, and on what: "lambda:InvokeFunction" and the function. */
  readonly action: string;
  readonly targetArn: string;
  readonly queueArn: string;
  readonly keyArn: string;
  /** What starting the target takes beyond that. */
  readonly more?: readonly Statement[];
}

/** What the schedule may do: start one target, and keep what it could not start. */
export function schedulerPermissions(scope: Scope, of: ScheduledResources): string {
  return policyDocument([
    { Sid: "StartAudit", Effect: "Allow", Action: of.action, Resource: of.targetArn },
    { Sid: "SetAside", Effect: "Allow", Action: "sqs:SendMessage", Resource: of.queueArn },
    encryptThroughServices(scope, of.keyArn, ["sqs"]),
    ...(of.more ?? []),
  ]);
}
