import assert from "node:assert/strict";
import { execSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metafile } from "esbuild";

const root = join(__dirname, "../..");

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

const package_ = manifest("package.json");
const pack = manifest("policy-pack/package.json");

describe("the policy pack as it ships", () => {
  let bundle: Metafile;

  before(() => {
    const folder = mkdtempSync(join(tmpdir(), "bundle-test-"));
    try {
      bundle = build(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("depends on @pulumi/policy alone, in the version that the package has", () =>
    assert.deepEqual(pack.dependencies, { "@pulumi/policy": package_.dependencies["@pulumi/policy"] }));

  it("has the version of the package", () => assert.equal(pack.version, package_.version));

  it("is one file that requires nothing but Node's own modules and @pulumi/policy", () => {
    const outputs = Object.values(bundle.outputs);
    assert.equal(outputs.length, 1);
    const required = outputs.flatMap(({ imports }) => imports.map(({ path }) => path));
    assert.deepEqual([...new Set(required.filter((path) => !isBuiltin(path)))], Object.keys(pack.dependencies));
  });

  it("carries the licence of every package that is bundled into it", () => {
    const notices = readFileSync(join(root, "policy-pack/THIRD-PARTY-LICENSES.txt"), "utf8");
    const packages = bundledPackages(Object.keys(bundle.inputs));
    assert.ok(packages.includes("ipaddr.js"));
    for (const name of packages) {
      assert.ok(notices.includes(name), `THIRD-PARTY-LICENSES.txt does not name ${name}`);
      assert.ok(notices.includes(readFileSync(join(root, "node_modules", name, "LICENSE"), "utf8")), name);
    }
  });
});

/** Bundles by the command of package.json, into another folder. */
function build(folder: string): Metafile {
  const command = package_.scripts["build:policy-pack"] ?? "";
  const elsewhere = command.replace(
    "--outfile=policy-pack/bin/",
    `--metafile=${folder}/meta.json --outfile=${folder}/`,
  );
  assert.notEqual(elsewhere, command);
  execSync(`npx --no-install ${elsewhere}`, { cwd: root });
  return JSON.parse(readFileSync(join(folder, "meta.json"), "utf8")) as Metafile;
}

function bundledPackages(files: readonly string[]): readonly string[] {
  const names = files.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

function manifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest;
}
