import { type Command, InvalidArgumentError, Option } from "commander";
import type { Report } from "../audit/report/report";
import type { AuditOptions } from "../audit/run";
import { type Severity, severities } from "../controls/control";
import { formatHelp, type OutputOptions, refuseOutputs, withOutput, writeReport } from "./audit-output";
import { exitCodeHelp, exitCodeOf } from "./exit-code";
import { progressOn, type Surroundings } from "./terminal";

/** Runs an audit; the CLI's tests put something else in its place. */
export type Audit = (options: AuditOptions) => Promise<Report>;

interface Options extends OutputOptions {
  readonly region?: string;
  readonly failOn: Severity;
}

const help = `
The audit reads and never writes. It uses the AWS SDK's own chain of credentials (AWS_PROFILE, environment, SSO,
instance roles), HTTPS_PROXY, NO_PROXY, AWS_CA_BUNDLE and AWS_ENDPOINT_URL. The report goes to stdout, everything
else to stderr.
${formatHelp}${exitCodeHelp({
  clean: "no finding at or above --fail-on (an undecided control is shown and does not fail)",
  findings: "findings at or above --fail-on",
  incomplete: "something could not be read, or AWS not be reached at all; the report names it",
  unwritable: "a report cannot be written; nothing is left half-written",
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
): void {
  const command = program
    .command("audit")
    .description("audit the databases of one region of an AWS account, and what guards them")
    .option("--region <region>", "AWS region (default: AWS_REGION or AWS_DEFAULT_REGION)", regionOf);
  withOutput(command)
    .addOption(
      new Option("--fail-on <severity>", "mildest severity that fails")
        .choices([...severities].reverse())
        .default("low"),
    )
    .allowExcessArguments()
    .addHelpText("after", help)
    .action(async (options: Options) => {
      const [unexpected] = command.args;
      if (unexpected !== undefined) {
        command.error(`error: unexpected argument '${unexpected}'; audit takes options only`);
      }
      refuseOutputs(command, options);
      const region = options.region ?? regionOfEnvironment(command, surroundings.env);
      const report = await withProgress(region, surroundings, audit);
      await writeReport(report, options, surroundings);
      exit(exitCodeOf(report, options.failOn));
    });
}

async function withProgress(region: string, { stderr }: Surroundings, audit: Audit): Promise<Report> {
  const progress = progressOn(stderr);
  let answers = 0;
  try {
    return await audit({
      region,
      onCall: (call) => {
        answers += 1;
        progress.show(`Reading ${region}, answer ${answers}: ${call}`);
      },
    });
  } finally {
    progress.clear();
  }
}

/** The shape of a region's name in every partition: us-east-1, us-gov-west-1, cn-north-1, eusc-de-east-1. */
const regionShape = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

function regionOf(value: string): string {
  if (!regionShape.test(value)) {
    throw new InvalidArgumentError("A region looks like us-east-1.");
  }
  return value;
}

function regionOfEnvironment(command: Command, env: NodeJS.ProcessEnv): string {
  const name = env.AWS_REGION ? "AWS_REGION" : "AWS_DEFAULT_REGION";
  const value = env[name];
  if (!value) {
    command.error("error: no region: give --region, as in --region us-east-1, or set AWS_REGION");
  }
  if (!regionShape.test(value)) {
    command.error(`error: ${name} is '${value}'; a region looks like us-east-1`);
  }
  return value;
}
