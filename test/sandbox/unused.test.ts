import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensure } from "../../sandbox/toolchain/cache";
import { removeUnused, use } from "../../sandbox/toolchain/unused";

const DAY_MS = 24 * 3_600_000;
const BUILT = "engine-00000000000000ff";
const OTHER = "engine-0000000000000001";

describe("The sandbox's cache, when an entry is built", () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), "unused-test-"));
    make(BUILT, 0);
  });
  afterEach(() => rmSync(cache, { recursive: true, force: true }));

  function make(name: string, days: number): string {
    const path = join(cache, name);
    mkdirSync(path);
    writeFileSync(join(path, "file"), "");
    const then = new Date(Date.now() - days * DAY_MS);
    utimesSync(path, then, then);
    return path;
  }

  const rows: [string, string, number, boolean][] = [
    ["removes another one of the kind after two weeks", OTHER, 15, true],
    ["keeps one used since", OTHER, 13, false],
    ["keeps one of another kind", "provider-0000000000000001", 15, false],
    ["keeps one whose name has a version instead of a key", "engine-3.274.1-linux-x64", 15, false],
    ["removes what an interrupted build left behind", `${OTHER}.building-1`, 15, true],
    ["removes what an interrupted removal left behind", `${OTHER}.unused-1`, 15, true],
    ["keeps a build that may run", `${OTHER}.building-1`, 0, false],
  ];
  for (const [title, name, days, removed] of rows) {
    it(title, () => {
      make(name, days);
      removeUnused(join(cache, BUILT));
      assert.deepEqual(readdirSync(cache), removed ? [BUILT] : [BUILT, name].sort());
    });
  }

  it("keeps the one that was built, however old its time", () => {
    const then = new Date(Date.now() - 15 * DAY_MS);
    utimesSync(join(cache, BUILT), then, then);
    removeUnused(join(cache, BUILT));
    assert.deepEqual(readdirSync(cache), [BUILT]);
  });

  it("keeps one whose lock another process holds", () => {
    const path = make(OTHER, 15);
    writeFileSync(`${path}.lock`, `${process.ppid}\n`);
    removeUnused(join(cache, BUILT));
    assert.equal(existsSync(path), true);
  });

  it("keeps one that a start has used", async () => {
    const path = make(OTHER, 15);
    const entry = {
      folder: path,
      title: "",
      expectedSeconds: 1,
      build: () => Promise.reject(new Error("built again")),
    };
    await ensure(entry, () => {});
    assert.ok(Date.now() - statSync(path).mtimeMs < 10_000);
    removeUnused(join(cache, BUILT));
    assert.equal(existsSync(join(path, "file")), true);
  });

  it("removes and builds in one go", async () => {
    make(OTHER, 15);
    const folder = join(cache, "engine-0000000000000002");
    await ensure({ folder, title: "", expectedSeconds: 1, build: async () => {} }, () => {});
    assert.deepEqual(readdirSync(cache), ["engine-0000000000000002", BUILT]);
  });

  it("does not make an entry by looking for it", () => {
    assert.equal(use(join(cache, OTHER)), false);
    assert.deepEqual(readdirSync(cache), [BUILT]);
  });
});
