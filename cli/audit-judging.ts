import { type Command, InvalidArgumentError, Option } from "commander";
import type { Silence } from "../audit/judging";
import type { Unplaced } from "../audit/report/as-run";
import type { Baseline } from "../audit/report/baseline";
import type { Report, ScopeResult } from "../audit/report/report";
import type { Judging } from "../audit/scope";
import { type Severity, severities } from "../controls/control";
import { didYouMean } from "../controls/nearest";
import { count } from "../formats/wording";
import { type PlaceOptions, type Places, placesOf, withPlaces } from "./audit-places";
import { resourceChoice } from "./audit-resources";
import type { SelectionOptions } from "./audit-selection";
import type { FailOn } from "./exit-code";
import { type Inputs, readText, refuseFile } from "./files";
import { problemLines } from "./problem-lines";
import type { Surroundings } from "./terminal";

/** By what is judged, and against what. */
export interface JudgingOptions extends SelectionOptions, PlaceOptions {
  readonly config?: string;
  readonly exceptions?: string;
  readonly baseline?: string;
  readonly failOn: FailOn;
}

/** Gives a command the options that say so. */
export function withJudging(command: Command): Command {
  const judging = command
    .option("--config <file>", "configuration of the policy pack: levels and options of controls")
    .option("--exceptions <file>", "exceptions, the file that the policy pack's come from")
    .option(
      "--stack-export <file>",
      "output of `pulumi stack export`, to name the URN and the code of what is found; may be repeated",
      (file: string, files: readonly string[] = []) => [...files, file],
    );
  return withPlaces(judging)
    .option("--baseline <file>", "an earlier report as JSON, to tell new findings from known ones")
    .addOption(
      new Option(
        "--fail-on <severity>",
        "mildest severity that fails: low, medium, high, critical; new:high counts new findings alone",
      )
        .argParser(failOnOf)
        .default({ severity: "low", onlyNew: false } satisfies FailOn, "low"),
    );
}

/** Files that are read. */
export function judgingInputs({ config, exceptions, stackExport = [], baseline }: JudgingOptions): Inputs {
  const named = [
    ["--config", config],
    ["--exceptions", exceptions],
    ["--baseline", baseline],
    ...stackExport.map((file) => ["--stack-export", file]),
  ] as const;
  return named.flatMap(([name, file]) => (file === undefined ? [] : [[name, file] as const]));
}

export interface CheckedJudging {
  readonly judging: Judging;
  readonly baseline?: Baseline;
  readonly unplaced?: Unplaced;
  /** What was asked, to tell whether two audits ask the same. */
  readonly question: string;
  /** One sentence about each exception that stands for nothing, and about a baseline of other places, after the audit. */
  remarks(report: Pick<Report, "accepted" | "scopes">): readonly string[];
  /** One sentence about each choice of resources that no resource met, after the audit. */
  missed(done: readonly ScopeResult[]): readonly string[];
}

/** Reads the files; undefined where one has errors, which are then on stderr. */
export async function judgingOf(
  command: Command,
  options: JudgingOptions,
  surroundings: Surroundings,
): Promise<CheckedJudging | undefined> {
  const [{ judgingFor, silenceOf }, { matcher }] = await Promise.all([
    import("../audit/judging"),
    import("../exceptions/glob"),
  ]);
  const { config, exceptions, control, severity, resource, tag } = options;
  const decided = judgingFor({
    ...(config === undefined ? {} : { configuration: readText(command, config, "--config") }),
    ...(exceptions === undefined ? {} : { exceptions: readText(command, exceptions, "--exceptions") }),
    ...(control === undefined ? {} : { controls: control }),
    ...(severity === undefined ? {} : { severity }),
    now: surroundings.now?.() ?? new Date(),
  });
  surroundings.stderr.write(problemLines(config ?? "", decided.problems.configuration));
  surroundings.stderr.write(problemLines(exceptions ?? "", decided.problems.exceptions));
  if (decided.judging === undefined) {
    return undefined;
  }
  refuseNoControl(command, options, silenceOf(decided.judging));
  const matchers = resource?.map(matcher);
  const choice = resourceChoice(options, matcher);
  const places = await placesOf(command, options);
  const stackOf = await stacksOf(command, options, places);
  const baseline = await baselineOf(command, options.baseline);
  const asked = decided.judging.controls.map(({ id }) => id);
  return {
    judging: {
      ...decided.judging,
      ...(choice === undefined ? {} : { isAsked: choice.isAsked }),
      ...(stackOf === undefined ? {} : { stackOf }),
    },
    ...(baseline === undefined
      ? {}
      : {
          baseline: {
            ...baseline.earlier,
            // The tags of what is gone are gone.
            isAsked: (finding) =>
              tag === undefined &&
              (matchers?.some((matches) => [finding.resource, finding.resourceName].some(matches)) ?? true),
          },
        }),
    ...(places.unplaced === undefined ? {} : { unplaced: places.unplaced }),
    question: await digestOf(command, options, asked),
    remarks: (report) => [
      ...(baseline?.remarks(report) ?? []),
      ...(options.stackExport === undefined ? unjoined(decided.byUrn) : []),
      ...(control === undefined && severity === undefined && resource === undefined && tag === undefined
        ? decided.remarks(report, options.stackExport !== undefined)
        : []),
    ],
    missed: (done) => choice?.missed(done) ?? [],
  };
}

