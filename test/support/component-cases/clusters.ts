import {
  BackupPlan,
  DatabaseEvents,
  EncryptionKey,
  IsolatedNetwork,
  SecureCluster,
  type SecureClusterArgs,
} from "../../../components";
import { clusterEditions } from "../../../engines";
import { column, type Row } from "./case";
import { given } from "./given";

type ClusterRow = Row<SecureClusterArgs>;

const password = { masterPassword: given.password };

/** What clusters of Aurora can be. */
const aurora: readonly ClusterRow[] = [
  ["provisioned", {}, { everywhere: true }],
  ["serverless", { serverlessV2: {} }],
  ["serverless that pauses", { serverlessV2: { minCapacity: 0, maxCapacity: 4, secondsUntilAutoPause: 600 } }],
  [
    "mixed",
    {
      serverlessV2: {},
      instances: [
        { name: "writer", instanceClass: "db.r6g.xlarge", promotionTier: 0 },
        { name: "reports", promotionTier: 15 },
      ],
    },
  ],
  ["three members", { instanceCount: 3 }],
  ["on a small class", { instanceClass: "db.t4g.medium" }],
  ["readers that follow the load", { readerScaling: { minReaders: 2, maxReaders: 5, cpuPercent: 70 } }],
  ["readers that follow connections", { readerScaling: { maxReaders: 5, connections: 500 } }],
  ["on I/O-optimized storage", { storageType: "aurora-iopt1" }],
  ["with the Data API", { dataApi: true }],
  ["of the standard insights", { databaseInsights: "standard" }],
  ["in a global database", { globalCluster: true, databaseName: "shop", ...password, masterPasswordVersion: 2 }],
  ["a secondary", { globalClusterIdentifier: "shop-global", sourceRegion: "us-east-1", databaseInsights: "standard" }],
  ["serverless in a global database", { globalCluster: true, serverlessV2: { minCapacity: 8 }, ...password }],
  ["restored", { snapshotIdentifier: "orders-final" }],
  [
    "restored to a point in time",
    { restoreToPointInTime: { sourceClusterIdentifier: "orders", restoreTime: "2026-05-01T12:00:00Z" } },
  ],
  [
    "a clone",
    { restoreToPointInTime: { sourceClusterIdentifier: "orders", useLatestRestorableTime: true, clone: true } },
  ],
  ["behind a proxy", { proxy: { users: ["orders_app"], readerEndpoint: true } }],
  ["with a rotation of its own", { masterPasswordRotationDays: 30 }],
];

/** The same of Multi-AZ DB clusters. */
const multiAz: readonly ClusterRow[] = [
  ["three members of RDS's", {}, { everywhere: true }],
  ["on io1", { storageType: "io1", allocatedStorage: 100 }],
  ["on io2", { storageType: "io2", allocatedStorage: 200, iops: 5000 }],
  ["on another class", { instanceClass: "db.r6gd.xlarge" }],
  ["behind a proxy", { proxy: { users: ["orders_app"] } }],
];

const own: Readonly<Record<string, readonly ClusterRow[]>> = {
  "aurora-postgresql": [
    [
      "with names, port and parameters of one's own",
      {
        databaseName: "shop",
        masterUsername: "keeper",
        port: 6432,
        clusterParameters: { timezone: "UTC" },
        instanceParameters: { max_connections: "500" },
        tags: given.tags,
      },
    ],
    [
      "with windows, days and authority of one's own",
      {
        backupRetentionDays: 14,
        backupWindow: "03:00-04:00",
        maintenanceWindow: "mon:05:00-mon:06:00",
        caCertificate: "rds-ca-ecc384-g1",
        logRetentionDays: 400,
        monitoringInterval: 1,
        alarms: { cpuPercent: 80, connections: 400, replicaLagSeconds: 60, failedLogins: 5 },
      },
    ],
    [
      "with what is on, said again",
      {
        deletionProtection: true,
        skipFinalSnapshot: false,
        iamAuthentication: true,
        backupPlan: true,
        extendedSupport: false,
      },
    ],
    ["for groups of applications that are there", { allowedSecurityGroupIds: ["sg-0a"] }],
    ["with an activity stream", { activityStream: {} }],
    [
      "with a synchronous activity stream under a key of its own",
      () => ({ activityStream: { mode: "sync", kmsKeyArn: new EncryptionKey("stream").keyArn } }),
    ],
    ["of a major upgrade", { engineVersion: "18", allowMajorVersionUpgrade: true }],
  ],
  "aurora-mysql": [
    ["with backtracking", { backtrackWindow: 86_400 }],
    ["serverless with backtracking", { backtrackWindow: 3600, serverlessV2: {} }],
    ["on a class without insights", { instanceClass: "db.t3.medium" }],
    [
      "in part on a class without insights",
      { instances: [{ name: "writer" }, { name: "reader", instanceClass: "db.t3.medium" }] },
    ],
    [
      "with shared key, network, topic and plan, and an activity stream",
      () => {
        const { keyArn: kmsKeyArn } = new EncryptionKey("shop");
        const network = new IsolatedNetwork("shop", { kmsKeyArn, engines: ["aurora-mysql"] });
        const { subnetGroupName, securityGroupIds } = network;
        const { planId: backupPlanId, roleArn: backupRoleArn } = new BackupPlan("shop", { kmsKeyArn });
        const { topicArn: eventTopicArn } = new DatabaseEvents("shop", { kmsKeyArn });
        const shared = { kmsKeyArn, subnetGroupName, securityGroupIds, backupPlanId, backupRoleArn, eventTopicArn };
        return { engine: "aurora-mysql", activityStream: {}, ...shared };
      },
    ],
  ],
};

const versions = (name: string, majors: readonly string[]): ClusterRow[] =>
  majors
    // RDS no longer makes it, so that its members fail.
    .filter((major) => !(name === "mysql" && major === "8.0"))
    .map((engineVersion) => [engineVersion, { engineVersion }]);

function rowsOf(isAurora: boolean): ClusterRow[] {
  return clusterEditions
    .filter((edition) => edition.aurora === isAurora)
    .flatMap(({ name, majors }) =>
      [...(isAurora ? aurora : multiAz), ...versions(name, majors), ...(own[name] ?? [])].map(
        ([title, args, told]): ClusterRow => [
          `${name} ${title}`,
          typeof args === "function" ? args : { engine: name, ...args },
          told,
        ],
      ),
    );
}

const make = (args: SecureClusterArgs): SecureCluster => new SecureCluster("orders", args);

export const clusters = [
  column("SecureCluster", make, rowsOf(true), "SecureCluster of Aurora"),
  column("SecureCluster", make, rowsOf(false), "SecureCluster, Multi-AZ"),
];
