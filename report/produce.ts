import type { Position, Report } from "../formats/model";
import { count, oneLine, runWords } from "../formats/wording";
import { writeAll } from "../formats/write";
import { readEvents } from "./events";
import type { Format } from "./format-names";
import { formats } from "./formats";
import { type Locate, reportOfEvents } from "./from-events";
import { readText } from "./read";
import { type Folders, foldersOf, projectPosition, readPositions } from "./source-positions";

export interface Target {
  readonly format: Format;
  /** "-" for standard output. */
  readonly file: string;
}

export interface Sources {
  /** A file; "-" is standard input. */
  readonly events: string;
  /** Files. */
  readonly preview?: string;
  readonly stackExport?: string;
  /** Folders. */
  readonly project?: string;
  readonly root: string;
}

/**
 * Reads what Pulumi said and writes it in each format.
 * @returns what was found, in a sentence
 * @throws CannotReport when the events do not tell of one whole run; CannotRead or CannotWrite because of a file. Then
 * nothing is written.
 */
export async function produce(
  sources: Sources,
  targets: readonly Target[],
  stdin: NodeJS.ReadableStream,
  stdout: NodeJS.WritableStream,
): Promise<string> {
  const report = await reportOf(sources, stdin);
  write(report, targets, stdout);
  return summary(report);
}

async function reportOf(options: Sources, stdin: NodeJS.ReadableStream): Promise<Report> {
  const folders = foldersOf(options.root, options.project);
  const source = options.events === "-" ? "standard input" : options.events;
  const events = readEvents(await readText(options.events, stdin), source);
  return reportOfEvents(events, await locatorOf(options, folders));
}

async function locatorOf(options: Sources, folders: Folders): Promise<Locate> {
  const fallback = options.project === undefined ? undefined : projectPosition(folders);
  const file = options.preview ?? options.stackExport;
  const positions: ReadonlyMap<string | undefined, Position> =
    file === undefined ? new Map() : readPositions(await readText(file), file, folders);
  return (urn) => positions.get(urn) ?? fallback;
}

function write(report: Report, targets: readonly Target[], stdout: NodeJS.WritableStream): void {
  const outputs = targets.map(({ format, file }) => ({ file, text: formats[format](report) }));
  writeAll(outputs.filter(({ file }) => file !== "-"));
  for (const { text } of outputs.filter(({ file }) => file === "-")) {
    stdout.write(text);
  }
}

function summary(report: Report): string {
  const { blocking, advisory, excepted } = report.counts;
  const found = `${count(blocking, "violation")} that block${blocking === 1 ? "s" : ""}, ${advisory} advisory, ${excepted} excepted`;
  const [failure] = report.run.failures;
  return failure === undefined
    ? `The ${runWords(report)}: ${found}.`
    : `The ${runWords(report)} was not judged as a whole, and the reports say so (${found}): ${oneLine(failure.message)}`;
}
