import type { Command } from "commander";
import { refuseEnvironment } from "./aws-environment";
import {
  addConnectionOptions,
  type ConnectionArguments,
  connectionOptionsOf,
  engineOf,
  refusedConnection,
} from "./connection-options";
import { exitCodeHelp, exitCodes } from "./exit-code";
import { optionsOnly } from "./options-only";
import { muteSdkNotice } from "./sdk-notice";
import type { Surroundings } from "./terminal";

const help = `
The token is a password for this user at this host and port for 15 minutes; an open connection stays open after that. Give it
by the environment, PGPASSWORD or MYSQL_PWD, and not on a command line, which everybody on the machine can read.
${exitCodeHelp({ clean: "the token is printed", findings: "no token could be made: there are no AWS credentials, or they have expired" })}`;

/**
 * Adds `token` to the program.
 * @param exit takes the exit code
 */
export function addTokenCommand(program: Command, surroundings: Surroundings, exit: (code: number) => void): void {
  const command = addConnectionOptions(
    program.command("token").description("print a token, to log in to a database by IAM with psql or mysql"),
  );
  optionsOnly(command)
    .addHelpText("after", help)
    .action(async (given: ConnectionArguments) => {
      await refuseEnvironment(command, given.profile, surroundings.env);
      const { createToken } = await import("../client/check/check");
      muteSdkNotice();
      try {
        surroundings.stdout.write(`${await createToken(engineOf(given), connectionOptionsOf(given), given.profile)}\n`);
        exit(exitCodes.clean);
      } catch (error) {
        exit(refusedConnection(error, command, surroundings));
      }
    });
}
