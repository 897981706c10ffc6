/**
 * `npm run bench`: what the policy pack costs, as ratios to a pack without a policy, and what an event of activity does.
 * `npm run bench -- audit`: what an audit costs, as ratios to the bare calls. `npm run bench -- activity`: an event of
 * activity alone. `--json` prints one object.
 */
import { parseArgs } from "node:util";
import { type ActivityCost, activityCost } from "./activity";
import { type AuditFigures, auditFigures, callsOf } from "./audit";
import { packCpu, packStart } from "./packs";
import { previews } from "./previews";
import { relations } from "./relations";

const runs = 5;
const many = 500;
const cpuResources = 2000;
const sizes = [100, 1000, 10_000];

/** Numbers of instances; with their clusters and tables the last is an account of 20,000 databases. */
const auditSizes = [500, 2000, 14_800];

const say = (text: string) => process.stderr.write(`${text}\n`);

async function bench(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      sizes: { type: "string", default: auditSizes.join(",") },
      size: { type: "string", default: "2000" },
    },
  });
  if (positionals[0] === "audit") {
    benchAudit(values.sizes.split(",").map(Number), Number(values.size), values.json);
    return;
  }
  if (positionals[0] === "activity") {
    const activity = await activityCosts();
    process.stdout.write(values.json ? `${JSON.stringify(activity)}\n` : activityText(activity));
    return;
  }
  say(`Start of a pack, medians of ${runs} ...`);
  const start = await packStart(runs);
  say(`CPU of a pack's process at ${cpuResources} resources, medians of 3 ...`);
  const cpu = await packCpu(cpuResources, 3);
  say("Relational controls ...");
  const { figures, exponent } = relations(sizes);
  say(`Previews of 1 and ${many} resources, medians of ${runs} ...`);
  const one = await previews(1, runs);
  const lots = await previews(many, runs);
  const activity = await activityCosts();
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

async function activityCosts(): Promise<readonly ActivityCost[]> {
  say("Events of activity, medians of 3 ...");
  const costs: ActivityCost[] = [];
  for (const size of [1, 100, 1000]) {
    costs.push(await activityCost(size, 3));
  }
  return costs;
}

function benchAudit(sizes: readonly number[], size: number, json: boolean): void {
  const result = auditFigures(sizes, size, 3, say);
  if (json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const row = (title: string, value: string, target: string) =>
    `${title.padEnd(34)}${value.padStart(12)}   ${target}\n`;
  process.stdout.write(
    [
      ...result.figures.map(({ instances, audit, floor }) =>
        row(
          `${instances} instances`,
          `${audit.seconds.toFixed(2)} s`,
          `${callsOf(audit)} calls, ${audit.peakMemoryMB.toFixed(0)} MB; the bare calls ${floor.seconds.toFixed(2)} s, ${callsOf(floor)} calls`,
        ),
      ),
      row("the command on five databases", `${result.commandSeconds.five.toFixed(2)} s`, "<= 2 s"),
      row(`the command on ${size} instances`, `${result.commandSeconds.size.toFixed(2)} s`, prowlerText(result)),
      row("calls to bare calls", result.callsRatio.toFixed(2), "<= 1.2"),
      row("time to that of bare calls", result.wallRatio.toFixed(2), "<= 1.5"),
      row("Prowler's time to ours", result.prowlerRatio?.toFixed(1) ?? "no Prowler", ">= 10"),
      row("exponent", result.exponent.toFixed(2), `<= ${(result.floorExponent + 0.05).toFixed(2)}`),
      row("peak memory", `${result.peakMemoryMB.toFixed(0)} MB`, "<= 300 MB"),
    ].join(""),
  );
}

function prowlerText({ commandSeconds: { prowler } }: AuditFigures): string {
  return prowler === null ? "" : `Prowler ${prowler.toFixed(1)} s`;
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
    "\n",
    activityText(result.activity),
  ].join("");
}

const activityColumns = ["floor", "ours", "read", "decrypt", "gunzip", "json", "detect", "map", "ratio", "target"];

function activityText(costs: readonly ActivityCost[]): string {
  return [
    `${"microseconds of one core an event".padEnd(34)}${activityColumns.map((name) => name.padStart(9)).join("")}\n`,
    ...costs.map(
      ({ eventsInRecord, floor, whole, parts, ratio }) =>
        `${`${eventsInRecord} in a record`.padEnd(34)}` +
        [floor, whole, parts.read, parts.decrypt, parts.gunzip, parts.json, parts.detect, parts.map]
          .map(shown)
          .join("") +
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
