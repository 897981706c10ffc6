import * as pulumi from "@pulumi/pulumi";
import { SecureInstance } from "aws-secure-database";

const disposable = new pulumi.Config().getBoolean("disposable") ?? false;

const orders = new SecureInstance("orders", {
  databaseName: "orders",
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
export const masterUserSecretArn = orders.masterUserSecretArn;
export const vpcId = orders.vpcId;
export const eventTopicArn = orders.eventTopicArn;
