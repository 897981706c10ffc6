import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { readOrganization } from "../../../audit/function/organization-settings";
import { readDelivery, readQuestion } from "../../../audit/function/settings";
import { securityHubPermissions } from "../../../audit/permissions";
import { memberRoleTemplate } from "../../../audit/policy";
import { defaultRole } from "../../../audit/shapes";
import { OrganizationAudit, type OrganizationAuditArgs } from "../../../components";
import { reportFormats } from "../../../components/audit/scheduled-audit-settings";
import { controlIds } from "../../../controls/ids";
import { textsOfCode } from "../../support/function-files";
import { type Run, run, scopes } from "../../support/mocks";
import { allowed } from "../statements";

// The package has no types.
const validate = require("asl-validator") as (definition: object) => {
  readonly isValid: boolean;
  readonly errors?: readonly unknown[];
};

const units = ["r-ab12"];
const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";

const make = (
  args: Partial<OrganizationAuditArgs> = {},
  scope: (typeof scopes)[keyof typeof scopes] = scopes.aws,
): Promise<Run> => run(() => new OrganizationAudit("orders", { organizationalUnitIds: units, ...args }), scope);

const types = {
  function: "aws:lambda/function:Function",
  machine: "aws:sfn/stateMachine:StateMachine",
  set: "aws:cloudformation/stackSet:StackSet",
  setInstance: "aws:cloudformation/stackSetInstance:StackSetInstance",
  schedule: "aws:scheduler/schedule:Schedule",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  key: "aws:kms/key:Key",
  topic: "aws:sns/topic:Topic",
  topicPolicy: "aws:sns/topicPolicy:TopicPolicy",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  lock: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  lifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
};

const all = (made: Run, type: string) => made.resources.filter((resource) => resource.type === type);

