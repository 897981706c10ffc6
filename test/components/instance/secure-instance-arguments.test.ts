import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecureInstance, type SecureInstanceArgs } from "../../../components";
import { run } from "../../support/mocks";

/** Arguments as another language or plain JavaScript could give them. */
type Loose = { readonly [Name in keyof SecureInstanceArgs]?: unknown };

const guessable =
  "1 to 63 letters, digits and underscores, starting with a letter, and none of " +
  "admin, postgres, root, sa, administrator, rdsadmin, rdsrepladmin, user or a name starting with pg_ or rds_";
const acceptable =
  "rds-instance-tls-enforced, rds-instance-statement-logging, rds-instance-backup-retention, " +
  "rds-instance-deletion-protection, rds-instance-final-snapshot, rds-instance-multi-az, " +
  "rds-instance-iam-authentication, rds-instance-enhanced-monitoring, rds-instance-engine-version-supported, " +
  "rds-instance-extended-support-off, rds-instance-backup-plan, database-log-group-retention, database-secret-rotation";

const daily = 'a daily window in UTC of at least 30 minutes, such as "02:00-03:00"';
const weekly = 'a weekly window in UTC of at least 30 minutes, such as "sun:04:00-sun:05:00"';

const retention =
  "a whole number from 1 to 35 (days), and at least 7 " +
  'unless acceptedRisks["rds-instance-backup-retention"] states the reason';
const risks = "an object of control id to reason, plain (not an output)";
const names =
  "acceptedRisks, alarms, allocatedStorage, allowMajorVersionUpgrade, allowedSecurityGroupIds, auditBucketArn, auditRoleArn, " +
  "backupPlan, backupPlanId, backupReplication, backupRetentionDays, backupRoleArn, backupWindow, blueGreenUpdate, caCertificate, " +
  "characterSet, databaseInsights, databaseName, deletionProtection, engine, engineVersion, eventTopicArn, " +
  "extendedSupport, iamAuthentication, instanceClass, iops, kmsKeyArn, licenseModel, logRetentionDays, " +
  "maintenanceWindow, masterPassword, masterPasswordRotationDays, masterPasswordVersion, masterUsername, " +
  "maxAllocatedStorage, monitoringInterval, multiAz, nationalCharacterSet, options, parameters, port, proxy, replicas, " +
  "restoreToPointInTime, securityGroupIds, skipFinalSnapshot, snapshotIdentifier, storageThroughput, storageType, " +
  "subnetGroupName, tags, timezone";
const engines =
  'one of "postgres", "mysql", "mariadb", "sqlserver-ee", "sqlserver-se", "sqlserver-web", "sqlserver-ex", ' +
  '"oracle-ee", "oracle-ee-cdb", "oracle-se2", "oracle-se2-cdb", "db2-ae", "db2-se"';
const versions = 'one of "15", "16", "17", "18", as a string; RDS chooses the minor version';

