import { fileURLToPath } from "node:url";
import { checkout } from "../sandbox/paths";
import { createStacks } from "../sandbox/projects";
import { type Project, pulumi } from "../sandbox/scenario";
import { pluginVersion } from "../sandbox/toolchain/provider";
import { type Pack, packs } from "./packs";
import { median } from "./statistics";

const project: Project = { folder: "bench/program" };

/** Seconds of a preview without a pack and with each, medians of `runs` interleaved runs. */
export async function previews(count: number, runs: number): Promise<Record<Pack | "none", number>> {
  createStacks([`${checkout}/${project.folder}`], fileURLToPath(process.env.PULUMI_BACKEND_URL ?? ""));
  process.env.BENCH_PROVIDER_VERSION = pluginVersion();
  process.env.BENCH_RESOURCES = String(count);
  const figures: Record<Pack | "none", number[]> = { none: [], empty: [], ours: [] };
  for (let run = 0; run < runs; run += 1) {
    figures.none.push(await preview(0));
    for (const pack of Object.keys(packs) as Pack[]) {
      // The resources are not secure: our pack blocks them, as it must, after it has judged all of them.
      figures[pack].push(await preview(pack === "ours" ? "blocked" : 0, "--policy-pack", packs[pack]));
    }
  }
  return { none: median(figures.none), empty: median(figures.empty), ours: median(figures.ours) };
}

async function preview(expected: 0 | "blocked", ...args: string[]): Promise<number> {
  const started = performance.now();
  const result = await pulumi("preview", project, ...args);
  if (expected === 0 ? result.code !== 0 : !/policy violations|mandatory/i.test(result.stdout)) {
    throw new Error(`${result.command} ended with ${result.code}:\n${result.stdout}\n${result.stderr}`);
  }
  return (performance.now() - started) / 1000;
}