interface Definition {
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
const definitionOf = (made: Run) => JSON.parse(String(made.one(types.machine).inputs.definition)) as Definition;

const environmentOf = (made: Run, name: string): Record<string, string> => ({
  ...(made.one(types.function, `orders-${name}`).inputs.environment as { variables: Record<string, string> }).variables,
  AWS_LAMBDA_FUNCTION_NAME: `orders-${name}-1234567`,
  AWS_REGION: "eu-west-1",
});

describe("OrganizationAudit", () => {
  it("audits the units daily, without another argument", async () => {
    const made = await make();
    assert.equal(made.error, undefined);
    assert.deepEqual(
      all(made, types.function).map(({ name, inputs }) => [
        name,
        inputs.handler,
        inputs.architectures,
        inputs.timeout,
        inputs.memorySize,
        inputs.reservedConcurrentExecutions,
      ]),
      [
        ["orders-targets", "index.targets", ["arm64"], 900, 1024, undefined],
        ["orders-scan", "index.scan", ["arm64"], 900, 1024, undefined],
        ["orders-merge", "index.merge", ["arm64"], 900, 2048, undefined],
      ],
    );
    const { target } = made.one(types.schedule).inputs as { target: { arn: string; roleArn: string } };
    assert.deepEqual(
      [target.arn, target.roleArn],
      [made.one(types.machine).state.arn, made.one(types.role, "orders-schedule").state.arn],
    );
  });

  const definitions: readonly [title: string, args: Partial<OrganizationAuditArgs>, scope?: keyof typeof scopes][] = [
    ["the defaults", {}],
    ["other limits", { maxConcurrency: 1000, toleratedFailurePercentage: 2 }],
    ["no tolerance", { toleratedFailurePercentage: 0 }],
    ["China", {}, "aws-cn"],
    ["GovCloud", {}, "aws-us-gov"],
  ];
  for (const [title, args, scope = "aws"] of definitions) {
    it(`defines a state machine that a validator takes: ${title}`, async () => {
      const definition = definitionOf(await make(args, scopes[scope]));
      const { isValid, errors } = validate(definition);
      assert.ok(isValid, JSON.stringify(errors));
      const { ScanTargets } = definition.States;
      assert.deepEqual(
        [ScanTargets?.MaxConcurrency, ScanTargets?.ToleratedFailurePercentage],
        [args.maxConcurrency ?? 50, args.toleratedFailurePercentage ?? 5],
      );
      const arns = JSON.stringify(definition).match(/arn:[^:]+:/g);
      assert.deepEqual([...new Set(arns)], [`arn:${scopes[scope].partition}:`]);
    });
  }

  it("is held to a validator that refuses", async () => {
    const definition = definitionOf(await make());
    const { MergeResults: _, ...States } = definition.States;
    assert.equal(validate({ ...definition, States }).isValid, false);
  });

  it("merges what there is when more fails than is tolerated, and fails then", async () => {
    const { States } = definitionOf(await make());
    assert.deepEqual(States.ScanTargets?.Catch, [
      { ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: "MergeResults" },
    ]);
    assert.deepEqual(
      [States.MergeResults?.Next, States.WasScanned?.Choices, States.NotScanned?.Type],
      ["WasScanned", [{ Variable: "$.failure", IsPresent: true, Next: "NotScanned" }], "Fail"],
    );
  });

  it("runs and logs under one key", async () => {
    const made = await make({ tracing: true });
    const { encryptionConfiguration, loggingConfiguration, tracingConfiguration, type } = made.one(
      types.machine,
    ).inputs;
    const key = made.one(types.key).state.arn;
    assert.deepEqual(
      [type, encryptionConfiguration, tracingConfiguration],
      [
        "STANDARD",
        { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: key, kmsDataKeyReusePeriodSeconds: 900 },
        { enabled: true },
      ],
    );
    const history = made.one(types.logGroup, "orders-history");
    assert.equal(history.inputs.kmsKeyId, key);
    assert.deepEqual(loggingConfiguration, {
      level: "ERROR",
      includeExecutionData: false,
      logDestination: `${history.state.arn}:*`,
    });
    assert.ok("Trace" in allowed(made, "orders-machine") && !("Trace" in allowed(await make(), "orders-machine")));
  });

  it("gives each function settings that it takes", async () => {
    const made = await make({
      except: ["111122223333"],
      regions: ["all"],
      securityHub: true,
      reportFormats: ["csv"],
      externalId: "orders/1",
      memberRoleName: "Auditor",
    });
    const files = await textsOfCode(made.one(types.function, "orders-scan"));
    for (const name of ["targets", "scan"]) {
      assert.deepEqual(
        readOrganization(environmentOf(made, name), (file) => files[file] ?? assert.fail(file)),
        {
          members: { units, except: ["111122223333"] },
          roleName: "Auditor",
          externalId: "orders/1",
        },
      );
    }
    const question = readQuestion(environmentOf(made, "targets"), () => assert.fail("no file is named"));
    assert.deepEqual(question, { regions: "all", severity: "low" });
    // What is found is imported where it is found, with the role of the account.
    assert.equal(readDelivery(environmentOf(made, "scan")).securityHub, true);
    const { formats, securityHub } = readDelivery(environmentOf(made, "merge"));
    assert.deepEqual([formats, securityHub], [["json", "csv"], false]);
  });

  it("leaves room in each environment for the longest of everything, of which Lambda takes 4 KB", async () => {
    const long = (length: number) => "x".repeat(length);
    const made = await run(
      () =>
        new OrganizationAudit(`o${long(35)}`, {
          organizationalUnitIds: Array.from(
            { length: 200 },
            (_, at) => `ou-${long(32)}-${String(at).padStart(32, "0")}`,
          ),
          except: Array.from({ length: 1000 }, (_, at) => String(at).padStart(12, "0")),
          externalId: long(1224),
          memberRole: false,
          memberRoleName: long(64),
          regions: Array.from({ length: 60 }, (_, at) => `us-gov-${long(3)}-${String(at).padStart(2, "0")}`),
          controls: [...controlIds],
          configuration: JSON.stringify(Object.fromEntries(controlIds.map((id) => [id, "advisory"]))),
          exceptions: `exceptions: []\n# ${long(10_000)}\n`,
          reportFormats: [...reportFormats],
          kmsKeyArn: `arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/mrk-${long(32)}`,
          topicArn: `arn:aws-us-gov:sns:us-gov-west-1:123456789012:${long(256)}`,
          topicKmsKeyArn: `arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/mrk-${long(32)}`,
          securityHub: true,
        }),
      scopes["aws-us-gov"],
    );
    assert.equal(made.error, undefined);
    const sizes = all(made, types.function).map(({ inputs }) => {
      const { variables } = inputs.environment as { variables: Record<string, string> };
      return Object.entries(variables).flat().join("").length;
    });
    assert.ok(Math.max(...sizes) < 4000, sizes.join());
  });

  it("deploys the audit's own template to the units, and to accounts that join them", async () => {
    const made = await make({ organizationalUnitIds: ["ou-ab12-11223344", "ou-ab12-55667788"] });
    const { permissionModel, callAs, autoDeployment, parameters, templateBody, capabilities } = made.one(
      types.set,
    ).inputs;
    assert.deepEqual(JSON.parse(String(templateBody)), memberRoleTemplate(defaultRole));
    assert.deepEqual(
      [permissionModel, callAs, autoDeployment, capabilities],
      ["SERVICE_MANAGED", "SELF", { enabled: true, retainStacksOnAccountRemoval: false }, ["CAPABILITY_NAMED_IAM"]],
    );
    assert.deepEqual(parameters, {
      RoleName: defaultRole,
      AuditorAccount: "123456789012",
      AuditorPrincipal: "role/orders-auditor-1234567",
      ExternalId: "aws-secure-database-orders",
    });
    assert.deepEqual(
      all(made, types.setInstance).map(({ inputs }) => [inputs.deploymentTargets, inputs.stackSetInstanceRegion]),
      [
        [{ organizationalUnitIds: ["ou-ab12-11223344"] }, "eu-west-1"],
        [{ organizationalUnitIds: ["ou-ab12-55667788"] }, "eu-west-1"],
      ],
    );
  });

  it("keeps the role out of accounts that are left out, and takes it away before a change of them gives it anew", async () => {
    const options = new Map<string, pulumi.CustomResourceOptions>();
    const made = await run(
      () =>
        new OrganizationAudit(
          "orders",
          {
            organizationalUnitIds: ["r-ab12", "ou-ab12-11223344"],
            except: ["111122223333", "ou-ab12-99aabbcc", "444455556666"],
          },
          {
            transformations: [
              ({ type, opts }) => {
                options.set(type, opts);
                return undefined;
              },
            ],
          },
        ),
    );
    const filter = { accountFilterType: "DIFFERENCE", accounts: ["111122223333", "444455556666"] };
    assert.deepEqual(
      all(made, types.setInstance).map(({ inputs }) => inputs.deploymentTargets),
      [
        { organizationalUnitIds: ["r-ab12"], ...filter },
        { organizationalUnitIds: ["ou-ab12-11223344"], ...filter },
      ],
    );
    assert.equal(options.get(types.setInstance)?.deleteBeforeReplace, true);
  });

  it("goes on past accounts that cannot have the role", async () => {
    assert.deepEqual((await make()).one(types.setInstance).inputs.operationPreferences, {
      failureTolerancePercentage: 100,
      maxConcurrentPercentage: 100,
    });
  });

  it("calls as a delegated administrator where it is one", async () => {
    const made = await make({ delegatedAdministrator: true });
    assert.deepEqual(
      [types.set, types.setInstance].map((type) => made.one(type).inputs.callAs),
      ["DELEGATED_ADMIN", "DELEGATED_ADMIN"],
    );
  });

  it("lets the roles import into Security Hub where it is asked to, and not else", async () => {
    const template = String((await make({ securityHub: true })).one(types.set).inputs.templateBody);
    const plain = String((await make()).one(types.set).inputs.templateBody);
    for (const action of securityHubPermissions) {
      assert.deepEqual([template.includes(`"${action}"`), plain.includes(`"${action}"`)], [true, false]);
    }
    assert.deepEqual([template.includes("only reads"), plain.includes("only reads")], [false, true]);
  });

  it("is given the same parameters by the commands that its page has for roles made by hand", async () => {
    const made = await run(() => new OrganizationAudit("databases", { organizationalUnitIds: units }));
    const page = readFileSync(join(__dirname, "../../../docs/organization-audit.md"), "utf8");
    const [, commands = ""] = /```sh\n(auditor=[^`]+)```/.exec(page) ?? [];
    // What the commands would call tells what it is called with.
    const stubs = `
      pulumi() { echo ${made.one(types.role, "databases-auditor").state.arn}; }
      npx() { echo "$@" >&2; }
      aws() { printf '%s\\n' "$@"; }
    `;
    const cwd = mkdtempSync(join(tmpdir(), "recipe-"));
    try {
      const words = execFileSync("bash", ["-euc", stubs + commands], { cwd, encoding: "utf8", stdio: "pipe" }).split(
        "\n",
      );
      const given = words.slice(words.indexOf("--parameter-overrides") + 1).flatMap((word) => {
        const [name = "", value] = word.split("=");
        return value === undefined ? [] : [[name, value]];
      });
      const { RoleName, ...parameters } = made.one(types.set).inputs.parameters as Record<string, string>;
      assert.deepEqual(Object.fromEntries(given), parameters);
      const { Parameters } = memberRoleTemplate(defaultRole) as {
        readonly Parameters: Readonly<Record<string, { readonly AllowedPattern?: string; readonly Default?: string }>>;
      };
      assert.equal(Parameters.RoleName?.Default, RoleName);
      for (const [name = "", value = ""] of given) {
        assert.match(value, new RegExp(Parameters[name]?.AllowedPattern ?? "^$"));
      }
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });

  it("makes no role where they are there", async () => {
    const made = await make({ memberRole: false });
    assert.deepEqual([...all(made, types.set), ...all(made, types.setInstance)], []);
  });

  it("alarms of executions, of what could not be read, and of no audit at all", async () => {
    const made = await make();
    assert.deepEqual(
      all(made, types.alarm)
        .map(({ name, inputs }) => [name, inputs.metricName, inputs.treatMissingData])
        .sort(),
      [
        ["orders-aborted", "ExecutionsAborted", "ignore"],
        ["orders-dead-letters", "ApproximateNumberOfMessagesVisible", "notBreaching"],
        ["orders-failed", "ExecutionsFailed", "ignore"],
        ["orders-incomplete", "IncompleteScopes", "ignore"],
        ["orders-overdue", "Audits", "breaching"],
        ["orders-timed-out", "ExecutionsTimedOut", "ignore"],
      ],
    );
    const incomplete = made.one(types.alarm, "orders-incomplete").inputs.dimensions as Record<string, string>;
    assert.equal(incomplete.Audit, "orders-merge-1234567");
  });

  it("keeps results of single regions for 30 days in a bucket of their own, which is never locked", async () => {
    const made = await make({ bucket: { objectLockDays: 90 } });
    assert.deepEqual(made.one(types.lifecycle, "orders-results").inputs.rules, [
      {
        id: "results",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { days: 30 },
        noncurrentVersionExpiration: { noncurrentDays: 1 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ]);
    assert.equal(made.one(types.lock).name, "orders-reports");
  });

  it("has the functions and the state machine put results there, and reports elsewhere", async () => {
    const made = await make();
    const buckets = ["targets", "scan", "merge"].map((name) => {
      const { bucket, resultsBucket } = readDelivery(environmentOf(made, name));
      return [bucket, resultsBucket];
    });
    const both = ["orders-reports-1234567", "orders-results-1234567"];
    assert.deepEqual(buckets, [both, both, both]);
    assert.deepEqual(
      [...new Set(JSON.stringify(definitionOf(made)).match(/"Bucket":"[^"]+"/g))],
      ['"Bucket":"orders-results-1234567"'],
    );
  });

  const unitWords =
    'must be a list of at least one unit, each the id of an organizational unit or of the root, such as "ou-ab12-11223344" or "r-ab12", and none twice.';
  const refused: readonly [args: Record<string, unknown>, message: string][] = [
    [{ organizationalUnitIds: [] }, `organizationalUnitIds is [], but ${unitWords}`],
    [{ organizationalUnitIds: ["111122223333"] }, `organizationalUnitIds is ["111122223333"], but ${unitWords}`],
    [
      { except: ["shop"] },
      'except is ["shop"], but must be a list of at least one id, each the id of an account, 12 digits, or of an organizational unit, and none twice.',
    ],
    [
      { organizationalUnitIds: ["ou-ab12-11223344"], except: ["111122223333", "ou-ab12-11223344"] },
      'except names "ou-ab12-11223344", which organizationalUnitIds names too, but must name others.',
    ],
    [
      { schedule: "cron(99 5 * * ? *)" },
      'schedule is "cron(99 5 * * ? *)", but must have another minute than "99", which EventBridge Scheduler does not take.',
    ],
    [{ configuration: '{"all": "disabled"}' }, "configuration leaves no control to ask, but must leave at least one."],
    [{ delegatedAdministrator: "yes" }, 'delegatedAdministrator is "yes", but must be true or false.'],
    [{ memberRole: 1 }, "memberRole is 1, but must be true or false."],
    [
      { memberRoleName: "a role" },
      'memberRoleName is "a role", but must be the name of a role, 1 to 64 characters of letters, digits and +=,.@_-.',
    ],
    [{ externalId: "x" }, 'externalId is "x", but must be an external id, 2 to 1224 letters, digits and +=,.@:/-_.'],
    [
      { maxConcurrency: 0 },
      "maxConcurrency is 0, but must be a whole number from 1 to 1000 (regions of an account at once).",
    ],
    [
      { reservedConcurrency: 10 },
      "reservedConcurrency is 10, but must be at least the maxConcurrency, 50: the audit would be held back by its own calls.",
    ],
    [
      { toleratedFailurePercentage: 101 },
      "toleratedFailurePercentage is 101, but must be a whole number from 0 to 100 (percent).",
    ],
    [{ tracing: "on" }, 'tracing is "on", but must be true or false.'],
    [{ mergeMemorySize: 128 }, "mergeMemorySize is 128, but must be a whole number from 512 to 10240 (MiB)."],
    [
      { kmsKeyArn: "alias/audit" },
      'kmsKeyArn is "alias/audit", but must be the ARN of a customer managed key, arn:aws:kms:<region>:<account>:key/<id>.',
    ],
    [{ topicArn: "foo" }, 'topicArn is "foo", but must be the ARN of a topic, arn:aws:sns:<region>:<account>:<name>.'],
    [
      { topicArn: "arn:aws:sns:eu-west-1:123456789012:security" },
      "topicKmsKeyArn is missing, but must be the key of the topic that topicArn names.",
    ],
    [
      { topicKmsKeyArn: keyArn },
      "topicKmsKeyArn is given, but needs topicArn: a topic of its own has the key of the audit.",
    ],
  ];
  it("names what it needs in a program without types that gives no arguments", async () => {
    const Untyped = OrganizationAudit as unknown as new (name: string, args?: null) => OrganizationAudit;
    const missing = await run(() => new Untyped("orders"));
    assert.equal(
      missing.error?.message,
      `OrganizationAudit "orders": organizationalUnitIds is missing, but ${unitWords}`,
    );
    const nothing = await run(() => new Untyped("orders", null));
    assert.equal(
      nothing.error?.message,
      'OrganizationAudit "orders": args is null, but must be an object of argument name to value, plain (not an output).',
    );
  });

  const elsewhere: readonly [args: Partial<OrganizationAuditArgs>, message: string][] = [
    [
      { kmsKeyArn: keyArn.replace("eu-west-1", "eu-central-1") },
      'kmsKeyArn is "arn:aws:kms:eu-central-1:123456789012:key/0000-1111", but must be of partition aws and region eu-west-1, those of the provider.',
    ],
    [
      {
        topicArn: "arn:aws-cn:sns:cn-north-1:123456789012:security",
        topicKmsKeyArn: "arn:aws-cn:kms:cn-north-1:123456789012:key/1",
      },
      'topicArn is "arn:aws-cn:sns:cn-north-1:123456789012:security", but must be of partition aws and region eu-west-1, those of the provider.',
    ],
    [
      { regions: ["us-gov-west-1"] },
      'regions is ["us-gov-west-1"], but must be regions of partition aws, that of the provider.',
    ],
  ];
  for (const [args, message] of elsewhere) {
    it(`refuses, where the provider is known: ${message}`, async () => {
      const { error } = await make(args);
      assert.equal(error?.message, `OrganizationAudit "orders": ${message}`);
    });
  }

  for (const [args, message] of refused) {
    it(`refuses: ${message}`, async () => {
      const { resources, error } = await make(args as Partial<OrganizationAuditArgs>);
      assert.equal(error?.message, `OrganizationAudit "orders": ${message}`);
      assert.deepEqual(resources, []);
    });
  }
});
