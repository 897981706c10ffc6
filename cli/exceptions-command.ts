import { type Command, InvalidArgumentError } from "commander";
import type { CheckedConfiguration } from "../configuration/check";
import type { Exception } from "../exceptions/exception";
import type { ExceptionsFile } from "../exceptions/read";
import { exitCodeHelp, exitCodes } from "./exit-code";
import { readText, refuseOverwriting } from "./files";
import { printable, problemLines } from "./problem-lines";
import { installedPulumi } from "./pulumi-version";
import { type Sources, urnsOf, withSources } from "./stack-urns";
import type { Surroundings } from "./terminal";

interface CompileOptions extends Sources {
  readonly config?: string;
  readonly output?: string;
  readonly pulumiVersion?: string;
}

interface CloudOptions extends Sources {
  readonly policyPack: string;
}

const checkHelp = `
FILE lists exceptions with id, controls, resources, reason, owner, expires and, by choice, ticket:

  exceptions:
    - id: EXC-1
      controls: [rds-instance-multi-az]
      resources: ["urn:pulumi:dev::shop::*::orders"]   # globs over URNs; ARNs are for the audit
      reason: no need for a standby in development
      owner: team shop
      expires: 2027-01-31                              # the last day, in UTC

In a glob * is anything, "/" and ":" too, and ? one character. What has expired is an error. A warning is what ends
within 30 days, matches everything, matches nothing in the stacks given, or excepts resources from a control that cannot
be about them; without stacks, whole URNs alone tell. Problems go to stdout, one a line.
${exitCodeHelp({
  clean: "no errors; warnings do not fail",
  findings: "errors, each named with its line",
  usage: "wrong usage, or no such file",
})}`;

const compileHelp = `
Writes the file for \`pulumi preview --policy-pack-config\`, version 2, which Pulumi 3.274.0 and newer read: the given
configuration with the live exceptions, globs resolved to the URNs of the given stacks. FILE is their one source: an
exception that stands in the configuration alone is left out. What is left out is named on stderr.
${exitCodeHelp({
  clean: "written",
  findings: "the file or the configuration has errors, or the Pulumi CLI is too old; nothing is written",
  usage: "wrong usage, or no such file",
  unwritable: "--output cannot be written; what was there stays",
})}`;

const cloudHelp = `
Prints one JSON object a line: the body of a request to Pulumi Cloud, POST /api/orgs/ORGANIZATION/policy/exceptions,
which is also what \`pulumi policy exception new --file\` takes. Pulumi Cloud chooses the ids and counts expiresInSeconds
from its creation. What is left out is named on stderr.
${exitCodeHelp({ clean: "printed", findings: "the file has errors; nothing is printed", usage: "wrong usage, or no such file" })}`;

/** Adds `exceptions check`, `compile`, `cloud` and `schema` to the program. */
export function addExceptionsCommand(program: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const exceptions = program.command("exceptions").description("check exceptions to controls and bring them to Pulumi");
  addCheck(exceptions.command("check").description("check a file of exceptions"), surroundings, exit);
  addCompile(
    exceptions.command("compile").description("write the configuration that exempts them"),
    surroundings,
    exit,
  );
  addCloud(exceptions.command("cloud").description("print them as requests to Pulumi Cloud"), surroundings, exit);
  exceptions
    .command("schema")
    .description("print the JSON schema of files of exceptions, for editors")
    .action(async () => {
      const [{ exceptionsSchema }, ids] = await Promise.all([
        import("../exceptions/exceptions-schema"),
        allControlIds(),
      ]);
      surroundings.stdout.write(`${JSON.stringify(exceptionsSchema(ids), undefined, 2)}\n`);
    });
}

function addCheck(command: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  withSources(command)
    .addHelpText("after", checkHelp)
    .action(async (file: string, sources: Sources) => {
      const [{ checkExceptions }, { hasErrors }, { concerns }] = await Promise.all([
        import("../exceptions/check"),
        import("../configuration/problem"),
        import("./catalogue/concerns"),
      ]);
      const read = await readFile(command, file);
      const problems = checkExceptions(read, nowOf(surroundings), await urnsOf(command, sources), concerns);
      const count = read.exceptions.length;
      surroundings.stdout.write(
        problems.length > 0
          ? problemLines(file, problems)
          : `${printable(file)}: right, ${count} ${count === 1 ? "exception" : "exceptions"}\n`,
      );
      exit(hasErrors(problems) ? exitCodes.findings : exitCodes.clean);
    });
}

