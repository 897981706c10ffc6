import {
  BackupPlan,
  DatabaseEvents,
  EncryptionKey,
  IsolatedNetwork,
  SecureCluster,
  SecureInstance,
  SecureTable,
} from "aws-secure-database";
import { stackSettings } from "./stack-settings";

// Read and refused as a whole, before the first resource.
const settings = stackSettings();

const { keyArn: kmsKeyArn } = new EncryptionKey("database");
const backup = new BackupPlan("database", { kmsKeyArn, deleteBackups: settings.disposable });
const shared = { backupPlanId: backup.planId, backupRoleArn: backup.roleArn, kmsKeyArn };

const network = settings.network && new IsolatedNetwork("database", { ...settings.network, kmsKeyArn });
const surroundings = network && {
  subnetGroupName: network.subnetGroupName,
  securityGroupIds: network.securityGroupIds,
  eventTopicArn: new DatabaseEvents("database", { kmsKeyArn }).topicArn,
  ...shared,
};
const database =
  (settings.instance && new SecureInstance("database", { ...settings.instance, ...surroundings })) ??
  (settings.cluster && new SecureCluster("database", { ...settings.cluster, ...surroundings }));

export const networkId = network?.vpcId;
export const applicationSecurityGroupId = network?.applicationSecurityGroupId;
export const endpoint = database?.endpoint;
export const masterUserSecretArn = database?.masterUserSecretArn;
export const notApplicableControls = database?.notApplicableControls;
export const tableNames = Object.fromEntries(
  [...settings.tables].map(([name, args]) => [name, new SecureTable(name, { ...args, ...shared }).tableName]),
);
