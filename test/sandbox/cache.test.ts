import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CacheEntry, cacheKey, ensure, isBuilt } from "../../sandbox/toolchain/cache";
import { GONE_PID } from "./gone-pid";

describe("The sandbox's cache", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cache-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const silent = (): void => {};
  const entry = (build: (draft: string) => Promise<void>): CacheEntry => ({
    folder: join(folder, "thing-key"),
    title: "building a thing",
    expectedSeconds: 1,
    build,
  });

  describe("its key", () => {
    const rows: [string, Record<string, string>, Record<string, string>, boolean][] = [
      ["is the same for the same inputs", { a: "1", b: "2" }, { a: "1", b: "2" }, true],
      ["does not depend on their order", { a: "1", b: "2" }, { b: "2", a: "1" }, true],
      ["differs for another value", { a: "1" }, { a: "2" }, false],
      ["differs for another name", { a: "1" }, { b: "1" }, false],
      ["keeps names and values apart", { a: "b1:c" }, { ab: "1:c" }, false],
    ];
    for (const [title, one, other, equal] of rows) {
      it(title, () => assert.equal(cacheKey(one) === cacheKey(other), equal));
    }
  });

  it("builds once", async () => {
    let builds = 0;
    const thing = entry(async () => {
      builds++;
    });
    await ensure(thing, silent);
    await ensure(thing, silent);
    assert.equal(builds, 1);
  });

  it("builds once for two that ask at the same time", async () => {
    let builds = 0;
    const thing = entry(async (draft) => {
      builds++;
      await new Promise((resolve) => setTimeout(resolve, 50));
      writeFileSync(join(draft, "done"), "");
    });
    const messages: string[] = [];
    await Promise.all([ensure(thing, (text) => messages.push(text)), ensure(thing, (text) => messages.push(text))]);
    assert.equal(builds, 1);
    assert.equal(messages.length, 1);
    assert.ok(existsSync(join(thing.folder, "done")));
  });

  it("has nothing under the final name while a build runs", async () => {
    const thing = entry(async () => assert.equal(isBuilt(thing), false));
    await ensure(thing, silent);
    assert.equal(isBuilt(thing), true);
  });

  it("does not take a failed build for a finished one, and builds again", async () => {
    const failing = entry(async (draft) => {
      writeFileSync(join(draft, "half"), "");
      throw new Error("no space left");
    });
    await assert.rejects(ensure(failing, silent), /no space left/);
    assert.deepEqual(readdirSync(folder), []);
    await ensure(
      entry(async () => {}),
      silent,
    );
    assert.equal(isBuilt(failing), true);
  });

  it("does not take an interrupted build for a finished one, and removes it", async () => {
    const thing = entry(async (draft) => writeFileSync(join(draft, "whole"), "new"));
    const interrupted = `${thing.folder}.building-${GONE_PID}`;
    mkdirSync(interrupted);
    writeFileSync(`${thing.folder}.lock`, `${GONE_PID}\n`);
    assert.equal(isBuilt(thing), false);
    await ensure(thing, silent);
    assert.equal(existsSync(interrupted), false);
    assert.equal(readFileSync(join(thing.folder, "whole"), "utf8"), "new");
  });
});
