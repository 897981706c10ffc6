import * as pulumi from "@pulumi/pulumi";
import { ActivityMonitor, SecureCluster } from "aws-secure-database";

const disposable = new pulumi.Config().getBoolean("disposable") ?? false;

const orders = new SecureCluster("orders", {
  engine: "aurora-postgresql",
  databaseName: "orders",
  deletionProtection: !disposable,
  skipFinalSnapshot: disposable,
  acceptedRisks: disposable
    ? {
        "rds-cluster-deletion-protection": "A trial whose data may go.",
        "rds-cluster-final-snapshot": "A trial whose data may go.",
      }
    : {},
});

// Its stream starts when the cluster has its members.
const monitor = new ActivityMonitor(
  "orders",
  {
    clusterArn: orders.arn,
    clusterResourceId: orders.resourceId,
    engine: "aurora-postgresql",
    mask: ["parameters"],
    detections: { applicationUsers: ["orders_app"], maintenanceWindow: "sun:03:00-sun:05:00" },
    bucket: { expireDays: 400, objectLockDays: 365 },
    table: {},
    stopStreamOnDestroy: disposable,
  },
  { dependsOn: orders },
);

export const topicArn = monitor.topicArn;
export const bucketName = monitor.bucketName;
export const tableName = monitor.tableName;
export const deadLetterQueueUrl = monitor.deadLetterQueueUrl;
export const functionName = monitor.functionName;
