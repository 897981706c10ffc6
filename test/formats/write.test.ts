import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CannotWrite } from "../../formats/cannot-report";
import { writeAll } from "../../formats/write";

describe("writing reports", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "report-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const at = (name: string) => join(folder, name);

  it("replaces files and leaves nothing else behind", () => {
    writeFileSync(at("a"), "old");
    writeAll([
      { file: at("a"), text: "new" },
      { file: at("b"), text: "b" },
    ]);
    assert.deepEqual(readdirSync(folder), ["a", "b"]);
    assert.equal(readFileSync(at("a"), "utf8"), "new");
  });

  const refused: readonly [string, string, string][] = [
    ["a folder", ".", "it is a folder; name a file in it"],
    ["a folder that is not there", "none/b", "its folder does not exist; make it first"],
    ["a folder that is a file", "a/b", "a part of its path is not a folder"],
  ];
  for (const [shows, name, reason] of refused) {
    it(`changes nothing where one file is in ${shows}`, () => {
      writeFileSync(at("a"), "old");
      assert.throws(
        () =>
          writeAll([
            { file: at("a"), text: "new" },
            { file: at(name), text: "b" },
          ]),
        new CannotWrite(`${at(name)} cannot be written: ${reason}`),
      );
      assert.deepEqual(readdirSync(folder), ["a"]);
      assert.equal(readFileSync(at("a"), "utf8"), "old");
    });
  }

  it("writes where a link leads, and keeps the link", () => {
    mkdirSync(at("target"));
    writeFileSync(at("target/a"), "old");
    symlinkSync(at("target/a"), at("link"));
    writeAll([{ file: at("link"), text: "new" }]);
    assert.equal(readFileSync(at("target/a"), "utf8"), "new");
    assert.deepEqual(readdirSync(at("target")), ["a"]);
    assert.ok(
      readdirSync(folder, { withFileTypes: true })
        .find(({ name }) => name === "link")
        ?.isSymbolicLink(),
    );
  });
});
