import { createHash } from "node:crypto";
import { BadRecord } from "./failures";

/** A record of an activity stream as it lies on Kinesis: what was done, encrypted, and the data key, encrypted by KMS. */
export interface SealedRecord {
  /** Version of the record's form: "1.0", "1.1" ... */
  readonly version: string;
  /** A message of the AWS Encryption SDK. */
  readonly ciphertext: Buffer;
  readonly encryptedKey: Buffer;
  /**
   * The same for the same record, wherever and however often it is read: 32 hexadecimal digits of a digest of the
   * ciphertext, of which no two are alike.
   */
  readonly id: string;
}

/**
 * Reads the data of one Kinesis record. Throws a BadRecord for anything else than a record of an activity stream.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.AuditLog.html
 */
export function readRecord(data: Buffer): SealedRecord {
  const record = parse(data);
  const { type, version, databaseActivityEvents, key } = record;
  if (type !== "DatabaseActivityMonitoringRecords") {
    throw new BadRecord("malformed", `type is ${show(type)}, but must be "DatabaseActivityMonitoringRecords"`);
  }
  const ciphertext = base64("databaseActivityEvents", databaseActivityEvents);
  return {
    version: typeof version === "string" ? version : "",
    ciphertext,
    encryptedKey: base64("key", key),
    id: createHash("sha256").update(ciphertext).digest("hex").slice(0, 32),
  };
}

function parse(data: Buffer): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(data.toString("utf8"));
  } catch {
    throw new BadRecord("malformed", "the record is no JSON");
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new BadRecord("malformed", "the record is no JSON object");
  }
  return parsed as Readonly<Record<string, unknown>>;
}

function base64(name: string, value: unknown): Buffer {
  if (typeof value === "string" && value !== "" && value.length % 4 === 0) {
    const bytes = Buffer.from(value, "base64");
    const padding = value.endsWith("==") ? 2 : value.endsWith("=") ? 1 : 0;
    // What is no base64 is left out of the bytes.
    if (bytes.length === (value.length / 4) * 3 - padding) {
      return bytes;
    }
  }
  throw new BadRecord("malformed", `${name} is ${typeof value === "string" ? "no base64" : show(value)}`);
}

function show(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value).slice(0, 100);
}
