import { type KinesisClient, PutRecordCommand } from "@aws-sdk/client-kinesis";
import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { type DeadLetter, readDeadLetter } from "./dead-letters";
import type { BatchResponse, KinesisBatch } from "./kinesis";

export interface ReplayClients {
  readonly sqs: Pick<SQSClient, "send">;
  readonly s3: Pick<S3Client, "send">;
  readonly kinesis: Pick<KinesisClient, "send">;
  readonly lambda: Pick<LambdaClient, "send">;
}

export interface Replay {
  readonly queueUrl: string;
  /** Where letters go: to the consumer itself, or onto a stream that it reads. */
  readonly to: { readonly function: string } | { readonly stream: string };
  /** Letters that are sent at most. */
  readonly limit: number;
  /** Tells what would be sent, and sends and deletes nothing. */
  readonly dryRun: boolean;
  /** Takes a line about each letter. */
  tell(line: string): void;
}

export interface Replayed {
  /** Of a dry run, those that would be sent. */
  readonly sent: number;
  /** They stay in the queue. */
  readonly failed: number;
  /** It was sent, but the queue does not delete it: it comes again, and the replay ended with it. */
  readonly undeleted: number;
  /** Of those that stay, as many as the queue hides for the seconds of `visibility`, as it does not show them again. */
  readonly hidden: number;
}

/** Seconds in which no other replay gets a letter that this one has: the consumer may take 300 for it. */
export const visibility = 400;

/** Bytes that Lambda takes in one call. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const largestPayload = 6 * 1024 * 1024;

/**
 * Sends dead letters through again, each once. A letter is deleted when the consumer delivered its events, or when the
 * stream has it; one that fails again stays in the queue. Ids of events are those that they would have had, so nothing is
 * counted twice.
 * @throws what SQS says when it hands out no message
 */
export async function replay(clients: ReplayClients, options: Replay): Promise<Replayed> {
  const kept = new Map<string, string>();
  let replayed: Omit<Replayed, "hidden"> | undefined;
  let hidden = 0;
  try {
    replayed = await replayAll(clients, options, kept);
  } finally {
    // Those that stay are there for the next replay at once, and were not for this one.
    for (const receipt of kept.values()) {
      hidden += (await isShown(receipt, clients, options)) ? 0 : 1;
    }
  }
  return { ...replayed, hidden };
}

async function isShown(receipt: string, { sqs }: ReplayClients, { queueUrl, tell }: Replay): Promise<boolean> {
  try {
    await sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle: receipt, VisibilityTimeout: 0 }),
    );
    return true;
  } catch (error) {
    tell(`a letter that stays comes back only after ${visibility} seconds: ${said(error)}`);
    return false;
  }
}

/** @param kept gets the receipts of the letters that stay, by the ids of their messages */
async function replayAll(
  clients: ReplayClients,
  options: Replay,
  kept: Map<string, string>,
): Promise<Omit<Replayed, "hidden">> {
  const { queueUrl, limit, dryRun, tell } = options;
  const seen = new Set<string>();
  let [sent, failed, repeats] = [0, 0, 0];
  while (seen.size < limit) {
    const { Messages: messages = [] } = await clients.sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        // More would become visible again while they wait for this one.
        MaxNumberOfMessages: 1,
        VisibilityTimeout: visibility,
        WaitTimeSeconds: 2,
      }),
    );
    const [message] = messages;
    // Nothing is left but what was seen, of a queue that does not hide it.
    if (message === undefined || repeats > seen.size) {
      break;
    }
    const { MessageId = "", Body = "", ReceiptHandle = "" } = message;
    if (seen.has(MessageId)) {
      repeats += 1;
      // One that stays comes again when a replay takes longer than it is hidden: others may wait behind it.
      if (kept.has(MessageId)) {
        kept.set(MessageId, ReceiptHandle);
      }
      continue;
    }
    repeats = 0;
    seen.add(MessageId);
    const letter = readDeadLetter(Body);
    const name = `${letter?.shardId ?? MessageId} ${letter?.sequenceNumber ?? ""} ${letter?.reason ?? ""}`;
    const problem = letter === undefined ? "it is no dead letter of a consumer" : await again(letter, clients, options);
    if (problem !== undefined || dryRun) {
      kept.set(MessageId, ReceiptHandle);
      failed += problem === undefined ? 0 : 1;
      sent += problem === undefined ? 1 : 0;
      tell(`${name}: ${problem ?? "would be sent"}`);
      continue;
    }
    try {
      await clients.sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    } catch (error) {
      tell(`${name}: sent, but not deleted from the queue: it comes again (${said(error)})`);
      return { sent, failed, undeleted: 1 };
    }
    sent += 1;
    tell(`${name}: sent`);
  }
  return { sent, failed, undeleted: 0 };
}

function said(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** @returns the problem, when it did not go through */
async function again(letter: DeadLetter, clients: ReplayClients, { to, dryRun }: Replay): Promise<string | undefined> {
  try {
    const data = await dataOf(letter, clients);
    if (dryRun) {
      return undefined;
    }
    if ("stream" in to) {
      const { partitionKey } = letter;
      await clients.kinesis.send(
        new PutRecordCommand({ StreamName: to.stream, Data: data, PartitionKey: partitionKey || "replay" }),
      );
      return undefined;
    }
    return await invoke(letter, data, clients, to.function);
  } catch (error) {
    return said(error);
  }
}

async function dataOf({ data, object }: DeadLetter, { s3 }: ReplayClients): Promise<Buffer> {
  if (data !== undefined) {
    return Buffer.from(data, "base64");
  }
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: object?.bucket, Key: object?.key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

async function invoke(
  { shardId, sequenceNumber, streamArn, partitionKey, arrivedAt }: DeadLetter,
  data: Buffer,
  { lambda }: ReplayClients,
  functionName: string,
): Promise<string | undefined> {
  const batch: KinesisBatch = {
    replay: true,
    Records: [
      {
        eventID: `${shardId}:${sequenceNumber}`,
        eventSourceARN: streamArn,
        kinesis: {
          data: data.toString("base64"),
          partitionKey,
          sequenceNumber,
          approximateArrivalTimestamp: arrivedAt,
        },
      },
    ],
  };
  const payload = Buffer.from(JSON.stringify(batch));
  if (payload.length > largestPayload) {
    return "it is too large for a call of the function; send it to the stream";
  }
  const { FunctionError: failed, Payload: answer } = await lambda.send(
    new InvokeCommand({ FunctionName: functionName, Payload: payload }),
  );
  const text = Buffer.from(answer ?? []).toString();
  if (failed) {
    return `the function failed: ${text.slice(0, 500)}`;
  }
  const { batchItemFailures: failures } = JSON.parse(text) as Partial<BatchResponse>;
  return failures?.length === 0 ? undefined : "it still cannot be read or delivered; the function's log tells why";
}
