import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { absentSettings, createStacks, projectFolders, projectName, removeSalts } from "../../sandbox/projects";

describe("The sandbox's projects", () => {
  let checkout: string;
  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), "projects-test-"));
    for (const name of ["one", "two"]) {
      mkdirSync(join(checkout, "examples", name), { recursive: true });
      writeFileSync(join(checkout, "examples", name, "Pulumi.yaml"), `name: example-${name}\nruntime: nodejs\n`);
    }
    mkdirSync(join(checkout, "examples", "not-a-project"));
  });
  afterEach(() => rmSync(checkout, { recursive: true, force: true }));

  const example = (...parts: string[]): string => join(checkout, "examples", ...parts);

  it("are the examples that have a Pulumi.yaml", () => {
    assert.deepEqual(projectFolders(checkout), [example("one"), example("two")]);
  });

  it("include the checkout itself when it has one", () => {
    writeFileSync(join(checkout, "Pulumi.yaml"), "name: whole\n");
    assert.equal(projectFolders(checkout)[0], checkout);
  });

  const names: [string, string, string | undefined][] = [
    ["plain", "name: postgres\nruntime: nodejs\n", "postgres"],
    ["quoted", 'runtime: nodejs\nname: "my.db_1-a" # the name\n', "my.db_1-a"],
    ["absent", "runtime:\n  name: nodejs\n", undefined],
  ];
  for (const [title, manifest, expected] of names) {
    it(`have their name read: ${title}`, () => assert.equal(projectName(manifest), expected));
  }

  it("each get an empty stack", () => {
    const backend = join(checkout, "backend");
    createStacks(projectFolders(checkout), backend);
    const text = readFileSync(join(backend, ".pulumi", "stacks", "example-one", "dev.json"), "utf8");
    assert.equal(JSON.parse(text).checkpoint.stack, "organization/example-one/dev");
    assert.ok(existsSync(join(backend, ".pulumi", "stacks", "example-two", "dev.json")));
  });

  it("lose the salt that a run wrote, and keep settings of the user's", () => {
    writeFileSync(example("one", "Pulumi.dev.yaml"), "config:\n  aws:region: eu-west-1\n");
    const absent = absentSettings(projectFolders(checkout));
    assert.deepEqual(absent, [example("two", "Pulumi.dev.yaml")]);
    writeFileSync(example("two", "Pulumi.dev.yaml"), "encryptionsalt: v1:abc=:v1:def:ghi==\n");
    removeSalts(absent);
    assert.equal(existsSync(example("two", "Pulumi.dev.yaml")), false);
    assert.equal(existsSync(example("one", "Pulumi.dev.yaml")), true);
  });

  it("keep a settings file that got more than a salt during the run", () => {
    const path = example("one", "Pulumi.dev.yaml");
    writeFileSync(path, "encryptionsalt: v1:abc=:v1:def:ghi==\nconfig:\n  example-one:size: large\n");
    removeSalts([path]);
    assert.equal(existsSync(path), true);
  });
});
