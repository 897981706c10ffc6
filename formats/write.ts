import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { CannotWrite } from "./cannot-report";

export interface Output {
  readonly file: string;
  readonly text: string;
}

/**
 * Writes every text under another name before any file is replaced: nobody reads half a report, and a text that cannot
 * be written leaves all files as they were.
 * @throws CannotWrite where one cannot be written
 */
export function writeAll(outputs: readonly Output[]): void {
  const targets = outputs.map(({ file, text }) => ({ file, text, ...targetOf(file) }));
  const replaced = targets.filter(({ temporary }) => temporary !== undefined);
  try {
    for (const { file, text, path, temporary } of targets) {
      attempt(file, () => writeFileSync(temporary ?? path, text));
    }
    for (const { file, path, temporary = path } of replaced) {
      attempt(file, () => renameSync(temporary, path));
    }
  } finally {
    for (const { temporary } of replaced) {
      rmSync(temporary ?? "", { force: true });
    }
  }
}

/**
 * A pipe or a device is written to, never replaced; where a link leads is replaced, and not the link.
 * @throws CannotWrite where the file is a folder
 */
export function targetOf(file: string): { readonly path: string; readonly temporary?: string } {
  const found = attempt(file, () => statSync(file, { throwIfNoEntry: false }));
  if (found?.isDirectory()) {
    throw new CannotWrite(`${file} cannot be written: it is a folder; name a file in it`);
  }
  if (found !== undefined && !found.isFile()) {
    return { path: file };
  }
  const path = found === undefined ? file : realpathSync(file);
  return { path, temporary: `${path}.${process.pid}.tmp` };
}

/** @throws CannotWrite with the reason in words, where the step throws what the file system says */
export function attempt<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Says in words why something cannot be written. */
export function unwritable(file: string, error: unknown): CannotWrite {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return new CannotWrite(`${file} cannot be written: ${reasons[code] ?? message}`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist; make it first",
  ENOTDIR: "a part of its path is not a folder",
  EACCES: "its folder does not let you",
  EPERM: "its folder does not let you",
  EISDIR: "it is a folder; name a file in it",
  ELOOP: "it is a link that leads in a circle",
  EROFS: "its file system is read-only",
  ENOSPC: "its disk is full",
};
