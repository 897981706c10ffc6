import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  BackupPlan,
  DatabaseEvents,
  EncryptionKey,
  IsolatedNetwork,
  SecureCluster,
  SecureInstance,
} from "aws-secure-database";
import { importing, monitoring } from "./importing";

const step = new pulumi.Config().require("step");

// What the databases lie in from the first step to the last.
const network = new IsolatedNetwork("legacy", { engines: ["postgres", "aurora-postgresql"] });
const { keyArn: kmsKeyArn } = new EncryptionKey("legacy", {
  services: ["rds", "secretsmanager", "logs", "backup", "sns"],
});

if (step === "legacy") {
  const made = {
    storageEncrypted: true,
    kmsKeyId: kmsKeyArn,
    dbSubnetGroupName: network.subnetGroupName,
    vpcSecurityGroupIds: network.securityGroupIds,
    skipFinalSnapshot: true,
  };
  const kept = { retainOnDelete: true };
  // RDS makes the log group of what is exported itself.
  const log = new aws.cloudwatch.LogGroup("orders", { name: "/aws/rds/instance/legacy-orders/postgresql" }, kept);
  new aws.rds.Instance(
    "orders",
    {
      ...made,
      identifier: "legacy-orders",
      engine: "postgres",
      engineVersion: "17",
      instanceClass: "db.m6g.large",
      allocatedStorage: 20,
      dbName: "orders",
      username: "orders_owner",
      password: "not-a-real-password",
      enabledCloudwatchLogsExports: ["postgresql"],
    },
    { ...kept, dependsOn: log },
  );
  const cluster = new aws.rds.Cluster(
    "shop",
    {
      ...made,
      clusterIdentifier: "legacy-shop",
      engine: "aurora-postgresql",
      engineVersion: "17",
      databaseName: "shop",
      masterUsername: "shop_owner",
      masterPassword: "not-a-real-password",
    },
    kept,
  );
  new aws.rds.ClusterInstance(
    "shop",
    {
      identifier: "legacy-shop-writer",
      clusterIdentifier: cluster.clusterIdentifier,
      engine: "aurora-postgresql",
      instanceClass: "db.r6g.large",
      dbSubnetGroupName: network.subnetGroupName,
    },
    kept,
  );
} else {
  const plan = new BackupPlan("shop");
  const common = {
    kmsKeyArn,
    subnetGroupName: network.subnetGroupName,
    securityGroupIds: network.securityGroupIds,
    backupPlanId: plan.planId,
    backupRoleArn: plan.roleArn,
    eventTopicArn: new DatabaseEvents("shop", { kmsKeyArn }).topicArn,
  };
  const transforms = step === "adopt" ? [importing, monitoring] : [monitoring];
  new SecureInstance(
    "orders",
    { ...common, instanceClass: "db.m6g.large", databaseName: "orders", masterUsername: "orders_owner" },
    { transforms },
  );
  new SecureCluster(
    "shop",
    {
      ...common,
      databaseName: "shop",
      masterUsername: "shop_owner",
      instances: [{ name: "writer", instanceClass: "db.r6g.large" }, { name: "reader" }],
    },
    { transforms },
  );
}
