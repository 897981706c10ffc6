import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  BackupPlan,
  DatabaseEvents,
  IsolatedNetwork,
  type IsolatedNetworkArgs,
  SecureCluster,
  type SecureClusterArgs,
} from "aws-secure-database";

// What Aurora can be beside serverless: both engines provisioned, a global database of two
// regions, copies of a cluster, and a Multi-AZ DB cluster.
const config = new pulumi.Config();
const disposable = config.getBoolean("disposable") ?? false;
const sourceRegion = aws.getRegionOutput().region;
const masterPassword = config.requireSecret("masterPassword");

const throwaway: SecureClusterArgs = {
  deletionProtection: !disposable,
  skipFinalSnapshot: disposable,
  acceptedRisks: disposable
    ? {
        "rds-cluster-deletion-protection": "A trial whose data may go.",
        "rds-cluster-final-snapshot": "A trial whose data may go.",
      }
    : {},
};
const placed = (name: string, args: IsolatedNetworkArgs, opts?: pulumi.ComponentResourceOptions): SecureClusterArgs => {
  const { subnetGroupName, securityGroupIds } = new IsolatedNetwork(name, args, opts);
  return { subnetGroupName, securityGroupIds };
};
const within = (name: string, engines: string[], opts?: pulumi.ComponentResourceOptions): SecureClusterArgs => {
  const plan = new BackupPlan(name, { deleteBackups: disposable }, opts);
  return {
    ...throwaway,
    ...placed(name, { engines }, opts),
    backupPlanId: plan.planId,
    backupRoleArn: plan.roleArn,
    eventTopicArn: new DatabaseEvents(name, {}, opts).topicArn,
  };
};

const here = within("here", ["aurora-postgresql", "aurora-mysql"]);
const orders = new SecureCluster("orders", { ...here, activityStream: {} });
new SecureCluster("shop", {
  ...here,
  engine: "aurora-mysql",
  backtrackWindow: 3600,
  readerScaling: { maxReaders: 3 },
});
new SecureCluster("payments", {
  ...here,
  ...placed("zones", { engines: ["postgres"], availabilityZoneCount: 3 }),
  engine: "postgres",
});
const snapshot = new aws.rds.ClusterSnapshot("orders", {
  dbClusterIdentifier: orders.clusterIdentifier,
  dbClusterSnapshotIdentifier: "orders-before-release",
});
new SecureCluster("restored", { ...here, snapshotIdentifier: snapshot.dbClusterSnapshotArn });
new SecureCluster("clone", {
  ...here,
  restoreToPointInTime: {
    sourceClusterIdentifier: orders.clusterIdentifier,
    useLatestRestorableTime: true,
    clone: true,
  },
});

const primary = new SecureCluster("primary", {
  ...here,
  globalCluster: true,
  databaseName: "shop",
  masterPassword,
});
const elsewhere = new aws.Provider("elsewhere", { region: config.require("otherRegion") as aws.Region });
new SecureCluster(
  "secondary",
  {
    ...within("there", ["aurora-postgresql"], { provider: elsewhere }),
    globalClusterIdentifier: primary.globalClusterIdentifier,
    sourceRegion,
  },
  { provider: elsewhere, dependsOn: primary },
);
