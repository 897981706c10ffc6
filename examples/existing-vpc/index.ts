import * as pulumi from "@pulumi/pulumi";
import { IsolatedNetwork, SecureInstance } from "aws-secure-database";

const config = new pulumi.Config();
const disposable = config.getBoolean("disposable") ?? false;

const network = new IsolatedNetwork("orders", {
  vpcId: config.require("vpcId"),
  subnetCidrBlocks: config.requireObject<string[]>("subnetCidrBlocks"),
  allowedSecurityGroupIds: [config.require("applicationSecurityGroupId")],
});

const orders = new SecureInstance("orders", {
  databaseName: "orders",
  subnetGroupName: network.subnetGroupName,
  securityGroupIds: network.securityGroupIds,
  deletionProtection: !disposable,
  skipFinalSnapshot: disposable,
  acceptedRisks: disposable
    ? {
        "rds-instance-deletion-protection": "A trial whose data may go.",
        "rds-instance-final-snapshot": "A trial whose data may go.",
      }
    : {},
});

export const endpoint = orders.endpoint;
export const subnetIds = network.subnetIds;
