import assert from "node:assert/strict";
import { type Bounds, createDataKeys } from "../../activity/data-keys";
import { failure } from "./fakes";

const key = (name: string) => Buffer.from(name);

describe("the data keys that are kept", () => {
  const rows: readonly [string, Bounds, readonly (readonly [shard: string, key: string, minute: number])[], number][] =
    [
      [
        "asks once",
        {},
        [
          ["a", "1", 0],
          ["a", "1", 1],
          ["a", "1", 4.9],
        ],
        1,
      ],
      [
        "asks anew when it is old",
        {},
        [
          ["a", "1", 0],
          ["a", "1", 5],
        ],
        2,
      ],
      [
        "keeps those of each shard apart",
        {},
        [
          ["a", "1", 0],
          ["b", "1", 0],
        ],
        2,
      ],
      [
        "drops the one that was not used longest",
        { perShard: 2 },
        [
          ["a", "1", 0],
          ["a", "2", 0],
          ["a", "1", 0],
          ["a", "3", 0],
          ["a", "1", 0],
          ["a", "2", 0],
        ],
        4,
      ],
      [
        "drops the shard that came first",
        { shards: 1 },
        [
          ["a", "1", 0],
          ["b", "1", 0],
          ["a", "1", 0],
        ],
        3,
      ],
    ];
  for (const [what, bounds, asks, wanted] of rows) {
    it(what, async () => {
      let asked = 0;
      let now = 0;
      const keys = createDataKeys(
        async (encrypted) => {
          asked += 1;
          return encrypted;
        },
        bounds,
        () => now,
      );
      for (const [shard, name, minute] of asks) {
        now = minute * 60_000;
        await keys.get(shard, key(name));
      }
      assert.equal(asked, wanted);
    });
  }

  const failures: readonly [string, string][] = [
    ["InvalidCiphertextException", "BadRecord"],
    ["IncorrectKeyException", "BadRecord"],
    ["AccessDeniedException", "KeyUnavailable"],
    ["DisabledException", "KeyUnavailable"],
    ["KMSInvalidStateException", "KeyUnavailable"],
    ["NotFoundException", "KeyUnavailable"],
    ["ThrottlingException", "KeyUnavailable"],
    ["ECONNREFUSED", "KeyUnavailable"],
  ];
  for (const [answer, thrown] of failures) {
    it(`makes ${answer} a ${thrown} and keeps nothing of it`, async () => {
      let broken = true;
      const keys = createDataKeys(async (encrypted) => {
        if (broken) {
          throw failure(answer);
        }
        return encrypted;
      });
      await assert.rejects(keys.get("a", key("1")), { name: thrown });
      broken = false;
      assert.deepEqual(await keys.get("a", key("1")), key("1"));
    });
  }
});
