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
  readonly parts: { readonly read: number; readonly decrypt: number; readonly unpack: number; readonly map: number };
  /** The floor's share of the whole: 1 would be as fast. */
  readonly ratio: number;
}

const settings = readSettings({
  RESOURCE_ID: "cluster-ABC",
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
  const activity = unpack(plaintext);
  const place = { recordId: sealed.id, version: "1.1", account: "111122223333", arrived: 0, window: "" };

  const floor = floorOf(gunzipSync(plaintext), key.plain);
  const time = (work: () => unknown) => microseconds(work, eventsInRecord, runs);
  const whole = await time(async () => {
    const { ciphertext } = readRecord(data);
    return linesOf(unpack(await decryptMessage(ciphertext, key.plain)), place, settings, {});
  });
  const least = await time(floor);
  return {
    eventsInRecord,
    floor: least,
    whole,
    parts: {
      read: await time(() => readRecord(data)),
      decrypt: await time(() => decryptMessage(sealed.ciphertext, key.plain)),
      unpack: await time(() => unpack(plaintext)),
      map: await time(() => linesOf(activity, place, settings, {})),
    },
    ratio: least / whole,
  };
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

async function microseconds(work: () => unknown, eventsInRecord: number, runs: number): Promise<number> {
  const times = Math.max(5, Math.ceil(500 / eventsInRecord));
  const measured: number[] = [];
  // The first run warms up.
  for (let run = 0; run <= runs; run++) {
    const before = process.cpuUsage();
    for (let at = 0; at < times; at++) {
      await work();
    }
    const { user, system } = process.cpuUsage(before);
    measured.push((user + system) / times / eventsInRecord);
  }
  return median(measured.slice(1));
}
