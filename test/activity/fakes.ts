import type { FirehoseClient } from "@aws-sdk/client-firehose";
import { consume, type Surroundings } from "../../activity/consume";
import { createDataKeys } from "../../activity/data-keys";
import type { BatchResponse, KinesisBatch, KinesisRecord } from "../../activity/kinesis";
import { readSettings, type Settings } from "../../activity/settings";

export const environment = {
  RESOURCE_ID: "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  STREAM_KEY_ARN: "arn:aws:kms:eu-central-1:111122223333:key/11112222-3333-4444-5555-666677778888",
  AWS_REGION: "eu-central-1",
  FIREHOSE_NAME: "activity",
  TOPIC_ARN: "arn:aws:sns:eu-central-1:111122223333:activity",
  DEAD_LETTER_QUEUE_URL: "https://sqs.eu-central-1.amazonaws.com/111122223333/activity",
  BUCKET: "activity-of-orders",
};

/** A command of the SDK as the fakes see it. */
interface Sent {
  readonly input: Record<string, unknown>;
}

type Answer = (input: Record<string, unknown>) => unknown;

/** A stand-in for a client: it keeps what it was sent, and answers or throws as told. */
export function fakeClient(answer: Answer = () => ({})) {
  const sent: Record<string, unknown>[] = [];
  return {
    sent,
    send: (async ({ input }: Sent) => {
      const answered = answer(input);
      sent.push(input);
      return answered;
    }) as unknown as FirehoseClient["send"] &
      Surroundings["sns"]["send"] &
      Surroundings["sqs"]["send"] &
      Surroundings["s3"]["send"],
  };
}

interface Put {
  readonly Records: readonly { readonly Data: Uint8Array }[];
}

/** Firehose, which takes what `takes` says it does. */
export function fakeFirehose(takes: (call: number, at: number) => boolean = () => true) {
  const lines: string[] = [];
  const calls: number[] = [];
  const client = fakeClient((input) => {
    const { Records: records } = input as unknown as Put;
    const call = calls.push(records.length) - 1;
    return {
      RequestResponses: records.map(({ Data: data }, at) => {
        if (!takes(call, at)) {
          return { ErrorCode: "ServiceUnavailableException", ErrorMessage: "Slow down." };
        }
        lines.push(...Buffer.from(data).toString().trimEnd().split("\n"));
        return { RecordId: `${call}-${at}` };
      }),
    };
  });
  return { ...client, lines, calls };
}

/** As KMS for `localKey`: it strips what the key was wrapped in. */
export async function fakeKms(encryptedKey: Uint8Array): Promise<Uint8Array> {
  if (Buffer.from(encryptedKey).subarray(0, 4).toString() !== "kms:") {
    throw Object.assign(new Error("not mine"), { name: "InvalidCiphertextException" });
  }
  return Uint8Array.from(Buffer.from(encryptedKey).subarray(4));
}

export function failure(name: string): Error {
  return Object.assign(new Error(`${name} it is`), { name });
}

export interface World {
  readonly settings?: Partial<Settings>;
  readonly kms?: typeof fakeKms;
  readonly firehose?: ReturnType<typeof fakeFirehose>;
  readonly sns?: ReturnType<typeof fakeClient>;
  readonly sqs?: ReturnType<typeof fakeClient>;
  readonly s3?: ReturnType<typeof fakeClient>;
  /** Milliseconds of the invocation, which sleeping uses up. */
  readonly time?: number;
}

/** Runs the consumer among stand-ins, and tells what came of it. */
export function consumer({ settings, kms = fakeKms, time = 60_000, ...clients }: World = {}) {
  const firehose = clients.firehose ?? fakeFirehose();
  const [sns, sqs, s3] = [clients.sns ?? fakeClient(), clients.sqs ?? fakeClient(), clients.s3 ?? fakeClient()];
  const logs: string[] = [];
  let left = time;
  const dataKeys = createDataKeys(kms);
  const run = (batch: KinesisBatch): Promise<BatchResponse> => {
    left = time;
    return consume(batch, {
      settings: { ...readSettings(environment), ...settings },
      dataKeys,
      firehose,
      sns,
      sqs,
      s3,
      clock: {
        now: () => 0,
        timeLeft: () => left,
        sleep: async (milliseconds) => {
          left -= milliseconds;
        },
        random: () => 0.5,
      },
      log: (line) => logs.push(line),
    });
  };
  const events = () => firehose.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const metrics = () => JSON.parse(logs.at(-1) ?? "{}") as Record<string, number>;
  return { run, events, metrics, logs, firehose, sns, sqs, s3 };
}

/** Records of one shard, with sequence numbers "1", "2" ... */
export function batchOf(...data: readonly Buffer[]): { readonly Records: readonly KinesisRecord[] } {
  return {
    Records: data.map((one, at) => ({
      eventID: `shardId-000000000000:${at + 1}`,
      eventSourceARN: "arn:aws:kinesis:eu-central-1:111122223333:stream/aws-rds-das-cluster-ABC",
      kinesis: {
        data: one.toString("base64"),
        partitionKey: "p",
        sequenceNumber: String(at + 1),
        approximateArrivalTimestamp: 1_777_888_800,
      },
    })),
  };
}
