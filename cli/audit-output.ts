import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Unplaced } from "../audit/report/as-run";
import { type Format, formatNames } from "../audit/report/format-names";
import type { Report } from "../audit/report/report";
import { textReport } from "../audit/report/text";
import { didYouMean } from "../controls/nearest";
import { CannotWrite } from "../formats/cannot-report";
import { targetOf, writeAll } from "../formats/write";
import { choiceOption } from "./choices";
import { type Inputs, placeOf, refuseOverwriting } from "./files";
import { paintFor, type Surroundings } from "./terminal";

/** Where the user wants to see the report, and how. */
export interface OutputOptions {
  /** The one on standard output; text unless given, and nothing where only --output is. */
  readonly format?: Format;
  readonly output?: readonly OutputTarget[];
}

export interface OutputTarget {
  readonly format: Format;
  /** "-" for standard output. */
  readonly file: string;
}

/** What the help of a command says about formats. */
export const formatHelp = `
Formats:
  text       for people; coloured and as wide as the terminal, plain in files and pipes
  json       everything, with a version; audit-report.schema.json in the package is its schema, --baseline reads it
  csv        a row a finding, for spreadsheets
  markdown   for a comment on a pull request, never longer than GitHub's limit of 65,536 characters
  sarif      SARIF 2.1.0. With --stack-export a finding is where the program declares its resource. GitHub refuses a file
             with a result that has no place in the repository: with --project, findings whose place is unknown are put
             at the project's Pulumi.yaml. Without it no place is invented.
  junit      JUnit XML: findings have failed, advice and accepted ones are skipped, nothing is said to have passed
  asff       AWS Security Finding Format, for securityhub:BatchImportFindings (100 a call)
  ocsf       OCSF 1.8.0, class Compliance Finding
  html       one file for a browser, without network
`;

/** Gives a command the options that say so. */
export function withOutput(command: Command): Command {
  return command
    .addOption(
      choiceOption(
        "--format <format>",
        "what to write to standard output (default: text, without --output)",
        formatNames,
      ),
    )
    .option(
      "--output <format=file>",
      `a report to write, as often as needed: ${formatNames.join(", ")}; "-" is standard output`,
      addTarget,
    );
}

function addTarget(value: string, previous: readonly OutputTarget[] = []): readonly OutputTarget[] {
  const [, name, file] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  const format = formatNames.find((known) => known === (name ?? value));
  if (format === undefined) {
    const guess = didYouMean(name ?? value, formatNames);
    throw new InvalidArgumentError(`The formats are ${formatNames.join(", ")}, as in html=audit.html.${guess}`);
  }
  if (file === undefined || file === "") {
    throw new InvalidArgumentError(`It names no file, as in ${format}=audit.${format}.`);
  }
  return [...previous, { format, file }];
}

/**
 * Refuses, before an audit is run for nothing, two reports for one place and a report over a file that is read.
 * @param inputs the files that the command reads
 */
export function refuseOutputs(command: Command, options: OutputOptions, inputs: Inputs = []): void {
  const targets = targetsOf(options);
  const places = targets.map(({ file }) => (file === "-" ? file : placeOf(file)));
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) {
    command.error(
      twice === "-"
        ? "error: two reports are for standard output; give all but one a file, as in --output html=audit.html"
        : `error: --output names ${twice} twice; each report needs a place of its own`,
    );
  }
  for (const { file } of targets) {
    refuseOverwriting(command, file, inputs);
    if (file !== "-") {
      refuseUnwritable(file);
    }
  }
}

/** An audit of hours is not to end without its report. */
function refuseUnwritable(file: string): void {
  if (!existsSync(dirname(targetOf(file).path))) {
    throw new CannotWrite(`${file} cannot be written: its folder does not exist; make it first`);
  }
}

/**
 * Writes the reports where they were asked for: all files, or none where one cannot be written.
 * @param unplaced where SARIF puts what has no place of its own
 * @throws CannotWrite where one cannot be written
 */
export async function writeReport(
  report: Report,
  options: OutputOptions,
  surroundings: Surroundings,
  unplaced?: Unplaced,
): Promise<void> {
  const targets = targetsOf(options);
  // Only what is asked for is loaded: SARIF, JUnit and the like take time that an audit on a terminal has no use for.
  const { formats } = targets.every(({ format, file }) => format === "text" && file === "-")
    ? { formats: {} as Partial<Record<Format, (report: Report, unplaced?: Unplaced) => string>> }
    : await import("../audit/report/formats");
  const outputs = targets.map(({ format, file }) => ({
    file,
    text:
      format === "text" && file === "-"
        ? onTerminal(report, surroundings)
        : (formats[format]?.(report, unplaced) ?? ""),
  }));
  writeAll(outputs.filter(({ file }) => file !== "-"));
  for (const { text } of outputs.filter(({ file }) => file === "-")) {
    surroundings.stdout.write(text);
  }
}

function targetsOf({ format, output = [] }: OutputOptions): readonly OutputTarget[] {
  const shown = format ?? (output.length === 0 ? "text" : undefined);
  return [...output, ...(shown === undefined ? [] : [{ format: shown, file: "-" }])];
}

function onTerminal(report: Report, surroundings: Surroundings): string {
  const { isTTY, columns } = surroundings.stdout;
  return textReport(report, paintFor(surroundings), isTTY === true ? columns : undefined);
}
