import { BackupPlan, EncryptionKey, SecureTable, type SecureTableArgs } from "../../../components";
import { column, type Row } from "./case";
import { given, region } from "./given";

type Feature = Omit<SecureTableArgs, "hashKey">;

const index = { name: "byDevice", hashKey: "device" };

/** What tables can have. */
const features: readonly Row<Feature>[] = [
  ["no option", {}, { everywhere: true }],
  [
    "keys and their types",
    { rangeKey: "startedAt", attributes: { startedAt: "N" }, timeToLiveAttribute: "expiresAt", tags: given.tags },
  ],
  [
    "indexes",
    {
      rangeKey: "startedAt",
      globalSecondaryIndexes: [
        { ...index, rangeKey: "startedAt", projectionType: "INCLUDE", nonKeyAttributes: ["model"] },
      ],
      localSecondaryIndexes: [
        { name: "byAge", rangeKey: "age", projectionType: "INCLUDE", nonKeyAttributes: ["name"] },
      ],
    },
  ],
  ["cheaper storage", { tableClass: "STANDARD_INFREQUENT_ACCESS", pointInTimeRecoveryDays: 7 }],
  ["provisioned capacity that follows the load", { provisioned: {}, globalSecondaryIndexes: [index] }],
  [
    "provisioned capacity between bounds",
    {
      provisioned: { minReadUnits: 2, maxReadUnits: 20, minWriteUnits: 2, maxWriteUnits: 20, targetUtilization: 60 },
    },
  ],
  ["on-demand maximums", { onDemandMaximums: { readRequestUnits: 10, writeRequestUnits: 10 } }],
  ["a stream", { streamViewType: "KEYS_ONLY" }],
  ["a Kinesis stream of its own", { kinesis: { retentionHours: 48 } }, { everywhere: true }],
  [
    "a Kinesis stream that is there",
    { kinesis: { streamArn: "arn:aws:kinesis:eu-west-1:123456789012:stream/changes" } },
  ],
  [
    "replicas, one under a key that is shared",
    () => {
      const { keyArn: kmsKeyArn } = new EncryptionKey("far", { region: "us-east-1" });
      return { replicas: [{ region }, { region: "us-east-1", kmsKeyArn }] };
    },
  ],
  ["contributor insights", { contributorInsights: true, globalSecondaryIndexes: [index] }],
  [
    "access for one organization and endpoint",
    { access: { organizationId: "o-0123456789", vpcEndpointIds: ["vpce-0a"] }, streamViewType: "KEYS_ONLY" },
    { everywhere: true },
  ],
  [
    "an import of JSON",
    {
      importFromS3: {
        bucket: "seed",
        keyPrefix: "orders/",
        bucketOwner: "123456789012",
        format: "DYNAMODB_JSON",
        compression: "GZIP",
      },
    },
  ],
  ["an import of CSV", { importFromS3: { bucket: "seed", format: "CSV", csvDelimiter: ";", csvHeaders: ["id"] } }],
  ["what is on, said again", { pointInTimeRecovery: true, deletionProtection: true, backupPlan: true }],
  [
    "a shared key and plan",
    () => {
      const { keyArn: kmsKeyArn } = new EncryptionKey("shop");
      const { planId: backupPlanId, roleArn: backupRoleArn } = new BackupPlan("shop", { kmsKeyArn });
      return { kmsKeyArn, backupPlanId, backupRoleArn };
    },
  ],
  [
    "everything at once",
    {
      provisioned: { minReadUnits: 1, maxReadUnits: 10 },
      globalSecondaryIndexes: [index],
      kinesis: { retentionHours: 48 },
      replicas: [{ region }],
      contributorInsights: true,
      timeToLiveAttribute: "expiresAt",
    },
    { everywhere: true },
  ],
];

export const tables = column<SecureTableArgs>(
  "SecureTable",
  (args) => new SecureTable("orders", args),
  features.map(
    ([title, feature, told]): Row<SecureTableArgs> => [
      title,
      () => ({ hashKey: "userId", ...(typeof feature === "function" ? feature() : feature) }),
      told,
    ],
  ),
);
