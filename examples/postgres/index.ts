import * as aws from "@pulumi/aws";
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

// The role of the web service, which logs in without a password and is in the group of applications.
const service = new aws.iam.Role("web-service", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }),
});
orders.grantConnect(service, "web_service");

export const endpoint = orders.endpoint;
export const serviceRoleArn = service.arn;
export const serviceSecurityGroupId = orders.applicationSecurityGroupId;
export const createUserSql = orders.createUserSql("web_service");
export const masterUserSecretArn = orders.masterUserSecretArn;
export const vpcId = orders.vpcId;
export const eventTopicArn = orders.eventTopicArn;
