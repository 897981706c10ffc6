import assert from "node:assert/strict";
import { securityHubPermissions } from "../../../audit/permissions";
import { auditPolicy, organizationPolicy } from "../../../audit/policy";
import {
  OrganizationAudit,
  type OrganizationAuditArgs,
  ScheduledAudit,
  type ScheduledAuditArgs,
} from "../../../components";
import type { Scope } from "../../../components/shared/scope";
import { type Run, run, scopes } from "../../support/mocks";
import { statements, statementsOfRole } from "../statements";

const make = (args: ScheduledAuditArgs, scope: Scope) => run(() => new ScheduledAudit("orders", args), scope);
const makeOrganization = (args: Partial<OrganizationAuditArgs>, scope: Scope) =>
  run(() => new OrganizationAudit("orders", { organizationalUnitIds: ["r-ab12"], ...args }), scope);

const allow = (Sid: string, Action: string | readonly string[], Resource: unknown, Condition?: object) => ({
  Sid,
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});

const trust = (service: string, Condition?: object) => [
  {
    Sid: "ServiceAssumesRole",
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action: "sts:AssumeRole",
    ...(Condition === undefined ? {} : { Condition }),
  },
];

/** What is made in a partition, by its ARN. */
function arnsIn({ partition, region, accountId }: Scope) {
  const regional = (service: string, rest: string) => `arn:${partition}:${service}:${region}:${accountId}:${rest}`;
  return {
    reports: `arn:${partition}:s3:::orders-reports-1234567`,
    results: `arn:${partition}:s3:::orders-results-1234567`,
    topic: regional("sns", "orders-findings-1234567"),
    queue: regional("sqs", "orders-dead-letters-1234567"),
    logs: regional("logs", "log-group:orders-audit-1234567:*"),
    lambda: (name: string) => regional("lambda", `function:orders-${name}-1234567`),
    machine: regional("states", "stateMachine:orders-audit-1234567"),
    execution: regional("states", "execution:orders-audit-1234567"),
    machines: regional("states", "stateMachine:*"),
    group: regional("scheduler", "schedule-group/orders-audit-1234567"),
    alarms: regional("cloudwatch", "alarm:*"),
    logsOfAccount: regional("logs", "*"),
    product: `arn:${partition}:securityhub:*:${accountId}:product/${accountId}/default`,
    member: `arn:${partition}:iam::*:role/AwsSecureDatabaseAudit`,
  };
}

const keyOf = (made: Run) => String(made.one("aws:kms/key:Key").state.arn);
const trustOf = (made: Run, name: string) => statements(made.one("aws:iam/role:Role", name).inputs.assumeRolePolicy);

/** Through the services of the region alone: China's have two names. */
const encrypt = (key: string, { region, partition }: Scope, ...services: readonly string[]) =>
  allow("EncryptThroughServices", ["kms:Decrypt", "kms:GenerateDataKey"], key, {
    StringEquals: {
      "kms:ViaService": services.flatMap((service) => [
        `${service}.${region}.amazonaws.com`,
        ...(partition === "aws-cn" ? [`${service}.${region}.amazonaws.com.cn`] : []),
      ]),
    },
  });

const encryptHistory = (key: string, machines: string) =>
  allow("EncryptHistory", ["kms:Decrypt", "kms:GenerateDataKey"], key, {
    ArnLike: { "kms:EncryptionContext:aws:states:stateMachineArn": machines },
  });

