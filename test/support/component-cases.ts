import {
  ActivityMonitor,
  BackupPlan,
  DatabaseAccess,
  DatabaseEvents,
  DatabaseProxy,
  EncryptionKey,
  IsolatedNetwork,
  SecureCluster,
  SecureInstance,
  SecureTable,
} from "../../components";
import { editions } from "../../engines";

export interface ComponentCase {
  /** What is made, in a few words. */
  readonly title: string;
  make(): unknown;
}

export interface ComponentColumn {
  /** The component, or a family of one's engines. */
  readonly heading: string;
  readonly cases: readonly ComponentCase[];
}

const bought = { "rds.ibm_customer_id": "1234567", "rds.ibm_site_id": "7654321" };

/** Every component and family of engines, each in what it can be. */
export const componentColumns: readonly ComponentColumn[] = [
  {
    heading: "IsolatedNetwork",
    cases: [
      { title: "without an argument", make: () => new IsolatedNetwork("orders") },
      {
        title: "with endpoints, a proxy's group and IPv6",
        make: () =>
          new IsolatedNetwork("orders", {
            gatewayEndpoints: ["dynamodb", "s3"],
            interfaceEndpoints: ["kms", "secretsmanager"],
            proxyAccess: true,
            dualStack: true,
          }),
      },
    ],
  },
  {
    heading: "SecureInstance",
    cases: editions.map(({ name }) => ({
      title: name,
      make: () =>
        new SecureInstance("orders", { engine: name, ...(name.startsWith("db2-") && { parameters: bought }) }),
    })),
  },
  {
    heading: "SecureCluster of Aurora",
    cases: [
      { title: "aurora-postgresql", make: () => new SecureCluster("orders") },
      { title: "aurora-mysql", make: () => new SecureCluster("orders", { engine: "aurora-mysql" }) },
      { title: "serverless", make: () => new SecureCluster("orders", { serverlessV2: {} }) },
      { title: "with an activity stream", make: () => new SecureCluster("orders", { activityStream: {} }) },
    ],
  },
  {
    heading: "SecureCluster, Multi-AZ",
    cases: ["postgres", "mysql"].map((engine) => ({
      title: engine,
      make: () => new SecureCluster("orders", { engine }),
    })),
  },
  {
    heading: "SecureTable",
    cases: [
      { title: "without an option", make: () => new SecureTable("orders", { hashKey: "id" }) },
      {
        title: "with everything",
        make: () =>
          new SecureTable("orders", {
            hashKey: "id",
            provisioned: {},
            globalSecondaryIndexes: [{ name: "byDevice", hashKey: "device" }],
            kinesis: {},
            replicas: [{ region: "eu-central-1" }],
            contributorInsights: true,
          }),
      },
      {
        title: "of many users",
        make: () =>
          new SecureTable("orders", { hashKey: "userId", tags: { "per-user": "true" } }).grantOwnItems("app", {
            webIdentity: "cognito",
          }),
      },
    ],
  },
  {
    heading: "the others",
    cases: [
      { title: "EncryptionKey", make: () => new EncryptionKey("orders") },
      { title: "BackupPlan", make: () => new BackupPlan("orders", { lock: {}, copy: { region: "eu-central-1" } }) },
      { title: "DatabaseEvents", make: () => new DatabaseEvents("orders") },
      {
        title: "DatabaseAccess",
        make: () => new DatabaseAccess("orders", { resourceId: "db-ABC123", user: "app", roleName: "app" }),
      },
      {
        title: "DatabaseProxy",
        make: () => {
          const network = new IsolatedNetwork("shop", { proxyAccess: true });
          new DatabaseProxy("orders", {
            engine: "postgres",
            instanceIdentifier: "orders",
            secretArns: ["arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf"],
            kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/0000-1111",
            subnetIds: network.subnetIds,
            securityGroupIds: network.proxySecurityGroupIds,
          });
        },
      },
    ],
  },
  {
    heading: "ActivityMonitor",
    cases: [
      {
        title: "of a SecureCluster",
        make: () => {
          const { arn, resourceId } = new SecureCluster("orders");
          return new ActivityMonitor("orders-activity", {
            clusterArn: arn,
            clusterResourceId: resourceId,
            engine: "aurora-postgresql",
            bucket: { expireDays: 400, objectLockDays: 365, archiveDays: 90 },
            table: {},
          });
        },
      },
    ],
  },
];
