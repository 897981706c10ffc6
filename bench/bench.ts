/** `npm run bench`: what the policy pack costs, as ratios to a pack without a policy, and what an event of activity does. `--json` prints one object. */
import { parseArgs } from "node:util";
import { type ActivityCost, activityCost } from "./activity";
import { packCpu, packStart } from "./packs";
import { previews } from "./previews";
import { relations } from "./relations";

const runs = 5;
const many = 500;
const cpuResources = 2000;
const sizes = [100, 1000, 10_000];

async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const say = (text: string) => process.stderr.write(`${text}\n`);
  say(`Start of a pack, medians of ${runs} ...`);
  const start = await packStart(runs);
  say(`CPU of a pack's process at ${cpuResources} resources, medians of 3 ...`);
  const cpu = await packCpu(cpuResources, 3);
  say("Relational controls ...");
  const { figures, exponent } = relations(sizes);
  say(`Previews of 1 and ${many} resources, medians of ${runs} ...`);
  const one = await previews(1, runs);
  const lots = await previews(many, runs);
  say("Events of activity, medians of 3 ...");
  const activity: ActivityCost[] = [];
  for (const size of [1, 100, 1000]) {
    activity.push(await activityCost(size, 3));
  }
  const result = {
    activity,
    previewOneRatio: one.ours / one.empty,
    previewManyRatio: lots.ours / lots.empty,
    packCpuRatio: cpu.ours / cpu.empty,
    relationsExponent: exponent,
    packStartRatio: start.ours / start.empty,
    seconds: { previewOne: one, previewMany: lots, packCpu: cpu, packStart: start, relations: figures },
  };
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : text(result));
}

function text(result: {
  readonly activity: readonly ActivityCost[];
  readonly previewOneRatio: number;
  readonly previewManyRatio: number;
  readonly packCpuRatio: number;
  readonly relationsExponent: number;
  readonly packStartRatio: number;
  readonly seconds: {
    readonly previewOne: Record<string, number>;
    readonly previewMany: Record<string, number>;
    readonly packCpu: Record<string, number>;
    readonly packStart: Record<string, number>;
    readonly relations: readonly { readonly resources: number; readonly seconds: number }[];
  };
}): string {
  const { seconds } = result;
  const row = (title: string, figures: Record<string, number>, ratio: number, target: number) =>
    `${title.padEnd(34)}${["none", "empty", "ours"].map((name) => shown(figures[name])).join("")}` +
    `${ratio.toFixed(2).padStart(9)}${`<= ${target}`.padStart(9)}\n`;
  return [
    `${"seconds".padEnd(34)}${["no pack", "empty", "ours"].map((name) => name.padStart(9)).join("")}${"ratio".padStart(9)}${"target".padStart(9)}\n`,
    row("preview of 1 resource", seconds.previewOne, result.previewOneRatio, 1.25),
    row(`preview of ${many} resources`, seconds.previewMany, result.previewManyRatio, 1.1),
    row(`CPU of the pack at ${cpuResources}`, seconds.packCpu, result.packCpuRatio, 3),
    row("start of the pack", seconds.packStart, result.packStartRatio, 1.5),
    ...seconds.relations.map(
      ({ resources, seconds: taken }) =>
        `${`relational controls at ${resources}`.padEnd(34)}${shown(taken).padStart(27)}\n`,
    ),
    `${"their exponent".padEnd(61)}${result.relationsExponent.toFixed(2).padStart(9)}${"<= 1.1".padStart(9)}\n`,
    "\nmicroseconds of one core an event   floor    ours  decrypt      map    ratio   target\n",
    ...result.activity.map(
      ({ eventsInRecord, floor, whole, parts, ratio }) =>
        `${`${eventsInRecord} in a record`.padEnd(32)}${[floor, whole, parts.decrypt, parts.map].map(shown).join("")}` +
        `${ratio.toFixed(2).padStart(9)}${">= 0.5".padStart(9)}\n`,
    ),
  ].join("");
}

function shown(seconds: number | undefined): string {
  return (seconds?.toFixed(2) ?? "").padStart(9);
}

void bench().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
