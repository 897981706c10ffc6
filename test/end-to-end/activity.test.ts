import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { CreateDeliveryStreamCommand, FirehoseClient } from "@aws-sdk/client-firehose";
import { CreateStreamCommand, DescribeStreamCommand, KinesisClient, PutRecordCommand } from "@aws-sdk/client-kinesis";
import { CreateKeyCommand, DescribeKeyCommand, GenerateDataKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { DescribeDBClustersCommand, RDSClient } from "@aws-sdk/client-rds";
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { type DeadLetter, readDeadLetter } from "../../activity/dead-letters";
import type { ActivityEvent } from "../../activity/events";
import type { KinesisBatch } from "../../activity/kinesis";
import { muteSdkNotice } from "../../cli/sdk-notice";
import { checkout } from "../../sandbox/paths";
import { createStacks } from "../../sandbox/projects";
import { type Project, pulumi, run } from "../../sandbox/scenario";
import { type DataKey, type StreamEngine, sealedRecord, someActivity } from "../support/activity-records";
import { readStream, Worker } from "./activity/event-source";
import { denied, type Fault, faultyEndpoint, slowDown } from "./activity/faulty-endpoint";
import { succeeds } from "./results";

const cli = join(checkout, "dist", "cli", "cli.js");
const region = "us-east-1";
const clusterId = "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Its address is known when the hooks of mocha have run, which is after this file was loaded. */
function account() {
  muteSdkNotice();
  const endpoint = process.env.SANDBOX_ENDPOINT_URL ?? "";
  const config = { region, endpoint };
  return {
    endpoint,
    kms: new KMSClient(config),
    firehose: new FirehoseClient(config),
    // Its own way of HTTP/2 is not spoken by the account.
    kinesis: new KinesisClient({ ...config, requestHandler: new NodeHttpHandler() }),
    rds: new RDSClient(config),
    s3: new S3Client(config),
    sqs: new SQSClient(config),
    sns: new SNSClient(config),
  };
}

let clients: ReturnType<typeof account>;

interface Tally {
  readonly fault: string;
  readonly in: number;
  readonly out: number;
  readonly repeats: number;
  readonly deadLetters: number;
  readonly calls: number;
}

const tallies: Tally[] = [];

interface Scenario {
  readonly fault: string;
  readonly engine?: StreamEngine;
  /** Events of each record, heartbeats among them. */
  readonly sizes: readonly number[];
  /** What lies on the stream in the end, of what was sealed. */
  readonly put?: (records: readonly Buffer[]) => readonly Buffer[];
  /** Records that cannot arrive. */
  readonly lost?: readonly number[];
  readonly inject?: (worker: Worker) => Fault;
  readonly timeout?: number;
  readonly oneShard?: true;
  /** Whether an event may, or must, come twice. */
  readonly repeats: "none" | "some";
}

const throttledRecord = { ErrorCode: "ServiceUnavailableException", ErrorMessage: "Slow down." };

/** Firehose takes every third record of some calls, none of some more, and then all. */
function throttling(partly: number, wholly = 0): Fault {
  let calls = 0;
  return async ({ action, body, forward }) => {
    if (action !== "PutRecordBatch" || ++calls > partly + wholly) {
      return undefined;
    }
    if (calls > partly) {
      return slowDown;
    }
    const { Records: records, ...rest } = JSON.parse(body.toString()) as { Records: unknown[] };
    const taken = records.filter((_, at) => at % 3 === 0);
    const answer = await forward(Buffer.from(JSON.stringify({ ...rest, Records: taken })));
    const { RequestResponses: took } = JSON.parse(answer.body.toString()) as { RequestResponses: unknown[] };
    const all = records.map((_, at) => (at % 3 === 0 ? took[at / 3] : throttledRecord));
    const failed = records.length - taken.length;
    return {
      status: 200,
      headers: answer.headers,
      body: JSON.stringify({ FailedPutCount: failed, RequestResponses: all }),
    };
  };
}

/** KMS answers so many times with a key that is another's. */
function wrongKeys(times: number): Fault {
  let left = times;
  return async ({ action, forward }) => {
    if (action !== "Decrypt" || left-- <= 0) {
      return undefined;
    }
    const { status, headers, body } = await forward();
    const answer = { ...JSON.parse(body.toString()), Plaintext: randomBytes(32).toString("base64") };
    return { status, headers, body: JSON.stringify(answer) };
  };
}

/** The function answers as Lambda does when it is called by its name. */
function invoking(worker: Worker): Fault {
  return async ({ path, body }) => {
    if (!path.startsWith("/2015-03-31/functions/")) {
      return undefined;
    }
    const response = await worker.invoke(JSON.parse(body.toString()) as KinesisBatch, 30_000);
    return { status: 200, body: JSON.stringify(response) };
  };
}

const scenarios: readonly Scenario[] = [
  { fault: "none", sizes: [1, 10, 50, 200], repeats: "none" },
  { fault: "none, aurora-mysql", engine: "aurora-mysql", sizes: [1, 10, 50, 200], repeats: "none" },
  { fault: "none, a record of 860 KiB", sizes: [60_000], repeats: "none" },
  {
    fault: "every record twice",
    sizes: [10, 20, 30],
    put: (records) => records.flatMap((one) => [one, one]),
    repeats: "some",
  },
  {
    fault: "records in another order",
    sizes: [10, 20, 30, 40],
    put: (records) => records.toReversed(),
    repeats: "none",
  },
  {
    fault: "a corrupted record among good ones",
    sizes: [10, 20, 30],
    put: (records) => records.map((one, at) => (at === 1 ? corrupted(one) : one)),
    lost: [1],
    repeats: "none",
  },
  {
    fault: "Firehose throttles two thirds of four calls",
    sizes: [10, 10, 10, 10, 10, 10],
    inject: () => throttling(4),
    repeats: "none",
  },
  {
    fault: "Firehose throttles for longer than a call lasts",
    sizes: [10, 10, 10, 10],
    inject: () => throttling(1, 30),
    timeout: 10_000,
    repeats: "some",
  },
  {
    fault: "KMS denies, and answers again",
    sizes: [10, 20, 30],
    inject: () => {
      let left = 3;
      return ({ action }) => (action === "Decrypt" && left-- > 0 ? denied : undefined);
    },
    repeats: "none",
  },
  {
    fault: "the consumer is killed between two writes",
    sizes: Array.from({ length: 12 }, () => 500),
    oneShard: true,
    inject: (worker) => {
      let calls = 0;
      return ({ action }) => {
        if (action === "PutRecordBatch" && ++calls === 2) {
          worker.kill();
          return new Promise(() => {});
        }
        return undefined;
      };
    },
    repeats: "some",
  },
];

describe("the activity pipeline, from the stream to the bucket", () => {
  let streamed: DataKey;
  let streamKeyArn = "";

  before(async () => {
    clients = account();
    const { kms } = clients;
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const made = await kms.send(
      new GenerateDataKeyCommand({
        KeyId: KeyMetadata?.KeyId,
        KeySpec: "AES_256",
        EncryptionContext: { "aws:rds:dbc-id": clusterId },
      }),
    );
    streamKeyArn = KeyMetadata?.Arn ?? "";
    streamed = { plain: made.Plaintext ?? new Uint8Array(), encrypted: made.CiphertextBlob ?? new Uint8Array() };
  });

  for (const [at, scenario] of scenarios.entries()) {
    it(scenario.fault, async () => {
      const name = `activity-${process.pid}-${at}`;
      const { kinesis } = clients;
      const { place, faulty, worker, close } = await pipelineOf(name, streamKeyArn);
      try {
        const lists = scenario.sizes.map((size, record) =>
          eventsOf(scenario.engine ?? "aurora-postgresql", size, record),
        );
        const records = await Promise.all(lists.map((events) => sealedRecord(events, streamed, { clusterId })));
        for (const [partition, data] of (scenario.put?.(records) ?? records).entries()) {
          await kinesis.send(
            new PutRecordCommand({
              StreamName: name,
              Data: data,
              PartitionKey: scenario.oneShard ? "all" : String(partition),
            }),
          );
        }
        faulty.set(scenario.inject?.(worker) ?? (() => undefined));
        const { calls } = await readStream(kinesis, name, place.streamArn, worker, { timeout: scenario.timeout });

        const wanted = lists.flatMap((events, record) => (scenario.lost?.includes(record) ? [] : sessionsOf(events)));
        const lines = await delivered(name);
        const found = new Map(lines.map(({ actor, metadata }) => [metadata.uid, actor.session.uid]));
        const letters = await deadLetters(place.queueUrl);
        tallies.push({
          fault: scenario.fault,
          in: lists.flatMap(sessionsOf).length,
          out: found.size,
          repeats: lines.length - found.size,
          deadLetters: letters.length,
          calls,
        });
        assert.deepEqual([...found.values()].sort(), wanted.sort());
        assert.equal(lines.length > found.size, scenario.repeats === "some");
        const bad = (scenario.put?.(records) ?? []).filter((_, record) => scenario.lost?.includes(record));
        assert.deepEqual(
          letters.map(({ data }) => data),
          bad.map((data) => data.toString("base64")),
        );
      } finally {
        close();
      }
    });
  }

  for (const to of ["--function", "--stream"] as const) {
    it(`dead letters are sent through again with ${to}`, async () => {
      const name = `replay-${process.pid}-${to.slice(2)}`;
      const { kinesis } = clients;
      const { place, faulty, worker, close } = await pipelineOf(name, streamKeyArn);
      try {
        const lists = [10, 20, 30].map((size, record) => eventsOf("aurora-postgresql", size, record));
        for (const events of lists) {
          await kinesis.send(
            new PutRecordCommand({
              StreamName: name,
              Data: await sealedRecord(events, streamed, { clusterId }),
              PartitionKey: "all",
            }),
          );
        }
        faulty.set(wrongKeys(2));
        await readStream(kinesis, name, place.streamArn, worker);
        const wanted = lists.flatMap(sessionsOf).sort();
        const lost = sessionsOf(lists[0] ?? []);
        assert.deepEqual(
          (await delivered(name)).map(({ actor }) => actor.session.uid).sort(),
          wanted.filter((session) => !lost.includes(session)),
        );

        faulty.set(invoking(worker));
        const replayed = await succeeds(
          run(process.execPath, [cli, "activity", "replay", "--queue", place.queueUrl, to, name, "--region", region], {
            AWS_ENDPOINT_URL: faulty.url,
          }),
        );
        assert.match(replayed.stdout, /decryption: sent/);
        assert.match(replayed.stderr, /1 sent, 0 not, which stay in the queue/);
        if (to === "--stream") {
          await readStream(kinesis, name, place.streamArn, worker);
        }
        const found = new Map((await delivered(name)).map(({ actor, metadata }) => [metadata.uid, actor.session.uid]));
        assert.deepEqual([...found.values()].sort(), wanted);
        assert.deepEqual(await deadLetters(place.queueUrl), []);
      } finally {
        close();
      }
    });
  }

  after(() => {
    if (tallies.length > 0) {
      console.table(tallies);
    }
  });
});

describe("a monitor of a cluster that others made", () => {
  const folder = "test/end-to-end/programs/watched";
  const project = (watched: boolean): Project => ({ folder, config: { watched: String(watched) } });

  before(async () => {
    createStacks([folder], new URL(process.env.PULUMI_BACKEND_URL ?? "").pathname);
    await succeeds(pulumi("up", project(true), "--yes", "--skip-preview"));
  });

  it("is left alone by a second preview", () =>
    succeeds(pulumi("preview", project(true), "--diff", "--expect-no-changes")));

  it("leaves the stream and its key when it goes", async () => {
    await succeeds(pulumi("up", project(false), "--yes", "--skip-preview"));
    const { kinesis, kms, rds } = account();
    const { DBClusters: clusters = [] } = await rds.send(new DescribeDBClustersCommand({}));
    const [cluster] = clusters;
    assert.equal(cluster?.ActivityStreamStatus, "started");
    const { StreamDescription } = await kinesis.send(
      new DescribeStreamCommand({ StreamName: cluster.ActivityStreamKinesisStreamName }),
    );
    assert.equal(StreamDescription?.StreamStatus, "ACTIVE");
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: cluster.ActivityStreamKmsKeyId }));
    assert.equal(KeyMetadata?.KeyState, "Enabled");
  });

  after(() => succeeds(pulumi("destroy", project(false), "--yes", "--skip-preview")));
});

