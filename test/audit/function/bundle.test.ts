import assert from "node:assert/strict";
import { execSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metafile } from "esbuild";

const root = join(__dirname, "../../..");
const built = join(root, "dist/audit-function");

describe("the audit as a function, as it ships", () => {
  let bundle: Metafile;

  before(() => {
    const folder = mkdtempSync(join(tmpdir(), "bundle-test-"));
    try {
      bundle = build(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is one file that requires nothing but Node's own modules", () => {
    const outputs = Object.values(bundle.outputs);
    assert.equal(outputs.length, 1);
    const required = outputs.flatMap(({ imports }) => imports.map(({ path }) => path));
    assert.deepEqual(
      required.filter((path) => !isBuiltin(path)),
      [],
    );
  });

  it("carries the licence of every package that is bundled into it", () => {
    const notices = readFileSync(join(built, "THIRD-PARTY-LICENSES.txt"), "utf8");
    const packages = Object.keys(bundle.inputs).flatMap(
      (file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    );
    assert.ok(packages.includes("@aws-sdk/client-sns"));
    assert.deepEqual(
      [...new Set(packages)].filter((name) => !notices.includes(name)),
      [],
    );
  });

  it("has the page of its HTML report beside it", () => {
    for (const file of ["page.js", "page.css"]) {
      assert.ok(existsSync(join(built, "page/bin", file)), file);
    }
  });
});

/** Bundles by the command of package.json, into another folder. */
function build(folder: string): Metafile {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [bundling = ""] = (scripts["build:audit"] ?? "").split(" && ");
  const elsewhere = bundling.replaceAll("dist/audit-function", folder);
  assert.notEqual(elsewhere, bundling, "build:audit has changed, and this test with it");
  execSync(`npx --no-install ${elsewhere}`, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return JSON.parse(readFileSync(join(folder, "meta.json"), "utf8")) as Metafile;
}
