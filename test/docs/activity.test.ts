import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import ts from "typescript";
import { parse } from "yaml";
import { ActivityMonitor, SecureCluster } from "../../components";
import { activityPage } from "../../docs/activity-page";
import { type Run, run } from "../support/mocks";

const committed = readFileSync(join(__dirname, "../../docs/activity.md"), "utf8");

describe("the page of activity monitoring", () => {
  it("is what `npm run docs` makes", async function () {
    this.timeout(60_000);
    assert.equal(committed, await activityPage());
  });

  it("has a default for every argument that is not required", () => {
    const rows = section("Arguments").filter((line) => line.startsWith("| `"));
    assert.ok(rows.length > 25, `${rows.length} arguments`);
    const bare = rows.filter((line) =>
      line.split(/(?<!\\)\|/).some((cell, at) => at > 0 && at < 5 && cell.trim() === ""),
    );
    assert.deepEqual(bare, []);
  });

  it("names every alarm that faults lead to", () => {
    const alarms = section("Alarms").flatMap((line) => /^\| ([a-z-]+) \|/.exec(line)?.[1] ?? []);
    const faults = section("When something fails").join("\n");
    assert.deepEqual(
      alarms.filter((alarm) => alarm !== "alarm" && !faults.includes(alarm)),
      [],
    );
  });

  it("shows programs that make the same, of the components as they are", async () => {
    const [typescript, yaml] = [await madeBy(runTypescript), await madeBy(runYaml)];
    assert.ok(typescript.some((one) => one === "aws:lambda/function:Function orders-consumer"));
    assert.deepEqual(yaml, typescript);
  });
});

function section(heading: string): readonly string[] {
  const [, text = ""] = committed.split(`\n## ${heading}\n`);
  return (text.split("\n## ")[0] ?? "").split("\n");
}

function shown(language: string): string {
  return new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(committed)?.[1] ?? "";
}

async function madeBy(program: () => void): Promise<readonly string[]> {
  const { resources, error }: Run = await run(program);
  assert.equal(error, undefined);
  return resources.map(({ type, name }) => `${type} ${name}`).sort();
}

function runTypescript(): void {
  const { outputText } = ts.transpileModule(shown("ts"), { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  new Function("require", "exports", outputText)((name: string) => {
    assert.equal(name, "aws-secure-database");
    return { ActivityMonitor, SecureCluster };
  }, {});
}

interface Declared {
  readonly type: string;
  readonly name?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** As Pulumi reads it: a text of one reference is the output itself. */
function runYaml(): void {
  const { resources } = parse(shown("yaml")) as { readonly resources: Readonly<Record<string, Declared>> };
  const made: Record<string, pulumi.Resource> = {};
  for (const [id, { type, name = id, properties = {} }] of Object.entries(resources)) {
    const args = Object.fromEntries(
      Object.entries(properties).map(([argument, value]) => {
        const [, of = "", output = ""] = /^\$\{(\w+)\.(\w+)\}$/.exec(String(value)) ?? [];
        return [argument, of === "" ? value : pulumi.output((made[of] as never as Record<string, unknown>)[output])];
      }),
    );
    const Component = { ActivityMonitor, SecureCluster }[type.replace("aws-secure-database:", "") as "ActivityMonitor"];
    made[id] = new Component(name, args as never);
  }
}
