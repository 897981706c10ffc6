import assert from "node:assert/strict";
import { run } from "./run";

const queue = "--queue https://sqs.eu-central-1.amazonaws.com/111122223333/orders-dead-letters";

describe("activity replay", () => {
  const wrong: readonly [string, RegExp][] = [
    ["activity replay", /required option '--queue <url>' not specified/],
    ["activity replay --queue orders --stream s", /It is no URL of a queue/],
    [`activity replay ${queue}`, /neither --function nor --stream is given/],
    [`activity replay ${queue} --function f --stream s`, /cannot be used with option '--stream/],
    [`activity replay ${queue} --stream s --limit 0`, /It must be a whole number, at least 1/],
    ["activity replay --queue http://127.0.0.1:1/111122223333/q --stream s", /--queue names no region/],
  ];
  for (const [line, message] of wrong) {
    it(`is refused: ${line}`, async () => {
      const { code, stderr } = await run(line);
      assert.equal(code, 64, stderr);
      assert.match(stderr, message);
    });
  }
});
