import {
  EncryptionKey,
  OrganizationAudit,
  type OrganizationAuditArgs,
  ScheduledAudit,
  type ScheduledAuditArgs,
} from "../../../components";
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

export const organizationAudit = column<OrganizationAuditArgs>(
  "OrganizationAudit",
  (args) => new OrganizationAudit("orders-audit", args),
  [
    ["of the whole organization", { organizationalUnitIds: ["r-ab12"] }, { everywhere: true }],
    [
      "of units, from a delegated administrator, into Security Hub, on the topic of others",
      {
        organizationalUnitIds: ["ou-ab12-11223344", "ou-ab12-55667788"],
        except: ["111122223333", "ou-ab12-99aabbcc"],
        delegatedAdministrator: true,
        memberRoleName: "DatabaseAudit",
        externalId: "orders/audit",
        maxConcurrency: 200,
        reservedConcurrency: 200,
        toleratedFailurePercentage: 2,
        tracing: true,
        mergeMemorySize: 4096,
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
      "of some controls, weekly, with roles that are there",
      {
        organizationalUnitIds: ["r-ab12"],
        memberRole: false,
        schedule: "cron(30 6 ? * MON *)",
        timeZone: "Europe/Berlin",
        overdueHours: 0,
        regions: ["eu-west-1", "eu-central-1"],
        controls: ["rds-instance-not-public"],
        severity: "high",
        configuration: JSON.stringify({ all: "mandatory" }),
        exceptions: "exceptions: []\n",
        reportFormats: ["html", "csv"],
        bucket: { expireDays: 800 },
        logRetentionDays: 400,
      },
    ],
  ],
);
