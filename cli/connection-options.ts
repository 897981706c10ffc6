import { type Command, InvalidArgumentError, Option } from "commander";
import type { EngineName } from "../client/check/start-tls";
import { DatabaseConnectionError } from "../client/failure";
import type { ConnectionOptions } from "../client/options";
import { exitCodes } from "./exit-code";
import type { Surroundings } from "./terminal";

/** What the options of a connection say, as commander gives them. */
export interface ConnectionArguments {
  readonly host: string;
  readonly user: string;
  readonly engine?: EngineName;
  readonly port?: number;
  readonly region?: string;
  readonly profile?: string;
}

/** The options that name a database, its user and who asks. */
export function addConnectionOptions(command: Command): Command {
  return command
    .requiredOption("--host <name>", "endpoint of the database, as RDS shows it")
    .requiredOption("--user <name>", "database user, one that may log in by IAM")
    .addOption(
      new Option("--engine <engine>", "engine of the database (default: mysql at port 3306, else postgres)").choices([
        "postgres",
        "mysql",
      ]),
    )
    .option("--port <port>", "port of the database (default: 5432 for postgres, 3306 for mysql)", portOf)
    .option("--region <region>", "region of the database (default: the one in the name of the host)")
    .addOption(profileOption());
}

export function profileOption(): Option {
  const what = "profile of AWS's configuration files (default: the usual AWS environment)";
  return new Option("--profile <name>", what).argParser(matching(/\S/, "the name of a profile"));
}

/** A text of a form; `wanted` says which, as the end of a sentence. */
export function matching(form: RegExp, wanted: string): (value: string) => string {
  return (value) => {
    if (!form.test(value)) {
      throw new InvalidArgumentError(`It must be ${wanted}.`);
    }
    return value;
  };
}

/** MariaDB is spoken to as MySQL. */
export function engineOf({ engine, port }: ConnectionArguments): EngineName {
  return engine ?? (port === 3306 ? "mysql" : "postgres");
}

export function connectionOptionsOf({ host, user, port, region }: ConnectionArguments): ConnectionOptions {
  return { host, user, ...(port === undefined ? {} : { port }), ...(region === undefined ? {} : { region }) };
}

export function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError("It must be a port, from 1 to 65535.");
  }
  return port;
}

/** A sentence of the client that begins with the name of an option, in the words of the command line. */
function asOption(found: string): string {
  return found.replace(
    /^(?:host|port|user|database|region|address|addressPort)(?= is )/,
    (name) => `--${name.replace("P", "-p")}`,
  );
}

/**
 * Says why there is no connection, and tells the exit code.
 * @throws what is none of the client's errors; an option that the client refuses ends the program as bad usage
 */
export function refusedConnection(error: unknown, command: Command, { stderr }: Surroundings): number {
  if (!(error instanceof DatabaseConnectionError)) {
    throw error;
  }
  if (error.code === "OPTION_REFUSED") {
    command.error(`error: ${asOption(error.found)}`);
  }
  stderr.write(`error: ${error.message}\n`);
  return exitCodes.findings;
}