const malformed: [args: Loose, message: string][] = [
  [{ engine: pulumi.output("postgres") }, `engine is an output, but must be ${engines}.`],
  [{ engine: "sqlite" }, `engine is "sqlite", but must be ${engines}.`],
  [{ engineVersion: "17.4" }, `engineVersion is "17.4", but must be ${versions}.`],
  [{ engineVersion: 17 }, `engineVersion is 17, but must be ${versions}.`],
  [{ engineVersion: "14" }, `engineVersion is "14", but must be ${versions}.`],
  [
    { eventTopicArn: "events" },
    'eventTopicArn is "events", but must be the ARN of a topic, arn:aws:sns:<region>:<account>:<name>.',
  ],
  [
    { engine: "oracle-se2", instanceClass: "db.m6g.large" },
    'instanceClass is "db.m6g.large", but must be a DB instance class of oracle-se2, ' +
      'one without a Graviton processor, such as "db.m6i.large".',
  ],
  [{ instanceClass: "large" }, 'instanceClass is "large", but must be a DB instance class such as "db.m6g.large".'],
  [{ allocatedStorage: 5 }, "allocatedStorage is 5, but must be a whole number from 20 to 59578 (GiB)."],
  [
    { allocatedStorage: 100, maxAllocatedStorage: 105 },
    "maxAllocatedStorage is 105, but must be a whole number from 110 to 65536 (GiB).",
  ],
  [
    { databaseName: "my-orders" },
    'databaseName is "my-orders", but must be 1 to 63 letters, digits and underscores, starting with a letter.',
  ],
  [{ masterUsername: "Admin" }, `masterUsername is "Admin", but must be ${guessable}.`],
  [{ masterUsername: "pg_boss" }, `masterUsername is "pg_boss", but must be ${guessable}.`],
  [{ port: 80 }, "port is 80, but must be a whole number from 1150 to 65535 (a TCP port)."],
  [{ backupRetentionDays: 0 }, `backupRetentionDays is 0, but must be ${retention}.`],
  [{ backupRetentionDays: 36 }, `backupRetentionDays is 36, but must be ${retention}.`],
  [{ backupRetentionDays: 7.5 }, `backupRetentionDays is 7.5, but must be ${retention}.`],
  [{ backupWindow: "25:00-26:00" }, `backupWindow is "25:00-26:00", but must be ${daily}.`],
  [{ maintenanceWindow: "sun:04:00" }, `maintenanceWindow is "sun:04:00", but must be ${weekly}.`],
  [{ backupWindow: "04:00-04:00" }, `backupWindow is "04:00-04:00", but must be ${daily}.`],
  [{ maintenanceWindow: "sun:04:00-sun:04:29" }, `maintenanceWindow is "sun:04:00-sun:04:29", but must be ${weekly}.`],
  [
    { backupWindow: "04:00-05:00" },
    'backupWindow is "04:00-05:00", but must be apart from the default maintenanceWindow, "sun:04:00-sun:05:00".',
  ],
  [
    { maintenanceWindow: "wed:02:30-wed:03:30" },
    'maintenanceWindow is "wed:02:30-wed:03:30", but must be apart from the default backupWindow, "02:00-03:00".',
  ],
  [{ multiAz: "yes" }, 'multiAz is "yes", but must be true or false.'],
  [{ monitoringInterval: 45 }, "monitoringInterval is 45, but must be one of 0, 1, 5, 10, 15, 30, 60."],
  [{ databaseInsights: "off" }, 'databaseInsights is "off", but must be one of "advanced", "standard".'],
  [
    { caCertificate: "rds-ca-2019" },
    'caCertificate is "rds-ca-2019", but must be one of "rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1".',
  ],
  [
    { subnetGroupName: "databases" },
    "subnetGroupName is given without securityGroupIds, but must come with it; give both, or neither for a new network.",
  ],
  [
    { securityGroupIds: ["sg-0a1b"] },
    "securityGroupIds is given without subnetGroupName, but must come with it; give both, or neither for a new network.",
  ],
  [
    { subnetGroupName: "databases", securityGroupIds: [] },
    "securityGroupIds is [], but must be a list of at least one id.",
  ],
  [
    { subnetGroupName: "databases", securityGroupIds: ["sg-0a1b", "default"] },
    'securityGroupIds[1] is "default", but must be the id of a security group, "sg-" and hexadecimal digits, ' +
      'after "<account>/" where it is of a peer VPC.',
  ],
  [
    { subnetGroupName: "Default", securityGroupIds: ["sg-0a1b"] },
    'subnetGroupName is "Default", but must be the name of a DB subnet group other than "default".',
  ],
  [
    { subnetGroupName: "databases", securityGroupIds: ["sg-0a1b"], allowedSecurityGroupIds: ["sg-0c"] },
    "allowedSecurityGroupIds is given beside subnetGroupName, " +
      "but the groups in securityGroupIds decide who may connect.",
  ],
  [
    { allowedSecurityGroupIds: ["sg-0a1b", "oops"] },
    'allowedSecurityGroupIds[1] is "oops", but must be the id of a security group, "sg-" and hexadecimal digits, ' +
      'after "<account>/" where it is of a peer VPC.',
  ],
  [
    { allowedSecurityGroupIds: [undefined] },
    'allowedSecurityGroupIds[0] is missing, but must be the id of a security group, "sg-" and hexadecimal digits, ' +
      'after "<account>/" where it is of a peer VPC.',
  ],
  [{ allowedSecurityGroupIds: "sg-0a1b" }, 'allowedSecurityGroupIds is "sg-0a1b", but must be a list of ids.'],
  [
    { kmsKeyArn: "alias/aws/rds" },
    'kmsKeyArn is "alias/aws/rds", but must be the ARN of a customer managed key, ' +
      "arn:aws:kms:<region>:<account>:key/<id>.",
  ],
  [
    { parameters: { work_mem: "65536", WORK_MEM: "1" } },
    'parameters names "work_mem" twice, but must name a parameter once.',
  ],
  [{ parameters: { work_mem: 65536 } }, 'parameters["work_mem"] is 65536, but must be a string.'],
  [
    { acceptedRisks: { "rds-instance-multi-as": "a trial" } },
    `acceptedRisks names "rds-instance-multi-as", which is no control; allowed are ${acceptable}. Did you mean rds-instance-multi-az?`,
  ],
  [
    { acceptedRisks: { "rds-instance-not-public": "a trial" } },
    `acceptedRisks names "rds-instance-not-public", which no argument here can weaken; allowed are ${acceptable}.`,
  ],
  [
    { acceptedRisks: { "rds-instance-multi-az": " " } },
    'acceptedRisks["rds-instance-multi-az"] is " ", but must be the reason, in words.',
  ],
  [{ acceptedRisks: ["rds-instance-multi-az"] }, `acceptedRisks is ["rds-instance-multi-az"], but must be ${risks}.`],
  [
    { acceptedRisks: pulumi.output({ "rds-instance-multi-az": "a trial" }) },
    `acceptedRisks is an output, but must be ${risks}.`,
  ],
  [{ acceptedRisks: "all" }, `acceptedRisks is "all", but must be ${risks}.`],
  [
    { mutliAz: false, publiclyAccessible: true } as Loose,
    `mutliAz is no argument; allowed are ${names}. Did you mean multiAz?`,
  ],
  [{ toString: "mine" } as Loose, `toString is no argument; allowed are ${names}.`],
  [null as unknown as Loose, "args is null, but must be an object of argument name to value, plain (not an output)."],
];

