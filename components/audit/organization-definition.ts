export interface DefinitionSettings {
  readonly partition: string;
  readonly targetsArn: string;
  readonly scanArn: string;
  readonly mergeArn: string;
  readonly bucket: string;
  readonly maxConcurrency: number;
  readonly toleratedFailurePercentage: number;
}

/** Seconds: what Lambda gives a function, and its start. */
const lambdaTimeout = 960;
const executionTimeout = 86_400;

/**
 * What a function that is well may answer with when Lambda has no room for it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
 */
const whenHeldBack = {
  ErrorEquals: [
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.ClientExecutionTimeoutException",
    "Lambda.TooManyRequestsException",
  ],
  IntervalSeconds: 2,
  MaxAttempts: 8,
  BackoffRate: 2,
  MaxDelaySeconds: 120,
  JitterStrategy: "FULL",
};

/** Errors of the functions' own that the next call would meet again: audit/function says what each is. */
const settled = ["NotDelivered", "SettingError", "EventError", "CannotAudit"];

/** All else may be a mishap; what was delivered already is told again then, rather than never. */
const whenItFails = (final: readonly string[], MaxAttempts: number) => [
  whenHeldBack,
  { ErrorEquals: final, MaxAttempts: 0 },
  { ErrorEquals: ["States.ALL"], IntervalSeconds: 30, MaxAttempts, BackoffRate: 2, JitterStrategy: "FULL" },
];

const execution = { "execution.$": "$$.Execution.Name", "startedAt.$": "$$.Execution.StartTime" };

/**
 * The state machine of the audit of an organization: it lists the targets, audits each by a function of its own and puts
 * the results together, those that there are, whatever became of the others.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function definitionOf(of: DefinitionSettings): string {
  const resource = (service: string) => `arn:${of.partition}:states:::${service}`;
  const call = (FunctionName: string, Payload: object) => ({
    Type: "Task",
    Resource: resource("lambda:invoke"),
    Parameters: { FunctionName, ...Payload },
    TimeoutSeconds: lambdaTimeout,
  });
  return JSON.stringify({
    Comment: "Audits the databases of an organization",
    StartAt: "ListTargets",
    TimeoutSeconds: executionTimeout,
    States: {
      ListTargets: {
        ...call(of.targetsArn, { Payload: execution }),
        ResultSelector: {
          "key.$": "$.Payload.key",
          "accounts.$": "$.Payload.accounts",
          "targets.$": "$.Payload.targets",
        },
        Retry: whenItFails(settled, 2),
        Next: "ScanTargets",
      },
      ScanTargets: {
        Type: "Map",
        Label: "ScanTargets",
        // From a file: ten thousand accounts are more than what a state may hold.
        ItemReader: {
          Resource: resource("s3:getObject"),
          ReaderConfig: { InputType: "JSON" },
          Parameters: { Bucket: of.bucket, "Key.$": "$.key" },
        },
        ItemSelector: { ...execution, "target.$": "$$.Map.Item.Value" },
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "ScanTarget",
          States: {
            ScanTarget: {
              ...call(of.scanArn, { "Payload.$": "$" }),
              OutputPath: "$.Payload",
              // A role that is not there, or a region that does not answer, is so a minute later.
              Retry: whenItFails(["NothingRead", "SettingError", "EventError"], 1),
              End: true,
            },
          },
        },
        MaxConcurrency: of.maxConcurrency,
        ToleratedFailurePercentage: of.toleratedFailurePercentage,
        ResultWriter: {
          Resource: resource("s3:putObject"),
          Parameters: { Bucket: of.bucket, "Prefix.$": "States.Format('executions/{}/scans', $$.Execution.Name)" },
        },
        ResultPath: "$.scanned",
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: "MergeResults" }],
        Next: "MergeResults",
      },
      MergeResults: {
        ...call(of.mergeArn, { Payload: execution }),
        ResultSelector: {
          "complete.$": "$.Payload.complete",
          "report.$": "$.Payload.report",
          "findings.$": "$.Payload.findings",
          "newFindings.$": "$.Payload.newFindings",
          "resolved.$": "$.Payload.resolved",
        },
        ResultPath: "$.audit",
        Retry: whenItFails(settled, 2),
        Next: "WasScanned",
      },
      WasScanned: {
        Type: "Choice",
        Choices: [{ Variable: "$.failure", IsPresent: true, Next: "NotScanned" }],
        Default: "Audited",
      },
      NotScanned: {
        Type: "Fail",
        Error: "NotScanned",
        Cause: "More could not be audited than is tolerated; the report holds what could, and names what could not.",
      },
      Audited: { Type: "Succeed" },
    },
  });
}
