import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { DatabaseAccess, SecureCluster } from "aws-secure-database";

const disposable = new pulumi.Config().getBoolean("disposable") ?? false;

const orders = new SecureCluster("orders", {
  engine: "aurora-postgresql",
  databaseName: "orders",
  serverlessV2: { minCapacity: 2, maxCapacity: 16 },
  proxy: { users: ["orders_app"] },
  deletionProtection: !disposable,
  skipFinalSnapshot: disposable,
  acceptedRisks: disposable
    ? {
        "rds-cluster-deletion-protection": "A trial whose data may go.",
        "rds-cluster-final-snapshot": "A trial whose data may go.",
      }
    : {},
});

// Whoever has the role logs in to the proxy by an IAM token, and so does the proxy to the cluster.
const functions = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
new DatabaseAccess("functions", {
  resourceId: orders.proxyResourceId,
  user: "orders_app",
  roleName: functions.name,
});

/** To be run once, by the master user. */
export const createUserSql = orders.createUserSql("orders_app");
export const proxyEndpoint = orders.proxyEndpoint;
export const readerEndpoint = orders.readerEndpoint;
export const applicationSecurityGroupId = orders.applicationSecurityGroupId;
