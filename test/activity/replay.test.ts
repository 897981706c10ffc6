import assert from "node:assert/strict";
import { ChangeMessageVisibilityCommand, DeleteMessageCommand } from "@aws-sdk/client-sqs";
import type { KinesisBatch } from "../../activity/kinesis";
import { type Replay, replay } from "../../activity/replay";
import { failure, fakeClient } from "./fakes";

const letter = (sequenceNumber: string, more: object = {}) => ({
  version: 1,
  reason: "decryption",
  detail: "",
  streamArn: "arn:aws:kinesis:eu-central-1:111122223333:stream/s",
  shardId: "shardId-0",
  sequenceNumber,
  partitionKey: "p",
  arrivedAt: 1,
  data: Buffer.from(sequenceNumber).toString("base64"),
  ...more,
});

/** The same queue, which refuses some of what it is asked. */
function refusing(queue: ReturnType<typeof queueOf>, refused: abstract new (...args: never[]) => object) {
  const send = ((command: object) => {
    if (command instanceof refused) {
      throw failure("AccessDenied");
    }
    return queue.send(command as never);
  }) as never;
  return { ...queue, send };
}

/** A queue that hands out each message once, and again when it is made visible. */
function queueOf(...bodies: readonly string[]) {
  const left = new Map(bodies.map((body, at) => [`m${at}`, body]));
  const hidden = new Set<string>();
  const client = fakeClient((input) => {
    const { ReceiptHandle: handle, VisibilityTimeout: seconds } = input;
    if (handle !== undefined) {
      hidden.delete(String(handle));
      if (seconds === undefined) {
        left.delete(String(handle));
      }
      return {};
    }
    const messages = [...left].filter(([id]) => !hidden.has(id)).slice(0, Number(input.MaxNumberOfMessages));
    for (const [id] of messages) {
      hidden.add(id);
    }
    return { Messages: messages.map(([id, Body]) => ({ MessageId: id, ReceiptHandle: id, Body })) };
  });
  return { ...client, left, show: (id: string) => hidden.delete(id) };
}

const answers = (answer: object, FunctionError?: string) => ({
  Payload: Buffer.from(JSON.stringify(answer)),
  FunctionError,
});

async function run(
  sqs: ReturnType<typeof queueOf>,
  options: Partial<Replay> = {},
  answer: () => unknown = () => answers({ batchItemFailures: [] }),
) {
  const [kinesis, lambda] = [fakeClient(), fakeClient(answer)];
  const s3 = fakeClient(() => ({ Body: { transformToByteArray: async () => Buffer.from("large") } }));
  const lines: string[] = [];
  const result = await replay(
    { sqs, s3, kinesis: kinesis as never, lambda: lambda as never },
    { queueUrl: "q", to: { function: "f" }, limit: 100, dryRun: false, tell: (line) => lines.push(line), ...options },
  );
  const batches = lambda.sent.map(
    ({ Payload }) => JSON.parse(Buffer.from(Payload as Uint8Array).toString()) as KinesisBatch,
  );
  return { result, lines, kinesis, batches, left: sqs.left.size };
}

