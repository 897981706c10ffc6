import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { ScheduledAudit } from "aws-secure-database";

const config = new pulumi.Config();
const emails = config.requireObject<string[]>("emails");

// The files of the security team, by which the policy pack judges too.
const text = (file: string) => readFileSync(join(__dirname, file), "utf8");

const audit = new ScheduledAudit("databases", {
  schedule: "cron(0 5 * * ? *)",
  timeZone: "Europe/Berlin",
  regions: config.requireObject<string[]>("regions"),
  configuration: text("configuration.json"),
  exceptions: text("exceptions.yaml"),
  reportFormats: ["html", "csv"],
  securityHub: config.requireBoolean("securityHub"),
  ...(emails.length === 0 ? {} : { emails }),
});

export const bucketName = audit.bucketName;
export const topicArn = audit.topicArn;
export const functionName = audit.functionName;
export const deadLetterQueueUrl = audit.deadLetterQueueUrl;
