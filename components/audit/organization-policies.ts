import { encryptThroughServices, fromSource, serviceTrust } from "../shared/policies";
import { policyDocument, type Statement } from "../shared/policy-document";
import type { Scope } from "../shared/scope";
import { auditStatements, organizationStatements } from "./audit-code";
import { type DeliveryResources, deliveryStatements, importStatements } from "./audit-policies";

/** What the functions put into the bucket of results: audit/function/store.ts. */
const targetsPath = "executions/*/targets.json";
const resultsPath = "executions/*/results/*";
/** What the state machine puts there: organization-definition.ts. */
const scansPath = "executions/*/scans/*";

export interface AuditorResources {
  readonly resultsArn: string;
  readonly keyArn: string;
  readonly logGroupArn: string;
  readonly memberRoleName: string;
  readonly securityHub: boolean;
}

/**
 * What the functions that list and audit may do: read this account, enter the others by one role, and write results. The
 * role must be of an account of the same organization.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceorgid
 */
export function auditorPermissions(scope: Scope, of: AuditorResources): string {
  return policyDocument([
    ...auditStatements(),
    ...organizationStatements(),
    {
      Sid: "EnterAccounts",
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Resource: `arn:${scope.partition}:iam::*:role/${of.memberRoleName}`,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills it in.
      Condition: { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } },
    },
    {
      Sid: "WriteResults",
      Effect: "Allow",
      Action: "s3:PutObject",
      Resource: [`${of.resultsArn}/${targetsPath}`, `${of.resultsArn}/${resultsPath}`],
    },
    encryptThroughServices(scope, of.keyArn, ["s3"]),
    {
      Sid: "Log",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${of.logGroupArn}:*`,
    },
    ...(of.securityHub ? importStatements(scope) : []),
  ]);
}

/** What the function that puts results together may do: read them, and write to the places of reports. */
export function mergePermissions(
  scope: Scope,
  of: Omit<DeliveryResources, "queueArn" | "securityHub"> & Pick<AuditorResources, "resultsArn">,
): string {
  return policyDocument([
    {
      Sid: "ReadResults",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: [`${of.resultsArn}/${targetsPath}`, `${of.resultsArn}/${resultsPath}`],
    },
    // Without it S3 answers of a result that is not there that it is denied.
    { Sid: "SeeResults", Effect: "Allow", Action: "s3:ListBucket", Resource: of.resultsArn },
    ...deliveryStatements(scope, { ...of, securityHub: false }),
  ]);
}

/** Who may assume the role of the state machine: Step Functions, for state machines of this account and region. */
export function machineTrust(scope: Scope): string {
  return serviceTrust("states", fromSource(scope, "states", "stateMachine:*"));
}

export interface MachineResources {
  readonly functionArns: readonly string[];
  readonly resultsArn: string;
  readonly keyArn: string;
  readonly tracing: boolean;
}

/**
 * What the state machine may do: call its functions, read the list of targets, write what became of them, and log. The
 * delivery of logs knows no resource.
 * https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 * https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
export function machinePermissions(scope: Scope, of: MachineResources): string {
  return policyDocument([
    { Sid: "CallFunctions", Effect: "Allow", Action: "lambda:InvokeFunction", Resource: of.functionArns },
    {
      Sid: "ReadTargets",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: `${of.resultsArn}/${targetsPath}`,
    },
    {
      Sid: "WriteScans",
      Effect: "Allow",
      Action: ["s3:PutObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"],
      Resource: `${of.resultsArn}/${scansPath}`,
    },
    encryptThroughServices(scope, of.keyArn, ["s3"]),
    encryptStates(scope, of.keyArn),
    {
      Sid: "EncryptDeliveredLogs",
      Effect: "Allow",
      Action: "kms:GenerateDataKey",
      Resource: of.keyArn,
      Condition: {
        StringLike: {
          "kms:EncryptionContext:SourceArn": `arn:${scope.partition}:logs:${scope.region}:${scope.accountId}:*`,
        },
      },
    },
    {
      Sid: "DeliverLogs",
      Effect: "Allow",
      Action: [
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeLogGroups",
        "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:UpdateLogDelivery",
      ],
      Resource: "*",
    },
    ...(of.tracing
      ? [
          {
            Sid: "Trace",
            Effect: "Allow",
            Action: [
              "xray:GetSamplingRules",
              "xray:GetSamplingTargets",
              "xray:PutTelemetryRecords",
              "xray:PutTraceSegments",
            ],
            Resource: "*",
          } as const,
        ]
      : []),
  ]);
}

/**
 * A Distributed Map starts its children as executions of the state machine itself, so that this is allowed once it is there.
 * https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
export function childrenPermissions(machineArn: string): string {
  const executionArn = machineArn.replace(":stateMachine:", ":execution:");
  return policyDocument([
    { Sid: "StartChildren", Effect: "Allow", Action: "states:StartExecution", Resource: machineArn },
    {
      Sid: "FollowChildren",
      Effect: "Allow",
      Action: ["states:DescribeExecution", "states:StopExecution"],
      Resource: [`${executionArn}:*`, `${executionArn}/*:*`],
    },
    {
      Sid: "RedriveChildren",
      Effect: "Allow",
      Action: "states:RedriveExecution",
      Resource: `${executionArn}/ScanTargets:*`,
    },
  ]);
}

/**
 * What the machine's role, and who starts it, need of its key. Step Functions sends the machine's ARN along.
 * https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function encryptStates({ partition, region, accountId }: Scope, keyArn: string): Statement {
  return {
    Sid: "EncryptHistory",
    Effect: "Allow",
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: keyArn,
    Condition: {
      ArnLike: {
        "kms:EncryptionContext:aws:states:stateMachineArn": `arn:${partition}:states:${region}:${accountId}:stateMachine:*`,
      },
    },
  };
}
