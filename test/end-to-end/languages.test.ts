import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { checkout } from "../../sandbox/paths";
import { accountContents } from "../../sandbox/scenario";
import {
  editManifest,
  generateGoSdk,
  generatePrograms,
  installPythonSdk,
  pulumiIn,
  type Shop,
  shop,
} from "../support/languages";
import { succeed } from "./consumer";
import { printed } from "./results";

const docs = join(checkout, "docs", "languages");
const generators = join(checkout, "sandbox", "languages", "generators");
const regions = { yaml: "eu-west-1", python: "eu-west-2" } as const;

describe("the package in other languages", () => {
  it("has a schema that the engine gets from its folder, with docs", async () => {
    // In the folder itself the engine finds a plugin and a program, and asks which is meant.
    const { stdout } = await succeed("pulumi", ["package", "get-schema", checkout, "-C", tmpdir()]);
    const committed = JSON.parse(readFileSync(join(checkout, "provider", "schema.json"), "utf8"));
    const { resources, types } = JSON.parse(stdout);
    assert.deepEqual(Object.keys(resources), Object.keys(committed.resources));
    assert.deepEqual(Object.keys(types), Object.keys(committed.types));
    const table = "aws-secure-database:index:SecureTable";
    assert.equal(
      resources[table].inputProperties.hashKey.description,
      committed.resources[table].inputProperties.hashKey.description,
    );
  });

  it("is shown by programs that Pulumi's generators make of the one in YAML", async () => {
    for (const [path, text] of await generatePrograms()) {
      assert.equal(readFileSync(join(docs, path), "utf8"), text, `${path} is stale: npm run docs:languages`);
    }
  });

  it("compiles in Go with a generated SDK", async () => {
    const folder = mkdtempSync(join(tmpdir(), "aws-secure-database-go-"));
    try {
      const sdk = join(folder, "sdk", "go", "awssecuredatabase");
      mkdirSync(sdk, { recursive: true });
      await generateGoSdk(sdk);
      cpSync(join(docs, "go", "main.go"), join(folder, "main.go"));
      // The versions that the generator was built with are there already.
      const module = readFileSync(join(generators, "go.mod"), "utf8");
      writeFileSync(join(folder, "go.mod"), module.replace(/^module .*/, "module aws-secure-database"));
      cpSync(join(generators, "go.sum"), join(folder, "go.sum"));
      await succeed("go", ["build", "-C", folder, "-mod=mod", "-trimpath", "./..."], { HTTPS_PROXY: "" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  describe("in a program that is wrong", () => {
    let wrong: Shop;
    before(() => {
      wrong = shop("yaml", regions.yaml);
    });
    after(() => rmSync(wrong.folder, { recursive: true }));

    it("names the property and says what is allowed, before anything is made", async () => {
      declare(wrong, { orders: { multiAz: false }, sessions: {} });
      const preview = await pulumiIn(wrong.folder, wrong, "preview");
      assert.notEqual(preview.code, 0);
      const needed = "property multiAz with value false has a problem: multiAz is false, which fails the control";
      assert.ok(preview.stdout.includes(`${needed} rds-instance-multi-az; `), printed(preview));
    });
  });

  describe("deployed", () => {
    let yaml: Shop;
    let python: Shop;
    let printedByYaml: string;

    before(async () => {
      yaml = shop("yaml", regions.yaml);
      python = shop("python", regions.python);
      const sdk = join(python.folder, "sdk");
      await installPythonSdk(sdk);
      const withSdk = { ...python, environment: { ...python.environment, PYTHONPATH: sdk } };
      const updates = await Promise.all([
        pulumiIn(yaml.folder, yaml, "up", "--yes", "--skip-preview"),
        pulumiIn(python.folder, withSdk, "up", "--yes", "--skip-preview"),
      ]);
      for (const update of updates) {
        assert.equal(update.code, 0, printed(update));
      }
      printedByYaml = updates[0].stdout;
    });

    after(() => {
      for (const { folder } of [yaml, python]) {
        rmSync(folder, { recursive: true });
      }
    });

    it("from YAML, makes what the page of languages shows", () => {
      const shown = readFileSync(join(docs, "deployment.txt"), "utf8");
      assert.deepEqual(made(printedByYaml), made(shown), "it is stale: npm run docs:languages");
      assert.match(printedByYaml, /sessionsTableName: "sessions-[0-9a-f]{7}"/);
    });

    for (const [language, stack] of [
      ["YAML", () => yaml],
      ["Python", () => python],
    ] as const) {
      it(`from ${language}, leaves nothing to change to the program in YAML`, async () => {
        const preview = await pulumiIn(yaml.folder, stack(), "preview", "--expect-no-changes");
        assert.equal(preview.code, 0, printed(preview));
      });
    }

    it("gives access by components that take what others output", async () => {
      editManifest(yaml.folder, (text) => {
        const manifest = parse(text);
        manifest.resources.buyer = {
          type: "aws-secure-database:DatabaseAccess",
          properties: { resourceId: `\${orders.resourceId}`, user: "buyer" },
        };
        manifest.resources.visitor = {
          type: "aws-secure-database:TableAccess",
          properties: { tableArn: `\${sessions.arn}`, principalTag: "userId" },
        };
        Object.assign(manifest.outputs, { buyer: `\${buyer.policy}`, visitor: `\${visitor.policy}` });
        return stringify(manifest);
      });
      const update = await pulumiIn(yaml.folder, yaml, "up", "--yes", "--skip-preview", "--json");
      assert.equal(update.code, 0, printed(update));
      const { stdout } = await pulumiIn(yaml.folder, yaml, "stack", "output", "--json");
      const { buyer, visitor } = JSON.parse(stdout);
      assert.match(statementOf(buyer).Resource, /^arn:aws:rds-db:eu-west-1:\d{12}:dbuser:db-\w+\/buyer$/);
      assert.deepEqual(statementOf(visitor).Condition?.["ForAllValues:StringEquals"]?.["dynamodb:LeadingKeys"], [
        `\${aws:PrincipalTag/userId}`,
      ]);
    });

    it("is destroyed to nothing once protection is taken off with a reason", async () => {
      const reason = "A trial whose data may go.";
      const disposable = { deletionProtection: false };
      declare(yaml, {
        orders: {
          ...disposable,
          skipFinalSnapshot: true,
          acceptedRisks: { "rds-instance-deletion-protection": reason, "rds-instance-final-snapshot": reason },
        },
        sessions: { ...disposable, acceptedRisks: { "dynamodb-table-deletion-protection": reason } },
      });
      const before = await contents();
      assert.notDeepEqual(before, []);
      await Promise.all(
        [yaml, python].map(async (stack) => {
          const update = await pulumiIn(yaml.folder, stack, "up", "--yes", "--skip-preview");
          assert.equal(update.code, 0, printed(update));
          const destruction = await pulumiIn(yaml.folder, stack, "destroy", "--yes", "--skip-preview");
          assert.equal(destruction.code, 0, printed(destruction));
        }),
      );
      assert.deepEqual(await contents(), []);
    });
  });
});

/** Adds properties to the resources of the program in YAML. */
function declare({ folder }: Shop, properties: Readonly<Record<string, object>>): void {
  editManifest(folder, (text) => {
    const manifest = parse(text);
    for (const [name, added] of Object.entries(properties)) {
      manifest.resources[name].properties = { ...manifest.resources[name].properties, ...added };
    }
    return stringify(manifest);
  });
}

interface Statement {
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

function statementOf(policy: string | object): Statement {
  // The command shows JSON text as what it holds.
  return (typeof policy === "string" ? JSON.parse(policy) : policy).Statement[0];
}

/** Every resource that an update made, and how many there were. */
function made(output: string): readonly string[] {
  return [...output.matchAll(/ \+ {2}(\S+ \S+) created|\+ (\d+ created)/g)]
    .map(([, resource, count]) => resource ?? count ?? "")
    .sort();
}

async function contents(): Promise<readonly string[]> {
  return (await Promise.all(Object.values(regions).map((region) => accountContents(region)))).flat();
}
