import type { FirehoseClient } from "@aws-sdk/client-firehose";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { DataKeys } from "./data-keys";
import { type DeadLetterPlaces, sendDeadLetter } from "./dead-letters";
import type { Counts } from "./detections/evaluate";
import { BadRecord, KeyUnavailable } from "./failures";
import type { BatchResponse, KinesisBatch, KinesisRecord } from "./kinesis";
import { type Lines, linesOf } from "./lines";
import { type Counted, metricsLine, nothingCounted } from "./metrics";
import { notify } from "./notify";
import { open } from "./open";
import type { Settings } from "./settings";
import { type Clock, deliver } from "./sink";

export interface Surroundings {
  readonly settings: Settings;
  readonly dataKeys: DataKeys;
  readonly firehose: Pick<FirehoseClient, "send">;
  readonly sns: Pick<SNSClient, "send">;
  readonly sqs: DeadLetterPlaces["sqs"];
  readonly s3: DeadLetterPlaces["s3"];
  readonly clock: Clock & { now(): number };
  /** Takes a line of log. */
  log(line: string): void;
}

interface Ready extends Lines {
  readonly record: KinesisRecord;
  /** What was counted before it. */
  readonly before: Counts;
}

/** Where a batch stops: this record comes again, with all behind it. */
interface Stop {
  readonly record: KinesisRecord;
  readonly reason: string;
  /** What was counted before the record, which counts anew when it comes again. */
  readonly before: Counts;
}

/** Characters of lines that are gathered before they are delivered, so that a batch that unpacks large fits in memory. */
const gathered = 4_000_000;

/** Milliseconds without which no further record is begun, as it could not be delivered. */
const reserve = 8_000;

/**
 * Delivers the events of a batch of one shard, in its order. At least once: when it cannot go on, it answers with the
 * record to begin with again, and readers drop by its id what came twice.
 *
 * A record that no retry can read goes to the dead-letter queue and holds up no other; only when that fails too does the
 * batch stop before it. A data key that KMS does not decrypt always stops the batch: nothing is wrong with the record.
 */
export async function consume(batch: KinesisBatch, surroundings: Surroundings): Promise<BatchResponse> {
  const { settings, clock, log } = surroundings;
  const counted = nothingCounted();
  const unreadable: string[] = [];
  let counts = countsOf(batch.state);
  let waiting: Ready[] = [];
  let size = 0;
  let stop: Stop | undefined;

  for (const record of batch.Records ?? []) {
    if (clock.timeLeft() < reserve) {
      stop = { record, reason: "the time is up", before: counts };
      break;
    }
    counted.records += 1;
    const read = await readLines(record, batch, counts, surroundings);
    if (read instanceof KeyUnavailable) {
      counted.keyUnavailable = 1;
      stop = { record, reason: read.message, before: counts };
      break;
    }
    if (read instanceof BadRecord) {
      if (batch.replay === true) {
        unreadable.push(record.kinesis.sequenceNumber);
        log(problem("a dead letter still cannot be read", record, `${read.reason}: ${read.message}`));
        continue;
      }
      const reason = await setAside(record, read, surroundings, counted);
      if (reason !== undefined) {
        stop = { record, reason, before: counts };
        break;
      }
      continue;
    }
    waiting.push({ record, before: counts, ...read });
    counts = read.counts;
    counted.heartbeats += read.heartbeats;
    size += read.lines.reduce((sum, line) => sum + line.length, 0);
    if (size >= gathered) {
      const ready = waiting;
      waiting = [];
      size = 0;
      stop = await send(ready, surroundings, counted);
      if (stop !== undefined) {
        break;
      }
    }
  }
  // What waits comes before the record at which the batch stopped.
  stop = (await send(waiting, surroundings, counted)) ?? stop;
  if (stop !== undefined) {
    log(problem("the consumer stops before a record, which comes again", stop.record, stop.reason));
  }
  log(metricsLine(counted, settings.cluster, clock.now()));
  const failures = [...unreadable, ...(stop === undefined ? [] : [stop.record.kinesis.sequenceNumber])];
  return {
    batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })),
    ...(batch.window === undefined ? {} : { state: stop?.before ?? counts }),
  };
}

async function readLines(
  record: KinesisRecord,
  { window }: KinesisBatch,
  counts: Counts,
  { settings, dataKeys }: Surroundings,
): Promise<(Lines & { readonly heartbeats: number }) | BadRecord | KeyUnavailable> {
  try {
    const { sealed, activity } = await open(record, dataKeys);
    const arrived = Math.round(record.kinesis.approximateArrivalTimestamp * 1000);
    const place = {
      recordId: sealed.id,
      version: sealed.version,
      account: record.eventSourceARN.split(":")[4] ?? "",
      arrived,
      window: window?.start ?? String(Math.floor(arrived / 300_000)),
    };
    return { ...linesOf(activity, place, settings, counts), heartbeats: activity.heartbeats };
  } catch (error) {
    if (error instanceof BadRecord || error instanceof KeyUnavailable) {
      return error;
    }
    // Whatever it is, it would come again with the record, and hold up all behind it.
    return new BadRecord("unexpected", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** @returns where the batch stops, when not all could be delivered */
async function send(
  ready: readonly Ready[],
  { settings, firehose, sns, clock }: Surroundings,
  counted: Counted,
): Promise<Stop | undefined> {
  const deliveries = ready.map(({ record, lines }) => ({ sequenceNumber: record.kinesis.sequenceNumber, lines }));
  const { undelivered, reason } = await deliver(firehose, settings.firehoseName, deliveries, clock);
  counted.undelivered += undelivered.size;
  for (const { record, before, events, findings } of ready) {
    if (undelivered.has(record.kinesis.sequenceNumber)) {
      return { record, reason: `Firehose did not take its events: ${reason}`, before };
    }
    counted.events += events;
    for (const finding of findings) {
      const problem = await notify(sns, settings.topicArn, finding);
      if (problem !== undefined) {
        return { record, reason: `the topic did not take a finding: ${problem}`, before };
      }
      counted.findings += 1;
    }
  }
  return undefined;
}

/** @returns why the dead-letter queue did not take it */
async function setAside(
  record: KinesisRecord,
  { reason, message }: BadRecord,
  { settings, sqs, s3, log }: Surroundings,
  counted: Counted,
): Promise<string | undefined> {
  const { data, sequenceNumber, partitionKey, approximateArrivalTimestamp } = record.kinesis;
  try {
    await sendDeadLetter(
      {
        version: 1,
        reason,
        detail: message.slice(0, 2_000),
        streamArn: record.eventSourceARN,
        shardId: shardOf(record),
        sequenceNumber,
        partitionKey,
        arrivedAt: approximateArrivalTimestamp,
        data,
      },
      { sqs, s3, queueUrl: settings.deadLetterQueueUrl, bucket: settings.bucket, prefix: settings.deadLetterPrefix },
    );
  } catch (error) {
    return `it cannot be read (${reason}), and the dead-letter queue does not take it: ${error}`;
  }
  counted.deadLetters += 1;
  log(problem("a record went to the dead-letter queue", record, `${reason}: ${message}`));
  return undefined;
}

/** "shardId-000000000000:4954..." */
function shardOf({ eventID }: KinesisRecord): string {
  return eventID.split(":")[0] ?? "";
}

function countsOf(state: unknown): Counts {
  return typeof state === "object" && state !== null ? (state as Counts) : {};
}

function problem(what: string, record: KinesisRecord, why: string): string {
  return JSON.stringify({ level: "ERROR", message: what, eventID: record.eventID, why });
}
