import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { SecureInstance, type SecureInstanceArgs } from "../../../components";
import { auditBucketPolicy, auditPermissions, auditTrust } from "../../../components/instance/audit-trail-policies";
import { run, scopes } from "../../support/mocks";

const optionType = "aws:rds/optionGroup:OptionGroup";
const parameterType = "aws:rds/parameterGroup:ParameterGroup";
const roleArn = "arn:aws:iam::123456789012:role/orders-audit-1234567";

interface Option {
  readonly optionName: string;
  readonly optionSettings: readonly { readonly name: string; readonly value: string }[];
}

async function optionsOf(args: SecureInstanceArgs) {
  const { one, error } = await run(() => new SecureInstance("orders", args));
  assert.equal(error, undefined);
  const { options, ...rest } = one(optionType).inputs;
  const settings = (options as Option[]).map(({ optionName, optionSettings }) => [
    optionName,
    Object.fromEntries(optionSettings.map(({ name, value }) => [name, value])),
  ]);
  return { settings, rest };
}

describe("the groups of SecureInstance", () => {
  const parameters: [args: SecureInstanceArgs, family: string, values: Record<string, [string, string]>][] = [
    [
      { engine: "mysql" },
      "mysql8.4",
      {
        log_output: ["FILE", "pending-reboot"],
        require_secure_transport: ["1", "immediate"],
        slow_query_log: ["1", "pending-reboot"],
      },
    ],
    [
      { engine: "mariadb", parameters: { Log_Output: "TABLE" } },
      "mariadb11.8",
      {
        log_output: ["TABLE", "pending-reboot"],
        require_secure_transport: ["1", "immediate"],
        slow_query_log: ["1", "pending-reboot"],
      },
    ],
    [{ engine: "sqlserver-ee" }, "sqlserver-ee-16.0", { "rds.force_ssl": ["1", "pending-reboot"] }],
    [{ engine: "oracle-se2-cdb" }, "oracle-se2-cdb-19", { audit_trail: ["XML,EXTENDED", "pending-reboot"] }],
    [
      { engine: "db2-ae", licenseModel: "marketplace-license", engineVersion: "12.1" },
      "db2-ae-12.1",
      { db2comm: ["SSL", "pending-reboot"], ssl_svcename: ["50443", "pending-reboot"] },
    ],
  ];
  for (const [args, family, values] of parameters) {
    it(`have the parameters of ${family}`, async () => {
      const { one, error } = await run(() => new SecureInstance("orders", args));
      assert.equal(error, undefined);
      const { inputs } = one(parameterType);
      const found = inputs.parameters as { name: string; value: string; applyMethod: string }[];
      assert.deepEqual(
        [inputs.family, Object.fromEntries(found.map(({ name, value, applyMethod }) => [name, [value, applyMethod]]))],
        [family, values],
      );
    });
  }

  it("have no option group for postgres, which has no options", async () => {
    const { resources } = await run(() => new SecureInstance("orders"));
    assert.ok(!resources.some(({ type }) => type === optionType));
  });

  const trail = { IAM_ROLE_ARN: roleArn, S3_BUCKET_ARN: "arn:aws:s3:::orders-audit-1234567" };
  const network = {
    "SQLNET.CRYPTO_CHECKSUM_SERVER": "REQUIRED",
    "SQLNET.CRYPTO_CHECKSUM_TYPES_SERVER": "SHA512,SHA384,SHA256",
    "SQLNET.ENCRYPTION_SERVER": "REQUIRED",
    "SQLNET.ENCRYPTION_TYPES_SERVER": "AES256,AES192,AES128",
  };
  const options: [args: SecureInstanceArgs, major: string, settings: unknown][] = [
    [{ engine: "mysql" }, "8.4", [["MARIADB_AUDIT_PLUGIN", { SERVER_AUDIT_EVENTS: "CONNECT,QUERY_DDL,QUERY_DCL" }]]],
    [
      {
        engine: "mariadb",
        options: [{ name: "mariadb_audit_plugin", settings: { server_audit_events: "CONNECT,QUERY" } }],
      },
      "11.8",
      [["MARIADB_AUDIT_PLUGIN", { SERVER_AUDIT_EVENTS: "CONNECT,QUERY" }]],
    ],
    [{ engine: "sqlserver-ex" }, "16.00", [["SQLSERVER_AUDIT", trail]]],
    [
      { engine: "sqlserver-se", auditBucketArn: "arn:aws:s3:::trail/orders", auditRoleArn: roleArn },
      "16.00",
      [["SQLSERVER_AUDIT", { IAM_ROLE_ARN: roleArn, S3_BUCKET_ARN: "arn:aws:s3:::trail/orders" }]],
    ],
    [{ engine: "db2-se", licenseModel: "marketplace-license" }, "11.5", [["DB2_AUDIT", trail]]],
    [
      { engine: "oracle-ee", options: [{ name: "STATSPACK" }] },
      "19",
      [
        ["NATIVE_NETWORK_ENCRYPTION", network],
        ["STATSPACK", {}],
      ],
    ],
    [
      {
        engine: "oracle-ee",
        options: [{ name: "NATIVE_NETWORK_ENCRYPTION", settings: { "SQLNET.ENCRYPTION_TYPES_SERVER": "AES256" } }],
      },
      "19",
      [["NATIVE_NETWORK_ENCRYPTION", { ...network, "SQLNET.ENCRYPTION_TYPES_SERVER": "AES256" }]],
    ],
    [
      {
        engine: "oracle-ee",
        options: [{ name: "SSL" }],
        acceptedRisks: { "rds-instance-tls-enforced": "the security group admits port 2484 alone" },
      },
      "19",
      [["SSL", {}]],
    ],
  ];
  for (const [args, major, settings] of options) {
    it(`have the options of ${JSON.stringify(args)}`, async () => {
      const found = await optionsOf(args);
      assert.deepEqual(
        [found.rest.engineName, found.rest.majorEngineVersion, found.settings, found.rest.skipDestroy],
        [args.engine, major, settings, true],
      );
    });
  }

  const incl = "SERVER_AUDIT_INCL_USERS";
  const refused: [args: object, problem: string][] = [
    [
      { engine: "mysql", options: [{ name: "MARIADB_AUDIT_PLUGIN", settings: { SERVER_AUDIT_EVENTS: "CONNECT" } }] },
      'options["MARIADB_AUDIT_PLUGIN"].settings["SERVER_AUDIT_EVENTS"] is "CONNECT", which fails the control ' +
        'rds-instance-statement-logging; make it absent or such as "CONNECT,QUERY_DDL,QUERY_DCL", or state the reason ' +
        'in acceptedRisks["rds-instance-statement-logging"].',
    ],
    [
      { engine: "mysql", options: [{ name: "MARIADB_AUDIT_PLUGIN", settings: { [incl]: "app" } }] },
      `options["MARIADB_AUDIT_PLUGIN"].settings["${incl}"] is "app", which fails the control ` +
        'rds-instance-statement-logging; make it absent or such as "", or state the reason ' +
        'in acceptedRisks["rds-instance-statement-logging"].',
    ],
    [
      { engine: "oracle-ee", options: [{ name: "ssl" }] },
      'options[0].name is "SSL", which fails the control rds-instance-tls-enforced; make it absent, as it excludes ' +
        'NATIVE_NETWORK_ENCRYPTION, or state the reason in acceptedRisks["rds-instance-tls-enforced"].',
    ],
    [
      { engine: "sqlserver-se", options: [{ name: "SQLSERVER_AUDIT", settings: { IAM_ROLE_ARN: roleArn } }] },
      'options["SQLSERVER_AUDIT"].settings names IAM_ROLE_ARN, which this component sets; ' +
        "give auditBucketArn and auditRoleArn for another bucket and role.",
    ],
    [{ options: [{ name: "A" }, { name: "a" }] }, 'options[1].name is "a", which an option before it has.'],
    [
      { options: [{ name: "A", setting: {} }] },
      "options[0].setting is no argument; allowed are name, port, securityGroupIds, settings, version. Did you mean settings?",
    ],
    [{ options: [{ name: "A", settings: { b: 1 } }] }, 'options[0].settings["b"] is 1, but must be a string.'],
    [{ options: [{}] }, 'options[0].name is missing, but must be the name of an option, such as "STATSPACK".'],
  ];
  for (const [args, problem] of refused) {
    it(`refuse: ${problem}`, async () => {
      const { resources, error } = await run(() => new SecureInstance("orders", args as SecureInstanceArgs));
      assert.equal(error?.message, `SecureInstance "orders": ${problem}`);
      assert.deepEqual(resources, []);
    });
  }
});

