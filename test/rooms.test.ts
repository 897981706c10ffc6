import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const root = join(__dirname, "..");

/** What each folder may import of the others; a path ending in ".ts" is one file of it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  engines: [],
  inventory: ["engines"],
  controls: ["inventory", "engines"],
  components: ["engines", "controls/ids.ts"],
  "policy-pack": ["controls", "inventory"],
  audit: ["controls", "inventory"],
  docs: ["controls", "inventory"],
  sandbox: [],
  examples: [],
};

describe("the folders import", () => {
  for (const [folder, others] of Object.entries(allowed)) {
    it(`${folder}: ${others.join(", ") || "no other"}`, () => {
      const foreign = importsOf(folder).filter(
        ({ target }) => !others.some((other) => target === other || target.startsWith(`${other}/`)),
      );
      assert.deepEqual(foreign, []);
    });
  }
});

interface Import {
  readonly file: string;
  readonly target: string;
}

/** The relative imports of a folder's files that lead out of it. */
function importsOf(folder: string): readonly Import[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !/(^|[\\/])(node_modules|bin)[\\/]/.test(file),
  );
  assert.ok(files.length > 0, `${folder} holds no TypeScript file`);
  return files.flatMap((file) => {
    const path = join(root, folder, file);
    const specifiers = [...readFileSync(path, "utf8").matchAll(/from "(\.{1,2}\/[^"]*)"/g)].map(
      (match) => match[1] ?? "",
    );
    return specifiers
      .map((specifier) =>
        relative(root, resolve(dirname(path), specifier))
          .split(sep)
          .join("/"),
      )
      .filter((target) => !target.startsWith(`${folder}/`) && target !== folder)
      .map((target) => ({ file: `${folder}/${file}`, target: target === "controls/ids" ? "controls/ids.ts" : target }));
  });
}
