import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../../controls";
import { gates } from "../../controls/control";
import { docsUrl } from "../../controls/docs-url";
import { pages } from "../../docs/pages";
import { describedCases } from "../support/control-cases";

const docs = join(__dirname, "../../docs");
const root = join(docs, "..");

describe("the pages made from the catalogue", () => {
  const made = pages();

  for (const [path, text] of made) {
    it(`${path} is what \`npm run docs\` makes`, () => {
      assert.equal(readFileSync(join(docs, path), "utf8"), text);
    });
  }

  it("are the only ones in docs/controls", () => {
    const expected = controls.map(({ id }) => `${id}.md`);
    assert.deepEqual(readdirSync(join(docs, "controls")).sort(), expected.sort());
  });

  for (const control of controls) {
    it(`${control.id} shows the programs of its tests`, () => {
      const page = made.get(`controls/${control.id}.md`) ?? "";
      const shown = (["holds", "fails"] as const).filter((answer) =>
        describedCases(control.id).some((described) => described.answer === answer && Array.isArray(described.given)),
      );
      assert.equal(page.split("```ts").length - 1, shown.length);
      assert.ok(shown.includes("fails") || !(control.gates ?? gates).includes("policy-pack"), "no program fails");
    });
  }

  it("give every resource of a program a name of its own", () => {
    for (const [path, text] of made) {
      for (const [, program = ""] of text.matchAll(/```ts\n(.*?)```/gs)) {
        const names = [...program.matchAll(/^const (\w+) =/gm)].map(([, name]) => name);
        assert.equal(new Set(names).size, names.length, `${path}: ${names.join(", ")}`);
      }
    }
  });

  it("are where the links of violations lead: in the package of this version", () => {
    const { name, version, files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    assert.ok(files.includes("docs/controls"));
    for (const { id } of controls) {
      const path = docsUrl(id).replace(`https://unpkg.com/${name}@${version}/`, "");
      assert.ok(existsSync(join(root, path)), path);
    }
  });
});