describe("the replay of dead letters", () => {
  const two = () => queueOf(JSON.stringify(letter("1")), JSON.stringify(letter("2")));

  it("sends each to the function as the record that it was, and deletes it", async () => {
    const { result, batches, left } = await run(two());
    assert.deepEqual([result, left], [{ sent: 2, failed: 0, undeleted: 0, hidden: 0 }, 0]);
    assert.deepEqual(
      batches.map(({ replay: again, Records }) => [again, Records?.[0]?.eventID, Records?.[0]?.kinesis.data]),
      [
        [true, "shardId-0:1", Buffer.from("1").toString("base64")],
        [true, "shardId-0:2", Buffer.from("2").toString("base64")],
      ],
    );
  });

  it("puts them on a stream", async () => {
    const { result, kinesis, left } = await run(two(), { to: { stream: "s" } });
    assert.deepEqual([result, left], [{ sent: 2, failed: 0, undeleted: 0, hidden: 0 }, 0]);
    assert.deepEqual(kinesis.sent[0], { StreamName: "s", Data: Buffer.from("1"), PartitionKey: "p" });
  });

  const kept: readonly [string, () => unknown][] = [
    ["the consumer cannot read it", () => answers({ batchItemFailures: [{ itemIdentifier: "1" }] })],
    ["the function fails", () => answers({ errorMessage: "no" }, "Unhandled")],
    ["the function answers something else", () => answers({})],
    [
      "Lambda refuses",
      () => {
        throw failure("AccessDeniedException");
      },
    ],
  ];
  for (const [what, answer] of kept) {
    it(`keeps a letter, and tries it once, when ${what}`, async () => {
      const { result, batches, left } = await run(two(), {}, answer);
      assert.deepEqual([result, left], [{ sent: 0, failed: 2, undeleted: 0, hidden: 0 }, 2]);
      assert.ok(batches.length <= 2);
    });
  }

  it("goes on to the others when a letter that stays comes again, as it was hidden long enough", async () => {
    const letters = ["1", "2", "3"].map((sequenceNumber) => JSON.stringify(letter(sequenceNumber)));
    const queue = queueOf(...letters);
    let calls = 0;
    const { result, batches } = await run(queue, {}, () => {
      calls += 1;
      if (calls === 2) {
        queue.show("m0");
      }
      return answers({ batchItemFailures: calls === 1 ? [{ itemIdentifier: "1" }] : [] });
    });
    assert.deepEqual(result, { sent: 2, failed: 1, undeleted: 0, hidden: 0 });
    assert.deepEqual(
      batches.map(({ Records }) => Records?.[0]?.kinesis.sequenceNumber),
      ["1", "2", "3"],
    );
    assert.equal(queue.left.size, 1);
  });

  it("ends where a queue hides nothing", async () => {
    const queue = queueOf(JSON.stringify(letter("1")));
    const send = ((command: object) => {
      queue.show("m0");
      return queue.send(command as never);
    }) as never;
    const { result } = await run({ ...queue, send }, {}, () => answers({ batchItemFailures: [{}] }));
    assert.deepEqual(result, { sent: 0, failed: 1, undeleted: 0, hidden: 0 });
  });

  it("fetches what lies in the bucket", async () => {
    const { batches } = await run(
      queueOf(JSON.stringify(letter("1", { data: undefined, object: { bucket: "b", key: "k" } }))),
    );
    assert.equal(batches[0]?.Records?.[0]?.kinesis.data, Buffer.from("large").toString("base64"));
  });

  it("keeps a message of another kind", async () => {
    const { result, left, lines } = await run(queueOf("hello"));
    assert.deepEqual([result, left], [{ sent: 0, failed: 1, undeleted: 0, hidden: 0 }, 1]);
    assert.match(lines[0] ?? "", /no dead letter/);
  });

  it("sends no more than it is told", async () => {
    assert.deepEqual((await run(two(), { limit: 1 })).left, 1);
  });

  it("sends nothing in a dry run", async () => {
    const { result, batches, left } = await run(two(), { dryRun: true });
    assert.deepEqual([result, batches.length, left], [{ sent: 2, failed: 0, undeleted: 0, hidden: 0 }, 0, 2]);
  });

  for (const [what, dryRun, answer] of [
    ["a dry run", true, () => answers({ batchItemFailures: [] })],
    ["one that failed", false, () => answers({}, "Unhandled")],
  ] as const) {
    it(`finds after ${what} all that is left`, async () => {
      const queue = two();
      await run(queue, { dryRun }, answer);
      assert.deepEqual((await run(queue)).result, { sent: 2, failed: 0, undeleted: 0, hidden: 0 });
    });
  }

  it("tells of a letter that was sent and is not deleted, and sends no further one", async () => {
    const { result, batches, left, lines } = await run(refusing(two(), DeleteMessageCommand));
    assert.deepEqual([result, batches.length, left], [{ sent: 0, failed: 0, undeleted: 1, hidden: 0 }, 1, 2]);
    assert.match(
      lines[0] ?? "",
      /^shardId-0 1 decryption: sent, but not deleted from the queue: it comes again \(AccessD/,
    );
  });

  it("tells of letters that stay and that the queue still hides", async () => {
    const queue = refusing(two(), ChangeMessageVisibilityCommand);
    const { result, lines } = await run(queue, { dryRun: true });
    assert.deepEqual(result, { sent: 2, failed: 0, undeleted: 0, hidden: 2 });
    assert.match(lines.at(-1) ?? "", /^a letter that stays comes back only after 400 seconds: AccessDenied/);
  });

  it("makes visible what it has not sent when the queue is no longer read", async () => {
    const queue = two();
    let reads = 0;
    const failing = {
      ...queue,
      send: ((command: { readonly input: Record<string, unknown> }) => {
        if (command.input.ReceiptHandle === undefined && ++reads > 1) {
          throw failure("AccessDeniedException");
        }
        return queue.send(command as never);
      }) as never,
    };
    await assert.rejects(run(failing, { dryRun: true }), { name: "AccessDeniedException" });
    assert.deepEqual((await run(queue)).result, { sent: 2, failed: 0, undeleted: 0, hidden: 0 });
  });
});
