import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecureInstance, type SecureInstanceArgs } from "../../../components";
import { run } from "../../support/mocks";

const instanceType = "aws:rds/instance:Instance";

const guessable = "admin, postgres, root, sa, administrator, rdsadmin, rdsrepladmin, user";
const password = "correct-horse-battery";
const roleArn = "arn:aws:iam::123456789012:role/trail";

const refused: [args: object, problem: string][] = [
  [
    { engine: "mysql", engineVersion: "5.7" },
    'engineVersion is "5.7", but must be one of "8.0", "8.4", as a string; RDS chooses the minor version.',
  ],
  [
    { engine: "mysql", engineVersion: "8.0" },
    'engineVersion is "8.0", which fails the control rds-instance-engine-version-supported; make it a version that is ' +
      'still supported, or state the reason in acceptedRisks["rds-instance-engine-version-supported"].',
  ],
  [
    { licenseModel: "license-included" },
    'licenseModel is "license-included", but postgres has one that needs no naming; leave it out.',
  ],
  [
    { engine: "oracle-ee", licenseModel: "license-included" },
    'licenseModel is "license-included", but must be "bring-your-own-license".',
  ],
  [
    { engine: "db2-se" },
    'parameters lacks "rds.ibm_customer_id", which the license model "bring-your-own-license" needs.',
  ],
  [
    { engine: "db2-se", parameters: { "rds.ibm_customer_id": "1" } },
    'parameters lacks "rds.ibm_site_id", which the license model "bring-your-own-license" needs.',
  ],
  [{ timezone: "UTC" }, 'timezone is "UTC", but postgres leaves no choice of it; leave it out.'],
  [
    { engine: "sqlserver-se", nationalCharacterSet: "UTF8" },
    'nationalCharacterSet is "UTF8", but sqlserver-se leaves no choice of it; leave it out.',
  ],
  [
    { engine: "oracle-ee", nationalCharacterSet: "UTF16" },
    'nationalCharacterSet is "UTF16", but must be one of "AL16UTF16", "UTF8".',
  ],
  [
    { engine: "oracle-ee", characterSet: "AL 32" },
    'characterSet is "AL 32", but must be the name of a character set or collation, such as "AL32UTF8".',
  ],
  [
    { engine: "sqlserver-ex", databaseName: "orders" },
    'databaseName is "orders", but RDS makes no database with an instance of sqlserver-ex.',
  ],
  [
    { engine: "oracle-ee", databaseName: "ordersdb1" },
    'databaseName is "ordersdb1", but must be 1 to 8 capital letters and digits, starting with a letter, and not NULL.',
  ],
  [
    { engine: "db2-se", licenseModel: "marketplace-license", databaseName: "orders_db" },
    'databaseName is "orders_db", but must be 1 to 8 letters and digits, starting with a letter.',
  ],
  [
    { engine: "mysql", masterUsername: "mysqladmin" },
    'masterUsername is "mysqladmin", but must be 1 to 16 letters, digits and underscores, starting with a letter, ' +
      `and none of ${guessable} or a name starting with mysql.`,
  ],
  [
    { engine: "oracle-se2", masterUsername: "SYSTEM" },
    'masterUsername is "SYSTEM", but must be 1 to 16 letters, digits and underscores, starting with a letter, ' +
      `and none of ${guessable}, dba, dbsnmp, oracle, outln, public or a name starting with sys.`,
  ],
  [
    { engine: "sqlserver-se", port: 3389 },
    "port is 3389, but must be a whole number from 1150 to 65535 (a TCP port), and none of 1234, 1434, 3260, 3343, " +
      "3389, 47001, 49152, 49153, 49154, 49155, 49156.",
  ],
  [
    { engine: "oracle-ee", iamAuthentication: true },
    "iamAuthentication is true, but must be false or absent: oracle-ee has no IAM authentication.",
  ],
  [
    { engine: "mariadb", engineVersion: "10.6", iamAuthentication: true },
    "iamAuthentication is true, but must be false or absent: mariadb has IAM authentication from version 10.11.",
  ],
  [
    { engine: "sqlserver-ex", multiAz: true },
    "multiAz is true, but must be false or absent: sqlserver-ex cannot be multi-AZ.",
  ],
  [
    { engine: "mariadb", extendedSupport: false },
    "extendedSupport is given, but mariadb has no Extended Support; leave it out.",
  ],
  [
    { engine: "oracle-ee", blueGreenUpdate: true },
    "blueGreenUpdate is true, but oracle-ee has no blue/green deployments; leave it out.",
  ],
  [
    { masterPassword: password },
    "masterPassword is given, but RDS makes, keeps and rotates the password; leave it out unless there are replicas of " +
      "another engine than SQL Server, or blueGreenUpdate.",
  ],
  [
    { blueGreenUpdate: true },
    "masterPassword is missing, but must be given beside blueGreenUpdate: AWS has none of an instance whose password " +
      "RDS manages.",
  ],
  [{ blueGreenUpdate: true, masterPassword: "short" }, "masterPassword must be a string of 16 to 128 characters."],
  [
    { blueGreenUpdate: true, masterPassword: 'has a space and "quotes"' },
    "masterPassword must hold printable ASCII characters without space, quotes, slashes and @.",
  ],
  [
    { blueGreenUpdate: true, masterPassword: password, masterPasswordRotationDays: 7 },
    "masterPasswordRotationDays is given beside blueGreenUpdate, but RDS does not manage the password then.",
  ],
  [
    { masterPasswordRotationDays: 120 },
    "masterPasswordRotationDays is 120, which fails the control database-secret-rotation; make it 90 or less, or state " +
      'the reason in acceptedRisks["database-secret-rotation"].',
  ],
  [{ storageType: "gp2" }, 'storageType is "gp2", but must be one of "gp3", "io1", "io2".'],
  [
    { iops: 12000 },
    "iops is 12000, but must be absent: gp3 below 400 GiB has 3000 IOPS and 125 MiB a second on postgres.",
  ],
  [
    { engine: "oracle-ee", allocatedStorage: 199, storageThroughput: 500 },
    "storageThroughput is 500, but must be absent: gp3 below 200 GiB has 3000 IOPS and 125 MiB a second on oracle-ee.",
  ],
  [
    { allocatedStorage: 400, iops: 11999 },
    "iops is 11999, but must be a whole number from 12000 to 64000 (IOPS, with 400 GiB).",
  ],
  [
    { allocatedStorage: 400, storageThroughput: 3001 },
    "storageThroughput is 3001, but must be a whole number from 500 to 3000 (MiB a second, a quarter of its IOPS).",
  ],
  [{ storageType: "io2" }, "iops is 0, but must be a whole number from 1000 to 100000 (IOPS, with 100 GiB)."],
  [
    { storageType: "io2", iops: 1000, allocatedStorage: 99 },
    "allocatedStorage is 99, but must be a whole number from 100 to 59578 (GiB).",
  ],
  [
    { storageType: "io2", iops: 1000, maxAllocatedStorage: 2001 },
    "maxAllocatedStorage is 2001, but must be a whole number from 110 to 2000 (GiB).",
  ],
  [
    { storageType: "io1", iops: 3000, storageThroughput: 500 },
    "storageThroughput is 500, but must be absent: that of io1 follows its IOPS.",
  ],
  [
    { engine: "sqlserver-se", allocatedStorage: 16384 },
    "allocatedStorage is 16384, but must be a whole number from 20 to 14894 (GiB).",
  ],
  [
    { auditBucketArn: "arn:aws:s3:::trail" },
    "auditBucketArn is given, but the audit trail of postgres goes to its logs; leave it out.",
  ],
  [
    { engine: "sqlserver-se", auditRoleArn: roleArn },
    "auditRoleArn is given without auditBucketArn, but must come with it.",
  ],
  [
    { engine: "sqlserver-se", auditBucketArn: "trail" },
    'auditBucketArn is "trail", but must be the ARN of a bucket, arn:aws:s3:::<bucket>, or of a prefix in it, ' +
      "arn:aws:s3:::<bucket>/<prefix>.",
  ],
];

