import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import {
  GetRecordsCommand,
  GetShardIteratorCommand,
  type KinesisClient,
  ListShardsCommand,
} from "@aws-sdk/client-kinesis";
import type { BatchResponse, KinesisBatch, KinesisRecord } from "../../../activity/kinesis";

/** The tumbling window of the component's mapping; all that a test puts lies in one. */
const window = { start: "2026-05-04T10:00:00Z", end: "2026-05-04T10:05:00Z" };

const bundle = join(__dirname, "../../../dist/activity-consumer/index.js");

/** A function in a process of its own, which is made anew when it died. */
export class Worker {
  private child: ChildProcess | undefined;

  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  invoke(batch: KinesisBatch, timeout: number): Promise<BatchResponse | "failed"> {
    this.child ??= fork(join(__dirname, "../lambda-worker.js"), [bundle], { env: this.environment, silent: true });
    const { child } = this;
    return new Promise((resolve) => {
      const end = (response: BatchResponse | "failed") => {
        child.removeAllListeners();
        resolve(response);
      };
      child.once("exit", () => {
        this.child = undefined;
        end("failed");
      });
      child.once("message", ({ response }: { response?: BatchResponse }) => end(response ?? "failed"));
      child.send({ event: batch, timeout });
    });
  }

  kill(): void {
    this.child?.kill("SIGKILL");
  }
}

/**
 * Reads a stream as Lambda's event source mapping does: each shard in its order, from its start, a batch again from the
 * first record that failed, the whole batch when the function failed; halves of it after that.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
 */
export async function readStream(
  kinesis: KinesisClient,
  streamName: string,
  streamArn: string,
  worker: Worker,
  { batchSize = 100, timeout = 30_000, mostTries = 50 } = {},
): Promise<{ readonly calls: number }> {
  const { Shards: shards = [] } = await kinesis.send(new ListShardsCommand({ StreamName: streamName }));
  let calls = 0;
  for (const { ShardId: shardId = "" } of shards) {
    const all = await recordsOf(kinesis, streamName, streamArn, shardId);
    let from = 0;
    let size = batchSize;
    let tries = 0;
    let state: unknown = {};
    while (from < all.length) {
      const records = all.slice(from, from + size);
      const response = await worker.invoke({ Records: records, window, state }, timeout);
      calls += 1;
      tries += 1;
      if (tries > mostTries) {
        throw new Error(`the batch from ${records[0]?.eventID} still fails after ${mostTries} tries`);
      }
      if (response === "failed") {
        size = Math.max(1, Math.floor(size / 2));
        continue;
      }
      state = response.state ?? state;
      const failed = response.batchItemFailures.map(({ itemIdentifier }) =>
        records.findIndex(({ kinesis: { sequenceNumber } }) => sequenceNumber === itemIdentifier),
      );
      const done = failed.length === 0 ? records.length : Math.min(...failed);
      from += done;
      if (done > 0) {
        tries = 0;
      }
      if (failed.length === 0) {
        size = batchSize;
      }
    }
  }
  return { calls };
}

async function recordsOf(
  kinesis: KinesisClient,
  streamName: string,
  streamArn: string,
  shardId: string,
): Promise<readonly KinesisRecord[]> {
  const start = { StreamName: streamName, ShardId: shardId, ShardIteratorType: "TRIM_HORIZON" } as const;
  let { ShardIterator: iterator } = await kinesis.send(new GetShardIteratorCommand(start));
  const found: KinesisRecord[] = [];
  for (;;) {
    const { Records: records = [], NextShardIterator: next } = await kinesis.send(
      new GetRecordsCommand({ ShardIterator: iterator }),
    );
    found.push(
      ...records.map(({ Data, PartitionKey = "", SequenceNumber = "", ApproximateArrivalTimestamp: arrived }) => ({
        eventID: `${shardId}:${SequenceNumber}`,
        eventSourceARN: streamArn,
        kinesis: {
          data: Buffer.from(Data ?? []).toString("base64"),
          partitionKey: PartitionKey,
          sequenceNumber: SequenceNumber,
          approximateArrivalTimestamp: (arrived?.getTime() ?? 0) / 1000,
        },
      })),
    );
    if (records.length === 0 || next === undefined) {
      return found;
    }
    iterator = next;
  }
}
