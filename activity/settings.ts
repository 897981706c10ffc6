import { type DetectionSettings, detections } from "./detections/catalogue";
import type { Masking } from "./masking";

/** The forms in which events are written: OCSF's, or that of AWS. */
export type Form = "ocsf" | "aws";

export interface Settings {
  /** Names the cluster in metrics: its resource id. */
  readonly cluster: string;
  readonly region: string;
  /** The one key under which data keys of the stream are. */
  readonly streamKeyArn: string;
  /** As KMS wants to see it with every data key. */
  readonly encryptionContext: Readonly<Record<string, string>>;
  readonly firehoseName: string;
  readonly topicArn: string;
  readonly deadLetterQueueUrl: string;
  readonly bucket: string;
  readonly deadLetterPrefix: string;
  readonly forms: readonly Form[];
  readonly masking: Masking;
  readonly detection: DetectionSettings;
}

/** A wrong setting, which names its variable, what was found and what is allowed. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

/**
 * Reads the settings of the consumer from its environment:
 * - RESOURCE_ID: "cluster-..." of an Aurora cluster; STREAM_KEY_ARN: the key of its activity stream;
 * - AWS_REGION, FIREHOSE_NAME, TOPIC_ARN, DEAD_LETTER_QUEUE_URL, BUCKET: where it reads and writes;
 * - FORMS: "ocsf" (the default), "aws" or both with a comma between;
 * - MASK: "text", "parameters" or both with a comma between, "" (the default) for none;
 * - DETECTIONS: JSON of failedLogins (2 to 100, default 10), bulkReadRows (from 1, default 10000), maintenanceWindow
 *   ({start, length} in minutes since Monday, 00:00 UTC), masterUsername, applicationUsers and off, a list of ids.
 * Throws a SettingError.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const cluster = required(
    env,
    "RESOURCE_ID",
    /^cluster-[A-Z0-9]+$/i,
    "the resource id of an Aurora cluster, cluster-...",
  );
  const masks = listOf(env, "MASK", ["text", "parameters"], "");
  return {
    cluster,
    region: required(env, "AWS_REGION", /^[a-z]{2,3}(-[a-z]+)+-\d+$/, "the name of a region"),
    streamKeyArn: required(env, "STREAM_KEY_ARN", /^arn:aws[a-z-]*:kms:/, "the ARN of a key"),
    encryptionContext: { "aws:rds:dbc-id": cluster },
    firehoseName: required(env, "FIREHOSE_NAME", /^[\w.-]{1,64}$/, "the name of a Firehose stream"),
    topicArn: required(env, "TOPIC_ARN", /^arn:aws[a-z-]*:sns:/, "the ARN of a topic"),
    deadLetterQueueUrl: required(env, "DEAD_LETTER_QUEUE_URL", /^https?:\/\//, "the URL of a queue"),
    bucket: required(env, "BUCKET", /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket"),
    deadLetterPrefix: `dead-letters/cluster=${cluster}/`,
    forms: listOf(env, "FORMS", ["ocsf", "aws"], "ocsf"),
    masking: { text: masks.includes("text"), parameters: masks.includes("parameters") },
    detection: detectionOf(env.DETECTIONS ?? "{}"),
  };
}

function required(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  pattern: RegExp,
  allowed: string,
): string {
  const value = env[name];
  if (value === undefined || !pattern.test(value)) {
    throw new SettingError(
      `${name} is ${value === undefined ? "missing" : JSON.stringify(value)}, but must be ${allowed}.`,
    );
  }
  return value;
}

function listOf<T extends string>(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  allowed: readonly T[],
  whenAbsent: T | "",
): readonly T[] {
  const value = env[name] ?? whenAbsent;
  const words = value === "" ? [] : value.split(",");
  const known = words.flatMap((word) => allowed.filter((one) => one === word));
  if (known.length !== words.length || (known.length === 0 && whenAbsent !== "")) {
    throw new SettingError(`${name} is ${JSON.stringify(value)}, but must be some of ${allowed.join(", ")}.`);
  }
  return known;
}

function detectionOf(json: string): DetectionSettings {
  let given: Partial<DetectionSettings>;
  try {
    given = JSON.parse(json) as Partial<DetectionSettings>;
  } catch {
    throw new SettingError(`DETECTIONS is ${JSON.stringify(json)}, but must be JSON.`);
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new SettingError(`DETECTIONS is ${json}, but must be a JSON object.`);
  }
  const {
    failedLogins = 10,
    bulkReadRows = 10_000,
    off = [],
    maintenanceWindow,
    masterUsername,
    applicationUsers,
  } = given;
  whole("failedLogins", failedLogins, 2, 100);
  whole("bulkReadRows", bulkReadRows, 1, Number.MAX_SAFE_INTEGER);
  texts("off", off);
  texts("applicationUsers", applicationUsers ?? []);
  if (maintenanceWindow !== undefined) {
    if (typeof maintenanceWindow !== "object" || maintenanceWindow === null) {
      throw new SettingError("DETECTIONS.maintenanceWindow must be an object of start and length.");
    }
    whole("maintenanceWindow.start", maintenanceWindow.start, 0, 10_079);
    whole("maintenanceWindow.length", maintenanceWindow.length, 1, 10_080);
  }
  const unknown = off.find((id) => !detections.some((detection) => detection.id === id));
  if (unknown !== undefined) {
    const ids = detections.map(({ id }) => id).join(", ");
    throw new SettingError(`DETECTIONS.off names ${JSON.stringify(unknown)}, but must name some of ${ids}.`);
  }
  return { failedLogins, bulkReadRows, off, maintenanceWindow, masterUsername, applicationUsers };
}

function texts(name: string, value: unknown): void {
  if (!Array.isArray(value) || value.some((one) => typeof one !== "string")) {
    throw new SettingError(`DETECTIONS.${name} is ${JSON.stringify(value)}, but must be a list of texts.`);
  }
}

function whole(name: string, value: unknown, from: number, to: number): void {
  if (!Number.isInteger(value) || (value as number) < from || (value as number) > to) {
    throw new SettingError(
      `DETECTIONS.${name} is ${JSON.stringify(value)}, but must be a whole number from ${from} to ${to}.`,
    );
  }
}
