import { EncryptionKey, ScheduledAudit, type ScheduledAuditArgs } from "../../../components";
import { column } from "./case";
import { given } from "./given";

export const audit = column<ScheduledAuditArgs>("ScheduledAudit", (args) => new ScheduledAudit("orders-audit", args), [
  ["without an argument", {}, { everywhere: true }],
  ["under a key of a program", () => ({ kmsKeyArn: new EncryptionKey("orders").keyArn })],
  [
    "of every region, on the topic of others, into Security Hub",
    {
      schedule: "rate(6 hours)",
      regions: ["all"],
      kmsKeyArn: given.key,
      topicArn: given.topic,
      topicKmsKeyArn: given.key,
      emails: ["security@example.com"],
      securityHub: true,
      memorySize: 2048,
      tags: given.tags,
    },
  ],
  [
    "of some controls, weekly, whose reports nobody deletes",
    {
      schedule: "cron(30 6 ? * MON *)",
      timeZone: "Europe/Berlin",
      overdueHours: 0,
      regions: ["eu-west-1", "eu-central-1"],
      controls: ["rds-instance-not-public", "rds-cluster-storage-encrypted"],
      severity: "high",
      configuration: JSON.stringify({ all: "mandatory", "rds-instance-multi-az": "advisory" }),
      exceptions: "exceptions: []\n",
      reportFormats: ["html", "csv", "ocsf"],
      bucket: { expireDays: 800, objectLockDays: 400, objectLockMode: "COMPLIANCE" },
      logRetentionDays: 400,
    },
  ],
]);
