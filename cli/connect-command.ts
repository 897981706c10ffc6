import type { Command } from "commander";
import type { Step } from "../client/check/check";
import { refuseEnvironment } from "./aws-environment";
import {
  addConnectionOptions,
  type ConnectionArguments,
  connectionOptionsOf,
  engineOf,
  portOf,
  refusedConnection,
} from "./connection-options";
import { exitCodeHelp, exitCodes } from "./exit-code";
import { readText, refuseFile } from "./files";
import { optionsOnly } from "./options-only";
import { printable } from "./problem-lines";
import { muteSdkNotice } from "./sdk-notice";
import type { Surroundings } from "./terminal";

interface Options extends ConnectionArguments {
  readonly database?: string;
  readonly ca?: string;
  readonly address?: string;
  readonly addressPort?: number;
}

const help = `
It needs the driver of the engine: npm install pg, or npm install mysql2.
${exitCodeHelp({ clean: "the connection is good", findings: "a step failed; it says how to mend it", usage: "wrong usage, or no such file" })}`;

/**
 * Adds `connect` to the program.
 * @param exit takes the exit code
 */
export function addConnectCommand(program: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const command = addConnectionOptions(
    program.command("connect").description("check a connection to a database by IAM, step by step"),
  );
  optionsOnly(command)
    .option("--database <name>", "database to use (default: that of the user's name in postgres, none in mysql)")
    .option("--ca <file>", "authorities that the server's certificate must come from, as PEM (default: those of RDS)")
    .option("--address <name>", "name or address to dial, where it is not the host: of a tunnel or a port forward")
    .option("--address-port <port>", "port to dial, where it is not the port", portOf)
    .addHelpText("after", help)
    .action(async (given: Options) => {
      const { database, ca, address, addressPort } = given;
      const { isAuthority } = await import("../client/check-options");
      const authorities = ca === undefined ? undefined : readText(command, ca, "--ca");
      if (ca !== undefined && !isAuthority(authorities)) {
        refuseFile(command, ca, "it is no PEM text of a certificate", "--ca");
      }
      const further = { database, address, addressPort, ca: authorities };
      await refuseEnvironment(command, given.profile, surroundings.env);
      const { checkConnection } = await import("../client/check/check");
      muteSdkNotice();
      try {
        let failed = false;
        const options = { ...connectionOptionsOf(given), ...further };
        for await (const step of checkConnection(engineOf(given), options, given.profile)) {
          failed ||= step.failure !== undefined;
          surroundings.stdout.write(textOf(step));
        }
        exit(failed ? exitCodes.findings : exitCodes.clean);
      } catch (error) {
        exit(refusedConnection(error, command, surroundings));
      }
    });
}

const indent = " ".repeat(15);

/** A step with what was seen, a line each, and how to mend it where it failed. */
function textOf({ name, seen, failure }: Step): string {
  const lines =
    failure === undefined ? seen : [...seen, failure.found, failure.message.slice(failure.found.length + 1)];
  const [first = "", ...rest] = lines.map(printable);
  const mark = failure === undefined ? "✔" : "✘";
  return [`${mark} ${name.padEnd(indent.length - 2)}${first}`, ...rest.map((line) => indent + line), ""].join("\n");
}
