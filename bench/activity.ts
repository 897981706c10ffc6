import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { decryptMessage } from "../activity/decrypt";
import { type ActivityEvent, unpack } from "../activity/events";
import { linesOf } from "../activity/lines";
import { readRecord } from "../activity/record";
import { readSettings } from "../activity/settings";
import { localKey, postgresEvent, sealedRecord } from "../test/support/activity-records";
import { median } from "./statistics";

/** Microseconds of one core an event takes, in records of some events. */
export interface ActivityCost {
  readonly eventsInRecord: number;
  /** AES-GCM and gunzip alone, of the same content. */
  readonly floor: number;
  readonly whole: number;
  /** What the whole consists of; `gunzip` and `json` are what unpacking is made of. */
  readonly parts: Readonly<Record<"read" | "decrypt" | "unpack" | "gunzip" | "json" | "detect" | "map", number>>;
  /** The floor's share of the whole: 1 would be as fast. */
  readonly ratio: number;
}

const settings = readSettings({
  RESOURCE_ID: "cluster-ABC",
  STREAM_KEY_ARN: "arn:aws:kms:eu-central-1:111122223333:key/11112222-3333-4444-5555-666677778888",
  AWS_REGION: "eu-central-1",
  FIREHOSE_NAME: "activity",
  TOPIC_ARN: "arn:aws:sns:eu-central-1:111122223333:activity",
  DEAD_LETTER_QUEUE_URL: "https://sqs.eu-central-1.amazonaws.com/111122223333/activity",
  BUCKET: "activity",
});

/** What the consumer takes for an event with its data key at hand, beside the floor, in the same run. */
export async function activityCost(eventsInRecord: number, runs: number): Promise<ActivityCost> {
  const key = localKey();
  const events = Array.from({ length: eventsInRecord }, statement);
  const data = await sealedRecord(events, key);
  const sealed = readRecord(data);
  const plaintext = await decryptMessage(sealed.ciphertext, key.plain);
  const text = gunzipSync(plaintext).toString("utf8");
  const activity = unpack(plaintext);
  const place = { recordId: sealed.id, version: "1.1", account: "111122223333", arrived: 0, window: "" };

  const works = {
    floor: floorOf(gunzipSync(plaintext), key.plain),
    whole: async () => {
      const { ciphertext } = readRecord(data);
      return linesOf(unpack(await decryptMessage(ciphertext, key.plain)), place, settings, {});
    },
    read: () => readRecord(data),
    decrypt: () => decryptMessage(sealed.ciphertext, key.plain),
    unpack: () => unpack(plaintext),
    gunzip: () => gunzipSync(plaintext),
    json: () => JSON.parse(text),
    detect: () => linesOf(activity, place, { ...settings, forms: [] }, {}),
    map: () => linesOf(activity, place, settings, {}),
  };
  const { floor, whole, ...parts } = await microseconds(works, eventsInRecord, runs);
  return { eventsInRecord, floor, whole, parts, ratio: floor / whole };
}

/** A statement that no other is like, as those of a database are. */
function statement(): ActivityEvent {
  const words = randomBytes(96).toString("base64");
  return postgresEvent({
    commandText: `SELECT * FROM orders WHERE customer = $1 /* ${words} */`,
    paramList: [randomBytes(12).toString("hex")],
    sessionId: randomBytes(8).toString("hex"),
    transactionId: String(randomBytes(4).readUInt32BE()),
    remotePort: String(randomBytes(2).readUInt16BE()),
  });
}

function floorOf(content: Buffer, key: Uint8Array): () => unknown {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const ciphertext = Buffer.concat([cipher.update(gzipSync(content)), cipher.final()]);
  const tag = cipher.getAuthTag();
  return () => {
    const decipher = createDecipheriv("aes-256-gcm", key, iv);
    decipher.setAuthTag(tag);
    return gunzipSync(Buffer.concat([decipher.update(ciphertext), decipher.final()]));
  };
}

/** Milliseconds of each work before it is measured: a consumer lives for hours, and Node compiles what it sees often. */
const warmUp = 1_500;

/** By turns, so that what else the machine does comes to each alike. */
async function microseconds<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  eventsInRecord: number,
  runs: number,
): Promise<Record<Name, number>> {
  const times = Math.max(5, Math.ceil(2_000 / eventsInRecord));
  const names = Object.keys(works) as Name[];
  for (const name of names) {
    for (const end = Date.now() + warmUp; Date.now() < end; ) {
      await works[name]();
    }
  }
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let run = 0; run < runs; run++) {
    for (const name of names) {
      const before = process.cpuUsage();
      for (let at = 0; at < times; at++) {
        await works[name]();
      }
      const { user, system } = process.cpuUsage(before);
      measured[name].push((user + system) / times / eventsInRecord);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(measured[name])])) as Record<Name, number>;
}
