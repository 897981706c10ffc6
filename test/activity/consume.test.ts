import assert from "node:assert/strict";
import { readDeadLetter } from "../../activity/dead-letters";
import { decryptMessage } from "../../activity/decrypt";
import { unpack } from "../../activity/events";
import { readRecord } from "../../activity/record";
import {
  heartbeat,
  localKey,
  mysqlEvent,
  postgresEvent,
  postgresFailedConnect,
  sealed,
  sealedRecord,
  someActivity,
} from "../support/activity-records";
import { batchOf, consumer, failure, fakeClient, fakeFirehose, fakeKms } from "./fakes";

const key = localKey();
const idsOf = (events: readonly Record<string, unknown>[]) =>
  events.map(({ metadata }) => (metadata as { uid: string }).uid);

describe("the consumer of activity streams", () => {
  for (const engine of ["aurora-postgresql", "aurora-mysql"] as const) {
    it(`delivers every event of ${engine} once, without heartbeats`, async () => {
      const { run, events, metrics } = consumer();
      const records = await Promise.all([20, 1, 300].map((count) => sealedRecord(someActivity(engine, count), key)));
      assert.deepEqual(await run(batchOf(...records)), { batchItemFailures: [] });
      assert.equal(events().length, 18 + 1 + 270);
      assert.equal(new Set(idsOf(events())).size, 289);
      const { Events: delivered, Heartbeats: heartbeats, Records: read } = metrics();
      assert.deepEqual({ delivered, heartbeats, read }, { delivered: 289, heartbeats: 32, read: 3 });
    });
  }

  it("gives an event the same id in every reading, and another to each", async () => {
    const { run, events } = consumer();
    const record = await sealedRecord([postgresEvent(), heartbeat, postgresEvent()], key);
    await run(batchOf(record, record));
    const [first, second, ...again] = idsOf(events());
    assert.notEqual(first, second);
    assert.deepEqual(again, [first, second]);
  });

  it("asks KMS once a data key", async () => {
    let asked = 0;
    const { run } = consumer({
      kms: (encrypted) => {
        asked += 1;
        return fakeKms(encrypted);
      },
    });
    const [one, other] = [localKey(), localKey()];
    await run(batchOf(...(await Promise.all([one, one, other, one].map((of) => sealedRecord([postgresEvent()], of))))));
    assert.equal(asked, 2);
  });

  describe("a record that no retry can read goes to the dead-letter queue, still encrypted, and holds up no other", () => {
    const rows: readonly [string, string, () => Promise<Buffer>][] = [
      ["no JSON", "malformed", async () => Buffer.from("{")],
      ["JSON of something else", "malformed", async () => Buffer.from('{"type":"order"}')],
      ["JSON that is no object", "malformed", async () => Buffer.from("null")],
      [
        "no base64",
        "malformed",
        async () =>
          Buffer.from(
            JSON.stringify({ type: "DatabaseActivityMonitoringRecords", key: "a", databaseActivityEvents: "%" }),
          ),
      ],
      [
        "a data key that KMS does not know",
        "data-key",
        () => sealedRecord([], { ...key, encrypted: Buffer.from("other") }),
      ],
      ["another data key", "decryption", () => sealedRecord([], { ...key, encrypted: localKey().encrypted })],
      ["an altered byte", "decryption", async () => altered(await sealedRecord([postgresEvent()], key))],
      ["what was not compressed", "compression", () => sealed(Buffer.from("{}"), key)],
      ["no list of events", "content", () => sealedRecord({} as unknown as unknown[], key)],
    ];
    for (const [what, reason, make] of rows) {
      it(what, async () => {
        const { run, events, sqs, metrics } = consumer();
        const [before, bad, after] = [
          await sealedRecord([postgresEvent()], key),
          await make(),
          await sealedRecord([mysqlEvent()], key),
        ];
        assert.deepEqual(await run(batchOf(before, bad, after)), { batchItemFailures: [] });
        assert.equal(events().length, 2);
        assert.equal(metrics().DeadLetters, 1);
        const letter = readDeadLetter(String(sqs.sent[0]?.MessageBody));
        assert.deepEqual(
          { reason: letter?.reason, sequenceNumber: letter?.sequenceNumber, data: letter?.data },
          { reason, sequenceNumber: "2", data: bad.toString("base64") },
        );
      });
    }
  });

  it("puts a record that is too large for a message in the bucket", async () => {
    const { run, sqs, s3 } = consumer();
    const bad = Buffer.alloc(300_000, "x");
    await run(batchOf(bad));
    const letter = readDeadLetter(String(sqs.sent[0]?.MessageBody));
    assert.deepEqual(letter?.object, {
      bucket: "activity-of-orders",
      key: "dead-letters/cluster=cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ/shardId-000000000000/1",
    });
    assert.equal(letter?.data, undefined);
    assert.deepEqual(s3.sent[0]?.Body, bad);
  });

  it("comes again to a bad record when the dead-letter queue does not take it, and delivers what was before", async () => {
    const sqs = fakeClient(() => {
      throw failure("ServiceUnavailable");
    });
    const { run, events } = consumer({ sqs });
    const good = await sealedRecord([postgresEvent()], key);
    assert.deepEqual(await run(batchOf(good, Buffer.from("bad"), good)), {
      batchItemFailures: [{ itemIdentifier: "2" }],
    });
    assert.equal(events().length, 1);
  });

  for (const name of [
    "AccessDeniedException",
    "DisabledException",
    "KMSInvalidStateException",
    "ThrottlingException",
    "TimeoutError",
  ]) {
    it(`stops at a data key when KMS answers ${name}, drops nothing and goes on when it answers again`, async () => {
      let denied = true;
      const other = localKey();
      const { run, events, metrics, sqs } = consumer({
        kms: (encrypted) => {
          if (denied && Buffer.from(encrypted).equals(Buffer.from(other.encrypted))) {
            throw failure(name);
          }
          return fakeKms(encrypted);
        },
      });
      const batch = batchOf(...(await Promise.all([key, other, key].map((of) => sealedRecord([postgresEvent()], of)))));
      assert.deepEqual(await run(batch), { batchItemFailures: [{ itemIdentifier: "2" }] });
      assert.deepEqual([events().length, metrics().KeyUnavailable, sqs.sent.length], [1, 1, 0]);
      denied = false;
      assert.deepEqual(await run({ Records: batch.Records.slice(1) }), { batchItemFailures: [] });
      assert.equal(new Set(idsOf(events())).size, 3);
    });
  }

  it("sends again what Firehose throttled, and that alone", async () => {
    const firehose = fakeFirehose((call, at) => call > 1 || at % 2 === call);
    const { run, events } = consumer({ firehose });
    const records = await Promise.all(Array.from({ length: 6 }, () => sealedRecord([postgresEvent()], key)));
    assert.deepEqual(await run(batchOf(...records)), { batchItemFailures: [] });
    assert.deepEqual(firehose.calls, [6, 3, 2]);
    assert.equal(new Set(idsOf(events())).size, 6);
  });

  it("comes again to the first record that Firehose did not take in time", async () => {
    const firehose = fakeFirehose((_, at) => at === 0);
    const { run, metrics } = consumer({ firehose, time: 20_000 });
    const records = await Promise.all([1, 2, 3].map(() => sealedRecord([postgresEvent()], key)));
    const { batchItemFailures } = await run(batchOf(...records));
    // The one that is left becomes the first of its call, in the end.
    assert.deepEqual(batchItemFailures, []);
    assert.equal(metrics().Events, 3);
    const none = consumer({ firehose: fakeFirehose(() => false), time: 20_000 });
    assert.deepEqual(await none.run(batchOf(...records)), { batchItemFailures: [{ itemIdentifier: "1" }] });
    assert.equal(none.metrics().Undelivered, 3);
  });

  it("begins no record without the time to deliver it", async () => {
    const { run } = consumer({ time: 5_000 });
    assert.deepEqual(await run(batchOf(await sealedRecord([], key))), { batchItemFailures: [{ itemIdentifier: "1" }] });
  });

  it("writes AWS's form too, and masks what is to be masked in both", async () => {
    const { run, firehose } = consumer({
      settings: { forms: ["ocsf", "aws"], masking: { text: true, parameters: true } },
    });
    await run(batchOf(await sealedRecord([postgresEvent({ errorMessage: "duplicate 4711" })], key)));
    assert.equal(firehose.lines.length, 2);
    assert.ok(
      firehose.lines.every(
        (line) => !line.includes("4711") && !line.includes("orders WHERE") && line.includes("[masked]"),
      ),
    );
  });

  it("cuts an event that is too long for Firehose, and says so", async () => {
    const { run, events } = consumer();
    await run(batchOf(await sealedRecord([postgresEvent({ commandText: "x".repeat(2_000_000) })], key)));
    const [event] = events() as { query_info: { query_string: string }; metadata: Record<string, unknown> }[];
    assert.equal(event?.query_info.query_string.length, 60_000);
    assert.deepEqual(
      [event?.metadata.is_truncated, Number(event?.metadata.untruncated_size) > 2_000_000],
      [true, true],
    );
  });

  it("reports a record of a replay that still cannot be read, and leaves it where it is", async () => {
    const { run, sqs } = consumer();
    const response = await run({
      ...batchOf(Buffer.from("bad"), await sealedRecord([], key), Buffer.from("bad")),
      replay: true,
    });
    assert.deepEqual(response.batchItemFailures, [{ itemIdentifier: "1" }, { itemIdentifier: "3" }]);
    assert.equal(sqs.sent.length, 0);
  });

  it("comes again when the topic does not take a finding, and tells it once", async () => {
    let down = true;
    const sns = fakeClient(() => {
      if (down) {
        throw failure("InternalErrorException");
      }
      return {};
    });
    const { run } = consumer({ sns });
    const batch = batchOf(
      await sealedRecord(
        [postgresEvent({ command: "GRANT", class: "ROLE", commandText: "GRANT ALL ON orders TO eve" })],
        key,
      ),
    );
    assert.deepEqual(await run(batch), { batchItemFailures: [{ itemIdentifier: "1" }] });
    down = false;
    assert.deepEqual(await run(batch), { batchItemFailures: [] });
    assert.deepEqual(await run(batch), { batchItemFailures: [] });
    assert.equal(sns.sent.length, 1);
    assert.ok(!String(sns.sent[0]?.Message).includes("GRANT ALL"));
  });

  for (const [down, start] of [
    ["topic", "2026-05-04T11:00:00Z"],
    ["Firehose", "2026-05-04T12:00:00Z"],
  ] as const) {
    it(`tells of failed log-ins that are too many when the ${down} takes them at the second try`, async () => {
      let tries = 0;
      const fails = (of: typeof down) => of === down && tries === 0;
      const sns = fakeClient(() => {
        if (fails("topic")) {
          throw failure("InternalErrorException");
        }
        return {};
      });
      const firehose = fakeFirehose(() => !fails("Firehose"));
      const { run } = consumer({
        sns,
        firehose,
        settings: { detection: { failedLogins: 3, bulkReadRows: 10_000, off: [] } },
      });
      // A window of its own: what was told in one is not told again.
      const window = { start, end: "2026-05-04T12:05:00Z" };
      const failed = await sealedRecord(
        [1, 2, 3].map(() => postgresFailedConnect()),
        key,
      );
      const first = await run({ ...batchOf(failed), window, state: {} });
      assert.deepEqual([first.batchItemFailures, first.state], [[{ itemIdentifier: "1" }], {}]);
      tries += 1;
      const again = await run({ ...batchOf(failed), window, state: first.state });
      assert.deepEqual([again.batchItemFailures, sns.sent.length], [[], 1]);
    });
  }

  it("counts failed log-ins across the calls of a window, and each once", async () => {
    const { run, sns } = consumer({ settings: { detection: { failedLogins: 3, bulkReadRows: 10_000, off: [] } } });
    const window = { start: "2026-05-04T10:00:00Z", end: "2026-05-04T10:05:00Z" };
    const failed = (user: string) => sealedRecord([postgresFailedConnect({ dbUserName: user })], key);
    const [a, b, c, other] = await Promise.all([failed("app"), failed("app"), failed("app"), failed("other")]);
    const first = await run({ ...batchOf(a, other), window, state: {} });
    const again = await run({ ...batchOf(a, b), window, state: first.state });
    assert.equal(sns.sent.length, 0);
    await run({ ...batchOf(c), window, state: again.state });
    assert.equal(sns.sent.length, 1);
  });
});

it("a dead letter decrypts as the record did", async () => {
  const { run, sqs } = consumer({ kms: () => fakeKms(Buffer.from("other")) });
  await run(batchOf(await sealedRecord([postgresEvent()], key)));
  const letter = readDeadLetter(String(sqs.sent[0]?.MessageBody));
  const record = readRecord(Buffer.from(letter?.data ?? "", "base64"));
  const plaintext = await decryptMessage(record.ciphertext, await fakeKms(record.encryptedKey));
  assert.equal(unpack(plaintext).events.length, 1);
});

function altered(record: Buffer): Buffer {
  const { databaseActivityEvents, ...rest } = JSON.parse(record.toString()) as { databaseActivityEvents: string };
  const bytes = Buffer.from(databaseActivityEvents, "base64");
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  return Buffer.from(JSON.stringify({ ...rest, databaseActivityEvents: bytes.toString("base64") }));
}