for (const [partition, scope] of Object.entries<Scope>(scopes)) {
  const arns = arnsIn(scope);
  const audit = allow("AuditDatabases", auditPolicy().Statement[0]?.Action ?? "", "*");
  const log = allow("Log", ["logs:CreateLogStream", "logs:PutLogEvents"], arns.logs);
  const importing = [
    allow("ImportFindings", securityHubPermissions[0], arns.product),
    allow("ReadImported", securityHubPermissions[1], "*"),
  ];
  const delivery = [
    allow("WriteReports", "s3:PutObject", [
      `${arns.reports}/reports/*`,
      `${arns.reports}/latest.*`,
      `${arns.reports}/baseline.json`,
    ]),
    allow("ReadWhatWasKnown", "s3:GetObject", `${arns.reports}/baseline.json`),
    allow("SeeWhatIsThere", "s3:ListBucket", arns.reports),
    allow("TellFindings", "sns:Publish", arns.topic),
  ];
  const scheduler = {
    ArnEquals: { "aws:SourceArn": arns.group },
    StringEquals: { "aws:SourceAccount": scope.accountId },
  };

  describe(`the whole policies of a scheduled audit's roles in ${partition}`, () => {
    for (const securityHub of [false, true]) {
      it(`the function's ${securityHub ? "with" : "without"} Security Hub`, async () => {
        const made = await make({ securityHub }, scope);
        assert.deepEqual(statementsOfRole(made, "orders-audit"), [
          audit,
          ...delivery,
          allow("SetAsideWhatFailed", "sqs:SendMessage", arns.queue),
          encrypt(keyOf(made), scope, "s3", "sns", "sqs"),
          log,
          ...(securityHub ? importing : []),
        ]);
        assert.deepEqual(trustOf(made, "orders-audit"), trust("lambda"));
      });
    }

    it("the function's with a topic of others, under a key of its own", async () => {
      const topicArn = arns.topic.replace("orders-findings-1234567", "security");
      const topicKmsKeyArn = `arn:${partition}:kms:${scope.region}:${scope.accountId}:key/2222-3333`;
      const made = await make({ topicArn, topicKmsKeyArn }, scope);
      assert.deepEqual(statementsOfRole(made, "orders-audit").slice(4), [
        allow("TellFindings", "sns:Publish", topicArn),
        allow("SetAsideWhatFailed", "sqs:SendMessage", arns.queue),
        encrypt(keyOf(made), scope, "s3", "sqs"),
        { ...encrypt(topicKmsKeyArn, scope, "sns"), Sid: "EncryptThroughTopic" },
        log,
      ]);
    });

    it("the schedule's, the topic's and the queue's", async () => {
      const made = await make({}, scope);
      assert.deepEqual(statementsOfRole(made, "orders-schedule"), [
        allow("StartAudit", "lambda:InvokeFunction", arns.lambda("audit")),
        allow("SetAside", "sqs:SendMessage", arns.queue),
        encrypt(keyOf(made), scope, "sqs"),
      ]);
      assert.deepEqual(trustOf(made, "orders-schedule"), trust("scheduler", scheduler));
      assert.deepEqual(statements(made.one("aws:sns/topicPolicy:TopicPolicy").inputs.policy), [
        {
          ...allow("CloudWatchSendsAlarms", "sns:Publish", arns.topic, {
            ArnLike: { "aws:SourceArn": arns.alarms },
            StringEquals: { "aws:SourceAccount": scope.accountId },
          }),
          Principal: { Service: "cloudwatch.amazonaws.com" },
        },
      ]);
      assert.deepEqual(statements(made.one("aws:sqs/queuePolicy:QueuePolicy").inputs.policy), [
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: "sqs:*",
          Resource: [arns.queue],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]);
    });

    it("no other role is made", async () => {
      assert.deepEqual(rolesOf(await make({}, scope)), ["orders-audit", "orders-schedule"]);
    });
  });

  describe(`the whole policies of an organization's audit's roles in ${partition}`, () => {
    for (const securityHub of [false, true]) {
      it(`the auditor's ${securityHub ? "with" : "without"} Security Hub: it enters accounts of its organization by one role`, async () => {
        const made = await makeOrganization({ securityHub }, scope);
        assert.deepEqual(statementsOfRole(made, "orders-auditor"), [
          audit,
          allow("ListAccounts", organizationPolicy().Statement[0]?.Action ?? "", "*"),
          allow("EnterAccounts", "sts:AssumeRole", arns.member, {
            // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills it in.
            StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" },
          }),
          allow("WriteResults", "s3:PutObject", [
            `${arns.results}/executions/*/targets.json`,
            `${arns.results}/executions/*/results/*`,
          ]),
          encrypt(keyOf(made), scope, "s3"),
          log,
          ...(securityHub ? importing : []),
        ]);
        assert.deepEqual(trustOf(made, "orders-auditor"), trust("lambda"));
      });
    }

    it("the merger's: it reads results and delivers, and enters nothing", async () => {
      const made = await makeOrganization({ securityHub: true }, scope);
      assert.deepEqual(statementsOfRole(made, "orders-merge"), [
        allow("ReadResults", "s3:GetObject", [
          `${arns.results}/executions/*/targets.json`,
          `${arns.results}/executions/*/results/*`,
        ]),
        allow("SeeResults", "s3:ListBucket", arns.results),
        ...delivery,
        encrypt(keyOf(made), scope, "s3", "sns"),
        log,
      ]);
      assert.deepEqual(trustOf(made, "orders-merge"), trust("lambda"));
    });

    for (const tracing of [false, true]) {
      it(`the state machine's ${tracing ? "with" : "without"} traces`, async () => {
        const made = await makeOrganization({ tracing }, scope);
        const key = keyOf(made);
        assert.deepEqual(statementsOfRole(made, "orders-machine"), [
          allow("CallFunctions", "lambda:InvokeFunction", ["targets", "scan", "merge"].map(arns.lambda)),
          allow("ReadTargets", "s3:GetObject", `${arns.results}/executions/*/targets.json`),
          allow(
            "WriteScans",
            ["s3:PutObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"],
            `${arns.results}/executions/*/scans/*`,
          ),
          encrypt(key, scope, "s3"),
          encryptHistory(key, arns.machines),
          allow("EncryptDeliveredLogs", "kms:GenerateDataKey", key, {
            StringLike: { "kms:EncryptionContext:SourceArn": arns.logsOfAccount },
          }),
          allow(
            "DeliverLogs",
            [
              "logs:CreateLogDelivery",
              "logs:DeleteLogDelivery",
              "logs:DescribeLogGroups",
              "logs:DescribeResourcePolicies",
              "logs:GetLogDelivery",
              "logs:ListLogDeliveries",
              "logs:PutResourcePolicy",
              "logs:UpdateLogDelivery",
            ],
            "*",
          ),
          ...(tracing
            ? [
                allow(
                  "Trace",
                  [
                    "xray:GetSamplingRules",
                    "xray:GetSamplingTargets",
                    "xray:PutTelemetryRecords",
                    "xray:PutTraceSegments",
                  ],
                  "*",
                ),
              ]
            : []),
        ]);
      });
    }

    it("the state machine's on its own children, and who may take its role", async () => {
      const made = await makeOrganization({}, scope);
      assert.deepEqual(statementsOfRole(made, "orders-machine-children"), [
        allow("StartChildren", "states:StartExecution", arns.machine),
        allow(
          "FollowChildren",
          ["states:DescribeExecution", "states:StopExecution"],
          [`${arns.execution}:*`, `${arns.execution}/*:*`],
        ),
        allow("RedriveChildren", "states:RedriveExecution", `${arns.execution}/ScanTargets:*`),
      ]);
      assert.equal(
        made.one("aws:iam/rolePolicy:RolePolicy", "orders-machine-children").inputs.role,
        made.one("aws:iam/role:Role", "orders-machine").state.name,
      );
      assert.deepEqual(
        trustOf(made, "orders-machine"),
        trust("states", {
          ArnLike: { "aws:SourceArn": arns.machines },
          StringEquals: { "aws:SourceAccount": scope.accountId },
        }),
      );
    });

    it("the schedule's", async () => {
      const made = await makeOrganization({}, scope);
      const key = keyOf(made);
      assert.deepEqual(statementsOfRole(made, "orders-schedule"), [
        allow("StartAudit", "states:StartExecution", arns.machine),
        allow("SetAside", "sqs:SendMessage", arns.queue),
        encrypt(key, scope, "sqs"),
        encryptHistory(key, arns.machines),
      ]);
      assert.deepEqual(trustOf(made, "orders-schedule"), trust("scheduler", scheduler));
    });

    it("no other role is made", async () => {
      assert.deepEqual(rolesOf(await makeOrganization({}, scope)), [
        "orders-auditor",
        "orders-machine",
        "orders-merge",
        "orders-schedule",
      ]);
    });
  });
}

/** The names of the roles, none of which has a policy beside its own documents. */
function rolesOf({ resources }: Run): readonly string[] {
  const attached = resources.filter(({ type }) => type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment");
  assert.deepEqual(attached, []);
  return resources
    .filter(({ type }) => type === "aws:iam/role:Role")
    .map(({ name }) => name)
    .sort();
}
