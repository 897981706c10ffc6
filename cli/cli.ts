#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { CannotAudit } from "../audit/read/cannot-audit";
import { masked } from "../client/masked";
import { CannotWrite } from "../formats/cannot-report";
import { addActivityCommand } from "./activity-command";
import { type Audit, addAuditCommand, type Import } from "./audit-command";
import { addConfigCommand } from "./config-command";
import { addConnectCommand } from "./connect-command";
import { addControlsCommand } from "./controls-command";
import { refuseEmpty } from "./empty-values";
import { addExceptionsCommand } from "./exceptions-command";
import { exitCodes } from "./exit-code";
import { refuseRepeated } from "./given-once";
import { addReportCommand } from "./report-command";
import { muteSdkNotice } from "./sdk-notice";
import { watchStandardStreams } from "./standard-streams";
import type { Surroundings } from "./terminal";
import { addTokenCommand } from "./token-command";

/**
 * The command line `aws-secure-database`.
 * @param args what follows the program's name
 * @returns the exit code
 */
export async function main(
  args: readonly string[],
  surroundings: Surroundings = process,
  audit: Audit = auditLater,
  importing?: Import,
): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const program = createProgram(surroundings);
  const exit = (code: number) => {
    exitCode = code;
  };
  addAuditCommand(program, surroundings, exit, audit, importing);
  addControlsCommand(program, surroundings);
  addConfigCommand(program, surroundings, exit);
  addExceptionsCommand(program, surroundings, exit);
  addReportCommand(program, surroundings, exit);
  addConnectCommand(program, surroundings, exit);
  addTokenCommand(program, surroundings, exit);
  addActivityCommand(program, surroundings, exit);
  refuseRepeated(program);
  refuseEmpty(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return explain(error, program, args, surroundings);
  }
}

function createProgram({ stdout, stderr }: Surroundings): Command {
  return (
    new Command("aws-secure-database")
      .description("Keeps databases on AWS configured securely.")
      .version(packageVersion(), "--version")
      // Commands within a command have options of the same name as its own.
      .enablePositionalOptions()
      .exitOverride()
      .configureOutput({
        writeOut: (text) => stdout.write(text),
        writeErr: (text) => stderr.write(text),
        // Errors are written by `explain`, with what would have been allowed.
        outputError: () => {},
      })
  );
}

/** Says in one sentence what went wrong, and returns the exit code for it. */
function explain(error: unknown, program: Command, args: readonly string[], { env, stderr }: Surroundings): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.clean : explainUsage(error, program, args, stderr);
  }
  if (error instanceof CannotAudit) {
    stderr.write(`error: ${error.message}\n`);
    return exitCodes.incomplete;
  }
  if (error instanceof CannotWrite) {
    stderr.write(`error: ${error.message}\n`);
    return exitCodes.unwritable;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const where = env.DEBUG ? `${stack}\n` : "set DEBUG=1 to see where.\n";
  stderr.write(`error: aws-secure-database failed unexpectedly (${message}); ${where}`);
  return exitCodes.internal;
}

function explainUsage(error: CommanderError, program: Command, args: readonly string[], stderr: NodeJS.WritableStream) {
  // Without a command commander has already written the help, and has no message.
  if (error.code !== "commander.help") {
    const command = commandOf(program, args);
    const flag = flagWithValue(error, command);
    stderr.write(
      flag === undefined
        ? `${withoutPasswords(error.message, args)}\n${allowedInstead(error, command)}`
        : `error: ${flag} is given a value, and takes none; write ${flag} alone\n`,
    );
  }
  return exitCodes.usage;
}

/** The option that takes no value and was given one, which commander does not know it by. */
function flagWithValue({ code, message }: CommanderError, { options }: Command): string | undefined {
  const [, name] = /^error: unknown option '(--[^=]+)=/.exec(message) ?? [];
  return code === "commander.unknownOption" && options.some(({ long }) => long === name) ? name : undefined;
}

/** Wherever an argument is repeated, what stands before its @ is not. */
function withoutPasswords(message: string, args: readonly string[]): string {
  return args
    .flatMap((arg) => [arg, arg.slice(arg.indexOf("=") + 1)])
    .filter((arg) => arg !== masked(arg))
    .reduce((text, arg) => text.replaceAll(arg, masked(arg)), message);
}

/** A line that says what there is, after something that there is not. */
function allowedInstead({ code }: CommanderError, { commands, options }: Command): string {
  if (code === "commander.unknownCommand") {
    return `The commands are ${commands.map((command) => command.name()).join(", ")}.\n`;
  }
  if (code !== "commander.unknownOption") {
    return "";
  }
  return options.length === 0
    ? "It has no options.\n"
    : `The options are ${options.map(({ long }) => long).join(", ")}.\n`;
}

/** The innermost command that the arguments begin with. */
function commandOf(program: Command, [name, ...rest]: readonly string[]): Command {
  const command = program.commands.find((candidate) => candidate.name() === name);
  return command === undefined ? program : commandOf(command, rest);
}

/** Calls that are still under way must not keep an interrupted audit from ending. */
let interrupted = false;

/** The SDK's clients take half a second to load: not for --help. */
const auditLater: Audit = async (options) => {
  muteSdkNotice();
  options.signal?.addEventListener("abort", () => {
    interrupted = true;
  });
  const { runAudit } = await import("../audit/run");
  return runAudit(options);
};

function packageVersion(): string {
  const file = require.resolve("aws-secure-database/package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

if (require.main === module) {
  watchStandardStreams();
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
    if (interrupted) {
      process.stdout.write("", () => process.exit());
    }
  });
}
