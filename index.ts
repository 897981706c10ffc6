import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey, IsolatedNetwork, SecureInstance, SecureTable } from "aws-secure-database";

const config = new pulumi.Config();

const network = new IsolatedNetwork("database");
const key = new EncryptionKey("database");

const instance = new SecureInstance("database", {
  databaseName: config.get("databaseName") ?? "app",
  databaseInsights: config.get("databaseInsights") ?? "advanced",
  subnetGroupName: network.subnetGroupName,
  securityGroupIds: network.securityGroupIds,
  kmsKeyArn: key.keyArn,
});

const table = new SecureTable("database", {
  hashKey: config.get("tableHashKey") ?? "id",
  kmsKeyArn: key.keyArn,
});

export const vpcId = network.vpcId;
export const endpoint = instance.endpoint;
export const masterUserSecretArn = instance.masterUserSecretArn;
export const tableName = table.tableName;
