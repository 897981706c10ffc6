import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { IsolatedNetwork, SecureInstance, type SecureInstanceArgs } from "../../../components";
import { keyPolicy } from "../../../components/key/key-policy";
import { run, scopes } from "../../support/mocks";

const type = {
  instance: "aws:rds/instance:Instance",
  parameters: "aws:rds/parameterGroup:ParameterGroup",
  group: "aws:ec2/securityGroup:SecurityGroup",
  role: "aws:iam/role:Role",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  network: "aws-secure-database:index:IsolatedNetwork",
  key: "aws-secure-database:index:EncryptionKey",
};

const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/key-of-orders";
// The hash of the parameter group's name.
const identifier = "orders-da4bef5b";
const sharedKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0000-1111";

describe("SecureInstance", () => {
  describe("without an argument", () => {
    const expected: [property: string, value: unknown][] = [
      ["identifier", identifier],
      ["engine", "postgres"],
      ["engineVersion", "17"],
      ["engineLifecycleSupport", "open-source-rds-extended-support-disabled"],
      ["autoMinorVersionUpgrade", true],
      ["allowMajorVersionUpgrade", false],
      ["instanceClass", "db.m6g.large"],
      ["storageType", "gp3"],
      ["allocatedStorage", 100],
      ["maxAllocatedStorage", 1000],
      ["storageEncrypted", true],
      ["kmsKeyId", keyArn],
      ["dbName", undefined],
      ["username", "dbadmin"],
      ["password", undefined],
      ["manageMasterUserPassword", true],
      ["masterUserSecretKmsKeyId", keyArn],
      ["iamDatabaseAuthenticationEnabled", true],
      ["port", 5432],
      ["publiclyAccessible", false],
      ["dbSubnetGroupName", "orders-1234567"],
      ["multiAz", true],
      ["caCertIdentifier", "rds-ca-rsa2048-g1"],
      ["parameterGroupName", "orders-1234567"],
      ["enabledCloudwatchLogsExports", ["postgresql", "upgrade"]],
      ["monitoringInterval", 60],
      ["monitoringRoleArn", "arn:aws:iam::123456789012:role/orders-monitoring-1234567"],
      ["databaseInsightsMode", "advanced"],
      ["performanceInsightsEnabled", true],
      ["performanceInsightsKmsKeyId", keyArn],
      ["performanceInsightsRetentionPeriod", 465],
      ["backupRetentionPeriod", 35],
      ["backupWindow", "02:00-03:00"],
      ["maintenanceWindow", "sun:04:00-sun:05:00"],
      ["copyTagsToSnapshot", true],
      ["deletionProtection", true],
      ["deleteAutomatedBackups", false],
      ["skipFinalSnapshot", false],
    ];

    let registered: Awaited<ReturnType<typeof run>>;
    let outputs: Readonly<Record<string, unknown>>;
    before(async () => {
      registered = await run(async () => {
        const { urn: _, ...component } = new SecureInstance("orders");
        const fields = Object.entries(component).filter(([, value]) => pulumi.Output.isInstance(value));
        outputs = await resolved(pulumi.output(Object.fromEntries<unknown>(fields)));
      });
    });

    for (const [property, value] of expected) {
      it(`registers the instance with ${property} ${JSON.stringify(value)}`, () => {
        assert.deepEqual(registered.one(type.instance).inputs[property], value);
      });
    }

    it("registers nothing else on the instance but its groups and the last snapshot's name", () => {
      const rest = Object.keys(registered.one(type.instance).inputs).filter(
        (property) => !expected.some(([known]) => known === property),
      );
      assert.deepEqual(rest.sort(), ["finalSnapshotIdentifier", "vpcSecurityGroupIds"]);
    });

    it("registers parameters that force TLS and log DDL and connections, sorted", () => {
      const { family, parameters } = registered.one(type.parameters).inputs;
      assert.deepEqual(
        [family, parameters],
        [
          "postgres17",
          [
            { name: "log_connections", value: "1", applyMethod: "immediate" },
            { name: "log_disconnections", value: "1", applyMethod: "immediate" },
            { name: "log_statement", value: "ddl", applyMethod: "immediate" },
            { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
          ],
        ],
      );
    });

    it("gives applications what they need, and no secret", () => {
      assert.deepEqual(outputs, {
        endpoint: "orders.example.rds.amazonaws.com:5432",
        address: "orders.example.rds.amazonaws.com",
        port: 5432,
        arn: "arn:aws:rds:eu-west-1:123456789012:db:orders-1234567",
        identifier,
        resourceId: "db-ORDERS",
        masterUsername: "dbadmin",
        masterUserSecretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!orders",
        kmsKeyArn: keyArn,
        securityGroupIds: registered.one(type.instance).inputs.vpcSecurityGroupIds,
        subnetGroupName: "orders-1234567",
        vpcId: registered.one("aws:ec2/subnet:Subnet", "orders-1").inputs.vpcId,
        subnetIds: ["orders-1", "orders-2"].map((name) => registered.one("aws:ec2/subnet:Subnet", name).state.id),
        applicationSecurityGroupId: registered.one(type.group, "orders-application").state.id,
        parameterGroupName: "orders-1234567",
        optionGroupName: "",
        replicaEndpoints: {},
        replicaResourceIds: {},
        proxyEndpoint: "",
        proxyResourceId: "",
        notApplicableControls: {},
        eventTopicArn: "arn:aws:sns:eu-west-1:123456789012:orders-events-1234567",
      });
    });
  });

  const shared: SecureInstanceArgs = {
    subnetGroupName: "databases",
    securityGroupIds: ["sg-0a1b"],
    kmsKeyArn: sharedKeyArn,
  };

  it("shares a network and a key that it is given", async () => {
    const registered = await run(() => new SecureInstance("orders", shared));
    const { dbSubnetGroupName, vpcSecurityGroupIds, kmsKeyId } = registered.one(type.instance).inputs;
    assert.deepEqual([dbSubnetGroupName, vpcSecurityGroupIds, kmsKeyId], ["databases", ["sg-0a1b"], sharedKeyArn]);
    assert.deepEqual(
      registered.resources.filter((one) => one.type === type.network || one.type === type.key),
      [],
    );
  });

  it("lets in the groups of another network, which is an output of a list", async () => {
    const { one, error } = await run(() => {
      const { securityGroupIds } = new IsolatedNetwork("apps");
      new SecureInstance("orders", { allowedSecurityGroupIds: securityGroupIds });
    });
    assert.equal(error, undefined);
    const [rule] = one(type.group, "orders").inputs.ingress as { securityGroups: string[] }[];
    assert.deepEqual(rule?.securityGroups, [one(type.group, "apps").state.id]);
  });

  const rows: [title: string, args: SecureInstanceArgs, property: string, value: unknown][] = [
    ["takes outputs", { backupRetentionDays: pulumi.output(14) }, "backupRetentionPeriod", 14],
    [
      "takes an output of nothing for nothing",
      { backupRetentionDays: pulumi.output(undefined as unknown as number) },
      "backupRetentionPeriod",
      35,
    ],
    ["standard insights keep 7 days", { databaseInsights: "standard" }, "performanceInsightsRetentionPeriod", 7],
    ["a port", { port: 6432 }, "port", 6432],
    ["large storage may double", { allocatedStorage: 600 }, "maxAllocatedStorage", 1200],
    ["storage from an output", { allocatedStorage: pulumi.output(600) }, "maxAllocatedStorage", 1200],
    ["tags", { tags: { team: "orders" } }, "tags", { team: "orders" }],
    [
      "no monitoring needs no role",
      { monitoringInterval: 0, acceptedRisks: { "rds-instance-enhanced-monitoring": "cost" } },
      "monitoringRoleArn",
      undefined,
    ],
    [
      "extended support where its risk is accepted",
      { extendedSupport: true, acceptedRisks: { "rds-instance-extended-support-off": "an old driver" } },
      "engineLifecycleSupport",
      "open-source-rds-extended-support",
    ],
    [
      "security groups from an output",
      { subnetGroupName: "databases", securityGroupIds: pulumi.output(["sg-0a1b"]) },
      "vpcSecurityGroupIds",
      ["sg-0a1b"],
    ],
    [
      "automated backups go with a skipped snapshot",
      {
        skipFinalSnapshot: true,
        acceptedRisks: { "rds-instance-final-snapshot": "a trial" },
      },
      "deleteAutomatedBackups",
      true,
    ],
  ];
  for (const [title, args, property, value] of rows) {
    it(title, async () => {
      const { one, error } = await run(() => new SecureInstance("orders", args));
      assert.equal(error, undefined);
      assert.deepEqual(one(type.instance).inputs[property], value);
    });
  }

  it("names the last snapshot anew when the instance is replaced, and the same when it is not", async () => {
    const names = [];
    for (const args of [{}, {}, { databaseName: "orders" }, { kmsKeyArn: sharedKeyArn }]) {
      const { one } = await run(() => new SecureInstance("orders", args));
      names.push(one(type.instance).inputs.finalSnapshotIdentifier);
    }
    assert.equal(names[0], names[1]);
    assert.equal(new Set(names).size, 3);
    assert.match(String(names[0]), /^orders-1234567-final-[0-9a-f]{8}$/);
  });

  describe("its exported logs", () => {
    const logGroups = async (args: SecureInstanceArgs) => {
      const { resources, error } = await run(() => new SecureInstance("orders", { ...shared, ...args }));
      assert.equal(error, undefined);
      return resources.filter(({ type: found }) => found === type.logGroup).map(({ inputs }) => inputs);
    };

    it("have log groups of the names that RDS looks for, encrypted, kept a year and after the instance", async () => {
      assert.deepEqual(
        await logGroups({}),
        ["postgresql", "upgrade"].map((log) => ({
          name: `/aws/rds/instance/${identifier}/${log}`,
          kmsKeyId: sharedKeyArn,
          retentionInDays: 365,
          skipDestroy: true,
        })),
      );
    });

    it("are kept as long as is said, and go with an instance that leaves no snapshot", async () => {
      const acceptedRisks = { "database-log-group-retention": "a trial", "rds-instance-final-snapshot": "a trial" };
      for (const { retentionInDays, skipDestroy } of await logGroups({
        logRetentionDays: 30,
        skipFinalSnapshot: true,
        acceptedRisks,
      })) {
        assert.deepEqual([retentionInDays, skipDestroy], [30, false]);
      }
    });
  });

  it("keeps the flow logs of a network of its own as long as its own", async () => {
    const { resources } = await run(() => new SecureInstance("orders", { logRetentionDays: 400 }));
    const found = resources.filter((one) => one.type === type.logGroup).map(({ inputs }) => inputs.retentionInDays);
    assert.deepEqual(found, [400, 400, 400]);
  });

  it("has one key of its own for all of it, which all may use", async () => {
    const { one } = await run(() => new SecureInstance("orders"));
    assert.equal(
      one("aws:kms/key:Key").inputs.policy,
      keyPolicy(scopes.aws, { users: ["rds", "secretsmanager", "backup", "logs", "sns"] }),
    );
  });

  it("lets RDS assume the role of monitoring for its own instance alone", async () => {
    const { one } = await run(() => new SecureInstance("orders"));
    const { Statement } = JSON.parse(String(one(type.role, "orders-monitoring").inputs.assumeRolePolicy));
    assert.deepEqual(Statement, [
      {
        Sid: "RdsMonitorsInstance",
        Effect: "Allow",
        Principal: { Service: "monitoring.rds.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          ArnLike: { "aws:SourceArn": "arn:aws:rds:eu-west-1:123456789012:db:orders-*" },
          StringEquals: { "aws:SourceAccount": "123456789012" },
        },
      },
    ]);
  });
});

function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}
