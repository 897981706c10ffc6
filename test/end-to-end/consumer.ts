import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GatedPreview, previewWithPack, previewWithPackIn, type Result, run } from "../../sandbox/scenario";
import { printed, succeeds } from "./results";

const insecure = { folder: "examples/insecure" };

/** A folder outside the checkout, so that nothing is found in the checkout's node_modules. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "aws-secure-database-consumer-"));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs `npm install` in a folder, from the registry. */
export async function npmInstall(folder: string, ...packages: string[]): Promise<void> {
  await succeed("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--prefer-offline", ...packages]);
}

/** Runs a command that has to end with 0. */
export function succeed(command: string, args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Result> {
  return succeeds(run(command, args, environment));
}

/** What an installed pack must do without: each would be loaded, or compiled with, at every start. */
export function assertLean(folder: string): void {
  for (const name of ["typescript", "ts-node", "@pulumi/aws", "aws-secure-database"]) {
    assert.ok(!existsSync(join(folder, "node_modules", name)), `${name} was installed`);
  }
  assert.deepEqual(readdirSync(join(folder, "node_modules/@pulumi")).sort(), ["policy", "pulumi"]);
}

/** What the pack of the checkout says of the insecure example: one preview serves every test. */
let expected: Promise<GatedPreview> | undefined;

/** Holds the pack in a folder to what the pack of the checkout says of the insecure example. */
export async function assertGates(folder: string): Promise<void> {
  expected ??= previewWithPack(insecure);
  const [installed, own] = await Promise.all([previewWithPackIn(folder, insecure), expected]);
  assert.notEqual(installed.code, 0, printed(installed));
  assert.ok(
    installed.violations.some(({ level }) => level === "mandatory"),
    printed(installed),
  );
  assert.deepEqual(identities(installed), identities(own));
}

/** Without the messages: of several faults a message names the first, and resources come in any order. */
function identities({ violations }: GatedPreview): readonly string[] {
  return violations.map(({ control, level, resource }) => `${level} ${control} ${resource}`).sort();
}
