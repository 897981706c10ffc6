import { type Command, InvalidArgumentError } from "commander";
import { CannotRead, CannotReport, CannotWrite } from "../formats/cannot-report";
import { formatNames } from "../report/format-names";
import type { Sources, Target } from "../report/produce";
import { exitCodeHelp, exitCodes } from "./exit-code";
import { type Inputs, placeOf, refuseOverwriting } from "./files";
import { optionsOnly } from "./options-only";
import type { Surroundings } from "./terminal";

interface Options extends Sources {
  readonly output: readonly Target[];
}

const help = `
The events are what these write to standard output or to the file:
  PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 pulumi preview --json
  pulumi policy analyze --json
  PULUMI_DEBUG_COMMANDS=true pulumi up --event-log FILE
Events do not tell where in the program a resource is declared. --preview (or --stack-export) does, and one run of
Pulumi can write both:
  PULUMI_DEBUG_COMMANDS=true pulumi preview --json --event-log events.json > preview.json

Formats:
  sarif      SARIF 2.1.0. GitHub refuses a file with a result that has no place in the repository: with --project,
             findings whose position is unknown are put at the project's Pulumi.yaml. Without it no place is invented.
             Excepted violations are marked as suppressed, which GitHub shows as open unless told otherwise.
  junit      JUnit XML: what blocks has failed, advice and exceptions are skipped, nothing is said to have passed
  markdown   for a comment on a pull request, never longer than GitHub's limit of 65,536 characters
  json       everything, with a version; report.schema.json in the package is its schema

A run that failed for another reason than violations, or in which no policy pack took part, is reported as failed.
${exitCodeHelp({
  clean: "the reports are written, whatever they say: what blocks is Pulumi's own exit code",
  findings: "the events are none, are cut off or tell of more than one run; nothing is written",
  usage: "wrong usage, or no such file or folder",
  unwritable: "a file cannot be written; nothing is left half-written",
})}`;

/**
 * Adds `report` to the program.
 * @param exit takes the exit code
 * @param stdin read for "--events -"
 */
export function addReportCommand(
  program: Command,
  surroundings: Surroundings,
  exit: (code: number) => void,
  stdin: NodeJS.ReadableStream = process.stdin,
): void {
  const command = optionsOnly(program.command("report"))
    .description("turn the events of a Pulumi preview, update or analysis into reports for code review and CI")
    .requiredOption("--events <file>", 'events of Pulumi, one a line; "-" is standard input')
    .requiredOption(
      "--output <format=file>",
      `a report to write, as often as needed: ${formatNames.join(", ")}; "-" is standard output`,
      addTarget,
    )
    .option("--preview <file>", "answer of pulumi preview --json for the same program, for positions")
    .option("--stack-export <file>", "answer of pulumi stack export, for positions")
    .option("--project <folder>", "folder of Pulumi.yaml (default: the working directory)")
    .option("--root <folder>", "root of the repository, to which positions are relative", ".")
    .addHelpText("after", help)
    .action(async (options: Options) => {
      refuseContradictions(command, options);
      try {
        const { produce } = await import("../report/produce");
        const { stdout, stderr } = surroundings;
        stderr.write(`${await produce(options, options.output, stdin, stdout)}\n`);
        exit(exitCodes.clean);
      } catch (error) {
        if (error instanceof CannotRead) {
          command.error(`error: ${error.message}`);
        }
        // What cannot be written has an exit code of its own.
        if (!(error instanceof CannotReport) || error instanceof CannotWrite) {
          throw error;
        }
        surroundings.stderr.write(`error: ${error.message}\n`);
        exit(exitCodes.findings);
      }
    });
}

function addTarget(value: string, previous: readonly Target[] = []): readonly Target[] {
  const [, name, file] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  const format = formatNames.find((known) => known === (name ?? value));
  if (format === undefined) {
    throw new InvalidArgumentError(`The formats are ${formatNames.join(", ")}, as in sarif=report.sarif.`);
  }
  if (file === undefined || file === "") {
    throw new InvalidArgumentError(`It names no file, as in ${format}=report.${format}.`);
  }
  return [...previous, { format, file }];
}

function refuseContradictions(command: Command, { output, events, preview, stackExport }: Options): void {
  const files = output.map(({ file }) => (file === "-" ? file : placeOf(file)));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) {
    command.error(
      `error: --output names ${twice === "-" ? "standard output" : twice} twice; each report needs a place of its own`,
    );
  }
  const positions: Inputs = [
    ...(preview === undefined ? [] : [["--preview", preview] as const]),
    ...(stackExport === undefined ? [] : [["--stack-export", stackExport] as const]),
  ];
  if (positions.length > 1) {
    command.error("error: --preview and --stack-export are both given; one of them tells the positions");
  }
  for (const [name, file] of positions) {
    if (file === "-") {
      command.error(`error: ${name} is '-', but only --events reads standard input; give it a file`);
    }
  }
  for (const { file } of output) {
    refuseOverwriting(command, file, [["--events", events], ...positions]);
  }
}
