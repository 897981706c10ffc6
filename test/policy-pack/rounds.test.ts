import assert from "node:assert/strict";
import { Rounds } from "../../policy-pack/rounds";

describe("Rounds", () => {
  it("makes a value once a key and round", () => {
    const rounds = new Rounds<number>();
    let made = 0;
    const ask = (key: string, policy: string) =>
      rounds.for(key, policy, () => {
        made += 1;
        return made;
      });
    assert.deepEqual([ask("a", "p"), ask("a", "q"), ask("b", "p"), ask("a", "q"), ask("a", "p")], [1, 1, 2, 3, 3]);
    assert.equal(rounds.last("a"), 3);
    assert.equal(rounds.last("c"), undefined);
  });
});
