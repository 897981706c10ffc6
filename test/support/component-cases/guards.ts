import {
  BackupPlan,
  type BackupPlanArgs,
  DatabaseEvents,
  type DatabaseEventsArgs,
  EncryptionKey,
  type EncryptionKeyArgs,
} from "../../../components";
import { column } from "./case";
import { given, region } from "./given";

/** What databases share. */
export const guards = [
  column<EncryptionKeyArgs>("EncryptionKey", (args) => new EncryptionKey("orders", args), [
    ["for every service", {}, { everywhere: true }],
    ["for one service, in another region", { services: ["rds"], region, description: "Orders" }],
    ["with administrators and tags", { administrators: [given.role], tags: given.tags }],
    ["multi-Region, with an alias", { multiRegion: true, alias: "orders", rotationPeriodDays: 90 }],
    [
      "a replica of a multi-Region key",
      { primaryKeyArn: "arn:aws:kms:us-east-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef" },
    ],
    [
      "with a grant",
      {
        grants: [
          {
            name: "app",
            principalArn: given.role,
            operations: ["Decrypt"],
            encryptionContext: { "aws:dynamodb:tableName": "orders" },
          },
        ],
      },
    ],
  ]),
  column<BackupPlanArgs>("BackupPlan", (args) => new BackupPlan("orders", args), [
    ["daily", {}, { everywhere: true }],
    ["hourly, kept a year", { schedule: "cron(0 * ? * * *)", retentionDays: 365, tags: given.tags }],
    ["locked", { lock: {} }],
    ["locked between bounds, for good", { lock: { minRetentionDays: 30, maxRetentionDays: 90, changeableForDays: 3 } }],
    ["copied to another region", { copy: { region } }],
    ["copied under a key there", { copy: { region, retentionDays: 90, kmsKeyArn: given.keyElsewhere } }],
    ["whose backups go with it", { deleteBackups: true }],
    ["of another region, under a shared key", { region, kmsKeyArn: given.keyElsewhere }],
  ]),
  column<DatabaseEventsArgs>("DatabaseEvents", (args) => new DatabaseEvents("orders", args), [
    ["under a key of its own", {}, { everywhere: true }],
    ["of another region, under a shared key", { region, kmsKeyArn: given.keyElsewhere, tags: given.tags }],
  ]),
];
