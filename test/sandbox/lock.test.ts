import { strict as assert } from "node:assert";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acquire, withLock } from "../../sandbox/toolchain/lock";
import { GONE_PID } from "./gone-pid";

const neverWaits = (): void => assert.fail("had to wait");

describe("The sandbox's lock", () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lock-test-"));
    lock = join(folder, "thing.lock");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is taken when free", () => {
    assert.equal(acquire(lock), true);
    assert.equal(readFileSync(lock, "utf8"), `${process.pid}\n`);
  });

  it("is refused while a live process holds it", () => {
    writeFileSync(lock, `${process.ppid}\n`);
    assert.equal(acquire(lock), false);
  });

  it("is taken over from a process that is gone", () => {
    writeFileSync(lock, `${GONE_PID}\n`);
    assert.equal(acquire(lock), true);
  });

  it("is taken over from a holder that has not touched it for over a minute: its id is another program's now", () => {
    writeFileSync(lock, `${process.ppid}\n`);
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(lock, longAgo, longAgo);
    assert.equal(acquire(lock), true);
  });

  it("is left alone while another process takes it over", () => {
    writeFileSync(lock, `${GONE_PID}\n`);
    writeFileSync(`${lock}.takeover`, `${process.ppid}\n`);
    assert.equal(acquire(lock), false);
  });

  it("is free again after the work, also after work that fails", async () => {
    await withLock(lock, async () => assert.equal(existsSync(lock), true), neverWaits);
    await assert.rejects(
      withLock(lock, () => Promise.reject(new Error("failed")), neverWaits),
      /failed/,
    );
    assert.equal(existsSync(lock), false);
  });

  it("tells once who holds it while waiting", async () => {
    writeFileSync(lock, `${process.ppid}\n`);
    const holders: number[] = [];
    setTimeout(() => rmSync(lock), 100);
    await withLock(
      lock,
      async () => {},
      (holder) => holders.push(holder),
    );
    assert.deepEqual(holders, [process.ppid]);
  });
});
