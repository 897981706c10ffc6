/**
 * `node -r ts-node/register/transpile-only bench/merge.ts`: what the merge of an organization's results takes, in a process
 * whose heap is that of the function by default.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { checkout } from "../sandbox/paths";

/** Regions of accounts, and findings in each. */
const sizes = [
  [400, 1],
  [4_000, 1],
  [40_000, 0],
  [40_000, 1],
  [40_000, 5],
] as const;

/** MiB: what OrganizationAudit gives the function by default, and what of it is left to JavaScript. */
const memory = 2048;
const heap = Math.floor(memory * 0.9);

const folder = join(checkout, "node_modules", ".cache", "aws-secure-database", "merge");
const script = join(folder, "merge-process.js");
mkdirSync(folder, { recursive: true });
buildSync({
  entryPoints: [join(__dirname, "merge-process.ts")],
  outfile: script,
  bundle: true,
  minify: true,
  platform: "node",
});
cpSync(join(checkout, "audit", "report", "page", "bin"), join(folder, "page", "bin"), { recursive: true });

for (const [targets, findings] of sizes) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heap}`, script, String(targets), String(findings)],
    { encoding: "utf8" },
  );
  const what = `${targets} regions, ${targets * findings} findings: `;
  if (status !== 0) {
    process.stdout.write(`${what}ended with ${stderr.trim().split("\n").at(-1)}\n`);
    process.exitCode = 1;
    continue;
  }
  const { seconds, peakMemoryMB } = JSON.parse(stdout) as { readonly seconds: number; readonly peakMemoryMB: number };
  process.stdout.write(`${what}${peakMemoryMB.toFixed(0)} MB of ${memory}, ${seconds.toFixed(1)} s\n`);
}