/** What nobody joins to a resource is not to be taken for accepted. */
function unjoined(ids: readonly string[]): readonly string[] {
  return ids.length === 0
    ? []
    : [`${count(ids.length, "exception")} by URN, which count with --stack-export alone: ${ids.join(", ")}.`];
}

/** An audit that asks nothing finds nothing: its user would take that for a good answer. */
function refuseNoControl(
  command: Command,
  { config, control = [], severity }: JudgingOptions,
  silence: Silence | undefined,
): void {
  if (silence === undefined) {
    return;
  }
  const { off } = silence;
  if (off !== undefined) {
    command.error(`error: nothing would be asked: ${off.id} is off; ${off.howTo} in the file of --config`);
  }
  const chosen = [
    ...(control.length === 0 ? [] : [`--control ${control.join(", ")}`]),
    ...(severity === undefined ? [] : [`--severity ${severity}`]),
    ...(config === undefined ? [] : [`the controls that ${config} leaves on`]),
  ];
  command.error(
    `error: nothing would be asked: no control of an audit is among ${chosen.join(" and ")}; choose others`,
  );
}

async function stacksOf(
  command: Command,
  { stackExport }: JudgingOptions,
  places: Places,
): Promise<Judging["stackOf"]> {
  if (stackExport === undefined) {
    return undefined;
  }
  const [{ resourcesOfStackExport }, { NoUrns }] = await Promise.all([
    import("../exceptions/stack-resources"),
    import("../exceptions/urns"),
  ]);
  const byName = new Map(
    stackExport.flatMap((file) => {
      const text = readText(command, file, "--stack-export");
      try {
        const resources = resourcesOfStackExport(text);
        const positions = places.positionsOf(text, file, resources);
        return resources.flatMap(({ names, urn, stack }) => {
          const position = positions.get(urn);
          const resource = { urn, stack, ...(position === undefined ? {} : { position }) };
          return names.map((name) => [name, resource] as const);
        });
      } catch (error) {
        if (error instanceof NoUrns) {
          refuseFile(command, file, error.message, "--stack-export");
        }
        throw error;
      }
    }),
  );
  places.refuseUnused();
  return (names) => names.map((name) => byName.get(name)).find((found) => found !== undefined);
}

async function baselineOf(command: Command, file: string | undefined) {
  if (file === undefined) {
    return undefined;
  }
  const { baselineRemarks, NotBaseline, readBaseline } = await import("../audit/report/baseline");
  try {
    const earlier = readBaseline(readText(command, file, "--baseline"));
    return { earlier, remarks: (report: Pick<Report, "scopes">) => baselineRemarks(earlier, report) };
  } catch (error) {
    if (error instanceof NotBaseline) {
      refuseFile(command, file, error.message, "--baseline");
    }
    throw error;
  }
}

async function digestOf(command: Command, options: JudgingOptions, asked: readonly string[]): Promise<string> {
  const { createHash } = await import("node:crypto");
  const { config, exceptions, stackExport = [], project, root, resource, tag } = options;
  const places = project === undefined && root === undefined ? [] : [[project, root]];
  const files = [config, exceptions, ...stackExport].map((file) =>
    file === undefined ? null : readText(command, file),
  );
  return createHash("sha256")
    .update(JSON.stringify([asked, files, resource, tag, ...places]))
    .digest("hex");
}

function failOnOf(value: string): FailOn {
  const [, onlyNew, name] = /^(new:)?(.*)$/s.exec(value) ?? [];
  const severity = severities.find((known): known is Severity => known === name);
  if (severity === undefined) {
    throw new InvalidArgumentError(
      `Allowed are ${[...severities].reverse().join(", ")}, and each after new:, as in new:high.${didYouMean(name ?? value, severities)}`,
    );
  }
  return { severity, onlyNew: onlyNew !== undefined };
}
