import type { FirehoseClient } from "@aws-sdk/client-firehose";
import { PutRecordBatchCommand } from "@aws-sdk/client-firehose";

/** The lines of one record of the stream. */
export interface Delivery {
  readonly sequenceNumber: string;
  /** Each without its line break. */
  readonly lines: readonly string[];
}

export interface Clock {
  /** Milliseconds until the consumer must be done. */
  timeLeft(): number;
  sleep(milliseconds: number): Promise<void>;
  random(): number;
}

/** https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
const limits = { records: 500, bytes: 4 * 1024 * 1024, recordBytes: 1000 * 1024 };

/** The longest line that can be delivered, in bytes. */
export const longestLine = limits.recordBytes - 1;

/** Milliseconds: the first wait, which doubles up to the longest one, and what is left for the rest of the work. */
const waits = { first: 100, longest: 5_000, reserve: 3_000 };

interface Packet {
  readonly sequenceNumber: string;
  readonly data: Buffer;
}

/**
 * Delivers lines to Firehose. What it throttles or fails is sent again, that alone, for as long as there is time.
 * @returns the sequence numbers whose lines are not all delivered, and why
 */
export async function deliver(
  firehose: Pick<FirehoseClient, "send">,
  streamName: string,
  deliveries: readonly Delivery[],
  clock: Clock,
): Promise<{ readonly undelivered: ReadonlySet<string>; readonly reason: string }> {
  let open = deliveries.flatMap(pack);
  let reason = "";
  for (let wait = waits.first; ; wait = Math.min(wait * 2, waits.longest)) {
    const failed: Packet[] = [];
    for (const batch of batches(open)) {
      const { packets, why } = await put(firehose, streamName, batch);
      failed.push(...packets);
      reason = why || reason;
    }
    open = failed;
    const pause = wait * (0.5 + clock.random() / 2);
    if (open.length === 0 || clock.timeLeft() - pause < waits.reserve) {
      return { undelivered: new Set(open.map(({ sequenceNumber }) => sequenceNumber)), reason };
    }
    await clock.sleep(pause);
  }
}

/** As few Firehose records as hold the lines, as each is paid in steps of 5 KB. */
function pack({ sequenceNumber, lines }: Delivery): readonly Packet[] {
  const packets: Packet[] = [];
  let held: string[] = [];
  let size = 0;
  const close = () => {
    if (held.length > 0) {
      packets.push({ sequenceNumber, data: Buffer.from(`${held.join("\n")}\n`) });
    }
    held = [];
    size = 0;
  };
  for (const line of lines) {
    const length = Buffer.byteLength(line) + 1;
    if (size + length > limits.recordBytes) {
      close();
    }
    held.push(line);
    size += length;
  }
  close();
  return packets;
}

function* batches(packets: readonly Packet[]): Generator<readonly Packet[]> {
  let batch: Packet[] = [];
  let bytes = 0;
  for (const packet of packets) {
    if (batch.length === limits.records || bytes + packet.data.length > limits.bytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(packet);
    bytes += packet.data.length;
  }
  if (batch.length > 0) {
    yield batch;
  }
}

async function put(
  firehose: Pick<FirehoseClient, "send">,
  streamName: string,
  batch: readonly Packet[],
): Promise<{ readonly packets: readonly Packet[]; readonly why: string }> {
  try {
    const { RequestResponses: responses = [] } = await firehose.send(
      new PutRecordBatchCommand({ DeliveryStreamName: streamName, Records: batch.map(({ data }) => ({ Data: data })) }),
    );
    // A record without an answer of its own is not known to be delivered.
    const packets = batch.filter((_, at) => !responses[at]?.RecordId);
    const answer = responses.find(({ ErrorCode }) => ErrorCode);
    return { packets, why: answer === undefined ? "" : `${answer.ErrorCode}: ${answer.ErrorMessage ?? ""}` };
  } catch (error) {
    return { packets: batch, why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
