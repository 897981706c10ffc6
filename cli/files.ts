import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";

/** The text of a file named on the command line; one that cannot be read is wrong usage. */
export function readText(command: Command, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    command.error(`error: cannot read ${file}: ${reasonOf(error)}`);
  }
}

/** Writes a file named on the command line, over what is there; one that cannot be written is wrong usage. */
export function writeText(command: Command, file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    command.error(`error: cannot write ${file}: ${reasonOf(error)}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
};

function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
