import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecureInstance } from "aws-secure-database";
import type { SettingName } from "./settings";

const disposable = new pulumi.Config().getBoolean("disposable") ?? false;
const databaseName = "orders";
const user = "web_service";

const orders = new SecureInstance("orders", {
  databaseName,
  deletionProtection: !disposable,
  skipFinalSnapshot: disposable,
  acceptedRisks: disposable
    ? {
        "rds-instance-deletion-protection": "A trial whose data may go.",
        "rds-instance-final-snapshot": "A trial whose data may go.",
      }
    : {},
});

// The role of the service's tasks, which may log in to this database as this user, and nothing else.
const role = new aws.iam.Role("web-service", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }),
});
orders.grantConnect(role, user);

/** For the task definition. There is no secret in it: the service signs its own log-in with its role. */
export const environment: Readonly<Record<SettingName, pulumi.Output<string>>> = {
  DATABASE_HOST: orders.address,
  DATABASE_PORT: orders.port.apply(String),
  DATABASE_NAME: pulumi.output(databaseName),
  DATABASE_USER: pulumi.output(user),
};
export const serviceRoleArn = role.arn;
export const serviceSecurityGroupId = orders.applicationSecurityGroupId;
export const subnetIds = orders.subnetIds;
export const createUserSql = orders.createUserSql(user);
export const masterUserSecretArn = orders.masterUserSecretArn;