const weakening: [args: Loose, control: string, found: string, needed: string][] = [
  [{ multiAz: false }, "rds-instance-multi-az", "multiAz is false", "true"],
  [{ deletionProtection: false }, "rds-instance-deletion-protection", "deletionProtection is false", "true"],
  [{ skipFinalSnapshot: true }, "rds-instance-final-snapshot", "skipFinalSnapshot is true", "false"],
  [{ extendedSupport: true }, "rds-instance-extended-support-off", "extendedSupport is true", "false"],
  [{ logRetentionDays: 180 }, "database-log-group-retention", "logRetentionDays is 180", "365 or more, or 0 for ever"],
  [{ iamAuthentication: false }, "rds-instance-iam-authentication", "iamAuthentication is false", "true"],
  [{ backupRetentionDays: 6 }, "rds-instance-backup-retention", "backupRetentionDays is 6", "7 or more"],
  [{ monitoringInterval: 0 }, "rds-instance-enhanced-monitoring", "monitoringInterval is 0", "more than 0"],
  [
    { parameters: { "rds.force_ssl": "0" } },
    "rds-instance-tls-enforced",
    'parameters["rds.force_ssl"] is "0"',
    'absent or such as "1"',
  ],
  [
    { parameters: { "RDS.Force_SSL": "off" } },
    "rds-instance-tls-enforced",
    'parameters["RDS.Force_SSL"] is "off"',
    'absent or such as "1"',
  ],
  [
    { parameters: { log_statement: "none" } },
    "rds-instance-statement-logging",
    'parameters["log_statement"] is "none"',
    'absent or such as "ddl"',
  ],
  [
    { parameters: { log_disconnections: "" } },
    "rds-instance-statement-logging",
    'parameters["log_disconnections"] is ""',
    'absent or such as "1"',
  ],
];