function addCompile(command: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const { stdout, stderr } = surroundings;
  withSources(command)
    .option("--config <file>", "configuration to put them into, version 1 or 2 (default: none)")
    .option("--output <file>", "where to write (default: stdout)")
    .option("--pulumi-version <version>", "Pulumi CLI to write for (default: the one on PATH)", versionOf)
    .addHelpText("after", compileHelp)
    .action(async (file: string, options: CompileOptions) => {
      if (options.output !== undefined) {
        const { stackExport = [], preview = [] } = options;
        // Not --config: its own result can be compiled again.
        refuseOverwriting(command, options.output, [
          ["the argument FILE", file],
          ...stackExport.map((each) => ["--stack-export", each] as const),
          ...preview.map((each) => ["--preview", each] as const),
        ]);
      }
      const { compileExceptions } = await import("../exceptions/compile");
      const read = await readFile(command, file);
      const { problems, configuration } = await configurationOf(command, options.config);
      stderr.write(problemLines(file, read.problems) + problemLines(options.config ?? "", problems));
      if (read.problems.length > 0 || configuration === undefined) {
        exit(exitCodes.findings);
        return;
      }
      const { resolved, remarks } = await resolve(command, file, read.exceptions, options, nowOf(surroundings));
      const compiled = compileExceptions(configuration, read.exceptions, resolved);
      if (!(await isNewEnough(options.pulumiVersion, surroundings))) {
        exit(exitCodes.findings);
        return;
      }
      const text = `${JSON.stringify(compiled.file, undefined, 2)}\n`;
      if (options.output === undefined) {
        stdout.write(text);
      } else {
        const { writeAll } = await import("../formats/write");
        writeAll([{ file: options.output, text }]);
      }
      stderr.write(notes([...remarks, ...compiled.dropped]));
    });
}

function addCloud(command: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const { stdout, stderr } = surroundings;
  withSources(command)
    .option("--policy-pack <name>", "name of the policy pack in Pulumi Cloud", packName, "aws-secure-database")
    .addHelpText("after", cloudHelp)
    .action(async (file: string, options: CloudOptions) => {
      const { cloudExceptions } = await import("../exceptions/cloud");
      const read = await readFile(command, file);
      if (read.problems.length > 0) {
        stderr.write(problemLines(file, read.problems));
        exit(exitCodes.findings);
        return;
      }
      const now = nowOf(surroundings);
      const { resolved, remarks } = await resolve(command, file, read.exceptions, options, now);
      const { requests, notes: more } = cloudExceptions(resolved, options.policyPack, now);
      stdout.write(requests.map((request) => `${JSON.stringify(request)}\n`).join(""));
      stderr.write(notes([...remarks, ...more]));
    });
}

function nowOf({ now }: Surroundings): Date {
  return now?.() ?? new Date();
}

async function allControlIds(): Promise<readonly string[]> {
  const { controls } = await import("../controls");
  return controls.map(({ id }) => id);
}

async function configurationOf(command: Command, file: string | undefined): Promise<CheckedConfiguration> {
  if (file === undefined) {
    return { problems: [], configuration: { version: 2, policies: {} } };
  }
  const text = readText(command, file);
  const [{ checkConfiguration }, { controls }] = await Promise.all([
    import("../configuration/check"),
    import("../controls"),
  ]);
  return checkConfiguration(text, controls);
}

async function readFile(command: Command, file: string): Promise<ExceptionsFile> {
  const text = readText(command, file);
  const { readExceptions } = await import("../exceptions/read");
  return readExceptions(text, await allControlIds());
}

async function resolve(command: Command, file: string, entries: readonly Exception[], sources: Sources, now: Date) {
  const [{ resolveExceptions, withGlobs }, { unconcerned }, { concerns }] = await Promise.all([
    import("../exceptions/resolve"),
    import("../exceptions/check"),
    import("./catalogue/concerns"),
  ]);
  const urns = await urnsOf(command, sources);
  const [glob] = withGlobs(entries, now);
  if (urns === undefined && glob !== undefined) {
    command.error(
      `error: ${file}:${glob.lines.entry}: exception ${glob.id} has a glob; give --stack-export or --preview to resolve it`,
    );
  }
  const { resolved, leftOut } = resolveExceptions(entries, now, urns ?? []);
  const strange = resolved.flatMap(({ exception }) => unconcerned(exception, urns, concerns));
  return { resolved, remarks: [...leftOut, ...strange.map(({ message }) => message)] };
}

async function isNewEnough(given: string | undefined, { env, stderr }: Surroundings): Promise<boolean> {
  const { exceptionsSince, readsExceptions } = await import("../exceptions/pulumi-version");
  const version = given ?? (await installedPulumi(env));
  const answer = version === undefined ? undefined : readsExceptions(version);
  if (answer === undefined) {
    const found =
      version === undefined ? "no pulumi on PATH tells its version" : `the pulumi on PATH is of version "${version}"`;
    stderr.write(printable(`note: ${found}; the file needs Pulumi ${exceptionsSince} or newer.`).concat("\n"));
  } else if (!answer) {
    stderr.write(
      `error: Pulumi ${version} cannot read exceptions from a configuration file; ${exceptionsSince} or newer is needed.\n`,
    );
  }
  return answer !== false;
}

function versionOf(value: string): string {
  if (!/^v?\d+\.\d+\.\d+/.test(value)) {
    throw new InvalidArgumentError("A version looks like 3.274.1.");
  }
  return value;
}

function notes(sentences: readonly string[]): string {
  return sentences.map((sentence) => `note: ${printable(sentence)}\n`).join("");
}

function packName(value: string): string {
  if (value.trim() === "") {
    throw new InvalidArgumentError("It must be the name of a policy pack.");
  }
  return value;
}