describe("the arguments of SecureInstance about engines", () => {
  for (const [args, problem] of refused) {
    it(`refuses: ${problem}`, async () => {
      const { resources, error } = await run(() => new SecureInstance("orders", args as SecureInstanceArgs));
      assert.equal(error?.message, `SecureInstance "orders": ${problem}`);
      assert.deepEqual(resources, []);
    });
  }

  it("never shows a password that is refused, from an output either", async () => {
    const { error } = await run(
      () => new SecureInstance("orders", { blueGreenUpdate: true, masterPassword: pulumi.secret("hunter2") }),
    );
    assert.match(String(error?.message), /masterPassword must be a string of 16 to 128 characters/);
    assert.doesNotMatch(String(error?.message), /hunter2/);
  });

  it("refuses storage from outputs when it resolves", async () => {
    const { resources, error } = await run(
      () => new SecureInstance("orders", { allocatedStorage: pulumi.output(100), iops: pulumi.output(12000) }),
    );
    assert.match(String(error?.message), /iops is 12000, but must be absent/);
    assert.ok(!resources.some(({ type }) => type === instanceType));
  });

  const given: [args: SecureInstanceArgs, property: string, value: unknown][] = [
    [{ engine: "mysql" }, "engineVersion", "8.4"],
    [{ engine: "mysql" }, "optionGroupName", "orders-1234567"],
    [{ engine: "mysql" }, "port", 3306],
    [{ engine: "mariadb" }, "engineLifecycleSupport", undefined],
    [{ engine: "sqlserver-se" }, "licenseModel", "license-included"],
    [{ engine: "sqlserver-se" }, "iamDatabaseAuthenticationEnabled", false],
    [{ engine: "sqlserver-ee" }, "instanceClass", "db.m6i.xlarge"],
    [{ engine: "sqlserver-ex" }, "multiAz", false],
    [{ engine: "sqlserver-ex" }, "enabledCloudwatchLogsExports", ["error"]],
    [{ engine: "sqlserver-web" }, "multiAz", false],
    [{ engine: "sqlserver-se", timezone: "UTC" }, "timezone", "UTC"],
    [{ engine: "oracle-se2" }, "licenseModel", "license-included"],
    [{ engine: "oracle-se2-cdb", engineVersion: "21" }, "engineVersion", "21"],
    [{ engine: "oracle-ee", characterSet: "AL32UTF8" }, "characterSetName", "AL32UTF8"],
    [{ engine: "oracle-ee", nationalCharacterSet: "UTF8" }, "ncharCharacterSetName", "UTF8"],
    [{ engine: "oracle-ee", databaseName: "ORDERS" }, "dbName", "ORDERS"],
    [{ engine: "db2-se", licenseModel: "marketplace-license" }, "performanceInsightsEnabled", false],
    [{ engine: "db2-se", licenseModel: "marketplace-license" }, "databaseInsightsMode", undefined],
    [{ engine: "mysql", instanceClass: "db.t4g.micro" }, "performanceInsightsKmsKeyId", undefined],
    [{ storageType: "io2", iops: 1000 }, "maxAllocatedStorage", 1000],
    [{ storageType: "io2", iops: 1000 }, "iops", 1000],
    [{ engine: "sqlserver-se", iops: 4000, storageThroughput: 1000 }, "storageThroughput", 1000],
    [{ blueGreenUpdate: true, masterPassword: password }, "blueGreenUpdate", { enabled: true }],
    [{ blueGreenUpdate: true, masterPassword: password }, "manageMasterUserPassword", undefined],
    [{ blueGreenUpdate: true, masterPassword: password }, "passwordWoVersion", 1],
    [
      {
        engine: "mysql",
        engineVersion: "8.0",
        acceptedRisks: { "rds-instance-engine-version-supported": "an old driver" },
      },
      "engineVersion",
      "8.0",
    ],
  ];
  for (const [args, property, value] of given) {
    it(`gives ${JSON.stringify(args)} ${property} ${JSON.stringify(value)}`, async () => {
      const { one, error } = await run(() => new SecureInstance("orders", args));
      assert.equal(error, undefined);
      assert.deepEqual(one(instanceType).inputs[property], value);
    });
  }

  it("keeps a password that is given a secret", async () => {
    const { one } = await run(() => new SecureInstance("orders", { blueGreenUpdate: true, masterPassword: password }));
    assert.deepEqual(one(instanceType).inputs.passwordWo, {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value: password,
    });
  });

  it("rotates the password that RDS manages as often as is asked", async () => {
    const { one } = await run(() => new SecureInstance("orders", { masterPasswordRotationDays: 30 }));
    assert.deepEqual(one("aws:secretsmanager/secretRotation:SecretRotation").inputs, {
      secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!orders",
      rotateImmediately: false,
      rotationRules: { automaticallyAfterDays: 30 },
    });
  });

  it("lets clients of Db2 in at the port of TLS alone, and tells it", async () => {
    let port: pulumi.Output<number> = pulumi.output(0);
    const { one } = await run(() => {
      port = new SecureInstance("orders", {
        engine: "db2-ae",
        licenseModel: "marketplace-license",
        parameters: { SSL_SVCENAME: "50500" },
      }).port;
    });
    const [rule] = one("aws:ec2/securityGroup:SecurityGroup", "orders").inputs.ingress as { fromPort: number }[];
    assert.deepEqual([rule?.fromPort, await new Promise((resolve) => port.apply(resolve))], [50500, 50500]);
  });
});
