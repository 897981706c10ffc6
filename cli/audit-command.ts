import type { Command } from "commander";
import type { Report, ScopeResult } from "../audit/report/report";
import { placeWords } from "../audit/report/words";
import type { AuditOptions, Watcher } from "../audit/run";
import type { HubAccess, Imported } from "../audit/security-hub";
import type { CannotWrite } from "../formats/cannot-report";
import { count } from "../formats/wording";
import { resuming, saving } from "./audit-files";
import { type CheckedJudging, type JudgingOptions, judgingInputs, judgingOf, withJudging } from "./audit-judging";
import { formatHelp, type OutputOptions, refuseOutputs, withOutput, writeReport } from "./audit-output";
import { addPermissionsCommand } from "./audit-permissions-command";
import { auditProgress } from "./audit-progress";
import { accountsOf, homeRegionOf, questionOf, regionsOf, withSelection } from "./audit-selection";
import { refuseEnvironment } from "./aws-environment";
import { exitCodeHelp, exitCodeOf, exitCodes } from "./exit-code";
import { readText, refuseFile, refuseOverwriting } from "./files";
import { optionsOnly } from "./options-only";
import { printable } from "./problem-lines";
import type { Surroundings } from "./terminal";

/** Runs an audit; the CLI's tests put something else in its place. */
export type Audit = (options: AuditOptions) => Promise<Report>;

interface Options extends JudgingOptions, OutputOptions {
  readonly resume?: string;
  readonly save?: string;
  readonly from?: string;
  readonly securityHub?: true;
}

/** Imports a report into Security Hub; the CLI's tests put something else in its place. */
export type Import = (report: Report, access: HubAccess, isAsked?: (resource: string) => boolean) => Promise<Imported>;

const help = `
The audit reads and never writes, but for --security-hub. It uses the AWS SDK's own chain of credentials (AWS_PROFILE, environment, SSO,
instance roles), HTTPS_PROXY, NO_PROXY, AWS_CA_BUNDLE and AWS_ENDPOINT_URL. The report goes to stdout, everything
else to stderr. Ctrl-C ends it with a report of what was found so far, which says that it is partial; a second one at once.

--save replaces its file when the audit has come to its end; what an interrupted one read is beside it, in <file>.partial,
and what an earlier interrupted one had left there is kept as <file>.partial.1 and so on.
--resume says what it does not ask again; after an audit that read everything it asks everything anew.

--security-hub needs securityhub:BatchImportFindings and securityhub:GetFindings, which no other audit does. Findings
that are gone, and accepted ones, are archived there.
${formatHelp}${exitCodeHelp({
  clean: "no finding at or above --fail-on (an undecided control or advice is shown and does not fail)",
  findings: "findings at or above --fail-on, or errors in --config or --exceptions",
  incomplete: "something could not be read, found or imported, or the audit was interrupted; it is named",
  usage: "wrong usage, nothing to ask, or a file that cannot be read",
  unwritable: "a report, --save or --resume cannot be written",
})}`;

/**
 * Adds `audit` to the program.
 * @param exit takes the exit code
 */
export function addAuditCommand(
  program: Command,
  surroundings: Surroundings,
  exit: (code: number) => void,
  audit: Audit,
  importing: Import = importLater,
): void {
  const command = program
    .command("audit")
    .description("audit the databases of regions and accounts of AWS, and what guards them");
  addPermissionsCommand(command, surroundings);
  withOutput(withJudging(withSelection(optionsOnly(command))))
    .option("--resume <file>", "go on from this file, which is written while the audit goes on")
    .option("--save <file>", "write what is read, to judge it again without AWS")
    .option("--from <file>", "judge what --save wrote; AWS is not asked")
    .option("--security-hub", "import the findings into the Security Hub of each account and region")
    .addHelpText("after", help)
    .action(async (options: Options) => {
      refuseContradictions(command, options);
      const from = options.from === undefined ? undefined : readText(command, options.from, "--from");
      const place = from === undefined ? await placesOf(command, options, surroundings.env) : undefined;
      if (place !== undefined) {
        await refuseEnvironment(command, options.profile, surroundings.env);
      }
      const checked = await judgingOf(command, options, surroundings);
      if (checked === undefined) {
        exit(exitCodes.findings);
        return;
      }
      const { report, done, failure } =
        place === undefined
          ? {
              report: await savedReport(command, options.from ?? "", from ?? "", checked),
              done: [],
              failure: undefined,
            }
          : await liveReport(command, options, place, checked, surroundings, audit);
      surroundings.stderr.write(notes(checked.remarks(report)));
      await writeReport(report, options, surroundings, checked.unplaced);
      const isImported =
        place === undefined || options.securityHub === undefined
          ? true
          : await imported(report, place, options, surroundings, importing);
      const missed = checked.missed(done);
      surroundings.stderr.write(missed.map((sentence) => `error: ${printable(sentence)}\n`).join(""));
      if (failure !== undefined) {
        throw failure;
      }
      exit(isImported && missed.length === 0 ? exitCodeOf(report, options.failOn) : exitCodes.incomplete);
    });
}

function notes(sentences: readonly string[]): string {
  return sentences.map((sentence) => `note: ${printable(sentence)}\n`).join("");
}

type Places = Pick<AuditOptions, "regions" | "accounts" | "homeRegion" | "profile">;

