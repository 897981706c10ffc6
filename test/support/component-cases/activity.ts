import { ActivityMonitor, type ActivityMonitorArgs, SecureCluster } from "../../../components";
import { column } from "./case";
import { given } from "./given";

const there = { engine: "aurora-mysql", clusterResourceId: "cluster-ABC123", clusterArn: given.cluster };

export const activity = column<ActivityMonitorArgs>(
  "ActivityMonitor",
  (args) => new ActivityMonitor("orders-activity", args),
  [
    [
      "of a SecureCluster",
      () => {
        const { arn, resourceId } = new SecureCluster("orders");
        return { engine: "aurora-postgresql", clusterArn: arn, clusterResourceId: resourceId };
      },
      { everywhere: true },
    ],
    ["of a cluster that is there", there],
    ["whose stream goes with it", { ...there, engine: "aurora-postgresql", mode: "sync", stopStreamOnDestroy: true }],
    ["of a stream that runs", { ...there, streamName: "aws-rds-das-cluster-ABC123", streamKmsKeyArn: given.key }],
    [
      "with a table, in both forms, under a shared key",
      {
        ...there,
        kmsKeyArn: given.key,
        formats: ["ocsf", "aws"],
        mask: ["text", "parameters"],
        bucket: { expireDays: 400, objectLockDays: 365, objectLockMode: "COMPLIANCE", archiveDays: 90 },
        table: { databaseName: "security" },
        maxDelayMinutes: 30,
        logRetentionDays: 400,
        tags: given.tags,
      },
    ],
    ["with a table and a database of its own", { ...there, table: {} }],
    [
      "with detections",
      {
        ...there,
        detections: {
          failedLogins: 5,
          bulkReadRows: 1000,
          maintenanceWindow: "sun:03:00-sun:05:00",
          masterUsername: "root_admin",
          applicationUsers: ["orders_app"],
          off: ["audit-switched-off"],
        },
      },
    ],
  ],
);
