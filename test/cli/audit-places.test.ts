import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runAudit } from "../../audit/run";
import type { Audit } from "../../cli/audit-command";
import { instanceArn, region, secureAccount } from "../audit/secure-account";
import { stubGateway } from "../audit/stub-gateway";
import { run } from "./run";

const instance = secureAccount.DescribeDBInstances.DBInstances[0];
const isPublic = "rds-instance-not-public";

/** The audit of an account in which one instance is public. */
const audit: Audit = (options) =>
  runAudit({
    ...options,
    gateway: stubGateway(() => ({
      ...secureAccount,
      DescribeDBInstances: { DBInstances: [{ ...instance, PubliclyAccessible: true }] },
    })),
  });

const database = "urn:pulumi:dev::shop::pkg:index:Database::orders";

/** As the engine exports it: a component of a package, and the instance that it made in another process. */
function exported(project: string, sourcePosition: string): string {
  const urn = (text: string) => text.replace("::shop::", `::${project}::`);
  return JSON.stringify({
    version: 3,
    deployment: {
      resources: [
        { urn: urn(database), sourcePosition },
        {
          urn: urn("urn:pulumi:dev::shop::pkg:index:Database$aws:rds/instance:Instance::orders"),
          parent: urn(database),
          id: "db-ABC",
          outputs: { arn: instanceArn },
        },
      ],
    },
  });
}

describe("audit --stack-export, where the program is", () => {
  const from = process.cwd();
  let root = "";

  before(() => {
    root = mkdtempSync(join(tmpdir(), "audit-places-"));
    const files = {
      "infra/shop/Pulumi.yaml": "name: shop\nruntime: nodejs\n",
      "infra/shop/index.ts": "",
      "infra/other/Pulumi.yaml": "name: other\nruntime: nodejs\n",
      "infra/other/index.ts": "",
      "infra/nameless/Pulumi.yaml": "runtime: nodejs\n",
      "shop.json": exported("shop", "project:///index.ts#12,3"),
      "other.json": exported("other", "project:///index.ts#4"),
      "outside.json": exported("shop", "project:///../../../../etc/passwd#1,1"),
      "never.json": JSON.stringify({ version: 3, deployment: { manifest: {} } }),
      "moved.json": exported("shop", "project:///gone.ts#1,1"),
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    process.chdir(root);
  });

  after(() => {
    process.chdir(from);
    rmSync(root, { recursive: true });
  });

  const asked = async (line: string, format = "json") => {
    const { stdout, stderr } = await run(`audit --region ${region} --control ${isPublic} --format ${format} ${line}`, {
      audit,
    });
    return { stdout, stderr };
  };

  const placeOf = async (line: string) => {
    const { stdout, stderr } = await asked(line);
    assert.equal(stderr, "");
    return JSON.parse(stdout).findings[0].stack.position;
  };

  const sarifPlaceOf = async (line: string) => {
    const { stdout } = await asked(line, "sarif");
    const [{ locations, properties }] = JSON.parse(stdout).runs[0].results;
    return [locations[0].physicalLocation, properties.position];
  };

  const declared = { file: "infra/shop/index.ts", line: 12, column: 3 };

  it("names the code of the nearest parent that the program declares", async () => {
    assert.deepEqual(await placeOf("--stack-export shop.json --project infra/shop"), declared);
  });

  it("knows by its name which of several projects a stack is of", async () => {
    const projects = "--project infra/other --project infra/shop";
    assert.deepEqual(await placeOf(`--stack-export other.json --stack-export shop.json ${projects}`), declared);
  });

  it("takes the project of a stack that was never deployed", async () => {
    assert.deepEqual(
      await placeOf("--stack-export never.json --stack-export shop.json --project infra/other --project infra/shop"),
      declared,
    );
    const { code, stderr } = await run(`audit --region ${region} --stack-export never.json --project infra/other`);
    assert.deepEqual([code, stderr], [0, ""]);
  });

  it("takes the working directory where no folder is given", async () => {
    process.chdir("infra/shop");
    try {
      assert.deepEqual(await placeOf("--stack-export ../../shop.json --root ../.."), declared);
      assert.deepEqual(await placeOf("--stack-export ../../shop.json"), { ...declared, file: "index.ts" });
      assert.equal(await placeOf("--stack-export ../../moved.json"), undefined);
    } finally {
      process.chdir(root);
    }
  });

  it("names no code where the program is not there", async () => {
    assert.equal(await placeOf("--stack-export shop.json"), undefined);
  });

  it("names nothing outside the repository", async () => {
    assert.equal(await placeOf("--stack-export outside.json --project infra/shop"), undefined);
  });

  it("is the place of a SARIF result, relative to the repository", async () => {
    assert.deepEqual(await sarifPlaceOf("--stack-export shop.json --project infra/shop"), [
      {
        artifactLocation: { uri: "infra/shop/index.ts", uriBaseId: "%SRCROOT%" },
        region: { startLine: 12, startColumn: 3 },
      },
      undefined,
    ]);
  });

  it("puts a SARIF result without a place at the project's file where that is given, and else nowhere", async () => {
    const atFile = (project: string) => [
      { artifactLocation: { uri: `infra/${project}/Pulumi.yaml`, uriBaseId: "%SRCROOT%" }, region: { startLine: 1 } },
      "The project's file: where the resource is declared is unknown.",
    ];
    assert.deepEqual(await sarifPlaceOf("--project infra/other"), atFile("other"));
    const both = "--stack-export outside.json --stack-export other.json";
    const { stdout } = await asked(`${both} --project infra/other --project infra/shop`, "sarif");
    assert.ok(stdout.includes("infra/other/index.ts"), stdout);
    assert.deepEqual(await sarifPlaceOf("--stack-export outside.json --project infra/shop"), atFile("shop"));
    assert.deepEqual(await sarifPlaceOf("--stack-export shop.json"), [undefined, undefined]);
    assert.deepEqual(await sarifPlaceOf(""), [undefined, undefined]);
  });

  it("is in the text, too", async () => {
    const { stdout } = await asked("--stack-export shop.json --project infra/shop", "text");
    assert.match(stdout, /declared by \S+::orders at infra\/shop\/index\.ts:12:3\n/);
  });

  const refused: readonly [string, RegExp][] = [
    ["--project infra", /^error: --project is \S+infra, where there is no Pulumi\.yaml; give it the folder of one\n$/],
    ["--project infra/nameless", /^error: --project is \S+nameless, whose Pulumi\.yaml names no project; .+\n$/],
    ["--root none", /^error: --root is \S+none, which is not there; give it the folder of the repository\n$/],
    [
      "--stack-export shop.json --project infra/other",
      /^error: --project is \S+other, of project other, and --stack-export has resources of shop; .+\n$/,
    ],
    [
      "--stack-export moved.json --project infra/shop",
      /^error: moved\.json names the file infra\/shop\/gone\.ts, which is not in \S+; give --project .+\n$/,
    ],
  ];
  for (const [line, message] of refused) {
    it(`${line}: wrong usage`, async () => {
      const { code, stderr, asked: begun } = await run(`audit --region ${region} ${line}`, { audit });
      assert.deepEqual([code, begun.length], [64, 0]);
      assert.match(stderr, message);
    });
  }
});