async function placesOf(command: Command, options: Options, env: NodeJS.ProcessEnv): Promise<Places> {
  const regions = regionsOf(command, options, env);
  const accounts = accountsOf(command, options);
  return {
    regions,
    homeRegion: await homeRegionOf(regions, options.profile, env),
    ...(accounts === undefined ? {} : { accounts }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
  };
}

interface Live {
  readonly report: Report;
  /** What was not read again. */
  readonly done: readonly ScopeResult[];
  /** Why the file of --save or --resume lacks something. */
  readonly failure: CannotWrite | undefined;
}

async function liveReport(
  command: Command,
  options: Options,
  place: Places,
  { judging, baseline, question }: CheckedJudging,
  surroundings: Surroundings,
  audit: Audit,
): Promise<Live> {
  const now = surroundings.now?.() ?? new Date();
  const { stderr } = surroundings;
  const asked = { ...questionOf(place), judging: question };
  const state = options.resume === undefined ? undefined : await resuming(command, options.resume, asked, now);
  const saved = options.save === undefined ? undefined : await saving(options.save, now);
  stderr.write(notes([...(state?.notes ?? []), ...(saved?.notes ?? [])]));
  const progress = auditProgress(stderr);
  const interruption = new AbortController();
  const interrupt = () => {
    // A second signal, of either kind, finds nobody listening and ends the process as any other.
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    progress.clear();
    stderr.write("Stopping: no call is waited for; what was found so far is written. Once more ends at once.\n");
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  let report: Report | undefined;
  try {
    report = await audit({
      ...place,
      ...judging,
      ...(baseline === undefined ? {} : { baseline }),
      ...(state === undefined ? {} : state.state),
      signal: interruption.signal,
      watch: all([
        progress,
        {
          onNote: (sentence) => {
            progress.clear();
            stderr.write(notes([sentence]));
          },
        },
        ...(state === undefined ? [] : [state.watch]),
        ...(saved === undefined ? [] : [saved.watch]),
      ]),
    });
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    progress.clear();
    stderr.write(notes([...(state?.end(report) ?? []), ...(saved?.end(report) ?? [])]));
  }
  return { report, done: state?.state.done ?? [], failure: state?.failure() ?? saved?.failure() };
}

/** Whether Security Hub took everything; what it did not take is named. */
async function imported(
  report: Report,
  { homeRegion, profile, accounts }: Places,
  { resource, tag }: Options,
  { stderr }: Surroundings,
  importing: Import,
): Promise<boolean> {
  if (report.partial !== undefined) {
    stderr.write("error: nothing is imported into Security Hub: the audit was interrupted.\n");
    return false;
  }
  const access: HubAccess = {
    homeRegion: homeRegion ?? "us-east-1",
    ...(profile === undefined ? {} : { profile }),
    ...(accounts === undefined ? {} : { accounts }),
  };
  // What the audit did not ask about is not gone.
  const isAsked = resource === undefined && tag === undefined ? undefined : () => false;
  const { active, archived, failed } = await importing(report, access, isAsked);
  stderr.write(`Security Hub: ${count(active, "active finding")}, ${count(archived, "archived one")}.\n`);
  for (const { id, because, ...place } of failed) {
    const what = id === undefined ? placeWords(place) : `${id} (${placeWords(place)})`;
    stderr.write(`error: not imported into Security Hub: ${printable(`${what}: ${because}`)}\n`);
  }
  return failed.length === 0;
}

/** The SDK's client takes its time to load: not for an audit that imports nothing. */
const importLater: Import = async (report, access, isAsked) => {
  const { importWithRoles } = await import("../audit/security-hub");
  return importWithRoles(report, access, isAsked);
};

async function savedReport(command: Command, file: string, text: string, checked: CheckedJudging): Promise<Report> {
  const { auditSaved, NotSaved, readSaved } = await import("../audit/saved");
  try {
    return auditSaved(readSaved(text), {
      ...checked.judging,
      ...(checked.baseline === undefined ? {} : { baseline: checked.baseline }),
    });
  } catch (error) {
    if (error instanceof NotSaved) {
      refuseFile(command, file, error.message, "--from");
    }
    throw error;
  }
}

/** Tells several what one is told. */
function all(watchers: readonly Watcher[]): Watcher {
  const tell = (what: (watcher: Watcher) => void) => {
    for (const watcher of watchers) {
      what(watcher);
    }
  };
  return {
    onCall: (call, place) => tell((watcher) => watcher.onCall?.(call, place)),
    onPlanned: (scopes) => tell((watcher) => watcher.onPlanned?.(scopes)),
    onRead: (read) => tell((watcher) => watcher.onRead?.(read)),
    onResult: (result) => tell((watcher) => watcher.onResult?.(result)),
    onNote: (sentence) => tell((watcher) => watcher.onNote?.(sentence)),
  };
}

const ofReading = [
  "region",
  "account",
  "organization",
  "roleName",
  "externalId",
  "profile",
  "save",
  "resume",
  "securityHub",
] as const;

function refuseContradictions(command: Command, options: Options): void {
  const { from, failOn, baseline, save, resume } = options;
  const [name] = from === undefined ? [] : ofReading.filter((option) => options[option] !== undefined);
  if (name !== undefined) {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    command.error(`error: --from and --${flag} are both given; what --from names was read already`);
  }
  if (save !== undefined && resume !== undefined) {
    command.error(
      "error: --save and --resume are both given; what --resume goes on from is not read again, so that the inventory would lack it; leave out one of them",
    );
  }
  if (failOn.onlyNew && baseline === undefined) {
    command.error("error: --fail-on is of new findings, and no --baseline says which are known; add --baseline");
  }
  const inputs = judgingInputs(options);
  const own = Object.entries({ "--from": from, "--save": save, "--resume": resume }).flatMap(([flag, file]) =>
    file === undefined ? [] : [[flag, file] as const],
  );
  // A report over what --save or --resume wrote would take away all that was read.
  refuseOutputs(command, options, [...inputs, ...own]);
  for (const [flag, file] of own) {
    if (flag !== "--from") {
      refuseOverwriting(command, file, inputs, flag);
    }
  }
}
