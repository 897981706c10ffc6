import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { SecureInstance, type SecureInstanceArgs } from "../../../components";
import { controls, judge } from "../../../controls";
import { fromProgram } from "../../../inventory/program";
import { asProgram, type Run, run, scopes } from "../../support/mocks";

const instanceType = "aws:rds/instance:Instance";
const masterPassword = "correct-horse-battery";

const elsewhere: Readonly<Record<string, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-northwest-1",
  "aws-us-gov": "us-gov-east-1",
};

function abroad(region: string) {
  return { name: "far", region, subnetGroupName: "far-databases", securityGroupIds: ["sg-0fa4"] };
}

describe("the replicas of SecureInstance", () => {
  for (const [partition, scope] of Object.entries(scopes)) {
    const region = elsewhere[partition] ?? "";
    const rows: [title: string, args: SecureInstanceArgs][] = [
      ["beside it", { masterPassword, replicas: [{ name: "reports" }] }],
      ["in another region", { masterPassword, replicas: [abroad(region)] }],
      ["of mysql in both", { engine: "mysql", masterPassword, replicas: [{ name: "near" }, abroad(region)] }],
      ["of sqlserver-ee", { engine: "sqlserver-ee", replicas: [{ name: "near" }] }],
      ["of oracle-ee in both", { engine: "oracle-ee", masterPassword, replicas: [{ name: "near" }, abroad(region)] }],
    ];
    for (const [title, args] of rows) {
      it(`hold every control in ${partition}, ${title}`, async () => {
        const registered = await run(() => new SecureInstance("orders", args), scope);
        assert.equal(registered.error, undefined);
        const { findings, undecided } = judge(controls, fromProgram(asProgram(registered)));
        assert.deepEqual(findings, []);
        // The network of another region is given, and not in the program.
        assert.deepEqual(
          undecided.filter(({ waitsFor }) => !/which is not in this program|not in this program, is a/.test(waitsFor)),
          [],
        );
      });
    }
  }

  describe("beside it", () => {
    let registered: Run;
    before(async () => {
      registered = await run(
        () => new SecureInstance("orders", { masterPassword, port: 6432, replicas: [{ name: "reports" }] }),
      );
    });

    const expected: [property: string, value: unknown][] = [
      ["replicateSourceDb", "orders-da4bef5b"],
      ["engine", undefined],
      ["kmsKeyId", "arn:aws:kms:eu-west-1:123456789012:key/key-of-orders"],
      ["username", undefined],
      ["parameterGroupName", undefined],
      ["dbSubnetGroupName", undefined],
      ["region", undefined],
      ["instanceClass", "db.m6g.large"],
      ["storageEncrypted", true],
      ["publiclyAccessible", false],
      ["port", 6432],
      ["multiAz", false],
      ["deletionProtection", true],
      ["iamDatabaseAuthenticationEnabled", true],
      ["copyTagsToSnapshot", true],
      ["autoMinorVersionUpgrade", true],
      ["monitoringInterval", 60],
      ["databaseInsightsMode", "advanced"],
      ["performanceInsightsKmsKeyId", "arn:aws:kms:eu-west-1:123456789012:key/key-of-orders"],
      ["enabledCloudwatchLogsExports", ["postgresql", "upgrade"]],
      ["skipFinalSnapshot", true],
    ];
    for (const [property, value] of expected) {
      it(`has ${property} ${JSON.stringify(value)}`, () => {
        assert.deepEqual(registered.one(instanceType, "orders-reports").inputs[property], value);
      });
    }

    it("has log groups of its own, made beforehand", () => {
      const { identifier } = registered.one(instanceType, "orders-reports").inputs;
      assert.match(String(identifier), /^orders-reports-[0-9a-f]{8}$/);
      const group = registered.one("aws:cloudwatch/logGroup:LogGroup", "orders-reports-postgresql");
      assert.equal(group.inputs.name, `/aws/rds/instance/${identifier}/postgresql`);
    });
  });

  it("in another region have a key, groups, logs, a role and events there", async () => {
    const registered = await run(
      () => new SecureInstance("orders", { engine: "mysql", masterPassword, replicas: [abroad("us-east-1")] }),
    );
    const far = registered.resources.filter(({ inputs }) => inputs.region === "us-east-1").map(({ type }) => type);
    for (const type of ["kms/key:Key", "rds/parameterGroup", "rds/optionGroup", "cloudwatch/logGroup", "sns/topic:"]) {
      assert.ok(
        far.some((found) => found.startsWith(`aws:${type}`)),
        type,
      );
    }
    const { kmsKeyId, replicateSourceDb, dbSubnetGroupName } = registered.one(instanceType, "orders-far").inputs;
    assert.deepEqual(
      [kmsKeyId, replicateSourceDb, dbSubnetGroupName],
      [
        "arn:aws:kms:us-east-1:123456789012:key/key-of-orders-far",
        "arn:aws:rds:eu-west-1:123456789012:db:orders-1234567",
        "far-databases",
      ],
    );
    const trust = String(registered.one("aws:iam/role:Role", "orders-far-monitoring").inputs.assumeRolePolicy);
    assert.match(trust, /arn:aws:rds:us-east-1:123456789012:db:orders-\*/);
  });

  it("write the audit trail of another region into a bucket there", async () => {
    const { one } = await run(
      () =>
        new SecureInstance("orders", {
          engine: "db2-ae",
          licenseModel: "marketplace-license",
          masterPassword,
          replicas: [abroad("us-east-1")],
          auditBucketArn: "arn:aws:s3:::trail",
        }),
    );
    assert.equal(one("aws:s3/bucket:Bucket").inputs.region, "us-east-1");
    const [option] = one("aws:rds/optionGroup:OptionGroup", "orders-far").inputs.options as {
      optionSettings: { name: string; value: string }[];
    }[];
    assert.deepEqual(
      option?.optionSettings.find(({ name }) => name === "S3_BUCKET_ARN")?.value,
      "arn:aws:s3:::orders-far-audit-1234567",
    );
  });

  const told: [output: "replicaEndpoints" | "replicaResourceIds", expected: Record<string, string>][] = [
    [
      "replicaEndpoints",
      {
        exports: "orders-exports.example.rds.amazonaws.com:5432",
        reports: "orders-reports.example.rds.amazonaws.com:5432",
      },
    ],
    ["replicaResourceIds", { exports: "db-ORDERSEXPORTS", reports: "db-ORDERSREPORTS" }],
  ];
  for (const [output, expected] of told) {
    it(`are told by their names in ${output}`, async () => {
      let found: pulumi.Output<Record<string, string>> | undefined;
      await run(() => {
        const replicas = [{ name: "reports" }, { name: "exports" }];
        found = new SecureInstance("orders", { masterPassword, replicas })[output];
      });
      assert.deepEqual(await new Promise((resolve) => found?.apply(resolve)), expected);
    });
  }

  const names = "1 to 16 lower-case letters, digits and single hyphens, starting with a letter";
  const refused: [args: object, problem: string][] = [
    [{ replicas: [{}] }, `replicas[0].name is missing, but must be ${names}.`],
    [{ replicas: [{ name: "Reports" }] }, `replicas[0].name is "Reports", but must be ${names}.`],
    [{ replicas: [{ name: "a" }, { name: "a" }] }, 'replicas[1].name is "a", which a replica before it has.'],
    [
      { replicas: [{ name: "a", subnets: [] }] },
      "replicas[0].subnets is no argument; allowed are eventTopicArn, instanceClass, kmsKeyArn, multiAz, name, region, " +
        "replicaMode, securityGroupIds, subnetGroupName.",
    ],
    [
      { replicas: [{ name: "a", region: "us-east-1" }] },
      "replicas[0].subnetGroupName is missing, but must be given with region, for a network there.",
    ],
    [
      { replicas: [{ name: "a", region: "us-east-1", subnetGroupName: "far" }] },
      "replicas[0].securityGroupIds is missing, but must be given with region, for a network there.",
    ],
    [
      { replicas: [{ name: "a", kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1" }] },
      "replicas[0].kmsKeyArn is given without region, where a replica has that of the instance.",
    ],
    [
      { replicas: [{ ...abroad("Virginia") }] },
      'replicas[0].region is "Virginia", but must be the name of a region, such as "eu-central-1".',
    ],
    [
      { replicas: [{ name: "a", replicaMode: "mounted" }] },
      'replicas[0].replicaMode is "mounted", but only Oracle has a choice of it; leave it out.',
    ],
    [
      { engine: "oracle-ee", replicas: [{ name: "a", replicaMode: "open" }] },
      'replicas[0].replicaMode is "open", but must be one of "open-read-only", "mounted".',
    ],
    [
      { replicas: [abroad("us-east-1")], blueGreenUpdate: true },
      'replicas[0].region is "us-east-1", but must be absent beside blueGreenUpdate.',
    ],
    [{ engine: "sqlserver-se", replicas: [{ name: "a" }] }, "replicas has 1, but sqlserver-se takes none."],
    [
      { engine: "sqlserver-ee", masterPassword: undefined, replicas: [abroad("us-east-1")] },
      'replicas[0].region is "us-east-1", but must be absent: ' +
        "RDS gives a replica of sqlserver-ee in another region no audit trail.",
    ],
    [{ engine: "oracle-se2", replicas: [{ name: "a" }] }, "replicas has 1, but oracle-se2 takes none."],
    [
      { engine: "db2-se", replicas: ["a", "b", "c", "d"].map((name) => ({ name })) },
      "replicas has 4, but db2-se takes up to 3.",
    ],
    [{ replicas: { name: "a" } }, 'replicas is {"name":"a"}, but must be a list of replicas.'],
  ];
  for (const [args, problem] of refused) {
    it(`refuses: ${problem}`, async () => {
      const all = {
        ...("engine" in args && args.engine === "sqlserver-se" ? {} : { masterPassword }),
        ...("engine" in args && args.engine === "db2-se" ? { licenseModel: "marketplace-license" } : {}),
        ...args,
      };
      const { resources, error } = await run(() => new SecureInstance("orders", all as SecureInstanceArgs));
      assert.equal(error?.message, `SecureInstance "orders": ${problem}`);
      assert.deepEqual(resources, []);
    });
  }
});