describe("the audit trail of SecureInstance", () => {
  it("has a bucket closed to the public, encrypted, with versions, that keeps files as long as logs", async () => {
    const { one } = await run(() => new SecureInstance("orders", { engine: "sqlserver-se", logRetentionDays: 400 }));
    const input = (type: string) => one(`aws:s3/${type}`).inputs;
    assert.equal(input("bucketPublicAccessBlock:BucketPublicAccessBlock").restrictPublicBuckets, true);
    assert.deepEqual(input("bucketVersioning:BucketVersioning").versioningConfiguration, { status: "Enabled" });
    const encryption = input("bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration");
    const key = one("aws:kms/key:Key");
    assert.deepEqual(encryption.rules, [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.state.arn },
        bucketKeyEnabled: true,
      },
    ]);
    assert.match(String(key.inputs.policy), /"BucketsUseKeyForAccount"/);
    const [, files] = input("bucketLifecycleConfiguration:BucketLifecycleConfiguration").rules as {
      expiration: { days: number };
    }[];
    assert.equal(files?.expiration.days, 400);
    assert.equal(input("bucketPolicy:BucketPolicy").policy, auditBucketPolicy("arn:aws:s3:::orders-audit-1234567"));
  });

  it("keeps its files for ever where logs are", async () => {
    const { one } = await run(() => new SecureInstance("orders", { engine: "sqlserver-se", logRetentionDays: 0 }));
    const { rules } = one("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").inputs;
    assert.deepEqual(
      (rules as { id: string }[]).map(({ id }) => id),
      ["uploads"],
    );
  });

  for (const [partition, scope] of Object.entries(scopes)) {
    it(`is written by RDS alone, for the instance and its option groups, in ${partition}`, () => {
      const { Statement } = JSON.parse(auditTrust(scope, "orders-"));
      const own = (kind: string) => `arn:${partition}:rds:${scope.region}:123456789012:${kind}:orders-*`;
      assert.deepEqual(Statement, [
        {
          Sid: "RdsWritesAuditTrail",
          Effect: "Allow",
          Principal: { Service: "rds.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            ArnLike: { "aws:SourceArn": [own("db"), own("og")] },
            StringEquals: { "aws:SourceAccount": "123456789012" },
          },
        },
      ]);
    });
  }

  for (const [partition, scope] of Object.entries(scopes)) {
    it(`is encrypted under the key of its bucket alone, in ${partition}`, () => {
      const keyArn = `arn:${partition}:kms:${scope.region}:123456789012:key/0000-1111`;
      const { Statement } = JSON.parse(auditPermissions(scope, `arn:${partition}:s3:::trail`, keyArn));
      const name = `s3.${scope.region}.amazonaws.com`;
      assert.deepEqual(Statement.at(-1), {
        Sid: "EncryptFiles",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: keyArn,
        Condition: {
          StringEquals: { "kms:ViaService": partition === "aws-cn" ? [name, `${name}.cn`] : [name] },
          ArnLike: {
            "kms:EncryptionContext:aws:s3:arn": [`arn:${partition}:s3:::trail`, `arn:${partition}:s3:::trail/*`],
          },
        },
      });
    });
  }

  it("is written under a prefix alone, where one is given", () => {
    const { Statement } = JSON.parse(auditPermissions(scopes["aws-cn"], "arn:aws-cn:s3:::trail/orders", undefined));
    assert.deepEqual(
      Statement.map(({ Resource }: { Resource: string }) => Resource),
      ["*", "arn:aws-cn:s3:::trail", "arn:aws-cn:s3:::trail/orders/*"],
    );
  });
});

