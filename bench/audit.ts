import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { checkout } from "../sandbox/paths";
import { exponentOf, median } from "./statistics";

/** What a process of ./audit-process.ts took. */
export interface Taken {
  /** Of the audit or the calls alone, without the start of the process. */
  readonly seconds: number;
  readonly peakMemoryMB: number;
  readonly calls: Readonly<Record<string, number>>;
}

export interface AuditFigures {
  readonly callsRatio: number;
  readonly wallRatio: number;
  /** Prowler's time over that of our command, from start to end; null without a Prowler on PATH. */
  readonly prowlerRatio: number | null;
  /** Of the power law by which the time of an audit grows with the number of databases. */
  readonly exponent: number;
  readonly floorExponent: number;
  readonly peakMemoryMB: number;
  /** What the command takes, from start to end, of an account of five databases and of one of the size. */
  readonly commandSeconds: { readonly five: number; readonly size: number; readonly prowler: number | null };
  readonly figures: readonly { readonly instances: number; readonly audit: Taken; readonly floor: Taken }[];
}

/** Each size in a region of its own, so that all can be measured in one emulated account. */
const regions = ["eu-central-1", "eu-north-1", "ap-south-1", "ca-central-1"];

/** Holds five databases: four instances and a table. */
const smallRegion = "eu-west-3";
const smallInstances = 4;

const many = 5000;

const script = join(checkout, "node_modules", ".cache", "aws-secure-database", "audit-process.js");

/**
 * Measures audits of accounts of several sizes against the bare calls.
 * @param sizes numbers of instances; a tenth as many clusters and a quarter as many tables come with them
 * @param size the one that the ratios are of
 */
export function auditFigures(
  sizes: readonly number[],
  size: number,
  runs: number,
  say: (text: string) => void,
): AuditFigures {
  mkdirSync(join(script, ".."), { recursive: true });
  buildSync({
    entryPoints: [join(__dirname, "audit-process.ts")],
    outfile: script,
    bundle: true,
    platform: "node",
    packages: "external",
  });
  const figures = sizes.map((instances, index) => {
    const region = regions[index] ?? "";
    say(`Seeding ${instances} instances ...`);
    seed(region, instances);
    // One run of the largest takes as long as all of the others.
    const times = instances > many ? 1 : runs;
    say(`Audits of ${instances} instances, medians of ${times} ...`);
    return { instances, audit: medianOf("audit", region, times), floor: medianOf("floor", region, times) };
  });
  const at = figures.find(({ instances }) => instances === size);
  if (at === undefined) {
    throw new Error(`${size} is not among the sizes`);
  }
  const region = regions[sizes.indexOf(size)] ?? "";
  say(`The command on ${size} instances, median of ${runs} ...`);
  const command = commandSeconds(region, runs);
  say("The command on five databases ...");
  seed(smallRegion, smallInstances);
  const five = commandSeconds(smallRegion, runs);
  say(`Prowler on ${size} instances ...`);
  const prowler = prowlerSeconds(region);
  const growth = (what: "audit" | "floor") =>
    exponentOf(figures.map((figure) => ({ x: figure.instances, y: figure[what].seconds })));
  return {
    callsRatio: callsOf(at.audit) / callsOf(at.floor),
    wallRatio: at.audit.seconds / at.floor.seconds,
    prowlerRatio: prowler === undefined ? null : prowler / command,
    exponent: growth("audit"),
    floorExponent: growth("floor"),
    peakMemoryMB: at.audit.peakMemoryMB,
    commandSeconds: { five, size: command, prowler: prowler ?? null },
    figures,
  };
}

export function callsOf({ calls }: Taken): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

/** The endpoint rather than the proxy, whose TLS would be measured with every call. */
function environment(): NodeJS.ProcessEnv {
  const { HTTPS_PROXY: _, ...rest } = process.env;
  return { ...rest, AWS_ENDPOINT_URL: process.env.SANDBOX_ENDPOINT_URL };
}

function seed(region: string, instances: number): void {
  const python = process.env.SANDBOX_PYTHON ?? "python3";
  const { status, stderr } = spawnSync(python, [join(__dirname, "seed.py"), region, String(instances)], {
    env: environment(),
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`The account could not be filled:\n${stderr}`);
  }
}

function medianOf(what: "audit" | "floor", region: string, runs: number): Taken {
  const taken = Array.from({ length: runs }, (): Taken => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, what, region], {
      env: environment(),
      encoding: "utf8",
    });
    if (status !== 0) {
      throw new Error(stderr);
    }
    return JSON.parse(stdout) as Taken;
  });
  const [first] = taken;
  return {
    seconds: median(taken.map(({ seconds }) => seconds)),
    peakMemoryMB: Math.max(...taken.map(({ peakMemoryMB }) => peakMemoryMB)),
    calls: first?.calls ?? {},
  };
}

/** What people run and wait for. */
function commandSeconds(region: string, runs: number): number {
  const line = [join(checkout, "dist", "cli", "cli.js"), "audit", "--region", region, "--format", "json"];
  return median(Array.from({ length: runs }, () => secondsOf(process.execPath, line, [0, 1]) ?? Number.NaN));
}

/**
 * The time of Prowler's checks of RDS and DynamoDB, where there is a Prowler. It ends with 3 when it finds something.
 * https://docs.prowler.com/projects/prowler-open-source/en/latest/tutorials/misc/
 */
function prowlerSeconds(region: string): number | undefined {
  const output = mkdtempSync(join(tmpdir(), "prowler-"));
  const line = ["aws", "--services", "rds", "dynamodb", "--region", region, "--output-formats", "csv", "--no-banner"];
  try {
    return secondsOf("prowler", [...line, "--output-directory", output], [0, 3]);
  } finally {
    rmSync(output, { recursive: true });
  }
}

/** Undefined where there is no such command. */
function secondsOf(command: string, line: readonly string[], codes: readonly number[]): number | undefined {
  const started = performance.now();
  const { error, status, stderr } = spawnSync(command, line, {
    env: environment(),
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (error !== undefined) {
    return undefined;
  }
  if (!codes.includes(status ?? -1)) {
    throw new Error(`${command} ended with ${status}\n${stderr}`);
  }
  return (performance.now() - started) / 1000;
}