/** Events whose sessions tell them apart. */
function eventsOf(engine: StreamEngine, size: number, record: number): readonly ActivityEvent[] {
  return someActivity(engine, size).map((event, at) =>
    event.type === "heartbeat" ? event : { ...event, sessionId: `${record}-${at}` },
  );
}

function sessionsOf(events: readonly ActivityEvent[]): string[] {
  return events.flatMap(({ type, sessionId }) => (type === "heartbeat" ? [] : [String(sessionId)]));
}

function corrupted(record: Buffer): Buffer {
  const { databaseActivityEvents, ...rest } = JSON.parse(record.toString()) as { databaseActivityEvents: string };
  const bytes = Buffer.from(databaseActivityEvents, "base64");
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  return Buffer.from(JSON.stringify({ ...rest, databaseActivityEvents: bytes.toString("base64") }));
}

/** A consumer, and what it reads and writes, behind an endpoint that can fail. */
async function pipelineOf(name: string, keyArn: string) {
  const place = await placesOf(name);
  const faulty = await faultyEndpoint(clients.endpoint);
  const worker = new Worker({
    ...process.env,
    AWS_REGION: region,
    AWS_ENDPOINT_URL: faulty.url,
    RESOURCE_ID: clusterId,
    STREAM_KEY_ARN: keyArn,
    FIREHOSE_NAME: name,
    TOPIC_ARN: place.topicArn,
    DEAD_LETTER_QUEUE_URL: `${faulty.url}/123456789012/${name}`,
    BUCKET: name,
  });
  const close = () => {
    worker.kill();
    faulty.close();
  };
  return { place, faulty, worker, close };
}

