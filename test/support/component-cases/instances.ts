import {
  BackupPlan,
  DatabaseEvents,
  EncryptionKey,
  IsolatedNetwork,
  SecureInstance,
  type SecureInstanceArgs,
} from "../../../components";
import { editions } from "../../../engines";
import { column, type Row } from "./case";
import { given, region } from "./given";

const bought = { "rds.ibm_customer_id": "1234567", "rds.ibm_site_id": "7654321" };
const masterPassword = given.password;

/** What an edition cannot do without. */
function needed(engine: string): SecureInstanceArgs {
  return engine.startsWith("db2-") ? { engine, parameters: bought } : { engine };
}

const elsewhere = { name: "far", region, subnetGroupName: "far-databases", securityGroupIds: ["sg-0fa4"] };
const givenGroups = {
  "rds-instance-has-security-group": "the security groups that it is given",
  "database-security-group-no-public-ingress": "the security groups that it is given",
} as const;
const far: Row<SecureInstanceArgs>[2] = {
  open: {
    ...givenGroups,
    "rds-instance-not-in-public-subnet": "the network of the other region that it is given",
    "rds-instance-no-internet-egress-route": "the network of the other region that it is given",
  },
};
const ofSource: Row<SecureInstanceArgs>[2] = {
  open: { "rds-instance-customer-managed-key": "the key of its source, which AWS tells when it is restored" },
};

/** Every edition in every version that RDS supports. */
const versions: Row<SecureInstanceArgs>[] = [
  ...editions.map(({ name }): Row<SecureInstanceArgs> => [name, needed(name), { everywhere: name === "sqlserver-se" }]),
  ...editions.flatMap(({ name, majors, defaultMajor }) =>
    majors
      .filter((major) => major !== defaultMajor && !["8.0", "10.6"].includes(major))
      .map(
        (engineVersion): Row<SecureInstanceArgs> => [`${name} ${engineVersion}`, { ...needed(name), engineVersion }],
      ),
  ),
];

