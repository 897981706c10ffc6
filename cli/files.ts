import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Command } from "commander";

/**
 * The text of a file named on the command line; one that cannot be read is wrong usage.
 * @param option the option that names the file, where one does
 */
export function readText(command: Command, file: string, option?: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    refuseFile(command, file, reasonOf(error), option);
  }
}

/** Ends the program because of a file that cannot be read, or is of another kind than it should be. */
export function refuseFile(command: Command, file: string, because: string, option?: string): never {
  command.error(`error: cannot read ${file}${option === undefined ? "" : ` of ${option}`}: ${because}`);
}

/**
 * Where a file is, whatever leads to it, to tell whether two names are of one file; what is no file, such as a pipe or
 * /dev/null, is where it is named, as writing to it takes nothing away.
 */
export function placeOf(file: string): string {
  if (!existsSync(file)) {
    const folder = dirname(resolve(file));
    return existsSync(folder) ? join(realpathSync(folder), basename(file)) : resolve(file);
  }
  return statSync(file).isFile() ? realpathSync(file) : resolve(file);
}

/** Files that a command reads, by the option or argument that names them. */
export type Inputs = readonly (readonly [name: string, file: string])[];

/** Refuses to write over a file that is read: what people wrote would be gone. */
export function refuseOverwriting(command: Command, output: string, inputs: Inputs, option = "--output"): void {
  const place = placeOf(output);
  const [overwritten] = inputs.find(([, file]) => file !== "-" && placeOf(file) === place) ?? [];
  if (output !== "-" && overwritten !== undefined) {
    command.error(
      `error: ${option} is ${output}, the file that ${overwritten} names too and that would be lost; it must be another file`,
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ELOOP: "it is a link that leads in a circle",
  EACCES: "permission denied",
  EPERM: "permission denied",
};

function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