describe("what outlives a SecureInstance", () => {
  const lasting = async (args: SecureInstanceArgs): Promise<string[]> => {
    const kept: string[] = [];
    const note: pulumi.ResourceTransformation = ({ type, name, opts }) => {
      if (opts.retainOnDelete === true) {
        kept.push(`${type.split(":").at(-1)} ${name}`);
      }
      return undefined;
    };
    const { error } = await run(() => new SecureInstance("orders", args, { transformations: [note] }));
    assert.equal(error, undefined);
    return kept.sort();
  };

  it("is its key, which last snapshot, backups and logs need", async () => {
    assert.deepEqual(await lasting({}), ["EncryptionKey orders"]);
  });

  it("is the schedule of its password, which goes with the secret", async () => {
    assert.deepEqual(await lasting({ masterPasswordRotationDays: 30 }), [
      "EncryptionKey orders",
      "SecretRotation orders",
    ]);
  });

  it("is its audit trail too", async () => {
    assert.deepEqual(await lasting({ engine: "sqlserver-se" }), [
      "Bucket orders-audit",
      "BucketLifecycleConfiguration orders-audit",
      "BucketPolicy orders-audit",
      "BucketPublicAccessBlock orders-audit",
      "BucketServerSideEncryptionConfiguration orders-audit",
      "BucketVersioning orders-audit",
      "EncryptionKey orders",
      "Role orders-audit",
      "RolePolicy orders-audit",
    ]);
  });

  it("is nothing without a last snapshot", async () => {
    const acceptedRisks = { "rds-instance-final-snapshot": "a trial" };
    assert.deepEqual(await lasting({ engine: "sqlserver-se", skipFinalSnapshot: true, acceptedRisks }), []);
  });
});