describe("the arguments of SecureInstance", () => {
  for (const [args, problem] of malformed) {
    it(`refuses: ${problem}`, async () => {
      await refuses(args, problem);
    });
  }

  for (const name of ["Orders", "1orders", "or--ders", "orders-", "o".repeat(37)]) {
    it(`refuses the name ${name}`, async () => {
      const { resources, error } = await run(() => new SecureInstance(name));
      assert.equal(
        error?.message,
        `SecureInstance "${name}": name is "${name}", but must be ` +
          "1 to 36 lower-case letters, digits and single hyphens, starting with a letter.",
      );
      assert.deepEqual(resources, []);
    });
  }

  for (const [args, control, found, needed] of weakening) {
    const problem =
      `${found}, which fails the control ${control}; ` +
      `make it ${needed}, or state the reason in acceptedRisks["${control}"].`;

    it(`refuses ${JSON.stringify(args)}, and registers nothing`, async () => {
      await refuses(args, problem);
    });

    it(`refuses ${JSON.stringify(args)} where another risk is accepted`, async () => {
      const other = acceptable.split(", ").find((id) => id !== control);
      await refuses({ ...args, acceptedRisks: { [other ?? ""]: "a trial" } }, problem);
    });

    it(`takes ${JSON.stringify(args)} where its risk is accepted`, async () => {
      const { error, one } = await run(
        () => new SecureInstance("orders", { ...args, acceptedRisks: { [control]: "a trial" } } as SecureInstanceArgs),
      );
      assert.equal(error, undefined);
      one("aws:rds/instance:Instance");
    });

    it(`refuses ${JSON.stringify(args)} from an output, and registers no instance`, async () => {
      const { resources, error } = await run(() => new SecureInstance("orders", later(args)));
      // Pulumi puts the property that waits for the output in front.
      assert.equal(error?.message, `SecureInstance "orders": ${problem}`);
      const lacks = found.startsWith("parameters") ? "ParameterGroup" : "Instance";
      assert.deepEqual(
        resources.filter(({ type }) => type.endsWith(`:${lacks}`)),
        [],
      );
    });
  }
});

describe("the arguments of SecureInstance that are outputs", () => {
  const late: [args: SecureInstanceArgs, problem: string, lacks: string][] = [
    [
      { backupWindow: pulumi.output("04:30-05:30") },
      'backupWindow is "04:30-05:30", but must be apart from the default maintenanceWindow, "sun:04:00-sun:05:00".',
      "Instance",
    ],
    [
      { backupWindow: "23:30-00:30", maintenanceWindow: pulumi.output("sun:23:00-mon:00:00") },
      'maintenanceWindow is "sun:23:00-mon:00:00", but must be apart from backupWindow, "23:30-00:30".',
      "Instance",
    ],
    [
      { allowedSecurityGroupIds: pulumi.output(["oops"]) },
      'allowedSecurityGroupIds[0] is "oops", but must be the id of a security group, "sg-" and hexadecimal digits, ' +
        'after "<account>/" where it is of a peer VPC.',
      "SecurityGroup",
    ],
  ];
  for (const [args, problem, lacks] of late) {
    it(`refuses, without ${lacks}: ${problem}`, async () => {
      const { resources, error } = await run(() => new SecureInstance("orders", args));
      assert.equal(
        error?.message.replace(/^(error serializing property "\w+": )+/, ""),
        `SecureInstance "orders": ${problem}`,
      );
      assert.deepEqual(
        resources.filter(({ type }) => type.endsWith(`:${lacks}`)),
        [],
      );
    });
  }
});

async function refuses(args: Loose, problem: string): Promise<void> {
  const { resources, error } = await run(() => new SecureInstance("orders", args as SecureInstanceArgs));
  assert.equal(error?.message, `SecureInstance "orders": ${problem}`);
  assert.deepEqual(resources, []);
}

/** The same arguments as outputs; parameters, of which the names are plain, as outputs each. */
function later({ parameters, ...rest }: Loose): SecureInstanceArgs {
  const ofParameters = parameters === undefined ? {} : { parameters: outputs(parameters as object) };
  return { ...outputs(rest), ...ofParameters } as SecureInstanceArgs;
}

function outputs(record: object): Record<string, pulumi.Output<unknown>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, pulumi.output(value)]));
}
