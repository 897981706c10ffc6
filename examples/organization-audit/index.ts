import * as pulumi from "@pulumi/pulumi";
import { OrganizationAudit } from "aws-secure-database";

const config = new pulumi.Config();
const emails = config.requireObject<string[]>("emails");

const audit = new OrganizationAudit("databases", {
  organizationalUnitIds: config.requireObject<string[]>("organizationalUnitIds"),
  delegatedAdministrator: config.requireBoolean("delegatedAdministrator"),
  schedule: "cron(0 5 * * ? *)",
  timeZone: "Europe/Berlin",
  regions: config.requireObject<string[]>("regions"),
  reportFormats: ["html", "csv"],
  ...(emails.length === 0 ? {} : { emails }),
});

export const stateMachineArn = audit.stateMachineArn;
export const bucketName = audit.bucketName;
export const topicArn = audit.topicArn;
export const auditorRoleArn = audit.auditorRoleArn;
export const deadLetterQueueUrl = audit.deadLetterQueueUrl;