async function placesOf(name: string) {
  const { endpoint, firehose, kinesis, s3, sns, sqs } = clients;
  await s3.send(new CreateBucketCommand({ Bucket: name }));
  await firehose.send(
    new CreateDeliveryStreamCommand({
      DeliveryStreamName: name,
      ExtendedS3DestinationConfiguration: {
        RoleARN: "arn:aws:iam::123456789012:role/delivery",
        BucketARN: `arn:aws:s3:::${name}`,
        Prefix: `activity/cluster=${clusterId}/`,
      },
    }),
  );
  await kinesis.send(new CreateStreamCommand({ StreamName: name, ShardCount: 2 }));
  const { StreamDescription } = await kinesis.send(new DescribeStreamCommand({ StreamName: name }));
  const { QueueUrl: queueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { TopicArn: topicArn = "" } = await sns.send(new CreateTopicCommand({ Name: name }));
  return {
    streamArn: StreamDescription?.StreamARN ?? "",
    queueUrl: `${endpoint}${new URL(queueUrl).pathname}`,
    topicArn,
  };
}

interface Delivered {
  readonly actor: { readonly session: { readonly uid: string } };
  readonly metadata: { readonly uid: string };
  readonly class_uid: number;
}

async function delivered(bucket: string): Promise<readonly Delivered[]> {
  const { s3 } = clients;
  const lines: Delivered[] = [];
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: "activity/", ContinuationToken: token }),
    );
    for (const { Key } of page.Contents ?? []) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      const text = (await Body?.transformToString()) ?? "";
      lines.push(
        ...text
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line) as Delivered),
      );
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return lines.filter(({ class_uid }) => class_uid === 6005);
}

async function deadLetters(queueUrl: string): Promise<readonly DeadLetter[]> {
  const { Messages: messages = [] } = await clients.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
  );
  return messages.flatMap(({ Body }) => readDeadLetter(Body ?? "") ?? []);
}