const options: Row<SecureInstanceArgs>[] = [
  ["mysql on a class without insights", { engine: "mysql", instanceClass: "db.t4g.small" }],
  ["db2-se of the marketplace", { engine: "db2-se", licenseModel: "marketplace-license", timezone: "UTC" }],
  ["oracle-se2 with a license of one's own", { engine: "oracle-se2", licenseModel: "bring-your-own-license" }],
  [
    "oracle-ee with character sets",
    { engine: "oracle-ee", characterSet: "AL32UTF8", nationalCharacterSet: "UTF8", databaseName: "SHOP" },
  ],
  ["oracle-ee with a further option", { engine: "oracle-ee", options: [{ name: "STATSPACK" }] }],
  [
    "oracle-ee with an option that listens",
    { engine: "oracle-ee", options: [{ name: "OEM", port: 5500, version: "19", securityGroupIds: ["sg-0e"] }] },
  ],
  [
    "oracle-ee with stronger encryption",
    {
      engine: "oracle-ee",
      options: [{ name: "NATIVE_NETWORK_ENCRYPTION", settings: { "SQLNET.ENCRYPTION_TYPES_SERVER": "AES256" } }],
    },
  ],
  ["sqlserver-web with a standby", { engine: "sqlserver-web", multiAz: true }],
  [
    "sqlserver-se with an audit bucket and role that are there",
    { engine: "sqlserver-se", auditBucketArn: "arn:aws:s3:::trail/orders", auditRoleArn: given.role },
  ],
  ["io2", { storageType: "io2", iops: 3000 }],
  ["io1", { storageType: "io1", iops: 3000 }],
  [
    "gp3 with iops, throughput and growth",
    { storageType: "gp3", allocatedStorage: 400, maxAllocatedStorage: 2000, iops: 12000, storageThroughput: 500 },
  ],
  ["oracle-ee on striped gp3", { engine: "oracle-ee", allocatedStorage: 200, iops: 12000, storageThroughput: 3000 }],
  ["standard insights", { databaseInsights: "standard" }],
  ["advanced insights, sampled each second", { databaseInsights: "advanced", monitoringInterval: 1 }],
  [
    "names, port and parameters of one's own",
    {
      databaseName: "shop",
      masterUsername: "keeper",
      port: 6432,
      parameters: { work_mem: "8192" },
      tags: given.tags,
    },
  ],
  ["a password of one's own", { masterPassword, masterPasswordVersion: 2, replicas: [{ name: "reports" }] }],
  ["a rotation of its own", { masterPasswordRotationDays: 30 }],
  [
    "windows, days and authority of one's own",
    {
      backupRetentionDays: 14,
      backupWindow: "03:00-04:00",
      maintenanceWindow: "mon:05:00-mon:06:00",
      caCertificate: "rds-ca-ecc384-g1",
      logRetentionDays: 400,
    },
  ],
  [
    "what is on, said again",
    {
      multiAz: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
      iamAuthentication: true,
      backupPlan: true,
      extendedSupport: false,
    },
  ],
  ["a major upgrade", { engineVersion: "18", allowMajorVersionUpgrade: true }],
  ["blue/green", { blueGreenUpdate: true, masterPassword }],
  [
    "alarms of one's own",
    {
      masterPassword,
      replicas: [{ name: "reports" }],
      alarms: { freeStoragePercent: 20, cpuPercent: 80, connections: 400, replicaLagSeconds: 60, failedLogins: 5 },
    },
  ],
  ["groups of applications that are there", { allowedSecurityGroupIds: ["sg-0a"] }],
  [
    "shared key, network, topic and plan",
    () => {
      const { keyArn: kmsKeyArn } = new EncryptionKey("shop");
      const { subnetGroupName, securityGroupIds } = new IsolatedNetwork("shop", { kmsKeyArn });
      const { planId: backupPlanId, roleArn: backupRoleArn } = new BackupPlan("shop", { kmsKeyArn });
      const { topicArn: eventTopicArn } = new DatabaseEvents("shop", { kmsKeyArn });
      return { kmsKeyArn, subnetGroupName, securityGroupIds, backupPlanId, backupRoleArn, eventTopicArn };
    },
    { everywhere: true },
  ],
  ["a proxy", { proxy: { users: ["orders_app"] } }],
  [
    "a proxy for a user of its own",
    { engine: "mysql", proxy: { secretArns: [given.secret], idleClientTimeout: 60, maxConnectionsPercent: 50 } },
  ],
  [
    "replicas in its region",
    {
      masterPassword,
      replicas: [{ name: "reports", instanceClass: "db.m6g.xlarge", multiAz: true, securityGroupIds: ["sg-0e"] }],
    },
    { open: givenGroups },
  ],
  ["a replica in another region", { masterPassword, replicas: [elsewhere] }, far],
  [
    "a replica in another region under a key and with a topic there",
    () => {
      const { keyArn: kmsKeyArn } = new EncryptionKey("far", { region });
      const { topicArn: eventTopicArn } = new DatabaseEvents("far", { region, kmsKeyArn });
      return { masterPassword, replicas: [{ ...elsewhere, kmsKeyArn, eventTopicArn }] };
    },
    far,
  ],
  ["mysql with replicas in both", { engine: "mysql", masterPassword, replicas: [{ name: "near" }, elsewhere] }, far],
  ["mariadb with a replica", { engine: "mariadb", masterPassword, replicas: [{ name: "near" }] }],
  ["sqlserver-ee with a replica", { engine: "sqlserver-ee", replicas: [{ name: "near" }] }],
  [
    "oracle-ee with a mounted replica",
    { engine: "oracle-ee", masterPassword, replicas: [{ name: "near", replicaMode: "mounted" }] },
  ],
  ["db2-se with a replica", { ...needed("db2-se"), masterPassword, replicas: [{ name: "near" }] }],
  ["backups replicated to another region", { backupReplication: { region } }],
  [
    "backups replicated under a key there",
    () => ({
      backupReplication: { region, kmsKeyArn: new EncryptionKey("far", { region }).keyArn, retentionDays: 7 },
    }),
  ],
  ["restored from a snapshot", { snapshotIdentifier: "orders-final" }, ofSource],
  [
    "restored to a point in time",
    { restoreToPointInTime: { sourceDbInstanceIdentifier: "orders-old", useLatestRestorableTime: true } },
    ofSource,
  ],
  [
    "restored from automated backups",
    {
      restoreToPointInTime: {
        sourceDbInstanceAutomatedBackupsArn: "arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-0123",
        restoreTime: "2026-05-01T12:00:00Z",
      },
    },
    ofSource,
  ],
];

export const instances = column<SecureInstanceArgs>("SecureInstance", (args) => new SecureInstance("orders", args), [
  ...versions,
  ...options,
]);
