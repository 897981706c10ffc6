import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CannotRead } from "../../formats/cannot-report";
import { projectPosition, readPositions } from "../../report/source-positions";
import { fixture } from "./sample";

const urn = "urn:pulumi:dev::shop::aws:sns/topic:Topic::news";

interface Declared {
  readonly sourcePosition?: string;
  readonly stackTrace?: readonly ({ readonly sourcePosition?: string } | null)[];
}

function preview(declared: Declared): string {
  return JSON.stringify({ steps: [{ newState: { urn, ...declared } }] });
}

describe("source positions", () => {
  let root = "";
  let project = "";

  before(() => {
    root = mkdtempSync(join(tmpdir(), "positions-"));
    project = join(root, "infra/shop");
    mkdirSync(project, { recursive: true });
    mkdirSync(join(root, "lib"));
    mkdirSync(join(root, "infra/no-project"));
    for (const file of [
      "infra/shop/index.ts",
      "infra/shop/Pulumi.yaml",
      "infra/shop/a b.ts",
      "infra/shop/50%.ts",
      "lib/topic.ts",
    ]) {
      writeFileSync(join(root, file), "");
    }
  });

  after(() => rmSync(root, { recursive: true }));

  const inPackage = "project:///../../node_modules/@pulumi/aws/topic.js#1,1";
  const cases: readonly [string, Declared, string | undefined][] = [
    ["are relative to the root", { sourcePosition: "project:///index.ts#46,15" }, "infra/shop/index.ts 46 15"],
    ["may lack a column", { sourcePosition: "project:///index.ts#46" }, "infra/shop/index.ts 46 undefined"],
    ["may lie beside the project", { sourcePosition: "project:///../../lib/topic.ts#3,1" }, "lib/topic.ts 3 1"],
    ["may have a space in the name", { sourcePosition: "project:///a%20b.ts#3,1" }, "infra/shop/a b.ts 3 1"],
    [
      "are where the program calls a package",
      {
        sourcePosition: inPackage,
        stackTrace: [{ sourcePosition: inPackage }, {}, { sourcePosition: "project:///index.ts#7,2" }],
      },
      "infra/shop/index.ts 7 2",
    ],
    [
      "are taken from the stack where the first frame is native",
      { stackTrace: [{}, { sourcePosition: "project:///index.ts#13,24" }] },
      "infra/shop/index.ts 13 24",
    ],
    [
      "are not in packages of Python",
      { sourcePosition: "project:///venv/lib/python3.12/site-packages/a.py#1", stackTrace: [] },
      undefined,
    ],
    ["are not outside the root", { sourcePosition: "project:///../../../other.ts#1,1" }, undefined],
    ["are not at an absolute path", { sourcePosition: "project:////etc/passwd#1,1" }, undefined],
    ["are not outside the root by escapes", { sourcePosition: "project:///%2e%2e/../..%2fother.ts#1" }, undefined],
    [
      "may have a % in the name that is no escape",
      { sourcePosition: "project:///50%.ts#3" },
      "infra/shop/50%.ts 3 undefined",
    ],
    ["are not of a line that no file has", { sourcePosition: "project:///index.ts#99999999999999999999" }, undefined],
    ["are not of a trace that is none", { stackTrace: [null] }, undefined],
    ["are not of another form", { sourcePosition: "file:///index.ts#1,1" }, undefined],
    ["are absent where Pulumi gives none", {}, undefined],
  ];
  for (const [shows, declared, expected] of cases) {
    it(shows, () => {
      const position = readPositions(preview(declared), "p.json", { root, project }).get(urn);
      assert.equal(position && `${position.file} ${position.line} ${position.column}`, expected);
    });
  }

  it("come from a stack export too, and from behind a line of text", () => {
    const state = JSON.stringify({
      version: 3,
      deployment: { resources: [{ urn, sourcePosition: "project:///index.ts#1,2" }, { urn: "x" }] },
    });
    for (const text of [state, `warning: something\n${state}`]) {
      assert.deepEqual(
        [...readPositions(text, "s.json", { root, project })],
        [[urn, { file: "infra/shop/index.ts", line: 1, column: 2, of: "resource" }]],
      );
    }
  });

  it("are those of the nearest parent where a resource has none in the repository", () => {
    const named = (name: string, parent?: string, sourcePosition?: string) => ({
      urn: `urn:pulumi:dev::shop::pkg:index:Thing::${name}`,
      ...(parent === undefined ? {} : { parent: `urn:pulumi:dev::shop::pkg:index:Thing::${parent}` }),
      ...(sourcePosition === undefined ? {} : { sourcePosition }),
    });
    const resources = [
      // Children stand before their parents in states that were moved by hand.
      named("child", "inner", inPackage),
      named("inner", "outer"),
      named("outer", "stack", "project:///index.ts#9,2"),
      named("stack", undefined, inPackage),
      named("round", "about"),
      named("about", "round"),
      named("orphan", "gone"),
    ];
    const positions = readPositions(JSON.stringify({ deployment: { resources } }), "s.json", { root, project });
    assert.deepEqual(
      [...positions].map(([found, { line }]) => `${found.split("::").at(-1)} ${line}`),
      ["child 9", "inner 9", "outer 9"],
    );
  });

  it("of resources that are deleted come from what they were", () => {
    const text = JSON.stringify({ steps: [{ oldState: { urn, sourcePosition: "project:///index.ts#1,2" } }] });
    assert.equal(readPositions(text, "p.json", { root, project }).get(urn)?.line, 1);
  });

  it("of the insecure example are all in its program", () => {
    const positions = readPositions(fixture("blocked.preview.json"), "p.json", { root, project });
    assert.equal(positions.size, 11);
    assert.ok([...positions.values()].every(({ file }) => file === "infra/shop/index.ts"));
  });

  const refused: readonly [string, string][] = [
    ["not JSON", "p.json is neither the answer of pulumi preview --json nor that of pulumi stack export"],
    ["[1]", "p.json is neither the answer of pulumi preview --json nor that of pulumi stack export"],
    ["{}", "p.json is neither the answer of pulumi preview --json nor that of pulumi stack export"],
  ];
  for (const [text, message] of refused) {
    it(`are not read from ${text}`, () => {
      assert.throws(() => readPositions(text, "p.json", { root, project }), new CannotRead(message));
    });
  }

  it("say which folder is wrong where no file is found", () => {
    const text = preview({ sourcePosition: "project:///index.ts#1,1" });
    assert.throws(
      () => readPositions(text, "p.json", { root, project: root }),
      new CannotRead(
        `p.json names the file index.ts, which is not in ${root}; give --project the folder of Pulumi.yaml, and --root that of the repository`,
      ),
    );
  });

  it("fall back to the project's file", () => {
    assert.deepEqual(projectPosition({ root, project }), { file: "infra/shop/Pulumi.yaml", line: 1, of: "project" });
  });

  it("do not fall back to a folder without a project, or outside the root", () => {
    const none = join(root, "infra/no-project");
    assert.throws(
      () => projectPosition({ root, project: none }),
      new CannotRead(`--project is ${none}, where there is no Pulumi.yaml; give it the folder of one`),
    );
    assert.throws(
      () => projectPosition({ root: none, project }),
      new CannotRead(`--project is ${project}, which is not in ${none}; give --root the folder of the repository`),
    );
  });
});
