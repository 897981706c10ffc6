import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecureCluster, type SecureClusterArgs } from "../../../components";
import { run } from "../../support/mocks";

/** Arguments as another language or plain JavaScript could give them. */
type Loose = { readonly [Name in keyof SecureClusterArgs]?: unknown };

const password = { masterPassword: "correct-horse-battery" };
const versions = (...majors: string[]): string =>
  `one of ${majors.map((major) => `"${major}"`).join(", ")}, as a string; RDS chooses the minor version`;
const capacity = (from: number): string => `a number from ${from} to 256 in steps of 0.5 (Aurora capacity units)`;
const alike = (engine: string): string =>
  `RDS makes the three members of a Multi-AZ DB cluster of ${engine} alike; leave it out.`;
const source = { sourceClusterIdentifier: "orders" };

const refused: [args: Loose, message: string][] = [
  [
    { engine: "mariadb" },
    'engine is "mariadb", but must be one of "aurora-postgresql", "aurora-mysql", "postgres", "mysql".',
  ],
  [{ engineVersion: "17.4" }, `engineVersion is "17.4", but must be ${versions("15", "16", "17", "18")}.`],
  [
    { engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.10.0" },
    `engineVersion is "8.0.mysql_aurora.3.10.0", but must be ${versions("8.0", "8.4")}.`,
  ],
  [{ masterUsername: "longer-than-16-characters" }, /^masterUsername is .*, but must be 1 to 16 letters/.source],
  [{ masterUsername: "postgres" }, /^masterUsername is "postgres", but must be 1 to 16 letters/.source],
  [{ databaseName: "1st" }, /^databaseName is "1st", but must be 1 to 63 letters/.source],
  [{ port: 80 }, "port is 80, but must be a whole number from 1150 to 65535 (a TCP port)."],
  [{ port: pulumi.output(80) }, "port is 80, but must be a whole number from 1150 to 65535 (a TCP port)."],
  [
    { masterPassword: "correct-horse-battery" },
    "masterPassword is given, but RDS makes, keeps and rotates the password; leave it out unless there is globalCluster.",
  ],
  [
    { globalCluster: true },
    "masterPassword is missing, but must be given beside globalCluster: AWS has no global database of a cluster whose " +
      "password RDS manages.",
  ],
  [{ globalCluster: true, masterPassword: "short" }, "masterPassword must be a string of 16 to 41 characters."],
  [
    { globalCluster: true, masterPassword: "correct horse battery" },
    "masterPassword must hold printable ASCII characters without space, quotes, slashes and @.",
  ],
  [
    { globalCluster: true, masterPasswordRotationDays: 30, ...password },
    "masterPasswordRotationDays is given beside globalCluster, but RDS does not manage the password then.",
  ],
  [{ instanceCount: 17 }, "instanceCount is 17, but must be a whole number from 1 to 16 (members)."],
  [{ instanceCount: 0 }, "instanceCount is 0, but must be a whole number from 1 to 16 (members)."],
  [{ instances: [] }, "instances is [], but must be a list of 1 to 16 members."],
  [
    { instanceCount: 2, instances: [{ name: "a" }, { name: "b" }] },
    "instanceCount is given beside instances, which are counted; leave it out.",
  ],
  [{ instances: [{ name: "a" }, { name: "a" }] }, 'instances[1].name is "a", which a member before it has.'],
  [
    { instances: [{ name: "a" }, { name: "2" }] },
    'instances[1].name is "2", but must be 1 to 16 lower-case letters, digits and single hyphens, starting with a letter.',
  ],
  [
    { instances: [{ name: "a" }, { name: "b", tier: 1 }] },
    "instances[1].tier is no argument; allowed are instanceClass, name, promotionTier.",
  ],
  [
    { instances: [{ name: "a" }, { name: "b", promotionTier: 16 }] },
    "instances[1].promotionTier is 16, but must be a whole number from 0 to 15 (a tier).",
  ],
  [
    { instances: [{ name: "a" }, { name: "b", instanceClass: "db.serverless" }] },
    'instances[1].instanceClass is "db.serverless" without serverlessV2, but must come with its capacity.',
  ],
  [
    { instanceClass: "large" },
    'instanceClass is "large", but must be a DB instance class of aurora-postgresql, one of the families r, t and x, such as "db.r6g.large".',
  ],
  [
    { instanceClass: "db.serverless" },
    'instanceClass is "db.serverless" without serverlessV2, but must come with its capacity.',
  ],
  [
    { instanceClass: "db.r6g.large", serverlessV2: {} },
    'instanceClass is given beside serverlessV2, whose class is "db.serverless"; leave one of them out.',
  ],
  [{ serverlessV2: { minCapacity: 0.3 } }, `serverlessV2.minCapacity is 0.3, but must be ${capacity(0)}.`],
  [{ serverlessV2: { minCapacity: 8, maxCapacity: 4 } }, `serverlessV2.maxCapacity is 4, but must be ${capacity(8)}.`],
  [
    { serverlessV2: { minCapacity: 0, maxCapacity: 0.5 } },
    `serverlessV2.maxCapacity is 0.5, but must be ${capacity(1)}.`,
  ],
  [
    { serverlessV2: { secondsUntilAutoPause: 600 } },
    "serverlessV2.secondsUntilAutoPause is given with minCapacity 2, but only members with 0 pause.",
  ],
  [
    { serverlessV2: { minCapacity: 0, secondsUntilAutoPause: 60 } },
    "serverlessV2.secondsUntilAutoPause is 60, but must be a whole number from 300 to 86400 (seconds).",
  ],
  [{ serverlessV2: { min: 1 } }, /^serverlessV2.min is no argument; allowed are maxCapacity, minCapacity,/.source],
  [{ readerScaling: {} }, "readerScaling.maxReaders is missing, but must be a whole number from 1 to 15 (readers)."],
  [
    { readerScaling: { minReaders: 4, maxReaders: 3 } },
    "readerScaling.maxReaders is 3, but must be a whole number from 4 to 15 (readers).",
  ],
  [
    { readerScaling: { maxReaders: 3, cpuPercent: 50, connections: 10 } },
    "readerScaling.cpuPercent is given beside connections, but readers scale by one of them.",
  ],
  [
    { readerScaling: { maxReaders: 3, cpuPercent: 0 } },
    "readerScaling.cpuPercent is 0, but must be a whole number from 1 to 100 (percent).",
  ],
  ...(["instanceCount", "instances", "serverlessV2", "readerScaling"] as const).map((argument): [Loose, string] => [
    { engine: "postgres", [argument]: argument === "instanceCount" ? 3 : {} },
    `${argument} is given, but ${alike("postgres")}`,
  ]),
  [
    { engine: "mysql", instanceParameters: {} },
    "instanceParameters is given, but the members of a Multi-AZ DB cluster of mysql have those of the cluster; give " +
      "clusterParameters.",
  ],
  [
    { instanceParameters: { "RDS.force_ssl": "1" } },
    'instanceParameters names "rds.force_ssl", which aurora-postgresql has for the whole cluster; give it in ' +
      "clusterParameters.",
  ],
  [{ storageType: "gp3" }, 'storageType is "gp3", but must be one of "aurora", "aurora-iopt1".'],
  [
    { allocatedStorage: 100 },
    "allocatedStorage is given, but the storage of aurora-postgresql grows by itself; leave it out.",
  ],
  [{ iops: 3000 }, "iops is given, but the storage of aurora-postgresql grows by itself; leave it out."],
  [{ engine: "mysql", storageType: "aurora" }, 'storageType is "aurora", but must be one of "gp3", "io1", "io2".'],
  [
    { engine: "mysql", allocatedStorage: 100 },
    "allocatedStorage is 100, but must be a whole number from 400 to 65536 (GiB, of gp3).",
  ],
  [
    { engine: "mysql", storageType: "io1", allocatedStorage: 100, iops: 5001 },
    "iops is 5001, but must be a whole number from 1000 to 5000 (IOPS, of 100 GiB of io1).",
  ],
  [
    { engine: "mysql", storageType: "io2", allocatedStorage: 4000, iops: 1500 },
    "iops is 1500, but must be a whole number from 2000 to 200000 (IOPS, of 4000 GiB of io2).",
  ],
  [{ backtrackWindow: 3600 }, "backtrackWindow is 3600, but aurora-postgresql has no backtracking; leave it out."],
  [
    { engine: "aurora-mysql", backtrackWindow: 259_201 },
    "backtrackWindow is 259201, but must be a whole number from 0 to 259200 (seconds).",
  ],
  [
    { engine: "aurora-mysql", backtrackWindow: 3600, globalCluster: true, ...password },
    "backtrackWindow is 3600 beside globalCluster, but a global database has no backtracking.",
  ],
  [
    { engine: "postgres", dataApi: true },
    "dataApi is true, but a Multi-AZ DB cluster of postgres has none; leave it out.",
  ],
  [
    { dataApi: true, instanceClass: "db.t4g.medium" },
    'dataApi is given, but no cluster with a member on "db.t4g.medium", as "1" is, has it; leave it out or take another class.',
  ],
  [
    { globalCluster: true, instanceClass: "db.t4g.medium", ...password },
    'globalCluster is given, but no cluster with a member on "db.t4g.medium", as "1" is, has it; leave it out or take another class.',
  ],
  [
    { activityStream: {}, serverlessV2: {} },
    'activityStream is given, but no cluster with a member on "db.serverless", as "1" is, has it; leave it out or take another class.',
  ],
  [
    { activityStream: {}, instances: [{ name: "a" }, { name: "b", instanceClass: pulumi.output("db.t3.medium") }] },
    'activityStream is given, but no cluster with a member on "db.t3.medium", as "b" is, has it; leave it out or take another class.',
  ],
  [
    { engine: "mysql", activityStream: {} },
    "activityStream is given, but a Multi-AZ DB cluster of mysql has none; leave it out.",
  ],
  [
    { engine: "aurora-mysql", activityStream: {} },
    "activityStream is given without subnetGroupName, but the members of aurora-mysql send it by way of KMS, which a " +
      "network of its own does not reach; give a network with an interface endpoint of KMS for them.",
  ],
  [
    {
      engine: "aurora-mysql",
      activityStream: { mode: "sync" },
      subnetGroupName: "databases",
      securityGroupIds: ["sg-0a"],
    },
    'activityStream.mode is "sync", but must be "async".',
  ],
  [
    { activityStream: { kmsKeyArn: "alias/aws/rds" } },
    'activityStream.kmsKeyArn is "alias/aws/rds", but must be the ARN of a customer managed key, ' +
      "arn:aws:kms:<region>:<account>:key/<id>.",
  ],
  [{ activityStream: { stream: "x" } }, "activityStream.stream is no argument; allowed are kmsKeyArn, mode."],
  [
    { globalClusterIdentifier: "shop" },
    "globalClusterIdentifier is given without sourceRegion, but must come with it.",
  ],
  [{ sourceRegion: "us-east-1" }, "sourceRegion is given without globalClusterIdentifier, but must come with it."],
  [
    { globalCluster: true, globalClusterIdentifier: "shop", sourceRegion: "us-east-1" },
    "globalCluster is true beside globalClusterIdentifier, but must be absent, as a new cluster alone can begin one.",
  ],
  [
    { globalClusterIdentifier: "shop", sourceRegion: "us-east-1", masterUsername: "boss" },
    "masterUsername is given beside globalClusterIdentifier, but the cluster has that of its source; leave it out.",
  ],
  [
    { globalClusterIdentifier: "shop", sourceRegion: "us-east-1", ...password },
    "masterPassword is given beside globalClusterIdentifier, but a secondary cluster has that of its primary; leave it " +
      "out.",
  ],
  [
    { engine: "postgres", globalCluster: true },
    'globalCluster is given, but must be absent with the engine "postgres": a Multi-AZ DB cluster is in no global database.',
  ],
  [
    { engine: "postgres", snapshotIdentifier: "last" },
    'snapshotIdentifier is given, but must be absent with the engine "postgres": the AWS provider restores a Multi-AZ ' +
      "DB cluster without its class.",
  ],
  [
    { snapshotIdentifier: "last", restoreToPointInTime: source },
    "restoreToPointInTime is given beside snapshotIdentifier, but a cluster has its data from one of them.",
  ],
  [
    { snapshotIdentifier: "last!" },
    'snapshotIdentifier is "last!", but must be the identifier or the ARN of a DB cluster snapshot.',
  ],
  [
    { snapshotIdentifier: "last", databaseName: "shop" },
    "databaseName is given beside snapshotIdentifier, but the cluster has that of its source; leave it out.",
  ],
  [
    { restoreToPointInTime: source },
    "restoreToPointInTime has neither of restoreTime and useLatestRestorableTime, but needs one.",
  ],
  [
    { restoreToPointInTime: { ...source, restoreTime: "2026-05-01T12:00:00Z", useLatestRestorableTime: true } },
    "restoreToPointInTime has both of restoreTime and useLatestRestorableTime, but needs one.",
  ],
  [
    { restoreToPointInTime: { ...source, restoreTime: "yesterday" } },
    'restoreToPointInTime.restoreTime is "yesterday", but must be a time in UTC such as "2026-05-01T12:00:00Z".',
  ],
  [
    { proxy: {}, subnetGroupName: "databases", securityGroupIds: ["sg-0a"] },
    "proxy is given beside subnetGroupName, but it needs a network of its own; make a DatabaseProxy.",
  ],
  [{ proxy: {} }, "proxy.users or proxy.secretArns must be given, one of them, but found are neither."],
  [
    {
      proxy: { users: ["app"] },
      iamAuthentication: false,
      acceptedRisks: { "rds-cluster-iam-authentication": "A test." },
    },
    "proxy.users is given, but the database takes no IAM tokens; give proxy.secretArns.",
  ],
  [{ multiAz: true } as Loose, /^multiAz is no argument; allowed are acceptedRisks, activityStream, alarms,/.source],
  [{ tags: { cost: 1 } }, 'tags["cost"] is 1, but must be a string of at most 256 characters.'],
];

describe("the arguments of SecureCluster", () => {
  for (const [args, message] of refused) {
    it(`are refused: ${message}`, async () => {
      const { resources, error } = await run(() => new SecureCluster("orders", args as SecureClusterArgs));
      const reason = error?.message.replace(/^.*SecureCluster "orders": /, "") ?? "";
      if (message.startsWith("^")) {
        assert.match(reason, new RegExp(message));
      } else {
        assert.equal(reason, message);
      }
      if (!isLater(args)) {
        assert.deepEqual(resources, []);
      }
    });
  }

  for (const name of ["Orders", "orders--1", "1orders", "a".repeat(37)]) {
    it(`are refused with the name ${name}`, async () => {
      const { error } = await run(() => new SecureCluster(name));
      assert.match(error?.message ?? "", /name is .*, but must be 1 to 36 lower-case letters/);
    });
  }

  it("never tell the password", async () => {
    const { error } = await run(() => new SecureCluster("orders", { globalCluster: true, masterPassword: "a secret" }));
    assert.ok(error !== undefined && !error.message.includes("a secret"));
  });
});

/** Whether a value is checked only when it resolves. */
function isLater(args: Loose): boolean {
  const seen = (value: unknown): boolean =>
    pulumi.Output.isInstance(value) || (typeof value === "object" && value !== null && Object.values(value).some(seen));
  return seen(args);
}
