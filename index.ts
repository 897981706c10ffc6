import * as pulumi from "@pulumi/pulumi";
import {
  BackupPlan,
  DatabaseEvents,
  EncryptionKey,
  IsolatedNetwork,
  SecureInstance,
  SecureTable,
} from "aws-secure-database";

const config = new pulumi.Config();

const key = new EncryptionKey("database");
const kmsKeyArn = key.keyArn;
const network = new IsolatedNetwork("database", { kmsKeyArn });
const events = new DatabaseEvents("database", { kmsKeyArn });
const backup = new BackupPlan("database", { kmsKeyArn });

const instance = new SecureInstance("database", {
  databaseName: config.get("databaseName") ?? "app",
  databaseInsights: config.get("databaseInsights") ?? "advanced",
  subnetGroupName: network.subnetGroupName,
  securityGroupIds: network.securityGroupIds,
  eventTopicArn: events.topicArn,
  backupPlanId: backup.planId,
  backupRoleArn: backup.roleArn,
  kmsKeyArn,
});

const table = new SecureTable("database", {
  hashKey: config.get("tableHashKey") ?? "id",
  backupPlanId: backup.planId,
  backupRoleArn: backup.roleArn,
  kmsKeyArn,
});

export const vpcId = network.vpcId;
export const endpoint = instance.endpoint;
export const masterUserSecretArn = instance.masterUserSecretArn;
export const tableName = table.tableName;
export const eventTopicArn = events.topicArn;
