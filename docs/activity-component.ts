import { readFileSync } from "node:fs";
import { join } from "node:path";
import { activity } from "../test/support/component-cases/activity";
import { type JudgedCase, judgedCase } from "../test/support/judged-cases";

interface Described {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Described;
  readonly optional?: boolean;
  readonly description?: string;
}

interface Schema {
  readonly resources: Readonly<Record<string, Component>>;
  readonly types: Readonly<Record<string, { readonly properties: Properties }>>;
}

type Properties = Readonly<Record<string, Described>>;
type Component = { readonly inputProperties: Properties; readonly properties: Properties };

const token = "aws-secure-database:index:ActivityMonitor";

/** Tables of the component's arguments and outputs, by its schema. */
export function argumentTables(): { readonly inputs: string; readonly outputs: string } {
  const { resources, types } = JSON.parse(
    readFileSync(join(__dirname, "../provider/schema.json"), "utf8"),
  ) as unknown as Schema;
  const { inputProperties = {}, properties = {} } = resources[token] ?? {};
  const inputs = Object.entries(inputProperties).flatMap(([name, described]) => {
    const { properties: within = {} } = types[described.$ref?.replace("#/types/", "") ?? ""] ?? {};
    const parts = Object.entries(within).map(([part, one]) => argumentRow(`${name}.${part}`, one));
    return [argumentRow(name, described, parts.length > 0), ...parts];
  });
  const outputs = Object.entries(properties).map(([name, { description = "" }]) =>
    row([code(name), plain(description)]),
  );
  return {
    inputs: table(["argument", "type", "default", "what"], inputs),
    outputs: table(["output", "what"], outputs),
  };
}

function argumentRow(name: string, described: Described, hasParts = false): string {
  const text = plain(described.description ?? "");
  const [sentence = "", value = ""] = /\bDefault: (.*?)\.(?= |$) ?/.exec(text) ?? [];
  const whenAbsent = hasParts && sentence === "" ? "as of its parts" : value;
  return row([
    code(name),
    typeOf(described),
    described.optional === true ? whenAbsent : "required",
    text.replace(sentence, "").trim(),
  ]);
}

function typeOf({ type, items, $ref }: Described): string {
  if ($ref !== undefined) {
    return "object";
  }
  return items === undefined ? (type ?? "") : type === "array" ? `list of ${typeOf(items)}` : "map of string";
}

/** On one line, without the source, which is for who reads the code. */
function plain(description: string): string {
  return description
    .replace(/\s*Source: \S+/g, "")
    .replace(/\s+/g, " ")
    .replaceAll("<", "\\<")
    .trim();
}

/** What each kind of resource is for. */
const purposes: Readonly<Record<string, string>> = {
  "rds ClusterActivityStream": "the activity stream, whose Kinesis stream RDS makes; not with `streamName`",
  EncryptionKey: "the key of the stream, and that of all else; not with `streamKmsKeyArn` and `kmsKeyArn`",
  "kms Key": "of an EncryptionKey",
  "kms Alias": "of an EncryptionKey",
  "kms Grant": "lets the consumer decrypt the data keys of this cluster",
  "lambda Function": "the consumer: decrypts, maps, detects; nodejs22.x on arm64, 1,024 MiB, 300 seconds",
  "lambda EventSourceMapping": "calls the consumer with batches of the Kinesis stream",
  "kinesis FirehoseDeliveryStream": "puts events into the bucket, an object each five minutes or 64 MiB",
  "s3 Bucket": "holds what was done",
  "s3 BucketOwnershipControls": "of the bucket: no access lists",
  "s3 BucketPolicy": "of the bucket: TLS alone",
  "s3 BucketPublicAccessBlock": "of the bucket: nothing public",
  "s3 BucketServerSideEncryptionConfiguration": "of the bucket: the key",
  "s3 BucketVersioning": "of the bucket: nothing is overwritten",
  "s3 BucketLifecycleConfiguration": "of the bucket, with `bucket.expireDays` or `bucket.archiveDays`",
  "s3 BucketObjectLockConfiguration": "of the bucket, with `bucket.objectLockDays`",
  "sqs Queue": "the dead letters, kept for 14 days",
  "sqs QueuePolicy": "of the queue: TLS alone",
  "sns Topic": "findings and alarms",
  "sns TopicPolicy": "of the topic: alarms of this account",
  "cloudwatch MetricAlarm": "[the alarms](#alarms)",
  "cloudwatch LogGroup": "what the consumer and Firehose say of themselves",
  "cloudwatch LogStream": "Firehose's own",
  "iam Role": "of the consumer, and of Firehose",
  "iam RolePolicy": "of each role: its own stream, key and places alone",
  "glue CatalogDatabase": "with `table`, unless it names one",
  "glue CatalogTable": "with `table`: the bucket for Athena",
};

/** Tables of what the component makes, and of its alarms, from making it. */
export async function madeTables(): Promise<{ readonly resources: string; readonly alarms: string }> {
  const cases: JudgedCase[] = [];
  for (const one of activity.cases) {
    cases.push(await judgedCase(one));
  }
  const alone = cases.filter(({ resources }) => !resources.some(({ type }) => type.endsWith(":SecureCluster")));
  const found = new Set(alone.flatMap(({ resources }) => resources.map(({ type }) => kindOf(type))));
  found.delete("ActivityMonitor");
  const words = Object.keys(purposes);
  const apart = [...words.filter((kind) => !found.has(kind)), ...[...found].filter((kind) => !words.includes(kind))];
  if (apart.length > 0) {
    throw new Error(`${apart.join(", ")}: an ActivityMonitor and the words for what it makes differ`);
  }
  const [{ resources: least } = { resources: [] }] = alone;
  const rows = Object.entries(purposes).map(([kind, purpose]) => {
    const count = least.filter(({ type }) => kindOf(type) === kind).length;
    return row([kind, String(count), purpose]);
  });
  return { resources: table(["resource", "how many", "what for"], rows), alarms: alarmTable(least) };
}

function alarmTable(resources: JudgedCase["resources"]): string {
  const alarms = resources.filter(({ type }) => kindOf(type) === "cloudwatch MetricAlarm");
  const rows = alarms.map(({ name, inputs }) => {
    const { namespace, metricName, statistic, threshold, comparisonOperator, treatMissingData, alarmDescription } =
      inputs;
    const sign = comparisonOperator === "GreaterThanThreshold" ? ">" : "<";
    const [, what = ""] = /: (.*)$/.exec(String(alarmDescription)) ?? [];
    return row([
      name.replace(/^orders-activity-/, ""),
      what,
      `${namespace} ${metricName}`,
      `${statistic} ${sign} ${Number(threshold).toLocaleString("en")}`,
      treatMissingData === "breaching" ? "alarms" : "is well",
    ]);
  });
  // In which order they are made is the engine's affair.
  return table(["alarm", "what it tells", "metric", "when, of five minutes", "no data"], rows.sort());
}

/** "aws:s3/bucket:Bucket" as "s3 Bucket"; a component of ours by its name. */
function kindOf(type: string): string {
  const [, module = "", name = ""] = type.split(":");
  return module === "index" ? name : `${module.split("/")[0]} ${name}`;
}

function table(heading: readonly string[], rows: readonly string[]): string {
  return [row(heading), row(heading.map(() => "---")), ...rows].join("\n");
}

export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function code(name: string): string {
  return `\`${name}\``;
}
