import assert from "node:assert/strict";
import { deliver } from "../../activity/sink";
import { failure, fakeClient, fakeFirehose } from "./fakes";

const clock = (time = 60_000) => {
  let left = time;
  return {
    timeLeft: () => left,
    random: () => 0.5,
    sleep: async (milliseconds: number) => {
      left -= milliseconds;
    },
  };
};
const line = (bytes: number) => "x".repeat(bytes);

describe("delivery to Firehose", () => {
  const rows: readonly [string, readonly number[], number, readonly number[]][] = [
    ["one record for the lines of one", [10, 10, 10], 1, [1]],
    ["a call for 500 records", [10], 1_001, [500, 500, 1]],
    ["a record of at most 1,000 KiB", [600_000, 600_000], 1, [2]],
    ["the longest line", [1_023_999], 1, [1]],
    ["a call of at most 4 MiB", [1_000_000], 9, [4, 4, 1]],
    ["no call for nothing", [], 3, []],
  ];
  for (const [what, lengths, times, calls] of rows) {
    it(`takes ${what}`, async () => {
      const firehose = fakeFirehose();
      const deliveries = Array.from({ length: times }, (_, at) => ({
        sequenceNumber: `${at}`,
        lines: lengths.map(line),
      }));
      const { undelivered } = await deliver(firehose, "s", deliveries, clock());
      assert.deepEqual([undelivered.size, firehose.calls], [0, calls]);
      assert.equal(firehose.lines.length, lengths.length * times);
    });
  }

  it("ends in time, and tells what it did not deliver and why", async () => {
    const firehose = fakeClient(() => {
      throw failure("ResourceNotFoundException");
    });
    const time = clock(30_000);
    const { undelivered, reason } = await deliver(firehose, "s", [{ sequenceNumber: "7", lines: ["{}"] }], time);
    assert.deepEqual([...undelivered], ["7"]);
    assert.match(reason, /^ResourceNotFoundException/);
    assert.ok(time.timeLeft() > 2_000);
  });
});
