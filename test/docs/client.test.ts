import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as client from "../../client";
import { checkConnectionOptions } from "../../client/check-options";
import { failures } from "../../client/failure";

const docs = join(__dirname, "../../docs");
const text = readFileSync(join(docs, "client.md"), "utf8");

describe("the guide to the client", () => {
  it("lists every error as the code has it", () => {
    const rows = Object.entries(failures).map(([code, { what, mend, retried }]) =>
      [`\`${code}\``, what, mend, retried ? "yes" : "no"].join(" | "),
    );
    assert.deepEqual(rowsBelow("## Errors"), rows);
  });

  it("lists every option that is allowed", () => {
    const listed = rowsBelow("## Options").map((row) => /^`(\w+)`/.exec(row)?.[1]);
    const error = messageOf(() => client.createPostgresPool({ host: "h", user: "u", unknown: 1 } as never));
    const allowed = /Allowed are ([\w, ]+)\./.exec(error)?.[1]?.split(", ");
    assert.deepEqual([...listed].sort(), [...(allowed ?? [])].sort());
    assert.doesNotThrow(() => checkConnectionOptions({ host: "h", user: "u" }));
  });

  it("uses what the package exports", () => {
    const used = [...text.matchAll(/import \{ (\w+) \} from "aws-secure-database\/client"/g)].map(
      ([, name = ""]) => name,
    );
    assert.ok(used.length > 0);
    assert.deepEqual(
      used.filter((name) => !(name in client)),
      [],
    );
    assert.ok("isFailover" in client && text.includes("`isFailover(error)`"));
  });

  it("leads from the README", () => {
    assert.ok(readFileSync(join(docs, "../README.md"), "utf8").includes("(docs/client.md)"));
    assert.ok(existsSync(join(docs, "client.md")));
  });
});

/** The rows of the table below a heading, without the marks and the spaces around cells. */
function rowsBelow(heading: string): readonly string[] {
  const section = text.slice(text.indexOf(`${heading}\n`)).split("\n## ")[0] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim())
      .join(" | "),
  );
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}
