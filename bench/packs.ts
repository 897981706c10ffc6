import { join } from "node:path";
import { policyPack } from "../sandbox/scenario";
import { PackProcess, type ShownResource } from "./pack-process";
import kinds from "./program/resources.json";
import { median } from "./statistics";

/** The packs that are compared, by what they are called in the figures. */
export const packs = { empty: join(__dirname, "empty-pack"), ours: policyPack } as const;

export type Pack = keyof typeof packs;

/** As the resources of bench/program: written by people who know the rules, as those of most stacks under a gate are. */
export function resources(count: number): readonly ShownResource[] {
  return Array.from({ length: count }, (_, index) => {
    const { type, inputs } = kinds[index % kinds.length] as (typeof kinds)[number];
    const name = `bench-${index}`;
    return { urn: `urn:pulumi:dev::bench::${type}::${name}`, type, name, inputs: inputs as ShownResource["inputs"] };
  });
}

/** Seconds until a pack is ready, medians of `runs` interleaved runs. */
export async function packStart(runs: number): Promise<Record<Pack, number>> {
  return interleaved(runs, async (folder) => {
    const pack = await PackProcess.start(folder);
    await pack.stop();
    return pack.startSeconds;
  });
}

/** Seconds of CPU of a pack's process over a stack of `count` resources, medians of `runs` interleaved runs. */
export async function packCpu(count: number, runs: number): Promise<Record<Pack, number>> {
  const shown = resources(count);
  return interleaved(runs, async (folder) => {
    const pack = await PackProcess.start(folder);
    await pack.analyze(shown);
    const seconds = pack.cpuSeconds();
    await pack.stop();
    return seconds;
  });
}

async function interleaved(runs: number, measure: (folder: string) => Promise<number>): Promise<Record<Pack, number>> {
  const figures: Record<Pack, number[]> = { empty: [], ours: [] };
  for (let run = 0; run < runs; run += 1) {
    for (const pack of Object.keys(packs) as Pack[]) {
      figures[pack].push(await measure(packs[pack]));
    }
  }
  return { empty: median(figures.empty), ours: median(figures.ours) };
}
